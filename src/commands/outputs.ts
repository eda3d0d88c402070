/** Every single value that a command may hand to later steps of a workflow. The Action's file and the docs are made from this table. */
export const OUTPUTS = {
  'exit-code': 'How the command ended; the numbers are those of the command line',
  errors: 'How many findings are errors',
  warnings: 'How many findings are no errors',
  'has-changes': 'true when the clouds differ from what the grants ask for; of drift, when there is access beyond the baseline',
  summary: 'What would change, in one line',
  digest: 'Stands for the whole plan; the same plan has the same digest',
  refused: 'How many refusals the plan has',
  granted: 'How many bindings were written',
  revoked: 'How many bindings were taken away',
  failed: 'How many changes are still open: failed, held, skipped or unverified',
  'late-seconds':
    'How long after its time the latest end by our run came, in seconds; one that is still open counts up to now; 0 where none was due',
  'ledger-head': 'The hash of the last line of the ledger after the run; empty where it was not written',
  operation: 'What was done with the prune request: none, opened, updated, unchanged, frozen, left alone or closed',
  'pull-request-number': 'The number of the pull request that was opened or found',
  'pull-request-url': 'Its address',
  unmanaged: 'How many bindings no grant explains, known ones too',
  'report-path': 'A file with the whole report, where it is too large for the summary of the step; empty otherwise',
} as const;

/** Those that any command may set. */
export const OUTPUTS_OF_ALL: readonly OutputName[] = ['exit-code', 'errors', 'warnings', 'report-path'];

export type OutputName = keyof typeof OUTPUTS;
export type Outputs = Readonly<Partial<Record<OutputName, string | number | boolean>>>;

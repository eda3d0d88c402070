/** Source files whose tests are tried together, and that have a score of their own. */
export interface Group {
  readonly name: string;
  /** Part of the core, which has a score in sum beside those of its groups. */
  readonly core: boolean;
  /** Folders and files under src. */
  readonly files: readonly string[];
  /** Folders and files under test that may kill a mutant which its mirrored test lets live. */
  readonly tests: readonly string[];
}

const gcp = (...names: readonly string[]) => names.map((name) => `providers/gcp/${name}.ts`);
const azure = (...names: readonly string[]) => names.map((name) => `providers/azure/${name}.ts`);
const gcpTests = (...names: readonly string[]) => names.map((name) => `providers/gcp/${name}.test.ts`);
const azureTests = (...names: readonly string[]) => names.map((name) => `providers/azure/${name}.test.ts`);

/** The core first: pure code, of which every branch has a test beside it. */
export const GROUPS: readonly Group[] = [
  { name: 'domain', core: true, files: ['domain'], tests: ['domain', 'grants', 'policy', 'reconcile', 'ledger'] },
  { name: 'grants', core: true, files: ['grants'], tests: ['grants', 'reconcile'] },
  { name: 'policy', core: true, files: ['policy'], tests: ['policy', 'reconcile'] },
  { name: 'reconcile', core: true, files: ['reconcile'], tests: ['reconcile'] },
  { name: 'ledger/chain', core: true, files: ['ledger/chain.ts'], tests: ['ledger'] },
  {
    name: 'ledger',
    core: false,
    files: ['entry-text', 'facts', 'lateness', 'ledger', 'months', 'snapshot', 'standing', 'verify'].map((name) => `ledger/${name}.ts`),
    tests: ['ledger'],
  },
  {
    name: 'encoders of Google Cloud',
    core: false,
    files: gcp('mark', 'own-condition', 'enclosed'),
    tests: gcpTests('mark', 'own-condition', 'enclosed', 'edit', 'writer'),
  },
  {
    name: 'encoders of Azure',
    core: false,
    files: azure('mark', 'names', 'time-clause', 'conditions'),
    tests: azureTests('mark', 'names', 'time-clause', 'conditions', 'give', 'writer'),
  },
  {
    name: 'encoders of reports',
    core: false,
    files: ['columns', 'markdown', 'printable', 'sarif', 'drift-sarif'].map((name) => `report/${name}.ts`),
    tests: ['report'],
  },
  { name: 'apply', core: false, files: ['apply'], tests: ['apply'] },
  {
    name: 'writes of Google Cloud',
    core: false,
    files: gcp('edit', 'draft', 'writer'),
    tests: gcpTests('edit', 'draft', 'writer', 'enclosed', 'mark', 'lockout', 'by-itself'),
  },
  {
    name: 'writes of Azure',
    core: false,
    files: azure('writer', 'attempt', 'give', 'settle'),
    tests: azureTests('writer', 'give', 'settle', 'planned', 'pim', 'takeover', 'dismiss', 'hindrance'),
  },
];

import { bindingOf } from '../domain/change.ts';
import type { Outcome, OutcomeStatus } from '../domain/outcome.ts';
import { columns, count } from './columns.ts';
import { type PlanWords, SYMBOLS } from './plan-words.ts';

const ORDER: readonly OutcomeStatus[] = ['failed', 'unverified', 'held', 'skipped', 'applied', 'already-so'];

type Words = Pick<PlanWords, 'where' | 'verbose'>;

/** What became of each change; what went wrong first, totals last. */
export function outcomeText(outcomes: readonly Outcome[], words: Words): string {
  const rows = outcomes.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status)).map((one) => outcomeRow(one, words));
  const parts = ORDER.toReversed().flatMap((status) => {
    const n = outcomes.filter((one) => one.status === status).length;
    return n === 0 ? [] : [`${n} ${status}`];
  });
  return `${[...columns(rows), parts.length === 0 ? 'nothing to do' : `${parts.join(', ')} of ${count(outcomes.length, 'change')}`].join('\n')}\n`;
}

function outcomeRow(outcome: Outcome, words: Words): readonly string[] {
  const { change, status } = outcome;
  const binding = bindingOf(change);
  return [`${SYMBOLS[change.verb]} ${change.principal}`, binding.role.name, words.where(binding), status, saidOf(outcome, words.verbose)];
}

function saidOf({ failure, evidence = '' }: Outcome, verbose: boolean): string {
  if (failure !== undefined) return `${failure.message}${failure.hint === undefined ? '' : ` (${failure.hint})`}`;
  return verbose ? evidence : glance(evidence);
}

/** The first part of what a cloud answered, ids cut as Git cuts commits; `--verbose` and `--json` have all of it. */
function glance(evidence: string): string {
  const [first = ''] = evidence.split(', ');
  return first.replaceAll(/\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '$1');
}

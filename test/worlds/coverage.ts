import { HANDS, WAYS } from './deeds.ts';
import { FAULT_NAMES } from './fault-kinds.ts';

/** Everything that worlds must have met, by the names under which they count it. */
export const COVERAGE: Readonly<Record<string, readonly string[]>> = {
  faults: FAULT_NAMES,
  git: ['tip', 'old', 'shallow', 'empty', 'holes'].map((one) => `checkout ${one}`),
  forge: ['none', 'no-tip', 'no-reviews', 'no-blobs', 'no-branches', 'gone', 'some-reviews', 'no-ledger'].map((one) => `forge ${one}`),
  clocks: ['clocks far apart', 'clocks a little apart'],
  approvals: WAYS.map((one) => `way ${one}`),
  consoles: HANDS.map((one) => `hand ${one}`),
  deeds: ['land', 'drop', 'restore', 'recall', 'lift', 'forge', 'control', 'hand', 'wait', 'to-end', 'run'].map((one) => `deed ${one}`),
  runs: ['second run', 'only plan', 'only revocations', 'only grants'],
};

/** How many worlds it takes at least until every line of the table was met. */
export const ENOUGH = 3000;

export function unmet(reached: Readonly<Record<string, number>>): readonly string[] {
  return Object.values(COVERAGE)
    .flat()
    .filter((one) => (reached[one] ?? 0) === 0);
}

/** The table for people: each kind and how often it was met. */
export function coverageText(reached: Readonly<Record<string, number>>): string {
  return Object.entries(COVERAGE)
    .map(
      ([group, names]) =>
        `${group} (${names.length}): ${names.map((one) => `${one.replace(/^[a-z]+ (?=\S+$)/, '')} ${reached[one] ?? 0}`).join(', ')}\n`,
    )
    .join('');
}

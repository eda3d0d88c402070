import { storm } from './storm.ts';

// Run by test:deep with the first seed, the one behind the last, and the step.

/** What came of some storms of 80 changes each. */
export interface Storms {
  readonly seeds: number;
  readonly conflicts: number;
  readonly lost: readonly { readonly seed: number; readonly what: string }[];
}

const [from = 1, to = 1, step = 1] = process.argv.slice(2).map(Number);
const lost: { seed: number; what: string }[] = [];
let [seeds, conflicts] = [0, 0];
for (let seed = from; seed < to; seed += step) {
  const seen = await storm(seed, 80);
  seeds += 1;
  conflicts += seen.conflicts;
  lost.push(...seen.lost.map((what) => ({ seed, what })));
}
process.stdout.write(JSON.stringify({ seeds, conflicts, lost } satisfies Storms));

import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { draw, drawStorm } from './draw.ts';
import { play } from './world.ts';

/** Which worlds: of the seeds from `seed` on, every `step`th, `count` in all. */
export interface Share {
  readonly seed: number;
  readonly step: number;
  readonly count: number;
  /** Worlds in which one call in five goes wrong. */
  readonly storm?: boolean;
  /** The moment of the machine's clock after which no further world is begun, in milliseconds. */
  readonly until?: number;
}

/** What came of many worlds. */
export interface Tally {
  worlds: number;
  runs: number;
  calls: number;
  /** How often each fault, way and deed was met. */
  readonly reached: Record<string, number>;
  /** By the number of runs without faults, how many worlds came to rest after so many. */
  readonly settled: Record<string, number>;
  /** By the number of runs in a storm, how many worlds had come to what was approved after so many; 11 for those that had not. */
  readonly stormed: Record<string, number>;
  /** Over everything that was sent, answered and written in all of them. */
  digest: string;
  breach?: { readonly seed: number; readonly promise: string; readonly what: string };
}

function emptyTally(): Tally {
  return { worlds: 0, runs: 0, calls: 0, reached: {}, settled: {}, stormed: {}, digest: '' };
}

/** Plays worlds one after the other, until the first that breaks a promise. */
export async function playShare(
  { seed, step, count, storm = false, until = Infinity }: Share,
  told: (tally: Tally) => void = () => undefined,
): Promise<Tally> {
  const tally = emptyTally();
  for (let number = 0; number < count && Date.now() < until; number += 1) {
    const own = seed + number * step;
    const { breach, reached, calls, runs, settledAfter, stormedAfter, digest } = await play(storm ? drawStorm(own) : draw(own));
    tally.worlds += 1;
    tally.runs += runs;
    tally.calls += calls;
    tally.digest = hash('sha256', tally.digest + digest);
    for (const [what, times] of reached) add(tally.reached, what, times);
    if (breach !== undefined) {
      tally.breach = { seed: own, promise: breach.promise, what: breach.what };
      break;
    }
    add(tally.settled, String(settledAfter), 1);
    if (stormedAfter !== undefined) add(tally.stormed, String(stormedAfter), 1);
    if (tally.worlds % 500 === 0) told(tally);
    // Nothing in a world waits, so timers that nobody needs any more would stay for good.
    if (tally.worlds % 25 === 0) await nextTurn();
  }
  return tally;
}

/** Two tallies as one; of two breaches the one with the smaller seed. */
export function together(all: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const one of all) {
    sum.worlds += one.worlds;
    sum.runs += one.runs;
    sum.calls += one.calls;
    sum.digest = hash('sha256', sum.digest + one.digest);
    for (const [what, times] of Object.entries(one.reached)) add(sum.reached, what, times);
    for (const [what, times] of Object.entries(one.settled)) add(sum.settled, what, times);
    for (const [what, times] of Object.entries(one.stormed)) add(sum.stormed, what, times);
    if (one.breach !== undefined && (sum.breach === undefined || one.breach.seed < sum.breach.seed)) sum.breach = one.breach;
  }
  return sum;
}

function add(counts: Record<string, number>, what: string, times: number): void {
  counts[what] = (counts[what] ?? 0) + times;
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import '../no-network.ts';
import { type Importers, type Known, killerOf, learn, type Question, reaches } from './bench.ts';
import type { Mutant } from './mutants.ts';

/** A mutant, and the test files that may kill it, or some cases of them: its own first. */
export interface Trial {
  readonly mutant: Mutant;
  readonly tests: readonly Pick<Question, 'test' | 'only'>[];
}

/** Trials of one file. */
export interface Job {
  readonly file: string;
  readonly trials: readonly Trial[];
  /** The first that is to be made. */
  readonly from: number;
}

/** What is known of the test files as they stand. */
export interface Learned {
  readonly tests: readonly Known[];
  readonly importers: Importers;
}

/** What a worker tells: which trial it makes now, over a test file that takes so long as it stands, and what became of it. */
export type Told = { readonly at: number; readonly ms: number } | { readonly at: number; readonly killer: string | undefined };

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { tests, importers } = workerData as Learned;
learn(tests, importers);
const lasting = new Map(tests.map(({ test, ms }) => [test, ms]));

async function work({ file, trials, from }: Job): Promise<void> {
  const source = readFileSync(at(file), 'utf8');
  kills.clear();
  for (const [index, trial] of trials.entries()) {
    if (index < from) continue;
    const beat = (test: string) => parentPort?.postMessage({ at: index, ms: lasting.get(test) ?? 0 } satisfies Told, []);
    const killer = await killerAmong(trial, file, source, beat);
    parentPort?.postMessage({ at: index, killer } satisfies Told, []);
  }
  parentPort?.postMessage({ at: trials.length, ms: 0 } satisfies Told, []);
}

/** How many mutants of this file each test file has killed: what killed one soon kills the next. */
const kills = new Map<string, number>();

const killsOf = ({ test }: Trial['tests'][number]) => kills.get(test) ?? 0;

/** `beat` is called before each test file. Those beside the own one run only for what that lets live. */
async function killerAmong({ mutant, tests: own }: Trial, file: string, source: string, beat: (test: string) => void): Promise<string | undefined> {
  const [first, ...more] = own;
  const inOrder = first === undefined ? [] : [first, ...more.toSorted((a, b) => killsOf(b) - killsOf(a))];
  for (const one of inOrder) {
    beat(one.test);
    const killer = reaches(one.test, file) ? await killerOf({ ...one, file, source }, mutant) : undefined;
    if (killer === undefined) continue;
    kills.set(one.test, killsOf(one) + 1);
    return `${one.test}: ${killer}`;
  }
  return undefined;
}

parentPort?.on('message', (job: Job) => void work(job));

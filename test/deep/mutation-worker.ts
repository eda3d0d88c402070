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

/** What a worker tells: which trial it makes now, and what became of it. */
export type Told = { readonly at: number } | { readonly at: number; readonly killer: string | undefined };

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { tests, importers } = workerData as Learned;
learn(tests, importers);

async function work({ file, trials, from }: Job): Promise<void> {
  const source = readFileSync(at(file), 'utf8');
  for (const [index, trial] of trials.entries()) {
    if (index < from) continue;
    const beat = () => parentPort?.postMessage({ at: index } satisfies Told, []);
    const killer = await killerAmong(trial, file, source, beat);
    parentPort?.postMessage({ at: index, killer } satisfies Told, []);
  }
  parentPort?.postMessage({ at: trials.length } satisfies Told, []);
}

/** `beat` is called before each test file. Those beside the own one run only for what that lets live. */
async function killerAmong({ mutant, tests: own }: Trial, file: string, source: string, beat: () => void): Promise<string | undefined> {
  for (const one of own) {
    beat();
    const killer = reaches(one.test, file) ? await killerOf({ ...one, file, source }, mutant) : undefined;
    if (killer !== undefined) return `${one.test}: ${killer}`;
  }
  return undefined;
}

parentPort?.on('message', (job: Job) => void work(job));

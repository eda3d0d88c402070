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

/** What a worker tells: which trial it makes now and how much of a processor that may take, or what became of it. */
export type Told = { readonly at: number; readonly seconds: number } | { readonly at: number; readonly killer: string | undefined };

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { tests, importers } = workerData as Learned;
learn(tests, importers);
const lasting = new Map(tests.map(({ test, ms }) => [test, ms]));

/** Seconds after which what runs is in a loop, beside three times what the test file takes as it stands; and while it is first loaded. */
const [LOOPS, LOADS] = [1, 5];

const loaded = new Set<string>();

function enoughFor(test: string): number {
  return (loaded.has(test) ? LOOPS : LOADS) + (3 * (lasting.get(test) ?? 0)) / 1000;
}

/** A fresh worker loads first what all trials share, so that the first loop is known as one as soon as the others. */
async function warmUp({ file, trials, from }: Job, source: string): Promise<void> {
  const test = trials[from]?.tests[0]?.test;
  if (test === undefined || loaded.has(test)) return;
  parentPort?.postMessage({ at: from, seconds: LOADS } satisfies Told, []);
  await killerOf({ test, only: [], file, source }, { kind: 'none', start: 0, end: 0, put: '', line: 1, at: 0 });
  loaded.add(test);
}

async function work(job: Job): Promise<void> {
  const { file, trials, from } = job;
  const source = readFileSync(at(file), 'utf8');
  await warmUp(job, source);
  kills.clear();
  for (const [index, trial] of trials.entries()) {
    if (index < from) continue;
    const beat = (test: string) => parentPort?.postMessage({ at: index, seconds: enoughFor(test) } satisfies Told, []);
    const killer = await killerAmong(trial, file, source, beat);
    parentPort?.postMessage({ at: index, killer } satisfies Told, []);
  }
  parentPort?.postMessage({ at: trials.length, seconds: 0 } satisfies Told, []);
}

/** How many mutants of this file each test file has killed: what killed one soon kills the next. */
const kills = new Map<string, number>();

const killsOf = ({ test }: Trial['tests'][number]) => kills.get(test) ?? 0;

/** `beat` is called before each test file. Those beside the own one run only for what that lets live. */
async function killerAmong(
  { mutant, tests: own }: Trial,
  file: string,
  source: string,
  beat: (test: string) => void,
): Promise<string | undefined> {
  const [first, ...more] = own;
  const inOrder = first === undefined ? [] : [first, ...more.toSorted((a, b) => killsOf(b) - killsOf(a))];
  for (const one of inOrder) {
    beat(one.test);
    const killer = reaches(one.test, file) ? await killerOf({ ...one, file, source }, mutant) : undefined;
    loaded.add(one.test);
    if (killer === undefined) continue;
    kills.set(one.test, killsOf(one) + 1);
    return `${one.test}: ${killer}`;
  }
  return undefined;
}

parentPort?.on('message', (job: Job) => void work(job));

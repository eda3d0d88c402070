import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { killerOf, reaches, unchanged } from './bench.ts';
import type { Mutant } from './mutants.ts';

/** The mutants of one file, and the test files that may kill them: its own first. */
export interface Job {
  readonly file: string;
  readonly mutants: readonly Mutant[];
  readonly tests: readonly string[];
  /** Of the mutants, the first that is to be tried. */
  readonly from: number;
}

/** What a worker tells: which mutant it tries now, and what became of it. */
export type Told = { readonly at: number } | { readonly at: number; readonly killer: string | undefined };

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ready = new Map<string, Promise<unknown>>();

/** Each test file runs once as it stands, before it is asked about anything. */
async function known(test: string): Promise<void> {
  const run = ready.get(test) ?? unchanged(test);
  ready.set(test, run);
  await run;
}

async function work({ file, mutants, tests, from }: Job): Promise<void> {
  const source = readFileSync(at(file), 'utf8');
  const [own = '', ...others] = tests;
  for (let index = from; index < mutants.length; index += 1) {
    parentPort?.postMessage({ at: index } satisfies Told, []);
    const mutant = mutants[index] as Mutant;
    const killer = await killerAmong([own, ...others], file, source, mutant);
    parentPort?.postMessage({ at: index, killer } satisfies Told, []);
  }
  parentPort?.postMessage({ at: mutants.length } satisfies Told, []);
}

const sound = new Map<string, Promise<boolean>>();

/** A test file that fails already because modules were loaded anew tells nothing of a mutant. */
async function isSound(test: string, file: string, source: string): Promise<boolean> {
  const key = `${test} ${file}`;
  const same = { kind: 'none', start: 0, end: 0, put: '', line: 1 };
  const answer = sound.get(key) ?? killerOf(test, file, source, same).then((killer) => killer === undefined);
  sound.set(key, answer);
  return answer;
}

/** Tests beside the own one run only for what that lets live. */
async function killerAmong(tests: readonly string[], file: string, source: string, mutant: Mutant): Promise<string | undefined> {
  for (const test of tests) {
    await known(test);
    const killer = reaches(test, file) && (await isSound(test, file, source)) ? await killerOf(test, file, source, mutant) : undefined;
    if (killer !== undefined) return `${test}: ${killer}`;
  }
  return undefined;
}

parentPort?.on('message', (job: Job) => void work(job));

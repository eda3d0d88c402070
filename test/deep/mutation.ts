import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { dice } from '../worlds/dice.ts';
import { EQUIVALENT } from './equivalent.ts';
import type { Job, Told } from './mutation-worker.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

/** The core, whose tests are tried: pure code, of which every branch has a test beside it. */
const CORE = ['domain', 'grants', 'policy', 'reconcile', 'ledger/chain.ts'];

/** Which files test a folder of the core beside the mirrored one. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain', 'grants', 'policy', 'reconcile', 'ledger'],
  grants: ['grants', 'reconcile'],
  policy: ['policy', 'reconcile'],
  reconcile: ['reconcile'],
  ledger: ['ledger'],
};

/** A corpus takes longer than all the rest, and the mirrored tests know the same; one test puts another module in the place of one. */
const UNFIT = /(?:yaml-suite|mistakes|naughty|formats|conformance|second-reader|document-bug)\.test\.ts$/;

/** Milliseconds without a word after which a mutant hangs. Far more than a busy machine needs for a test file. */
const HUNG = 60_000;

export interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly was: string;
  readonly put: string;
}

export interface Score {
  readonly folder: string;
  readonly mutants: number;
  readonly killed: number;
  /** Of those that live, how many are known to mean the same, each with its reason. */
  readonly equivalent: number;
}

export interface Mutated {
  readonly scores: readonly Score[];
  readonly survivors: readonly Survivor[];
  /** How many mutants the core has in all; the scores are over a sample where they have fewer. */
  readonly all: number;
}

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

function filesIn(path: string): readonly string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(at(path), { recursive: true, encoding: 'utf8' })
    .map((name) => `${path}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !name.includes('/generated/'))
    .toSorted();
}

const testsIn = (folder: string) => filesIn(`test/${folder}`).filter((name) => name.endsWith('.test.ts') && !UNFIT.test(name));

interface Aim {
  readonly folder: string;
  readonly file: string;
  readonly mutants: readonly Mutant[];
}

/** Mutants of the core, or of each of its folders a sample of so many; `only` narrows it to files whose path holds it. */
export async function mutate({
  sample,
  seed,
  only = '',
}: {
  readonly sample?: number;
  readonly seed: number;
  readonly only?: string;
}): Promise<Mutated> {
  const all = CORE.flatMap((folder) =>
    filesIn(`src/${folder}`)
      .filter((file) => file.includes(only))
      .map((file) => aimAt(folder, file)),
  );
  const aims = CORE.flatMap((folder) =>
    sampled(
      all.filter((one) => one.folder === folderOf(folder)),
      sample,
      seed,
    ),
  ).filter(({ mutants }) => mutants.length > 0);
  const survivors: Survivor[] = [];
  const counts = new Map<string, { mutants: number; killed: number; equivalent: number }>();
  const queue = [...aims];
  const hand = async (): Promise<void> => {
    const bench = openBench();
    for (let aim = queue.shift(); aim !== undefined; aim = queue.shift()) {
      const alive = await livingOf(aim, bench);
      const living = alive.map((mutant) => survivorOf(aim.file, mutant));
      const same = living.filter(isEquivalent);
      const count = counts.get(aim.folder) ?? { mutants: 0, killed: 0, equivalent: 0 };
      counts.set(aim.folder, {
        mutants: count.mutants + aim.mutants.length,
        killed: count.killed + aim.mutants.length - living.length,
        equivalent: count.equivalent + same.length,
      });
      survivors.push(...living.filter((one) => !isEquivalent(one)));
    }
    await bench.close();
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, hand));
  return {
    all: all.reduce((sum, { mutants }) => sum + mutants.length, 0),
    scores: [...counts].map(([folder, count]) => ({ folder, ...count })).toSorted((a, b) => (a.folder < b.folder ? -1 : 1)),
    survivors: survivors.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
  };
}

const folderOf = (folder: string): string => folder.replace(/\/.*$/, '');

function aimAt(folder: string, file: string): Aim {
  return { folder: folderOf(folder), file, mutants: mutantsOf(file, readFileSync(at(file), 'utf8')) };
}

/** So many of a folder's mutants, by the seed, each with the same chance. */
function sampled(aims: readonly Aim[], sample: number | undefined, seed: number): readonly Aim[] {
  if (sample === undefined) return aims;
  const one = dice(seed);
  const drawn = aims.flatMap(({ mutants }) => mutants.map((mutant) => ({ mutant, key: one.next() })));
  const limit = drawn.map(({ key }) => key).toSorted((a, b) => a - b)[sample] ?? Infinity;
  const kept = new Set(drawn.filter(({ key }) => key < limit).map(({ mutant }) => mutant));
  return aims.map((aim) => ({ ...aim, mutants: aim.mutants.filter((mutant) => kept.has(mutant)) }));
}

/** Those that no test has killed. One that hangs is killed. */
async function livingOf({ folder, file, mutants }: Aim, bench: Bench): Promise<readonly Mutant[]> {
  const own = file.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');
  const beside = (FOLDERS[folder] ?? []).flatMap(testsIn).filter((test) => test !== own);
  const tests = existsSync(at(own)) ? [own, ...beside] : beside;
  const alive: Mutant[] = [];
  for (let from = 0; from < mutants.length;) from = await bench.tried({ file, mutants, tests, from }, alive);
  return alive;
}

/** Loaded modules are never let go, so a worker that has seen so many mutants gives way to a fresh one. */
const MOST = 250;

interface Bench {
  /** Tries mutants from one on, and answers from which to go on. */
  tried(job: Job, alive: Mutant[]): Promise<number>;
  close(): Promise<unknown>;
}

function openBench(): Bench {
  let worker = startWorker();
  let seen = 0;
  const anew = async () => {
    await worker.terminate();
    worker = startWorker();
    seen = 0;
  };
  return {
    tried: async (job, alive) => {
      if (seen >= MOST) await anew();
      seen += job.mutants.length;
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      let current = job.from - 1;
      const timer = setTimeout(() => void anew().then(() => resolve(current + 1)), HUNG);
      const hear = (told: Told) => {
        timer.refresh();
        current = told.at;
        if ('killer' in told && told.killer === undefined) alive.push(job.mutants[told.at] as Mutant);
        if (told.at === job.mutants.length) resolve(told.at);
      };
      worker.on('message', hear);
      worker.once('error', reject);
      worker.postMessage(job, []);
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
        worker.off('message', hear);
        worker.off('error', reject);
      }
    },
    close: () => worker.terminate(),
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./mutation-worker.ts', import.meta.url), { stdout: true, stderr: true });
}

function survivorOf(file: string, { line, kind, start, end, put }: Mutant): Survivor {
  return { file, line, kind, was: readFileSync(at(file), 'utf8').slice(start, end).replaceAll(/\s+/g, ' '), put };
}

function isEquivalent({ file, was, put }: Survivor): boolean {
  return EQUIVALENT.some((one) => one.file === file && one.was === was && one.put === put);
}

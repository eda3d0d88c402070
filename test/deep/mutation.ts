import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { dice } from '../worlds/dice.ts';
import { EQUIVALENT } from './equivalent.ts';
import type { Job, Learned, Told, Trial } from './mutation-worker.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { type Group, GROUPS } from './mutated.ts';
import { type Asked, comingBy, type Survey, type Surveyed } from './survey.ts';

/** A corpus takes longer than all the rest, and the mirrored tests know the same; one test puts another module in the place of one. */
const UNFIT = /(?:yaml-suite|naughty|formats|conformance|second-reader|document-bug)\.test\.ts$/;

/** Milliseconds without a word after which a mutant waits for what never comes. Far more than a busy machine needs for a test file. */
const WAITS = 120_000;

export interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly was: string;
  readonly put: string;
  /** The line that it stands on. */
  readonly text: string;
}

export interface Score {
  /** The name of a group. */
  readonly folder: string;
  readonly core: boolean;
  readonly mutants: number;
  readonly killed: number;
  /** Of those that live, how many are known to mean the same, each with its reason. */
  readonly equivalent: number;
}

export interface Mutated {
  readonly scores: readonly Score[];
  readonly survivors: readonly Survivor[];
  /** Test files that do not load here, and why: a mutant that only they would notice counts as alive. */
  readonly leftOut: readonly string[];
  /** How many mutants there are in all; the scores are over a sample where they have fewer. */
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
  readonly group: Group;
  readonly file: string;
  readonly mutants: readonly Mutant[];
}

/** All mutants, or of each group a sample of so many; `only` narrows it to files whose path holds it, `again` to those that lived before. */
export async function mutate({
  sample,
  seed,
  only = '',
  again,
  hands = Math.min(2, availableParallelism()),
}: {
  readonly sample?: number;
  readonly seed: number;
  readonly only?: string;
  readonly again?: readonly Survivor[];
  readonly hands?: number;
}): Promise<Mutated> {
  const all = GROUPS.map((group) => aimsAt(group, only).map((aim) => (again === undefined ? aim : thoseOf(aim, again))));
  const aims = all.flatMap((some) => sampled(some, sample, seed)).filter(({ mutants }) => mutants.length > 0);
  const survey = await surveyed({
    tests: [...new Set(aims.flatMap(({ group, file }) => testsOf(group, file)))],
    places: Object.fromEntries(aims.map(({ file, mutants }) => [file, [...new Set(mutants.map((mutant) => mutant.at))]])),
  });
  const found = await livingIn(aims, survey, hands);
  const survivors = found.flatMap(({ living }) => living).filter((one) => !isEquivalent(one));
  return {
    all: all.flat().reduce((sum, { mutants }) => sum + mutants.length, 0),
    leftOut: survey.tests.flatMap(({ known }) => (known.unusable === undefined ? [] : [`${known.test}: ${known.unusable}`])),
    scores: GROUPS.flatMap((group) => scoreOf(group, found)),
    survivors: survivors.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
  };
}

interface Found {
  readonly aim: Aim;
  readonly living: readonly Survivor[];
}

/** Each hand has a bench, and takes file after file. */
async function livingIn(aims: readonly Aim[], survey: Survey, hands: number): Promise<readonly Found[]> {
  const queue = [...aims];
  const found: Found[] = [];
  const work = async (): Promise<void> => {
    const bench = openBench(survey);
    for (let aim = queue.shift(); aim !== undefined; aim = queue.shift()) found.push({ aim, living: await livingOf(aim, bench, survey) });
    await bench.close();
  };
  await Promise.all(Array.from({ length: hands }, work));
  return found;
}

/** All test files run once as they stand, in a worker that counts what they run: code that the engine has drawn into other code is not counted. */
async function surveyed(asked: Asked): Promise<Survey> {
  setFlagsFromString('--no-opt --no-maglev');
  try {
    return await counted(asked);
  } finally {
    setFlagsFromString('--opt --maglev');
  }
}

function counted(asked: Asked): Promise<Survey> {
  const { promise, resolve, reject } = Promise.withResolvers<Survey>();
  const worker = new Worker(new URL('./survey-worker.ts', import.meta.url), { workerData: asked, stdout: true, stderr: true });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('the survey of the tests ended without a word')));
  return promise;
}

function scoreOf(group: Group, found: readonly Found[]): readonly Score[] {
  const own = found.filter(({ aim }) => aim.group === group);
  const sum = (of: (one: Found) => number) => own.reduce((total, one) => total + of(one), 0);
  const mutants = sum(({ aim }) => aim.mutants.length);
  const killed = mutants - sum(({ living }) => living.length);
  const equivalent = sum(({ living }) => living.filter(isEquivalent).length);
  return mutants === 0 ? [] : [{ folder: group.name, core: group.core, mutants, killed, equivalent }];
}

function aimsAt(group: Group, only: string): readonly Aim[] {
  const files = group.files.flatMap((path) => filesIn(`src/${path}`)).filter((file) => file.includes(only));
  return files.map((file) => ({ group, file, mutants: mutantsOf(file, readFileSync(at(file), 'utf8')) }));
}

/** Those mutants that lived before, wherever their line stands by now. */
function thoseOf(aim: Aim, before: readonly Survivor[]): Aim {
  const keyOf = ({ file, kind, was, put, text }: Survivor) => JSON.stringify([file, kind, was, put, text]);
  const wanted = new Set(before.map(keyOf));
  return { ...aim, mutants: aim.mutants.filter((mutant) => wanted.has(keyOf(survivorOf(aim.file, mutant)))) };
}

/** So many of a group's mutants, by the seed, each with the same chance. */
function sampled(aims: readonly Aim[], sample: number | undefined, seed: number): readonly Aim[] {
  if (sample === undefined) return aims;
  const one = dice(seed);
  const drawn = aims.flatMap(({ mutants }) => mutants.map((mutant) => ({ mutant, key: one.next() })));
  const limit = drawn.map(({ key }) => key).toSorted((a, b) => a - b)[sample] ?? Infinity;
  const kept = new Set(drawn.filter(({ key }) => key < limit).map(({ mutant }) => mutant));
  return aims.map((aim) => ({ ...aim, mutants: aim.mutants.filter((mutant) => kept.has(mutant)) }));
}

/** The mirrored test of a file first, then those of its group's folders. */
function testsOf({ tests }: Group, file: string): readonly string[] {
  const own = file.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');
  const beside = tests.flatMap(testsIn).filter((test) => test !== own);
  return existsSync(at(own)) ? [own, ...beside] : beside;
}

/** Those that no test has killed. One that hangs or takes all memory is killed. */
async function livingOf({ group, file, mutants }: Aim, bench: Bench, survey: Survey): Promise<readonly Survivor[]> {
  const [own, ...beside] = testsOf(group, file);
  const asked = survey.tests.filter(({ known }) => known.test === own || beside.includes(known.test));
  const inOrder = asked.toSorted((a, b) => Number(b.known.test === own) - Number(a.known.test === own) || a.known.ms - b.known.ms);
  const trials = mutants.map((mutant): Trial => ({ mutant, tests: inOrder.flatMap((one) => partOf(survey, one, file, mutant)) }));
  const alive: Mutant[] = [];
  for (let from = 0; from < trials.length;) from = await bench.tried({ file, trials, from }, alive);
  return alive.map((mutant) => survivorOf(file, mutant));
}

/** What of a test file is asked about a mutant, if anything. */
function partOf(survey: Survey, one: Surveyed, file: string, { at: place }: Mutant): Trial['tests'] {
  const { test } = one.known;
  const part = comingBy(survey, one, file, place);
  if (part === 'none') return [];
  return part === 'all' ? [{ test }] : [{ test, only: part }];
}

/** Loaded modules are never let go, so a worker that has run so many test files gives way to a fresh one. */
const MOST = 400;

interface Bench {
  /** Tries mutants from one on, and answers from which to go on. */
  tried(job: Job, alive: Mutant[]): Promise<number>;
  close(): Promise<unknown>;
}

function openBench(survey: Survey): Bench {
  let worker = startWorker(survey);
  let ran = 0;
  return {
    tried: async (job, alive) => {
      const isFresh = ran === 0;
      const stop = await toldBy(worker, job, alive, () => (ran += 1));
      if (stop.why === 'done') return stop.at;
      await worker.terminate();
      worker = startWorker(survey);
      ran = 0;
      // What ends a worker may be what it did before, such as the memory that it has taken: only the first mutant of one answers for it.
      return stop.why === 'ended' && !(isFresh && stop.at === job.from) ? stop.at : stop.at + 1;
    },
    close: () => worker.terminate(),
  };
}

/** Where a worker stopped: all is done, it is worn out or hung after a mutant, or a mutant ended it. */
interface Stop {
  readonly at: number;
  readonly why: 'done' | 'worn' | 'hung' | 'ended';
}

/** Hands a worker a job, and answers where it stopped. */
async function toldBy(worker: Worker, job: Job, alive: Mutant[], count: () => number): Promise<Stop> {
  const { promise, resolve, reject } = Promise.withResolvers<Stop>();
  let current = job.from - 1;
  const dog = watchdog(worker, () => resolve({ at: current, why: 'hung' }));
  const hear = (told: Told) => {
    const ran = count();
    dog.heard('seconds' in told ? told.seconds : Infinity);
    current = told.at;
    if ('killer' in told && told.killer === undefined) alive.push((job.trials[told.at] as Trial).mutant);
    if (told.at === job.trials.length) resolve({ at: told.at, why: 'done' });
    else if ('killer' in told && ran > MOST) resolve({ at: told.at, why: 'worn' });
  };
  // What a mutant throws behind the back of a test ends the worker, as it would end a run of tests.
  const fail = (error: Error) => (current < job.from ? reject(error) : resolve({ at: current, why: 'ended' }));
  worker.on('message', hear);
  worker.once('error', fail);
  worker.postMessage(job, []);
  try {
    return await promise;
  } finally {
    dog.stop();
    worker.off('message', hear);
    worker.off('error', fail);
  }
}

/** Looks every second whether a worker is in a loop, by what it takes of its processor, or waits for nothing; each word tells how much it may take until the next. */
function watchdog(worker: Worker, hangs: () => void): { heard(seconds: number): void; stop(): void } {
  let [word, used, most] = [performance.now(), 0, Infinity];
  let fresh = true;
  const look = async () => {
    const { user, system } = await worker.cpuUsage();
    const now = (user + system) / 1e6;
    if (fresh) used = now;
    fresh = false;
    if (now - used > most || performance.now() - word > WAITS) hangs();
  };
  // One that has ended says so itself.
  const timer = setInterval(() => void look().catch(() => undefined), 1000);
  return {
    heard: (seconds) => {
      word = performance.now();
      most = seconds;
      fresh = true;
    },
    stop: () => clearInterval(timer),
  };
}

/** A mutant that collects without end is to end its worker and not the machine. */
function startWorker({ tests, importers }: Survey): Worker {
  const worker = new Worker(new URL('./mutation-worker.ts', import.meta.url), {
    workerData: { tests: tests.map(({ known }) => known), importers } satisfies Learned,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1500 },
  });
  // It may fail once more while it is ended for a mutant that hangs.
  worker.on('error', () => undefined);
  return worker;
}

function survivorOf(file: string, { line, kind, start, end, put }: Mutant): Survivor {
  const source = readFileSync(at(file), 'utf8');
  return { file, line, kind, was: source.slice(start, end).replaceAll(/\s+/g, ' '), put, text: source.split('\n')[line - 1]?.trim() ?? '' };
}

function isEquivalent({ file, was, put, text }: Survivor): boolean {
  return EQUIVALENT.some((one) => one.file === file && one.was === was && one.put === put && text.includes(one.on ?? ''));
}

import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutants.ts';

/**
 * Runs test files within this process, over a source tree of which one file is changed. Only what leads from a test to the changed file
 * is loaded anew; the rest, the packages and `expect` among it, is loaded once.
 */

const ROOT = new URL('../../', import.meta.url);
const VITEST = import.meta.resolve('vitest');

interface Running {
  readonly number: number;
  readonly file: string;
  readonly text: string;
  /** URLs of what leads to the changed file, itself among them. */
  readonly anew: ReadonlySet<string>;
}

type Case = { readonly name: string; readonly run: () => unknown };

let running: Running | undefined;
let cases: Case[] = [];
let number = 0;
const sources = new Map<string, string>();
/** By URL who imports it. */
const importers = new Map<string, Set<string>>();

const plain = (url: string): string => url.replace(/\?.*$/, '');
const isOwn = (url: string): boolean => url.startsWith(ROOT.href) && !url.includes('/node_modules/') && plain(url).endsWith('.ts');

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'vitest') return { url: 'grantkeeper:vitest', format: 'module', shortCircuit: true };
    const parent = plain(context.parentURL ?? '');
    const resolved = next(specifier, context);
    const url = plain(resolved.url);
    if (!isOwn(url)) return resolved;
    if (parent !== '') importers.set(url, (importers.get(url) ?? new Set()).add(parent));
    return running?.anew.has(url) === true ? { ...resolved, url: `${url}?${running.number}` } : { ...resolved, url };
  },
  load(url, context, next) {
    if (url === 'grantkeeper:vitest') return { format: 'module', source: SHIM, shortCircuit: true };
    if (!isOwn(url)) return next(url, context);
    const own = plain(url);
    if (running !== undefined && url !== own && own === running.file)
      return { format: 'module', source: stripTypeScriptTypes(running.text), shortCircuit: true };
    const known = sources.get(own) ?? stripTypeScriptTypes(readFileSync(fileURLToPath(own), 'utf8'));
    sources.set(own, known);
    return { format: 'module', source: known, shortCircuit: true };
  },
});

/** What test files take from vitest: its own expect, and describe and it that only collect. */
const SHIM = `
import { chai } from ${JSON.stringify(VITEST)};
globalThis.grantkeeperBench.teach(chai);
export { expect, vi } from ${JSON.stringify(VITEST)};
export const { describe, it, test, beforeAll, afterAll, beforeEach, afterEach } = globalThis.grantkeeperBench;
`;

const rows = (table: readonly unknown[]) => table.map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
const add = (name: string, second: unknown, third?: unknown) => {
  const run = (typeof second === 'function' ? second : third) as () => unknown;
  cases.push({ name, run });
};
const skip = () => undefined;

type Hook = () => unknown;

/** What stands around the cases of a file, whichever group it is written in. */
let around = { beforeAll: [] as Hook[], beforeEach: [] as Hook[], afterEach: [] as Hook[] };

/** What shared modules clean up is written once, and done after every file; what was cleaned up for good fails, and is done. */
const ends = new Set<Hook>();

const hooks = {
  beforeAll: (hook: Hook) => void around.beforeAll.push(hook),
  beforeEach: (hook: Hook) => void around.beforeEach.push(hook),
  afterEach: (hook: Hook) => void around.afterEach.push(hook),
  afterAll: (hook: Hook) => void ends.add(hook),
};

function collectAnew(): void {
  cases = [];
  around = { beforeAll: [], beforeEach: [], afterEach: [] };
}

/** Of a file that was loaded, its cases with all that stands around them. */
interface Loaded {
  readonly cases: readonly Case[];
  readonly around: typeof around;
}

/** Runs cases until one is told to be the last; `told` hears of each whether it failed. */
async function perform(
  loaded: Loaded,
  wanted: (known: string, at: number) => boolean,
  told: (known: string, failed: boolean) => Promise<boolean>,
): Promise<void> {
  for (const hook of loaded.around.beforeAll) await hook();
  for (const [at, { name, run }] of loaded.cases.entries()) {
    const known = `${at} ${name}`;
    if (wanted(known, at) && (await told(known, await fails([...loaded.around.beforeEach, run, ...loaded.around.afterEach])))) break;
  }
  for (const hook of ends) if (await fails([hook])) ends.delete(hook);
}

async function fails(steps: readonly Hook[]): Promise<boolean> {
  try {
    for (const step of steps) await step();
    return false;
  } catch {
    return true;
  }
}
const it = Object.assign(add, {
  each: (table: readonly unknown[]) => (name: string, run: (...row: unknown[]) => unknown) => {
    for (const row of rows(table)) cases.push({ name, run: () => run(...row) });
  },
  runIf: (yes: unknown) => (yes ? add : skip),
  skipIf: (yes: unknown) => (yes ? skip : add),
  skip,
});
const group = (_name: string, make: () => void) => make();
const describe = Object.assign(group, {
  each: (table: readonly unknown[]) => (_name: string, make: (...row: unknown[]) => void) => rows(table).forEach((row) => make(...row)),
  runIf: (yes: unknown) => (yes ? group : skip),
  skipIf: (yes: unknown) => (yes ? skip : group),
  skip,
});

let test = '';
let isTaught = false;

interface Chai {
  readonly Assertion: Assertion;
  readonly util: { flag(assertion: object, name: string): unknown };
}

interface Assertion {
  overwriteMethod(name: string, make: () => (this: object, path: string) => Promise<void>): void;
}

/** Vitest's own asks the runner for the file of a snapshot; here a text is compared with it, and it is never written. */
function teach(chai: Chai): void {
  if (isTaught) return;
  isTaught = true;
  chai.Assertion.overwriteMethod('toMatchFileSnapshot', () => {
    return async function (path) {
      if (readFileSync(new URL(path, urlOf(test)), 'utf8') !== chai.util.flag(this, 'object'))
        throw new Error(`it is not what stands in ${path}`);
    };
  });
}

Object.assign(globalThis, { grantkeeperBench: { describe, it, test: it, teach, ...hooks } });

export const urlOf = (path: string): string => new URL(path, ROOT).href;

/** What a test file does as it stands. */
export interface Known {
  readonly test: string;
  /** Cases that fail unchanged; they are left out later. */
  readonly broken: readonly string[];
  /** Why it does not load here, such as one that Node's own stripping of types does not read. */
  readonly unusable?: string;
  /** What it takes of a processor. */
  readonly ms: number;
}

/** Who imports whom, by URL, of all that was loaded so far. */
export type Importers = readonly (readonly [string, readonly string[]])[];

const DONE = () => Promise.resolve();

/** Runs a test file as it stands; `loaded` is called between its load and its first case, `ended` after each case. */
export async function unchanged(path: string, loaded: () => Promise<unknown> = DONE, ended: () => Promise<unknown> = DONE): Promise<Known> {
  const began = process.threadCpuUsage();
  test = path;
  const own = made.get(path) ?? (await loadedFrom(path));
  if (typeof own === 'string') return { test: path, broken: [], unusable: own, ms: 0 };
  made.set(path, own);
  await loaded();
  const failed: string[] = [];
  await perform(
    own,
    () => true,
    async (known, isFailed) => {
      if (isFailed) failed.push(known);
      await ended();
      return false;
    },
  );
  return { test: path, broken: failed, ms: takenSince(began) };
}

/** Milliseconds of this thread's processor; a clock would tell what else the machine does. */
function takenSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
}

const made = new Map<string, Loaded>();

/** The cases of a test file, or why it does not load. */
async function loadedFrom(path: string): Promise<Loaded | string> {
  collectAnew();
  try {
    await import(urlOf(path));
    return { cases, around };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const importersSeen = (): Importers => [...importers].map(([url, by]) => [url, [...by]]);

/** Takes what another thread has learned of the test files as they stand. */
export function learn(knowns: readonly Known[], seen: Importers): void {
  for (const one of knowns) {
    broken.set(one.test, new Set(one.broken));
    if (one.unusable !== undefined) unusable.add(one.test);
  }
  for (const [url, by] of seen) importers.set(url, new Set(by));
}

const broken = new Map<string, ReadonlySet<string>>();
const unusable = new Set<string>();

/** Whether a test file loads here and reaches a source file. */
export function reaches(test: string, file: string): boolean {
  return !unusable.has(test) && leadingTo(urlOf(file)).has(urlOf(test));
}

function leadingTo(url: string): ReadonlySet<string> {
  const all = new Set([url]);
  for (const one of all) for (const importer of importers.get(one) ?? []) all.add(importer);
  return all;
}

const UNLOADED = 'it does not load';
const NONE: Mutant = { kind: 'none', start: 0, end: 0, put: '', line: 1, at: 0 };

/** What is asked of a test file, all of its cases or those of some numbers, about a source file. */
export interface Question {
  readonly test: string;
  readonly only?: readonly number[];
  readonly file: string;
  readonly source: string;
}

/**
 * Number and name of the first case that a mutant fails; undefined where all of them pass. A case that fails already because modules
 * were loaded anew tells nothing of a mutant.
 */
export async function killerOf(question: Question, mutant: Mutant): Promise<string | undefined> {
  const { test: path, file } = question;
  const key = `${path} ${file}`;
  const sides = judged.get(key) ?? { sound: new Set(), unsound: new Set() };
  judged.set(key, sides);
  for (;;) {
    const killer = await failingIn(question, mutant, sides.unsound);
    if (killer === undefined || sides.sound.has(killer)) return killer;
    if (killer === UNLOADED && sides.unsound.has(UNLOADED)) return undefined;
    const only = killer === UNLOADED ? [] : [Number.parseInt(killer, 10)];
    const same = await failingIn({ ...question, only }, NONE, new Set());
    (same === undefined ? sides.sound : sides.unsound).add(killer);
  }
}

/** By test file and source file which cases pass on the unchanged source, and which do not. */
const judged = new Map<string, { readonly sound: Set<string>; readonly unsound: Set<string> }>();

async function failingIn(
  { test: path, only, file, source }: Question,
  { start, end, put }: Mutant,
  leftOut: ReadonlySet<string>,
): Promise<string | undefined> {
  number += 1;
  test = path;
  const url = urlOf(file);
  running = { number, file: url, text: source.slice(0, start) + put + source.slice(end), anew: leadingTo(url) };
  collectAnew();
  const asked = only === undefined ? undefined : new Set(only);
  let killer: string | undefined;
  try {
    await import(`${urlOf(path)}?${number}`);
    const wanted = (known: string, at: number) => asked?.has(at) !== false && broken.get(path)?.has(known) !== true && !leftOut.has(known);
    await perform({ cases, around }, wanted, (known, isFailed) => {
      if (isFailed) killer = known;
      return Promise.resolve(isFailed);
    });
    return killer;
  } catch {
    return UNLOADED;
  } finally {
    running = undefined;
  }
}

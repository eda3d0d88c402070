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
export { expect, vi, afterAll, beforeAll, afterEach, beforeEach } from ${JSON.stringify(VITEST)};
export const { describe, it, test } = globalThis.grantkeeperBench;
`;

const rows = (table: readonly unknown[]) => table.map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]));
const add = (name: string, second: unknown, third?: unknown) => {
  const run = (typeof second === 'function' ? second : third) as () => unknown;
  cases.push({ name, run });
};
const skip = () => undefined;
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
Object.assign(globalThis, { grantkeeperBench: { describe, it, test: it } });

export const urlOf = (path: string): string => new URL(path, ROOT).href;

/** What a test file does as it stands. */
export interface Known {
  readonly test: string;
  /** Cases that fail unchanged; they are left out later. */
  readonly broken: readonly string[];
  /** Why it does not load here, such as one that Node's own stripping of types does not read. */
  readonly unusable?: string;
  readonly ms: number;
}

/** Who imports whom, by URL, of all that was loaded so far. */
export type Importers = readonly (readonly [string, readonly string[]])[];

/** Runs a test file as it stands; `loaded` is called between its load and its first case. */
export async function unchanged(test: string, loaded: () => Promise<void> = () => Promise.resolve()): Promise<Known> {
  const began = performance.now();
  cases = [];
  try {
    await import(urlOf(test));
  } catch (error) {
    return { test, broken: [], unusable: error instanceof Error ? error.message : String(error), ms: 0 };
  }
  await loaded();
  const failed: string[] = [];
  for (const [at, { run, name }] of cases.entries()) {
    try {
      await run();
    } catch {
      failed.push(`${at} ${name}`);
    }
  }
  return { test, broken: failed, ms: performance.now() - began };
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

/** The cases that fail already because modules were loaded anew: they tell nothing of a mutant. Undefined where the file does not load so. */
export async function failingAnew(test: string, file: string, source: string): Promise<ReadonlySet<string> | undefined> {
  const failed = new Set<string>();
  const none: Mutant = { kind: 'none', start: 0, end: 0, put: '', line: 1, at: 0 };
  for (let more = true; more;) {
    const killer = await killerOf(test, file, source, none, failed);
    if (killer === UNLOADED) return undefined;
    more = killer !== undefined;
    if (killer !== undefined) failed.add(killer);
  }
  return failed;
}

const UNLOADED = 'it does not load';

/** Number and name of the first case that a mutant fails, those to leave out aside; undefined where all of them pass. */
export async function killerOf(
  test: string,
  file: string,
  source: string,
  { start, end, put }: Mutant,
  leftOut: ReadonlySet<string>,
): Promise<string | undefined> {
  number += 1;
  const url = urlOf(file);
  running = { number, file: url, text: source.slice(0, start) + put + source.slice(end), anew: leadingTo(url) };
  cases = [];
  try {
    await import(`${urlOf(test)}?${number}`);
    for (const [at, { run, name }] of cases.entries()) {
      if (broken.get(test)?.has(`${at} ${name}`) === true || leftOut.has(`${at} ${name}`)) continue;
      try {
        await run();
      } catch {
        return `${at} ${name}`;
      }
    }
    return undefined;
  } catch {
    return UNLOADED;
  } finally {
    running = undefined;
  }
}

import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { withLock } from './lock.ts';
import type { Store } from './service.ts';

/** Keeps the very object it is given, so a test may also look at it and change it from outside. */
export function memoryStore<State>(initial: State): Store<State> {
  const alone = queue();
  return { update: async (use) => alone(async () => use(initial)) };
}

/**
 * Keeps the state as JSON in the file at `path`, which starts as `initial` when it is not there.
 * Each update locks `<path>.lock`, reads, and replaces the file whole; a `use` that throws changes nothing.
 * Waits at most `patience` milliseconds for other processes, then throws.
 */
export function fileStore<State>(path: string, initial: State, patience = 10_000): Store<State> {
  const alone = queue();
  const update = async <T>(use: (state: State) => T | Promise<T>): Promise<T> => {
    await mkdir(dirname(path), { recursive: true });
    return withLock(`${path}.lock`, patience, async () => change(path, initial, use));
  };
  return { update: async (use) => alone(async () => update(use)) };
}

async function change<State, T>(path: string, initial: State, use: (state: State) => T | Promise<T>): Promise<T> {
  const before = await contentOf(path);
  const state = before === undefined ? structuredClone(initial) : (parse(path, before) as State);
  const result = await use(state);
  const after = JSON.stringify(state);
  if (after !== before) await replace(path, after);
  return result;
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is not the state of a simulated service: it does not read as JSON`, { cause });
  }
}

/** A reader without the lock sees the old file or the new one, never a half. */
async function replace(path: string, text: string): Promise<void> {
  const next = `${path}.${process.pid}.${randomUUID()}`;
  await writeFile(next, text);
  await rename(next, path);
}

/** Runs one piece of work at a time, in the order of the asking; one that fails does not hold up the next. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}

import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { formatInstant, type Instant, later } from '../domain/instant.ts';
import { withLock } from './lock.ts';
import type { SimClock } from './service.ts';

/** A clock that stands still until it is told to go on. */
export interface FixedClock extends SimClock {
  /** Goes on by `ms` milliseconds and answers the new time. */
  advance(ms: number): Instant;
  /** Goes on to `at`; throws when that lies behind. */
  set(at: Instant): Instant;
}

export function fixedClock(at: Instant): FixedClock {
  let current = at;
  const set = (next: Instant): Instant => (current = forward(current, next));
  return { now: () => current, advance: (ms) => set(later(current, ms)), set };
}

/** A clock that runs like the real one, ahead of it by what it was moved; several processes share it. */
export interface TickingClock extends SimClock {
  /** Moves to an instant, or on by `plus` milliseconds, and answers the new time; throws when that lies behind. */
  move(to: Instant | { readonly plus: number }): Promise<Instant>;
}

/**
 * Keeps in the file at `path` how far it runs ahead of `real`, which tells milliseconds since 1970.
 * Without the file it tells the real time.
 */
export function tickingClock(path: string, real: () => number): TickingClock {
  const now = (): Instant => (real() + aheadOf(path)) as Instant;
  const move = async (to: Instant | { readonly plus: number }): Promise<Instant> => {
    mkdirSync(dirname(path), { recursive: true });
    return withLock(`${path}.lock`, 10_000, async () => {
      const current = now();
      const next = forward(current, typeof to === 'number' ? to : later(current, to.plus));
      await keep(path, aheadOf(path) + (next - current));
      return next;
    });
  };
  return { now, move };
}

/** Time that went back would revive access that has ended, and no cloud does that. */
function forward(current: Instant, next: Instant): Instant {
  if (next >= current) return next;
  throw new Error(`the simulated clock never runs backwards: it is ${formatInstant(current)}, asked for was ${formatInstant(next)}`);
}

function aheadOf(path: string): number {
  const text = contentOf(path);
  if (text === undefined) return 0;
  const ahead = /^\{"ahead":(\d+)\}$/.exec(text)?.[1];
  if (ahead === undefined) throw new Error(`${path} is not the file of a simulated clock: it does not say how far ahead it runs`);
  return Number(ahead);
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function keep(path: string, ahead: number): Promise<void> {
  const next = `${path}.${process.pid}`;
  await writeFile(next, JSON.stringify({ ahead }));
  await rename(next, path);
}

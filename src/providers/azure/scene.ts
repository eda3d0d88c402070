import type { Change } from '../../domain/change.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Mark } from '../../domain/mark.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { CloudReader, Readable } from '../provider.ts';
import type { Connection } from './client.ts';
import type { Assignment } from './wire.ts';

/** Rights are given for each of these alone; `create` is a write that makes a new assignment, of which there is a limit, `request` one to PIM. */
export type Deed = 'write' | 'delete' | 'create' | 'request';

/** The work on one scope while it goes on. */
export interface Scene {
  readonly connection: Connection;
  readonly reader: CloudReader;
  readonly again: (live: readonly LiveBinding[]) => readonly Change[];
  reading: Readable;
  /** What Azure does not let us do here any more, and what it said. */
  readonly denied: Map<Deed, Failure>;
  /** Subscriptions and management groups that Azure called full in this run, in whatever scope of theirs, and what it said. */
  readonly full: Map<string, Failure>;
  /** Ids of assignments that we deleted, with the mark they had: readers may still show them. */
  readonly gone: Map<string, Mark | undefined>;
  /** How often Azure met a hash conflict, by the name of the assignment. */
  readonly clashes: Map<string, number>;
}

/** What came of one try. */
export type Result =
  /** Azure took it; it is to be read back: `desired` of the change stands under the id, or, for a revocation, nothing does. */
  | {
      readonly kind: 'sent';
      readonly change: Change;
      readonly id: string;
      readonly evidence: string;
      /** Asked of PIM: it is read back there. */ readonly byPim?: true;
    }
  | { readonly kind: 'already-so'; readonly evidence: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Not sent: the subscription or management group is full. */
  | { readonly kind: 'held'; readonly failure: Failure }
  /** Nobody knows whether Azure did it, and it could not be read. */
  | { readonly kind: 'unverified'; readonly failure: Failure }
  /** May work in a while: a principal that directories do not know yet, a hash conflict. */
  | { readonly kind: 'later'; readonly failure: Failure };

export type Giving = Exclude<Change, { verb: 'revoke' }>;
export type Taking = Extract<Change, { verb: 'revoke' }>;

/** A result, or why the change must be thought over on what is live now. */
export type Step =
  | Result
  /** What is there is not what was planned on. */
  | { readonly kind: 'stale' }
  /** The connection was cut, or Azure failed: it may have been done. `retryAfter` is what Azure asks to wait, in milliseconds. */
  | { readonly kind: 'unknown'; readonly failure: Failure; readonly retryAfter?: number }
  /** A mark of our stamp that names another grant stands where ours would be written. */
  | { readonly kind: 'marked'; readonly seen: Assignment };

export const failed = (failure: Failure): Result => ({ kind: 'failed', failure });

/** The live list with one binding put in, in place of what has its handle. */
export function withOne(live: readonly LiveBinding[], one: LiveBinding): readonly LiveBinding[] {
  return [...withoutOne(live, one.handle), one];
}

export function withoutOne(live: readonly LiveBinding[], handle: string): readonly LiveBinding[] {
  return live.filter((other) => other.handle.toLowerCase() !== handle.toLowerCase());
}

/** What the plan knew besides is known still: a reading made anew asks for the bindings alone. */
export function withBasis({ reading: { basis } }: Scene, reading: Readable): Readable {
  return { ...reading, basis: { ...(basis as object), ...(reading.basis as object) } };
}

/**
 * Reads the scope anew and asks what of a change is still to do; undefined when nothing is. `seen` is what a read by name showed
 * and a list may not show yet.
 */
export async function reconsider(
  scene: Scene,
  change: Change,
  seen?: LiveBinding,
): Promise<{ readonly next?: Change } | { readonly failure: Failure }> {
  const reading = await scene.reader.read(scene.reading.scope);
  if (!reading.ok) return { failure: reading.failure };
  scene.reading = withBasis(scene, seen === undefined ? reading : { ...reading, live: withOne(reading.live, seen) });
  const next = scene.again(scene.reading.live).find((one) => one.digest === change.digest);
  return next === undefined ? {} : { next };
}

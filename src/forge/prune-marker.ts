import { createHash } from 'node:crypto';

import { compare } from '../domain/finding.ts';
import type { Deletion } from './forge.ts';

/** A line of its own: data in a body is never the whole of a line. Git hosts may end lines with CR and LF. */
const FORM = /^<!-- grantkeeper:prune v1 ([0-9a-f]{64}) -->\r?$/gm;

/** SHA-256 in hex over the set of paths and blobs: the same for the same set in any order. */
export function deletionHash(deletions: readonly Pick<Deletion, 'path' | 'blob'>[]): string {
  const pairs = [...new Set(deletions.map(({ path, blob }) => JSON.stringify([path, blob])))];
  return createHash('sha256').update(pairs.toSorted(compare).join('\n')).digest('hex');
}

/** The hidden line that ends the body of a prune request: `<!-- grantkeeper:prune v1 <hash> -->`. */
export function pruneMarker(deletions: readonly Pick<Deletion, 'path' | 'blob'>[]): string {
  return `<!-- grantkeeper:prune v1 ${deletionHash(deletions)} -->`;
}

/** The hash of the last marker in a body; undefined without one. Anybody can write a marker, so it proves nothing alone. */
export function readPruneMarker(body: string): string | undefined {
  return [...body.matchAll(FORM)].at(-1)?.[1];
}

/** A body with the marker of these deletions below it. */
export function withPruneMarker(body: string, deletions: readonly Pick<Deletion, 'path' | 'blob'>[]): string {
  return `${body.trimEnd()}\n\n${pruneMarker(deletions)}\n`;
}

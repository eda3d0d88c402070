import { createHash } from 'node:crypto';

/** The third that was held out while the rules over verbs were written: the first of all ids in the order of their SHA-256. */
export function heldOut(ids: readonly string[]): ReadonlySet<string> {
  const byHash = new Map(ids.map((id) => [createHash('sha256').update(`held-out:${id}`).digest('hex'), id]));
  const inOrder = [...byHash.keys()].sort().map((hash) => byHash.get(hash) as string);
  return new Set(inOrder.slice(0, Math.ceil(ids.length / 3)));
}

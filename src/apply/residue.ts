import { bindingOf } from '../domain/change.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Residue } from '../domain/residue.ts';
import type { CloudReader, Readable } from '../providers/provider.ts';

/**
 * What each principal still has at the scope after something was taken from them there: a revocation ends one binding, and nobody's
 * access by a group or from above. Asked once for each principal; a cloud that cannot tell says nothing.
 */
export async function withResidue(outcomes: readonly Outcome[], reading: Readable, reader: CloudReader): Promise<readonly Outcome[]> {
  const ended = outcomes.filter(isEnded);
  if (reader.residue === undefined || ended.length === 0) return outcomes;
  const taken = new Set(ended.flatMap(({ change }) => ('live' in change ? [change.live.handle] : [])));
  const members = new Map(ended.map(({ change }) => [bindingOf(change).member.id, bindingOf(change).member]));
  const known = new Map<string, Residue>();
  for (const [id, member] of members) known.set(id, without(taken, await reader.residue(reading, member)));
  return outcomes.map((one) => {
    const left = isEnded(one) ? known.get(bindingOf(one.change).member.id) : undefined;
    return left === undefined ? one : { ...one, residue: left };
  });
}

/** What gave nothing yet leaves nothing behind. */
function isEnded({ change, status }: Outcome): boolean {
  const isDone = status === 'applied' || status === 'already-so' || status === 'unverified';
  return isDone && change.verb === 'revoke' && change.live.standby === undefined;
}

/** Readers may lag and still show what was just taken. */
function without(taken: ReadonlySet<string>, residue: Residue): Residue {
  return residue.known ? { ...residue, held: residue.held.filter(({ handle }) => !taken.has(handle)) } : residue;
}

import type { Instant } from '../../domain/instant.ts';
import type { RecallVersion } from '../../reconcile/recall-history.ts';
import type { Timeline } from '../../reconcile/timeline.ts';

/**
 * Since when a version counts, and whether the one before it stands, hangs on all versions before. So a doubt about one is a
 * doubt about the id, whatever came later: else an answer that failed could lengthen a grant, or withdraw it.
 */
export function unsettled(timeline: Timeline): Timeline {
  const doubt = timeline.versions.map(({ proof }) => proof).find((proof) => proof?.kind === 'doubt');
  if (doubt?.kind !== 'doubt') return timeline;
  // A deleted file asks for nothing, whoever approved it. But nobody can say that its end has passed: it is withdrawn, not lapsed.
  if (timeline.tip.body.kind === 'deleted') return { ...timeline, latestEnd: Math.max(...timeline.ends) as Instant };
  return { ...timeline, doubt: doubt.reason };
}

/** Liftings as this run takes them: one that could not be looked up counts, or a forge that fails would recall people anew. */
export function takenAsLifted<T extends Pick<RecallVersion, 'proof'>>(version: T): T {
  return version.proof?.kind === 'doubt' ? { ...version, proof: { kind: 'proved', by: [] } } : version;
}

/** Then nobody knows who may be granted anything, so the run is not one that decides. */
export function liftingTrouble(versions: readonly (Pick<RecallVersion, 'proof'> & { readonly path: string })[]): string | undefined {
  const open = versions.find(({ proof }) => proof?.kind === 'doubt');
  return open?.proof?.kind === 'doubt' ? `who let ${open.path} be deleted could not be looked up: ${open.proof.reason}` : undefined;
}

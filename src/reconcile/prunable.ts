import { compare } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import type { Period } from '../domain/period.ts';
import { later } from '../domain/instant.ts';
import { isOver } from './stage.ts';
import type { Timeline } from './timeline.ts';

/** A grant file whose time is over and of which nothing is left in any cloud. */
export interface Prunable {
  readonly grant: string;
  readonly path: string;
  readonly blob: string;
  readonly principals: readonly string[];
  readonly ended: Instant;
}

export interface PruneFacts {
  readonly now: Instant;
  /** How long after its end a file stays. */
  readonly after: Period;
  /** Whether a complete read of this very run shows that nothing the grant ever asked for is still ours. */
  isGone(grant: string): boolean;
}

/** Lapsed files, by path. An unreadable file is never one: nobody knows its end. */
export function prunable(timelines: Iterable<Timeline>, facts: PruneFacts): readonly Prunable[] {
  const found = [...timelines].flatMap((timeline) => {
    const { tip, ends, id } = timeline;
    if (tip.body.kind !== 'grant' || timeline.doubt !== undefined) return [];
    const ended = Math.max(...ends) as Instant;
    if (!isOver(later(ended, facts.after), facts.now) || !facts.isGone(id)) return [];
    return [{ grant: id, path: tip.path, blob: tip.blob, principals: tip.body.grant.principals, ended }];
  });
  return found.sort((a, b) => compare(a.path, b.path));
}

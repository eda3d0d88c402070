import type { Instant } from '../domain/instant.ts';
import { freeName } from '../domain/name.ts';
import type { Refusal } from '../domain/plan.ts';
import { endOf } from './end.ts';
import type { Recalled } from './recalls.ts';
import { isOver } from './stage.ts';
import { SPENT, type Timeline, type Version } from './timeline.ts';

type Timelines = ReadonlyMap<string, Timeline>;

/** An id that was deleted, and of which nothing is there any more. */
export function deadId(grant: string, timelines: Timelines): Refusal {
  const message = `the id ${grant} is spent: its file was deleted and nothing of it is there any more`;
  return { code: SPENT, message, hint: askAnew(grant, timelines), grant, holds: [] };
}

/**
 * Ids that landed before somebody's recall was lifted, and that came back after it: they stay dead for that human, and for nobody
 * else. Those that nobody touched since are nothing to be told about.
 */
export function recalledIds(timelines: Timelines, { lifted }: Recalled, now: Instant): readonly Refusal[] {
  return [...timelines.values()].flatMap(({ id, firstLanded, standing, tip }) => {
    if (standing === undefined || tip.body.kind !== 'grant' || isOver(endOf(standing.grant, standing.landing), now)) return [];
    const dead = standing.grant.principals.filter((name) => {
      const at = lifted.get(name);
      return at !== undefined && (firstLanded as Version).position < at && tip.position >= at;
    });
    if (dead.length === 0) return [];
    const message = `${id}: ${dead.join(', ')} had been recalled, so this id gives nothing there any more`;
    return [{ code: 'GK3105', message, hint: askAnew(id, timelines), grant: id, holds: [] }];
  });
}

/** Only a complete read shows that nothing is left of it. */
export function unknownId(grant: string, unread: number): Refusal {
  const message = `${grant}: its file was deleted once, and whether anything of it is still there is not known: ${unread} scopes were not read`;
  return { code: 'GK3102', message, hint: 'Nothing of it is granted in this run; the next one looks again.', grant, holds: [] };
}

export function askAnew(grant: string, timelines: Timelines): string {
  return `Ask again under a name that was never used, such as ${freeName(grant, (name) => timelines.has(name))}.`;
}

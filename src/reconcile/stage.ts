import type { Instant } from '../domain/instant.ts';

export type Stage = 'scheduled' | 'active' | 'expiring' | 'grace' | 'lapsed' | 'recalled';

export interface Life {
  readonly begins: Instant;
  /** The end without grace. */
  readonly softEnd: Instant;
  readonly until: Instant;
  readonly recalled: boolean;
}

/** How long before its end a grant is called expiring where policy says nothing: one hour, in milliseconds. */
export const EXPIRING = 3600_000;

/** Where in its life a grant is. This file alone compares with the run's instant; at the second of the end it is over. */
export function stageAt(life: Life, now: Instant, notice: number = EXPIRING): Stage {
  if (life.recalled) return 'recalled';
  if (isOver(life.until, now)) return 'lapsed';
  if (!hasBegun(life.begins, now)) return 'scheduled';
  if (isOver(life.softEnd, now)) return 'grace';
  return isOver((life.softEnd - notice) as Instant, now) ? 'expiring' : 'active';
}

export function isOver(end: Instant, now: Instant): boolean {
  return now >= end;
}

export function hasBegun(start: Instant, now: Instant): boolean {
  return start <= now;
}

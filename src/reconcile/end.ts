import type { Grant } from '../domain/grant.ts';
import { type Instant, later } from '../domain/instant.ts';

/** When a grant begins, once it has landed: never before its `starts`. */
export function beginOf(grant: Grant, landing: Instant): Instant {
  return Math.max(landing, grant.starts ?? landing) as Instant;
}

/** The end of a grant without its grace: the earlier of `expires` and begin + `duration`. */
export function softEndOf(grant: Grant, landing: Instant): Instant {
  if (grant.duration === undefined) return grant.expires;
  return Math.min(grant.expires, later(beginOf(grant, landing), grant.duration)) as Instant;
}

/**
 * The end, grace included. Every text, mark and test means this one. The `left` of a principal cuts it
 * further, for that principal alone.
 */
export function endOf(grant: Grant, landing: Instant): Instant {
  return later(softEndOf(grant, landing), grant.grace);
}

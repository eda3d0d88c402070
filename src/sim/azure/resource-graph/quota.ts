import type { Instant } from '../../../domain/instant.ts';
import type { AzureState } from '../state.ts';

/** What is left of the queries of a principal, and after how many milliseconds they all are there again. */
export interface Quota {
  readonly ok: boolean;
  readonly left: number;
  readonly resetsAfter: number;
}

/** Guidance for throttled requests in Azure Resource Graph: so many queries in a window, for each principal. */
const WINDOW = { queries: 15, ms: 5000 } as const;

/** Counts one query, and refuses it where the world throttles and none is left. */
export function counted(state: AzureState, principalId: string, at: Instant): Quota {
  const key = `${principalId} queries`;
  const known = state.buckets[key];
  const window = known === undefined || at - known.at >= WINDOW.ms ? { left: WINDOW.queries, at } : known;
  state.buckets[key] = window;
  const ok = window.left > 0 || state.manner.throttle === undefined;
  window.left = Math.max(0, window.left - 1);
  return { ok, left: window.left, resetsAfter: WINDOW.ms - (at - window.at) };
}

/** `x-ms-user-quota-resets-after` is hh:mm:ss. */
export function quotaHeaders({ left, resetsAfter }: Quota): Record<string, string> {
  const after = new Date(Math.ceil(resetsAfter / 1000) * 1000).toISOString().slice(11, 19);
  return { 'x-ms-user-quota-remaining': String(left), 'x-ms-user-quota-resets-after': after };
}

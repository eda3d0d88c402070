import type { Instant } from '../../domain/instant.ts';
import type { Rate } from './manner.ts';
import type { AzureState } from './state.ts';

/** What was left in a token bucket at a moment. */
export interface Bucket {
  left: number;
  at: Instant;
}

export type Operation = 'reads' | 'writes' | 'deletes';

/** What the buckets say to one call: how many more may follow, or in how many whole seconds to come again. */
export type Allowance = { readonly ok: true; readonly left: number } | { readonly ok: false; readonly retryAfter: number };

/** What a bucket that nobody turned on seems to hold: its size less this call. */
const UNTOUCHED = { reads: 249, writes: 199, deletes: 199 } as const;

/** A query of Resource Graph is a POST that reads; it has a quota of its own besides. */
export function operationOf(method: string, namespace = ''): Operation {
  if (method === 'GET' || method === 'HEAD' || namespace === 'microsoft.resourcegraph') return 'reads';
  return method === 'DELETE' ? 'deletes' : 'writes';
}

/**
 * Takes one token. Azure resource manager: request limits and throttling: buckets are kept per principal, per subscription
 * (or tenant) and per kind of operation, and refill steadily.
 */
export function draw(state: AzureState, of: { principalId: string; within: string; operation: Operation }, at: Instant): Allowance {
  const rate = state.manner.throttle?.[of.operation];
  if (rate === undefined) return { ok: true, left: UNTOUCHED[of.operation] };
  const key = [of.principalId, of.within, of.operation].join(' ');
  const bucket = refilled(state.buckets[key], rate, at);
  state.buckets[key] = bucket;
  if (bucket.left < 1) return { ok: false, retryAfter: Math.ceil((1 - bucket.left) / rate.perSecond) };
  bucket.left -= 1;
  return { ok: true, left: Math.floor(bucket.left) };
}

function refilled(bucket: Bucket | undefined, rate: Rate, at: Instant): Bucket {
  if (bucket === undefined) return { left: rate.burst, at };
  const gained = ((at - bucket.at) / 1000) * rate.perSecond;
  return { left: Math.min(rate.burst, bucket.left + Math.max(0, gained)), at };
}

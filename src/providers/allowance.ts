import type { Access } from './provider.ts';

/** What a cloud lets one caller do: so many calls at once, and so many more for each millisecond. */
export interface Rate {
  readonly burst: number;
  readonly perMs: number;
}

/** A little is left to clocks that differ: the cloud counts on its own. */
const SHARE = 0.98;

interface Bucket {
  tokens: number;
  /** By the given clock. */
  at: number;
  /** The calls that wait stand in one line, and only its first one sleeps. */
  line: Promise<void>;
  waiting: number;
}

/** Reader and writer of one run, and the identities of one process, draw on the same allowance. */
const buckets = new WeakMap<Access['fetch'], Map<string, Bucket>>();

/** Waits until one more call stays below the rate of its kind; at once where it does, and where the service is known to have none. */
export async function allowed(access: Access, kind: string, rate: Rate): Promise<void> {
  if (access.quotas === 'none') return;
  const bucket = bucketOf(access, kind, rate);
  if (bucket.waiting === 0 && drawn(bucket, rate, access.clock())) return;
  bucket.waiting += 1;
  const turn = bucket.line.then(() => waitFor(bucket, rate, access));
  bucket.line = turn;
  await turn;
}

async function waitFor(bucket: Bucket, rate: Rate, access: Access): Promise<void> {
  if (!drawn(bucket, rate, access.clock())) {
    await access.sleep(Math.ceil((1 - bucket.tokens) / (rate.perMs * SHARE)));
    // A timer that fires a little early leaves a debt, which the next call waits for.
    if (!drawn(bucket, rate, access.clock())) bucket.tokens -= 1;
  }
  bucket.waiting -= 1;
}

/** Takes one token where there is one. */
function drawn(bucket: Bucket, rate: Rate, now: number): boolean {
  const gained = Math.max(0, now - bucket.at) * rate.perMs * SHARE;
  bucket.tokens = Math.min(rate.burst, bucket.tokens + gained);
  bucket.at = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

function bucketOf(access: Access, kind: string, { burst }: Rate): Bucket {
  const all = buckets.get(access.fetch) ?? new Map<string, Bucket>();
  buckets.set(access.fetch, all);
  const bucket = all.get(kind) ?? { tokens: burst, at: access.clock(), line: Promise.resolve(), waiting: 0 };
  all.set(kind, bucket);
  return bucket;
}

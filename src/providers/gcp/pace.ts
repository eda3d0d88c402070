import type { Access } from '../provider.ts';
import type { Call } from '../transport.ts';

/** What counts together against one limit of a project. */
type Quota = 'projectReads' | 'projectWrites' | 'iamReads' | 'iamWrites' | 'policySearches' | 'denyReads' | 'denyWrites';

/**
 * Calls a minute that Google lets one project make (Resource Manager: "Quotas and limits"; IAM: "Quotas and limits"; Cloud Asset
 * Inventory: "Quotas and limits"). A quota for a minute may be used up at once, so that is how much a full bucket holds.
 */
const PER_MINUTE: Readonly<Record<Quota, number>> = {
  projectReads: 600,
  projectWrites: 600,
  iamReads: 6000,
  iamWrites: 600,
  policySearches: 400,
  denyReads: 5,
  denyWrites: 5,
};

/** A little is left to clocks that differ: Google counts on its own. */
const SHARE = 0.98;

const MINUTE = 60_000;

interface Bucket {
  tokens: number;
  /** By the given clock. */
  at: number;
  /** The calls that wait stand in one line, and only its first one sleeps. */
  line: Promise<void>;
  waiting: number;
}

/** Reader and writer of one run, and the identities of one process, draw on the same project. */
const buckets = new WeakMap<Access['fetch'], Map<Quota, Bucket>>();

/** Waits until one more call of this kind stays below the published quota; at once where it does or none is known. */
export async function paced(access: Access, call: Pick<Call, 'url' | 'method'>): Promise<void> {
  const quota = access.quotas === 'none' ? undefined : quotaOf(call);
  if (quota === undefined) return;
  const bucket = bucketOf(access, quota);
  if (bucket.waiting === 0 && drawn(bucket, quota, access.clock())) return;
  bucket.waiting += 1;
  const turn = bucket.line.then(() => waitFor(bucket, quota, access));
  bucket.line = turn;
  await turn;
}

async function waitFor(bucket: Bucket, quota: Quota, access: Access): Promise<void> {
  if (!drawn(bucket, quota, access.clock())) {
    await access.sleep(Math.ceil((1 - bucket.tokens) / rateOf(quota)));
    // A timer that fires a little early leaves a debt, which the next call waits for.
    if (!drawn(bucket, quota, access.clock())) bucket.tokens -= 1;
  }
  bucket.waiting -= 1;
}

/** Takes one token where there is one. */
function drawn(bucket: Bucket, quota: Quota, now: number): boolean {
  const gained = Math.max(0, now - bucket.at) * rateOf(quota);
  bucket.tokens = Math.min(PER_MINUTE[quota], bucket.tokens + gained);
  bucket.at = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

/** Tokens a millisecond. */
function rateOf(quota: Quota): number {
  return (PER_MINUTE[quota] * SHARE) / MINUTE;
}

function bucketOf(access: Access, quota: Quota): Bucket {
  const all = buckets.get(access.fetch) ?? new Map<Quota, Bucket>();
  buckets.set(access.fetch, all);
  const bucket = all.get(quota) ?? { tokens: PER_MINUTE[quota], at: access.clock(), line: Promise.resolve(), waiting: 0 };
  all.set(quota, bucket);
  return bucket;
}

/** Services whose quotas nobody reaches by one call for each scope are not paced. */
function quotaOf({ url, method }: Pick<Call, 'url' | 'method'>): Quota | undefined {
  const { hostname, pathname } = new URL(url);
  if (hostname === 'iam.googleapis.com' && pathname.startsWith('/v2/')) return method === 'GET' ? 'denyReads' : 'denyWrites';
  const isWrite = /:(?:setIamPolicy|disable|enable)$/.test(pathname);
  if (hostname === 'cloudresourcemanager.googleapis.com') return isWrite ? 'projectWrites' : 'projectReads';
  if (hostname === 'iam.googleapis.com') return isWrite ? 'iamWrites' : 'iamReads';
  return hostname === 'cloudasset.googleapis.com' ? 'policySearches' : undefined;
}

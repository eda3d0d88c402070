import { allowed } from '../allowance.ts';
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

const MINUTE = 60_000;

/** Waits until one more call of this kind stays below the published quota; at once where it does or none is known. */
export async function paced(access: Access, call: Pick<Call, 'url' | 'method'>): Promise<void> {
  const quota = quotaOf(call);
  if (quota === undefined) return;
  await allowed(access, quota, { burst: PER_MINUTE[quota], perMs: PER_MINUTE[quota] / MINUTE });
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

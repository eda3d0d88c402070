import { allowed } from '../allowance.ts';
import type { Access } from '../provider.ts';
import type { Call } from '../transport.ts';

/** What counts together against one limit of a project. */
type Quota = 'projectReads' | 'projectWrites' | 'iamReads' | 'iamWrites' | 'policySearches';

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
};

const MINUTE = 60_000;

/** Waits until one more call of this kind stays below the published quota; at once where it does or none is known. */
export async function paced(access: Access, call: Pick<Call, 'url'>): Promise<void> {
  const quota = quotaOf(call.url);
  if (quota === undefined) return;
  await allowed(access, quota, { burst: PER_MINUTE[quota], perMs: PER_MINUTE[quota] / MINUTE });
}

/** Services whose quotas nobody reaches by one call for each scope are not paced. */
function quotaOf(url: string): Quota | undefined {
  const { hostname, pathname } = new URL(url);
  const isWrite = pathname.endsWith(':setIamPolicy');
  if (hostname === 'cloudresourcemanager.googleapis.com') return isWrite ? 'projectWrites' : 'projectReads';
  if (hostname === 'iam.googleapis.com') return isWrite ? 'iamWrites' : 'iamReads';
  return hostname === 'cloudasset.googleapis.com' ? 'policySearches' : undefined;
}

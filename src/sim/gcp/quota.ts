import type { Instant } from '../../domain/instant.ts';
import type { GoogleError } from './google-error.ts';
import type { GcpQuota, GcpState, QuotaName } from './state.ts';

/** What Google publishes for one project (Resource Manager: limits; IAM: quotas and limits; Cloud Asset Inventory: quotas). */
export const PUBLISHED_QUOTAS: Readonly<Record<QuotaName, GcpQuota>> = {
  projectReads: { perMinute: 600 },
  projectWrites: { perMinute: 600 },
  projectSearches: { perMinute: 240 },
  iamReads: { perMinute: 6000 },
  iamWrites: { perMinute: 600 },
  policySearches: { perMinute: 400 },
  denyReads: { perMinute: 5 },
  denyWrites: { perMinute: 5 },
};

const METRICS: Readonly<Record<QuotaName, readonly [metric: string, service: string, shown: string]>> = {
  projectReads: ['read_requests', 'cloudresourcemanager.googleapis.com', 'Read requests'],
  projectWrites: ['write_requests', 'cloudresourcemanager.googleapis.com', 'Write requests'],
  projectSearches: ['search_v3_requests', 'cloudresourcemanager.googleapis.com', 'Search v3 requests'],
  iamReads: ['read_requests', 'iam.googleapis.com', 'Read requests'],
  iamWrites: ['write_requests', 'iam.googleapis.com', 'Write requests'],
  policySearches: ['search_all_iam_policies_requests', 'cloudasset.googleapis.com', 'SearchAllIamPolicies requests'],
  denyReads: ['v2_read_requests', 'iam.googleapis.com', 'V2 read requests'],
  denyWrites: ['v2_write_requests', 'iam.googleapis.com', 'V2 write requests'],
};

/** Takes one call out of a consumer's bucket, or refuses when it is empty. Buckets fill by the simulated clock. */
export function quotaProblem(state: GcpState, name: QuotaName | undefined, consumer: string, now: Instant): GoogleError | undefined {
  const quota = name === undefined ? undefined : state.quotas?.[name];
  if (name === undefined || quota === undefined) return undefined;
  const most = quota.burst ?? quota.perMinute;
  const bucket = state.notes.buckets[`${name} ${consumer}`] ?? { tokens: most, at: now };
  const tokens = Math.min(most, bucket.tokens + ((now - bucket.at) / 60_000) * quota.perMinute);
  const enough = tokens >= 1;
  state.notes.buckets[`${name} ${consumer}`] = { tokens: enough ? tokens - 1 : tokens, at: now };
  return enough ? undefined : exceeded(name, consumer, quota);
}

/** The body of marketing-analytics-jumpstart issue 163. */
function exceeded(name: QuotaName, consumer: string, quota: GcpQuota): GoogleError {
  const [metric, service, shown] = METRICS[name];
  const limit = `${shown} per minute`;
  return {
    code: 429,
    status: 'RESOURCE_EXHAUSTED',
    message: `Quota exceeded for quota metric '${shown}' and limit '${limit}' of service '${service}' for consumer 'project_number:${consumer}'.`,
    reason: 'rateLimitExceeded',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: {
          consumer: `projects/${consumer}`,
          quota_limit_value: String(quota.perMinute),
          quota_location: 'global',
          quota_metric: `${service}/${metric}`,
          service,
        },
      },
    ],
  };
}

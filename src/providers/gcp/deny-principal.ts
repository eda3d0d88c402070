const SUBJECT = 'principal://goog/subject/';
const ACCOUNT = 'principal://iam.googleapis.com/projects/-/serviceAccounts/';

/** A single identity of a workforce or of a workload identity pool; it is spelled alike in both kinds of policy. */
export const FEDERATED =
  /^principal:\/\/iam\.googleapis\.com\/(?:locations\/global\/workforcePools|projects\/\d+\/locations\/global\/workloadIdentityPools)\/[^/]+\/subject\/\S+$/;

/**
 * A member of an allow policy as a deny policy spells it (Google IAM: "Principal identifiers", for deny policies). Undefined for what
 * stands for more than one identity: to lock a group is to lock everybody in it out of all that they hold themselves.
 */
export function denyPrincipal(memberId: string): string | undefined {
  const value = memberId.slice(memberId.indexOf(':') + 1);
  if (memberId.startsWith('user:')) return SUBJECT + value;
  if (memberId.startsWith('serviceAccount:')) return ACCOUNT + value;
  return FEDERATED.test(memberId) ? memberId : undefined;
}

/** The way back; other principals stay as they are. */
export function memberDenied(principal: string): string {
  if (principal.startsWith(SUBJECT)) return `user:${principal.slice(SUBJECT.length).toLowerCase()}`;
  if (principal.startsWith(ACCOUNT)) return `serviceAccount:${principal.slice(ACCOUNT.length).toLowerCase()}`;
  return principal;
}

/** The subject of a workforce pool as the calls for its sessions name it: `locations/global/workforcePools/P/subjects/S`, encoded. */
export function workforceSubject(memberId: string): string | undefined {
  const [, pool, subject] =
    /^principal:\/\/iam\.googleapis\.com\/locations\/global\/workforcePools\/([^/]+)\/subject\/(\S+)$/.exec(memberId) ?? [];
  return pool === undefined || subject === undefined
    ? undefined
    : `locations/global/workforcePools/${pool}/subjects/${encodeURIComponent(subject)}`;
}

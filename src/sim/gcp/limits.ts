import { isJson } from './call.ts';
import { type GoogleError, invalid } from './google-error.ts';
import { foldedMember } from './members.ts';
import type { GcpPolicy } from './state.ts';
import type { Write } from './write.ts';

/** Google IAM: quotas and limits. */
const MOST_MEMBERS = 1500;
const MOST_GROUPS_AND_DOMAINS = 250;
const MOST_CONDITIONS_OF_ONE = 20;

/** The first limit that a policy exceeds. The words of the first are Google's (terraform-provider-google issue 25093). */
export function limitProblem({ next }: Write): GoogleError | undefined {
  const members = [...next.bindings.flatMap((binding) => binding.members), ...exempted(next)];
  if (members.length > MOST_MEMBERS) return tooMany('members in the policy', members.length, MOST_MEMBERS);
  const groups = groupsAndDomains(members);
  if (groups > MOST_GROUPS_AND_DOMAINS) return tooMany('domains and groups in the policy', groups, MOST_GROUPS_AND_DOMAINS);
  const most = mostConditionsOfOne(next);
  return most > MOST_CONDITIONS_OF_ONE ? tooMany('bindings for one role and member', most, MOST_CONDITIONS_OF_ONE) : undefined;
}

function tooMany(what: string, count: number, most: number): GoogleError {
  return invalid(`The number of ${what} (${spoken(count)}) is larger than the maximum allowed size ${spoken(most)}.`);
}

function spoken(count: number): string {
  return count.toLocaleString('en-US');
}

/** Members that audit logs leave out count as well. */
function exempted(policy: GcpPolicy): readonly unknown[] {
  return (policy.auditConfigs ?? [])
    .flatMap((config) => (isJson(config) && Array.isArray(config['auditLogConfigs']) ? config['auditLogConfigs'] : []))
    .flatMap((log) => (isJson(log) && Array.isArray(log['exemptedMembers']) ? log['exemptedMembers'] : []));
}

/** A group counts once, a domain each time. */
function groupsAndDomains(members: readonly unknown[]): number {
  const texts = members.filter((member) => typeof member === 'string').map(foldedMember);
  const groups = new Set(texts.filter((member) => member.startsWith('group:')));
  return groups.size + texts.filter((member) => member.startsWith('domain:')).length;
}

function mostConditionsOfOne(policy: GcpPolicy): number {
  const counts = new Map<string, number>();
  for (const { role, members } of policy.bindings) {
    for (const member of new Set(members.map(foldedMember))) counts.set(`${role} ${member}`, (counts.get(`${role} ${member}`) ?? 0) + 1);
  }
  return counts.values().reduce((a, b) => Math.max(a, b), 0);
}

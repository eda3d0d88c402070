import type { Instant } from '../../domain/instant.ts';
import { foldedMember } from './members.ts';
import { lineage, type ResourceName } from './resources.ts';
import type { GcpDenyPolicy, GcpDenyRule, GcpState } from './state.ts';

/** The policy that a name stands for at a moment: operations take time (google.iam.v2: long-running operations). */
export function denyPolicyAt(state: GcpState, name: string, at: Instant): GcpDenyPolicy | undefined {
  return state.denyPolicies?.[name]?.findLast(({ from }) => from <= at)?.policy;
}

/** The names of all deny policies that are attached to a resource at a moment. */
export function denyPoliciesOn(state: GcpState, resource: ResourceName, at: Instant): readonly string[] {
  const names = Object.keys(state.denyPolicies ?? {}).filter((name) => name.startsWith(`${resource}/denypolicies/`));
  return names.filter((name) => denyPolicyAt(state, name, at) !== undefined).toSorted();
}

/**
 * Whether somebody with these names is denied a permission on a resource, whatever roles say (Google IAM: "Deny policies", how deny
 * policies work; policies are inherited). A condition rests on tags, of which this world has none: what cannot be told is not denied.
 */
export function denials(state: GcpState, resource: ResourceName, names: ReadonlySet<string>, at: Instant): (permission: string) => boolean {
  const spelled = new Set([...names].map(principalOf));
  const rules = lineage(state, resource)
    .flatMap((one) => denyPoliciesOn(state, one, at))
    .flatMap((name) => denyPolicyAt(state, name, at)?.rules ?? [])
    .filter((rule) => concerns(rule, spelled));
  return (permission) => rules.some((rule) => denies(rule, permission));
}

function concerns({ denyRule = {} }: GcpDenyRule, names: ReadonlySet<string>): boolean {
  const { deniedPrincipals = [], exceptionPrincipals = [], denialCondition } = denyRule;
  const isNamed = (list: readonly string[]) => list.some((one) => names.has(foldedPrincipal(one)));
  return denialCondition === undefined && isNamed(deniedPrincipals) && !isNamed(exceptionPrincipals);
}

function denies({ denyRule = {} }: GcpDenyRule, permission: string): boolean {
  const { deniedPermissions = [], exceptionPermissions = [] } = denyRule;
  const written = permissionOf(permission);
  return deniedPermissions.some((one) => fits(one, written)) && !exceptionPermissions.some((one) => fits(one, written));
}

/** A member of an allow policy as deny policies spell it (Google IAM: "Principal identifiers", for deny policies). */
function principalOf(member: string): string {
  const value = foldedMember(member).slice(member.indexOf(':') + 1);
  if (member === 'allUsers') return 'principalset://goog/public:all';
  if (member.startsWith('user:')) return `principal://goog/subject/${value}`;
  if (member.startsWith('group:')) return `principalset://goog/group/${value}`;
  if (member.startsWith('serviceAccount:')) return `principal://iam.googleapis.com/projects/-/serviceaccounts/${value}`;
  return foldedPrincipal(member);
}

/** Addresses are not told apart by case; names of federated principals are. */
function foldedPrincipal(principal: string): string {
  return /\/(?:locations|projects\/\d+)\//.test(principal) ? principal : principal.toLowerCase();
}

/** Services whose names differ between the two forms (Google IAM: "Permissions supported in deny policies"). */
const SERVICES: Readonly<Record<string, string>> = { resourcemanager: 'cloudresourcemanager' };

/** `resourcemanager.projects.get` as `cloudresourcemanager.googleapis.com/projects.get`. */
function permissionOf(permission: string): string {
  const [service = '', ...rest] = permission.split('.');
  return `${SERVICES[service] ?? service}.googleapis.com/${rest.join('.')}`;
}

/** `SERVICE/*.*`, `SERVICE/RESOURCE.*` and `SERVICE/*.VERB` stand for all that they fit (Google IAM: "Deny policies", permission groups). */
function fits(pattern: string, permission: string): boolean {
  const [words, others] = [pattern.split(/[/.]/), permission.split(/[/.]/)];
  return words.length === others.length && words.every((word, at) => word === '*' || word === others[at]);
}

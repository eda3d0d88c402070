import { type GcpRole, PREDEFINED_ROLES } from './predefined-roles.ts';
import { lineage, type ResourceName } from './resources.ts';
import type { GcpState } from './state.ts';

/** What a role gives: the world's own word first, then Google's list. */
export function roleNamed(state: GcpState, name: string): GcpRole | undefined {
  if (Object.hasOwn(state.roles, name)) return state.roles[name];
  return Object.hasOwn(PREDEFINED_ROLES, name) ? PREDEFINED_ROLES[name] : undefined;
}

const FORM = /^(?:(?:organizations|projects)\/[^/]+\/)?roles\/[\w.]+$/;

/** Why a policy of this resource cannot name the role, in Google's words (terraform-provider-google issues 993 and 5107). */
export function roleProblem(state: GcpState, role: string, resource: ResourceName): string | undefined {
  if (!FORM.test(role)) {
    return 'The role name must be in the form "roles/{role}", "organizations/{organization_id}/roles/{role}", or "projects/{project_id}/roles/{role}".';
  }
  const found = roleNamed(state, role);
  const home = role.slice(0, Math.max(0, role.indexOf('/roles/')));
  const inReach = home === '' || lineage(state, resource).includes(home);
  // A deleted custom role stays in policies and may be written back, but gives nothing (Google IAM: delete a custom role).
  return found !== undefined && inReach ? undefined : `Role ${role} is not supported for this resource.`;
}

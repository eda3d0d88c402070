import { covers, managementGroupOf } from './scope.ts';
import type { AzureState, RoleDefinition } from './state.ts';

/** Azure custom roles, assignable scopes: a role can be assigned at them and below. */
export function assignableAt(state: AzureState, role: RoleDefinition, scope: string): boolean {
  return role.assignableScopes.some((one) => covers(state, one, scope));
}

/** The same of one assignment. Azure custom roles, limitations: none with data actions stands at a management group itself. */
export function assignable(state: AzureState, guid: string, scope: string): boolean {
  const role = state.roleDefinitions.find(({ id }) => id === guid);
  if (role === undefined || !assignableAt(state, role, scope)) return false;
  const isOfData = role.kind === 'CustomRole' && role.permissions.some(({ dataActions }) => dataActions.length > 0);
  return !isOfData || managementGroupOf(scope) === undefined;
}

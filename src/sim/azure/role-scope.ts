import { covers } from './scope.ts';
import type { AzureState, RoleDefinition } from './state.ts';

/** Azure custom roles, assignable scopes: a role can be assigned at them and below. */
export function assignableAt(state: AzureState, role: RoleDefinition, scope: string): boolean {
  return role.assignableScopes.some((one) => covers(state, one, scope));
}

export function assignable(state: AzureState, guid: string, scope: string): boolean {
  return state.roleDefinitions.some((role) => role.id === guid && assignableAt(state, role, scope));
}

import { drop, named, standing } from './assignments.ts';
import { type Answer, ok } from './answer.ts';
import type { ArmCall } from './call.ts';
import { locked } from './locks.ts';
import { lastOwner } from './refusals.ts';
import { shapeOf } from './role-assignment-shape.ts';
import { foldScope } from './scope.ts';
import type { AzureState, RoleAssignment } from './state.ts';

/** Azure built-in roles: Owner. */
const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';

/**
 * RoleAssignments_Delete of the API description: 200 with what was deleted, 204 when there is nothing. Recorded by Azure CLI:
 * the body's updatedOn is the moment of the deletion.
 */
export function deleteAssignment(state: AzureState, call: ArmCall, name: string): Answer {
  const { scope } = call.target;
  const found = named(standing(state, call.at), name);
  if (found === undefined || foldScope(found.scope) !== foldScope(scope)) return { status: 204 };
  const refused = locked(state, scope, 'delete') ?? (isLastOwner(state, call, found) ? lastOwner() : undefined);
  if (refused !== undefined) return refused;
  drop(state, name, call.at);
  return ok(shapeOf(state, { ...found, updatedOn: call.at }, scope));
}

/** Troubleshoot Azure RBAC: the last Owner at a subscription cannot be taken away; other scopes may lose theirs. */
function isLastOwner(state: AzureState, call: ArmCall, found: RoleAssignment): boolean {
  const scope = foldScope(found.scope);
  if (found.roleDefinition.toLowerCase() !== OWNER || !/^\/subscriptions\/[^/]+$/.test(scope)) return false;
  const owners = standing(state, call.at).filter((one) => one.roleDefinition.toLowerCase() === OWNER && foldScope(one.scope) === scope);
  return owners.length === 1;
}

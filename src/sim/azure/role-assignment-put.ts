import { keep, named, standing } from './assignments.ts';
import type { Answer } from './answer.ts';
import type { ArmCall } from './call.ts';
import { isGuid } from './guid.ts';
import { locked } from './locks.ts';
import { conflicting, full, principalRefusal, typeOf } from './new-assignment.ts';
import { alreadyExists, badName, roleNotFound, updateNotPermitted } from './refusals.ts';
import { readWish, type Wish } from './role-assignment-wish.ts';
import { shapeOf } from './role-assignment-shape.ts';
import { assignable } from './role-scope.ts';
import { foldScope } from './scope.ts';
import type { AzureState, RoleAssignment } from './state.ts';

/**
 * Makes a role assignment or replaces the one of this name. Recorded by Azure CLI (test_role_assignment_create_update): both
 * answer 201, with createdBy null and createdOn as of this very call, while a later GET gives the first writer and moment.
 */
export function putAssignment(state: AzureState, call: ArmCall, name: string): Answer {
  if (!isGuid(name)) return badName(name);
  const wish = readWish(call.body);
  if ('status' in wish) return wish;
  const { scope } = call.target;
  const existing = named(standing(state, call.at), name);
  const refused =
    locked(state, scope, 'write') ??
    (assignable(state, wish.roleDefinition, scope) ? undefined : roleNotFound(400, wish.roleDefinition)) ??
    (existing === undefined ? principalRefusal(state, wish, call.at) : changeRefusal(existing, wish, scope)) ??
    taken(state, call, name, wish) ??
    (existing === undefined ? (full(state, scope, call.at) ?? conflicting(state, name)) : undefined);
  return refused ?? written(state, call, name, wish, existing);
}

/** A name belongs to one principal and one scope for as long as it stands, in the whole tenant. */
function changeRefusal(existing: RoleAssignment, wish: Wish, scope: string): Answer | undefined {
  const same = existing.principalId.toLowerCase() === wish.principalId.toLowerCase() && foldScope(existing.scope) === foldScope(scope);
  return same ? undefined : updateNotPermitted();
}

/** Scope, principal and role together stand once (Azure/bicep issue 19936, terraform-provider-azurerm pull request 28694). */
function taken(state: AzureState, call: ArmCall, name: string, wish: Wish): Answer | undefined {
  const other = standing(state, call.at).find(
    (one) =>
      one.name.toLowerCase() !== name.toLowerCase() &&
      one.roleDefinition.toLowerCase() === wish.roleDefinition &&
      one.principalId.toLowerCase() === wish.principalId.toLowerCase() &&
      foldScope(one.scope) === foldScope(call.target.scope),
  );
  return other === undefined ? undefined : alreadyExists(state, other);
}

function written(state: AzureState, call: ArmCall, name: string, wish: Wish, existing: RoleAssignment | undefined): Answer {
  const caller = call.caller.principalId;
  const assignment: RoleAssignment = {
    ...wish,
    name: existing?.name ?? name,
    scope: existing?.scope ?? call.target.scope,
    principalType: wish.principalType ?? existing?.principalType ?? typeOf(state, wish),
    createdOn: existing?.createdOn ?? call.at,
    createdBy: existing === undefined ? caller : existing.createdBy,
    updatedOn: call.at,
    updatedBy: caller,
    ...(existing?.further === undefined ? {} : { further: existing.further }),
  };
  keep(state, assignment, call.at);
  const status = existing === undefined ? 201 : state.manner.repeatStatus;
  return { status, body: shapeOf(state, { ...assignment, createdOn: call.at, createdBy: null }, call.target.scope) };
}

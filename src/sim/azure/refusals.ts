import { type Answer, refusal } from './answer.ts';
import type { ArmCall } from './call.ts';
import { withoutDashes } from './guid.ts';
import { tidyScope } from './scope.ts';
import type { AzureState, RoleAssignment } from './state.ts';

/** Troubleshoot Azure RBAC and the issues of public clients quote these codes and texts; where a status is a guess, docs/unverified.md says so. */

export function methodRefusal(call: ArmCall): Answer {
  return refusal(405, 'HttpMethodNotSupported', `The HTTP method '${call.method}' is not supported on '${call.target.path}'.`);
}

export function assignmentNotFound(name: string): Answer {
  return refusal(404, 'RoleAssignmentNotFound', `The role assignment '${name}' is not found.`);
}

export function badName(name: string): Answer {
  return refusal(400, 'InvalidRoleAssignmentId', `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`);
}

export function badFormat(message: string): Answer {
  return refusal(400, 'BadRequestFormat', message);
}

export function badPrincipalId(id: string): Answer {
  return refusal(400, 'InvalidPrincipalId', `The principal ID '${id}' is not valid. Principal ID must be a GUID.`);
}

export function roleNotFound(status: 400 | 404, guid: string): Answer {
  return refusal(status, 'RoleDefinitionDoesNotExist', `The specified role definition with ID '${withoutDashes(guid)}' does not exist.`);
}

/** Azure-docs role-based-access-control troubleshooting; Azure/bicep issue 8774. */
export function updateNotPermitted(): Answer {
  const what = 'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.';
  return refusal(400, 'RoleAssignmentUpdateNotPermitted', what);
}

/** Azure/bicep issue 19936; newer answers say which assignment is in the way, without dashes. */
export function alreadyExists(state: AzureState, existing: RoleAssignment): Answer {
  const which = state.manner.namesTheExisting ? ` The ID of the existing role assignment is ${withoutDashes(existing.name)}.` : '';
  return refusal(409, 'RoleAssignmentExists', `The role assignment already exists.${which}`);
}

/** Azure/azure-cli issues 13368 and 23770. */
export function hashConflict(name: string): Answer {
  const what = `The role assignment ID '${name}' has a conflict with that of another role assignment. Please use a new Guid.`;
  return refusal(400, 'HashConflictOnDifferentRoleAssignmentIds', what);
}

/** Troubleshoot Azure RBAC, assigning a role to a new principal. */
export function principalNotFound(state: AzureState, id: string): Answer {
  const what = `Principal ${withoutDashes(id)} does not exist in the directory ${state.tenant}.`;
  const why = 'A principal that was just created may not be replicated yet; set the principalType property of the role assignment.';
  return refusal(400, 'PrincipalNotFound', `${what} ${why}`);
}

/** The service's own spelling of "PrincipalType", as clients match it. */
export function unmatchedType(id: string, actual: string, given: string): Answer {
  const what = `The PrincipalId '${withoutDashes(id)}' has type '${actual}' , which is different from specified PrinciaplType '${given}'.`;
  return refusal(400, 'UnmatchedPrincipalType', what);
}

/** Azure RBAC limits. */
export function limitExceeded(scope: string): Answer {
  return refusal(400, 'RoleAssignmentLimitExceeded', `No more role assignments can be created at '${tidyScope(scope)}'.`);
}

/** Troubleshoot Azure RBAC: the last Owner of a subscription stays. */
export function lastOwner(): Answer {
  return refusal(400, 'LastRbacAdminAssignment', 'Cannot delete the last RBAC admin assignment');
}

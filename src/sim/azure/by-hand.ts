import type { Instant } from '../../domain/instant.ts';
import { guidOf } from './guid.ts';
import type { AzureState, Eligibility, RoleAssignment, Schedule, ScheduleRequest } from './state.ts';

/** Who gets which role where; `role` is the role's GUID, `principalType` such as `User`. */
export interface Triple {
  readonly scope: string;
  readonly role: string;
  readonly principalId: string;
  readonly principalType: string;
}

/** An assignment that somebody makes in the portal: no description, no condition, unless `more` says otherwise. */
export function madeByHand(triple: Triple, at: Instant, more: Partial<RoleAssignment> = {}): RoleAssignment {
  const { scope, role, principalId, principalType } = triple;
  return {
    name: guidOf('by hand', scope, role, principalId),
    scope,
    roleDefinition: role,
    principalId,
    principalType,
    description: null,
    condition: null,
    conditionVersion: null,
    delegatedManagedIdentityResourceId: null,
    createdOn: at,
    updatedOn: at,
    createdBy: null,
    updatedBy: null,
    ...more,
  };
}

/** A PIM schedule over a span; `Activated` comes from an eligibility of the user's own, `Assigned` from an administrator. */
export function scheduled(
  triple: Triple,
  span: { readonly assignmentType: Schedule['assignmentType']; readonly start: Instant; readonly end: Instant | null },
): Schedule {
  const { scope, role, principalId, principalType } = triple;
  const id = (what: string): string => guidOf('pim', what, scope, role, principalId, span.start);
  return {
    name: id('schedule'),
    request: id('request'),
    assignment: id('assignment'),
    scope,
    roleDefinition: role,
    principalId,
    principalType,
    eligibility: span.assignmentType === 'Activated' ? id('eligibility') : null,
    ...span,
    createdOn: span.start,
    description: null,
    condition: null,
    conditionVersion: null,
  };
}

/** The GUID of a role that the state has once under this name; throws for a name that is not there or there twice. */
export function roleNamed(state: Pick<AzureState, 'roleDefinitions'>, roleName: string): string {
  const [role, ...others] = state.roleDefinitions.filter((one) => one.roleName === roleName);
  if (role === undefined || others.length > 0) throw new Error(`no single role is named ${roleName}`);
  return role.id;
}

/** An eligibility that an administrator gave, without an end unless one is given. */
export function eligible(triple: Triple, start: Instant, end: Instant | null = null): Eligibility {
  const { scope, role, principalId, principalType } = triple;
  const id = (what: string): string => guidOf('pim eligible', what, scope, role, principalId, start);
  const common = { scope, roleDefinition: role, principalId, principalType, start, end, createdOn: start };
  return { ...common, name: id('schedule'), request: id('request'), condition: null, conditionVersion: null };
}

/** A request that waits in PIM for somebody's approval: a user's own activation, unless `requestType` says otherwise. */
export function waiting(triple: Triple, at: Instant, requestType: ScheduleRequest['requestType'] = 'SelfActivate'): ScheduleRequest {
  const { scope, role, principalId, principalType } = triple;
  return {
    name: guidOf('pim waiting', requestType, scope, role, principalId),
    scope,
    requestType,
    status: 'PendingApproval',
    roleDefinition: role,
    principalId,
    principalType,
    start: at,
    end: null,
    duration: 'PT8H',
    condition: null,
    conditionVersion: null,
    justification: 'by hand',
    ticketNumber: null,
    ticketSystem: null,
    requestorId: principalId,
    createdOn: at,
    schedule: null,
  };
}

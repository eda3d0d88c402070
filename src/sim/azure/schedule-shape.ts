import type { Instant } from '../../domain/instant.ts';
import { principalOf } from './directory.ts';
import { moment } from './moment.ts';
import { subscriptionAt } from './places.ts';
import { assignmentId } from './role-assignment-shape.ts';
import { roleIdFor } from './role-id.ts';
import { managementGroupOf, TENANT_ROOT, tidyScope } from './scope.ts';
import type { AzureState, Schedule } from './state.ts';

/** A role assignment with the time that PIM knows of it. */
export interface Timed extends Omit<Schedule, 'name' | 'request'> {
  /** The name of the schedule. */
  readonly schedule: string;
  readonly request: string | null;
}

const TYPES = 'Microsoft.Authorization/';

/** As in the example GetRoleAssignmentScheduleInstancesByScope. */
export function instanceOf(state: AzureState, one: Timed, queried: string): unknown {
  const properties = {
    originRoleAssignmentId: assignmentId({ scope: one.scope, name: one.assignment }),
    linkedRoleEligibilityScheduleId: one.eligibility,
    linkedRoleEligibilityScheduleInstanceId: one.eligibility,
    status: one.request === null ? 'Accepted' : 'Provisioned',
    roleAssignmentScheduleId: idOf(one.scope, 'RoleAssignmentSchedules', one.schedule),
    ...commonOf(state, one, queried),
  };
  return wrapped(one.scope, 'RoleAssignmentScheduleInstances', one.assignment, properties);
}

/** As in the example GetRoleAssignmentSchedulesByScope. */
export function scheduleOf(state: AzureState, one: Timed, queried: string): unknown {
  const properties = {
    linkedRoleEligibilityScheduleId: one.eligibility,
    status: 'Provisioned',
    roleAssignmentScheduleRequestId: one.request === null ? null : idOf(one.scope, 'RoleAssignmentScheduleRequests', one.request),
    updatedOn: moment(one.createdOn),
    ...commonOf(state, one, queried),
  };
  return wrapped(one.scope, 'RoleAssignmentSchedules', one.schedule, properties);
}

function wrapped(scope: string, type: string, name: string, properties: unknown): unknown {
  return { properties, name, id: idOf(scope, type, name), type: TYPES + type };
}

export function idOf(scope: string, type: string, name: string): string {
  return `${tidyScope(scope) === TENANT_ROOT ? '' : tidyScope(scope)}/providers/${TYPES}${type}/${name}`;
}

function commonOf(state: AzureState, one: Timed, queried: string): Record<string, unknown> {
  return {
    assignmentType: one.assignmentType,
    scope: one.scope,
    roleDefinitionId: roleIdFor(state, queried, one.roleDefinition),
    principalId: one.principalId,
    principalType: one.principalType,
    startDateTime: moment(one.start),
    endDateTime: optional(one.end),
    memberType: 'Direct',
    createdOn: moment(one.createdOn),
    condition: one.condition,
    conditionVersion: one.conditionVersion,
    expandedProperties: expanded(state, one, queried),
  };
}

function optional(at: Instant | null): string | null {
  return at === null ? null : moment(at);
}

export function expanded(
  state: AzureState,
  one: Pick<Timed, 'scope' | 'roleDefinition' | 'principalId' | 'principalType'>,
  queried: string,
): unknown {
  const found = principalOf(state, one.principalId);
  const email = found?.type === 'User' ? { email: found.principal.userPrincipalName } : {};
  return {
    ...expandedRole(state, one, queried),
    principal: { id: one.principalId, displayName: found?.principal.displayName ?? null, ...email, type: one.principalType },
  };
}

export function expandedRole(
  state: AzureState,
  one: Pick<Timed, 'scope' | 'roleDefinition'>,
  queried: string,
): { readonly scope: unknown; readonly roleDefinition: unknown } {
  const role = state.roleDefinitions.find((role) => role.id === one.roleDefinition);
  return {
    scope: { id: one.scope, ...placeOf(state, one.scope) },
    roleDefinition: { id: roleIdFor(state, queried, one.roleDefinition), displayName: role?.roleName ?? null, type: role?.kind ?? null },
  };
}

function placeOf(state: AzureState, scope: string): { displayName: string; type: string } {
  const group = managementGroupOf(scope);
  const last = tidyScope(scope).split('/').at(-1) ?? '';
  if (group !== undefined) return { displayName: displayNameOf(state, group) ?? last, type: 'managementgroup' };
  if (/^\/subscriptions\/[^/]+$/i.test(scope))
    return { displayName: subscriptionAt(state, scope)?.displayName ?? last, type: 'subscription' };
  return { displayName: last, type: /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/i.test(scope) ? 'resourcegroup' : 'resource' };
}

function displayNameOf(state: AzureState, group: string): string | undefined {
  return state.managementGroups.find((one) => one.name.toLowerCase() === group)?.displayName;
}

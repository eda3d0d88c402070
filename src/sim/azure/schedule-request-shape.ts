import { moment } from './moment.ts';
import { roleIdFor } from './role-id.ts';
import { expanded, idOf } from './schedule-shape.ts';
import type { AzureState, ScheduleRequest } from './state.ts';

/** As in the example PutRoleAssignmentScheduleRequest; a request about an eligibility names its schedule in another property. */
export function requestOf(
  state: AzureState,
  one: ScheduleRequest,
  queried: string,
  kind: 'RoleAssignment' | 'RoleEligibility' = 'RoleAssignment',
): unknown {
  const { name, scope, start } = one;
  const properties = {
    [`target${kind}ScheduleId`]: one.schedule,
    [`target${kind}ScheduleInstanceId`]: null,
    scope,
    roleDefinitionId: roleIdFor(state, queried, one.roleDefinition),
    principalId: one.principalId,
    principalType: one.principalType,
    requestType: one.requestType,
    status: one.status,
    approvalId: null,
    scheduleInfo: { startDateTime: moment(start), expiration: expirationOf(one) },
    ticketInfo: { ticketNumber: one.ticketNumber, ticketSystem: one.ticketSystem },
    justification: one.justification,
    requestorId: one.requestorId,
    createdOn: moment(one.createdOn),
    condition: one.condition,
    conditionVersion: one.conditionVersion,
    expandedProperties: expanded(state, one, queried),
  };
  const type = `${kind}ScheduleRequests`;
  return { properties, name, id: idOf(scope, type, name), type: `Microsoft.Authorization/${type}` };
}

/** As it was asked for. */
function expirationOf({ end, duration }: ScheduleRequest): unknown {
  if (duration !== null) return { type: 'AfterDuration', endDateTime: null, duration };
  return { type: end === null ? 'NoExpiration' : 'AfterDateTime', endDateTime: end === null ? null : moment(end), duration };
}

import type { Instant } from '../../../domain/instant.ts';
import type { Answer } from '../answer.ts';
import { asObject, objectOf, textAt } from '../call.ts';
import { principalOf } from '../directory.ts';
import { guidOf } from '../guid.ts';
import type { AzureState } from '../state.ts';
import { badRequest, denied, type GraphCall, notFound } from './graph-call.ts';

/**
 * Create assignmentScheduleRequest of PIM for groups: `adminAssign` makes somebody a member from now until an end. 201.
 * Other actions and other ways to give the end are not simulated and are refused.
 */
export function groupSchedules(state: AzureState, call: GraphCall): Answer {
  const path = call.parts.join('/').toLowerCase();
  if (call.method !== 'POST' || path !== 'identitygovernance/privilegedaccess/group/assignmentschedulerequests') {
    return badRequest(call, 'Unsupported request.');
  }
  const refused = denied(call, 'PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup');
  if (refused !== undefined) return refused;
  const body = objectOf(call.body) ?? {};
  const group = textAt(body, 'groupId') ?? '';
  const principal = textAt(body, 'principalId') ?? '';
  const end = endOf(body);
  if (textAt(body, 'action') !== 'adminAssign' || textAt(body, 'accessId') !== 'member' || end === undefined) {
    return badRequest(call, 'The request is not an adminAssign of a member with an expiration of afterDateTime.');
  }
  if (principalOf(state, group)?.type !== 'Group') return notFound(call, group);
  if (principalOf(state, principal) === undefined) return notFound(call, principal);
  state.serial += 1;
  state.memberships = [...state.memberships, { group, principal, start: call.at, end }];
  return { status: 201, body: { ...body, id: guidOf('group request', state.serial), status: 'Provisioned' } };
}

function endOf(body: Readonly<Record<string, unknown>>): Instant | undefined {
  const expiration = asObject(asObject(body['scheduleInfo'])?.['expiration']);
  const end = Date.parse((expiration && textAt(expiration, 'endDateTime')) ?? '');
  return Number.isNaN(end) ? undefined : (end as Instant);
}

import { type Instant, later } from '../../domain/instant.ts';
import type { Answer } from './answer.ts';
import { drop, isMade, keepSchedule, standing } from './assignments.ts';
import { replicated } from './directory.ts';
import { guidOf } from './guid.ts';
import { locked } from './locks.ts';
import { full } from './new-assignment.ts';
import { assignmentExists, assignmentMissing, pendingRequest, policyFailed, subjectNotFound, tooShort } from './pim-refusals.ts';
import { rolePolicyOf } from './role-policies.ts';
import { foldScope } from './scope.ts';
import type { AzureState, Schedule, ScheduleRequest } from './state.ts';

/** Assign Azure resource roles in PIM: no assignment is shorter, and none is removed sooner. */
const FIVE_MINUTES = 300_000;

/** Why PIM does not take a request; undefined when it does. */
export function refusedBy(state: AzureState, request: ScheduleRequest, at: Instant): Answer | undefined {
  if (replicated(state, request.principalId, at) === undefined && request.requestType === 'AdminAssign') return subjectNotFound();
  const pending = (state.scheduleRequests ?? []).some((one) => one.status === 'PendingApproval' && isSame(one, request));
  const making = state.schedules.some((one) => isSame(one, request) && !isMade(one, at));
  if (pending || making) return pendingRequest();
  const there = scheduleFor(state, request, at);
  if (request.requestType === 'AdminAssign')
    return isTaken(state, request, at) ? assignmentExists(state) : (against(state, request) ?? full(state, request.scope, at));
  if (there === undefined) return assignmentMissing();
  if (request.requestType === 'AdminUpdate') return against(state, request);
  return at < later(there.createdOn, FIVE_MINUTES) ? tooShort() : undefined;
}

/** PIM lists permanent assignments among its own, and takes none beside them. */
function isTaken(state: AzureState, request: ScheduleRequest, at: Instant): boolean {
  return scheduleFor(state, request, at) !== undefined || standing(state, at).some((one) => isSame(one, request));
}

/** Rules of the role management policy by the names that refusals give them. */
function against(state: AzureState, request: ScheduleRequest): Answer | undefined {
  const { start, end, justification, ticketNumber } = request;
  const policy = rolePolicyOf(state, request.scope, request.roleDefinition);
  const longest = policy.maximumHours === null ? Infinity : policy.maximumHours * 3600_000;
  const length = end === null ? Infinity : end - start;
  if (length < FIVE_MINUTES) return tooShort();
  const failed = [
    // No application can pass a second factor.
    ...(policy.enabled.includes('MultiFactorAuthentication') ? ['MfaRule'] : []),
    ...(policy.enabled.includes('Justification') && justification === null ? ['JustificationRule'] : []),
    ...(policy.enabled.includes('Ticketing') && ticketNumber === null ? ['TicketingRule'] : []),
    ...(policy.maximumHours !== null && length > longest ? ['ExpirationRule'] : []),
  ];
  return failed.length === 0 ? undefined : policyFailed(failed);
}

/** Does what a request asks for, unless a lock or an approval is in the way, and answers the request as it then stands. */
export function provision(state: AzureState, request: ScheduleRequest, at: Instant): ScheduleRequest {
  const there = scheduleFor(state, request, at);
  const removes = request.requestType === 'AdminRemove';
  if (locked(state, request.scope, removes ? 'delete' : 'write') !== undefined) return { ...request, status: 'FailedAsResourceIsLocked' };
  if (removes) {
    if (there !== undefined) drop(state, there.assignment, at);
    return { ...request, schedule: there?.name ?? null };
  }
  if (rolePolicyOf(state, request.scope, request.roleDefinition).approval === true) return { ...request, status: 'PendingApproval' };
  const schedule = scheduleBy(state, request, there, at);
  keepSchedule(state, schedule, at);
  const status = schedule.shownFrom === undefined ? request.status : 'PendingProvisioning';
  return { ...request, status: schedule.start > at ? 'ScheduleCreated' : status, schedule: schedule.name };
}

/** terraform-provider-azurerm: each change makes a new schedule. That the assignment keeps its name nobody could verify. */
function scheduleBy(state: AzureState, request: ScheduleRequest, there: Schedule | undefined, at: Instant): Schedule {
  const { name, scope, roleDefinition, principalId, principalType, condition, conditionVersion, end, createdOn } = request;
  return {
    name: guidOf('schedule', name),
    request: name,
    assignment: there?.assignment ?? guidOf('assignment', name),
    scope,
    roleDefinition,
    principalId,
    principalType,
    assignmentType: 'Assigned',
    eligibility: null,
    start: there === undefined || there.start > at ? request.start : there.start,
    end: end === null ? null : later(end, state.manner.pimShift ?? 0),
    ...(there === undefined && state.manner.pimDelay !== undefined ? { shownFrom: later(at, state.manner.pimDelay) } : {}),
    createdOn: there?.createdOn ?? createdOn,
    description: null,
    condition,
    conditionVersion,
  };
}

function scheduleFor(state: AzureState, request: ScheduleRequest, at: Instant): Schedule | undefined {
  const lives = ({ end }: Schedule) => end === null || at < end;
  const found = state.schedules.filter((one) => lives(one) && isSame(one, request));
  const assigned = found.find((one) => one.assignmentType === 'Assigned');
  // An administrator's removal ends what a user activated, too; nothing else of an administrator's speaks of it.
  return request.requestType === 'AdminRemove' ? (assigned ?? found[0]) : assigned;
}

type Triple = Pick<ScheduleRequest, 'scope' | 'roleDefinition' | 'principalId'>;

function isSame(one: Triple, other: Triple): boolean {
  return (
    one.roleDefinition.toLowerCase() === other.roleDefinition &&
    one.principalId.toLowerCase() === other.principalId.toLowerCase() &&
    foldScope(one.scope) === foldScope(other.scope)
  );
}

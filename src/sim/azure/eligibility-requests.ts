import type { Instant } from '../../domain/instant.ts';
import type { Answer } from './answer.ts';
import type { ArmCall } from './call.ts';
import { guidOf } from './guid.ts';
import { locked } from './locks.ts';
import { assignmentExists, assignmentMissing } from './pim-refusals.ts';
import { badFormat } from './refusals.ts';
import { answerFrom, type Book } from './request-book.ts';
import { foldScope } from './scope.ts';
import type { AzureState, Eligibility, ScheduleRequest } from './state.ts';

const BOOK: Book = { kind: 'RoleEligibility', requests: 'eligibilityRequests', take };

/** Microsoft.Authorization/roleEligibilityScheduleRequests 2020-10-01: asked by an administrator, read, and cancelled. */
export function eligibilityRequests(state: AzureState, call: ArmCall): Answer {
  return answerFrom(BOOK, state, call);
}

function take(state: AzureState, request: ScheduleRequest, at: Instant): ScheduleRequest | Answer {
  // Privileged Identity Management: eligible assignments are for users and groups, not for applications.
  if (request.principalType === 'ServicePrincipal') return badFormat('An application cannot be eligible for a role.');
  const there = (state.eligibilities ?? []).find((one) => isSame(one, request) && (one.end === null || at < one.end));
  if (request.requestType === 'AdminAssign' && there !== undefined) return assignmentExists(state);
  if (request.requestType !== 'AdminAssign' && there === undefined) return assignmentMissing();
  return provision(state, request, there, at);
}

function provision(state: AzureState, request: ScheduleRequest, there: Eligibility | undefined, at: Instant): ScheduleRequest {
  const removes = request.requestType === 'AdminRemove';
  if (locked(state, request.scope, removes ? 'delete' : 'write') !== undefined) return { ...request, status: 'FailedAsResourceIsLocked' };
  const others = (state.eligibilities ?? []).filter((one) => one !== there);
  const { name, scope, roleDefinition, principalId, principalType, start, end, condition, conditionVersion } = request;
  const made = { scope, roleDefinition, principalId, principalType, start, end, condition, conditionVersion, createdOn: at };
  const schedule = { ...made, request: name, name: guidOf('eligibility', name) };
  state.eligibilities = removes ? others : [...others, schedule];
  return { ...request, schedule: removes ? (there?.name ?? null) : schedule.name };
}

function isSame(one: Eligibility, other: ScheduleRequest): boolean {
  return (
    one.roleDefinition.toLowerCase() === other.roleDefinition &&
    one.principalId.toLowerCase() === other.principalId.toLowerCase() &&
    foldScope(one.scope) === foldScope(other.scope)
  );
}

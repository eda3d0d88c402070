import type { Instant } from '../../domain/instant.ts';
import type { Answer } from './answer.ts';
import { isMade } from './assignments.ts';
import type { ArmCall } from './call.ts';
import { answerFrom, type Book } from './request-book.ts';
import { provision, refusedBy } from './schedule-request-deed.ts';
import type { AzureState, ScheduleRequest } from './state.ts';

const BOOK: Book = {
  kind: 'RoleAssignment',
  requests: 'scheduleRequests',
  take: (state, request, at) => refusedBy(state, request, at) ?? provision(state, request, at),
  judge: refusedBy,
  now: (state, request, at) => (isDone(state, request, at) ? { ...request, status: 'Provisioned' } : request),
};

/** Microsoft.Authorization/roleAssignmentScheduleRequests 2020-10-01: asked, read, tried without effect, and cancelled. */
export function scheduleRequests(state: AzureState, call: ArmCall): Answer {
  return answerFrom(BOOK, state, call);
}

/** In the making, and made by now. */
function isDone(state: AzureState, { status, schedule }: ScheduleRequest, at: Instant): boolean {
  return status === 'PendingProvisioning' && state.schedules.some((one) => one.name === schedule && isMade(one, at));
}

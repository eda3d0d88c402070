import { type Instant, later } from '../../domain/instant.ts';
import { type Answer, ok, refusal } from './answer.ts';
import type { ArmCall } from './call.ts';
import { forbidden } from './caller.ts';
import { guidOf, isGuid } from './guid.ts';
import { locked } from './locks.ts';
import { pageOf } from './page.ts';
import { assignmentExists, assignmentMissing, unlicensed } from './pim-refusals.ts';
import { missing } from './places.ts';
import { wantedBy } from './principal-filter.ts';
import { reach } from './reach.ts';
import { badFormat, badName, methodRefusal } from './refusals.ts';
import { requestOf } from './schedule-request-shape.ts';
import { readRequest } from './schedule-request-wish.ts';
import { foldScope } from './scope.ts';
import type { AzureState, Eligibility, ScheduleRequest } from './state.ts';

/** terraform-provider-azurerm issue 24118: a request cannot be read any more after 45 days. */
const KEPT = 45 * 24 * 3600_000;

/** Microsoft.Authorization/roleEligibilityScheduleRequests 2020-10-01: asked by an administrator, read, and cancelled. */
export function eligibilityRequests(state: AzureState, call: ArmCall): Answer {
  const { scope, names } = call.target;
  const [name, deed, ...more] = names;
  const verb = call.method === 'GET' ? 'read' : 'write';
  // Azure permissions for Microsoft.Authorization: a pending request is cancelled by a right of its own.
  const right = deed?.toLowerCase() === 'cancel' ? 'cancel/action' : verb;
  if (!isKnown(call.method, name, deed?.toLowerCase()) || more.length > 0) return methodRefusal(call);
  const refused =
    forbidden(state, call.caller, `Microsoft.Authorization/roleEligibilityScheduleRequests/${right}`, scope) ??
    missing(state, scope) ??
    unlicensed(state);
  if (refused !== undefined) return refused;
  if (name === undefined) return list(state, call);
  if (deed !== undefined) return cancel(state, call, name);
  return verb === 'read' ? get(state, call, name) : put(state, call, name);
}

function isKnown(method: string, name: string | undefined, deed: string | undefined): boolean {
  if (deed !== undefined) return method === 'POST' && deed === 'cancel';
  return method === 'GET' || (method === 'PUT' && name !== undefined);
}

/** RoleEligibilityScheduleRequests_Create of the API description: 201, and the status tells what came of it. */
function put(state: AzureState, call: ArmCall, name: string): Answer {
  if (!isGuid(name)) return badName(name);
  const request = readRequest(state, call, name);
  if (!('requestType' in request)) return request;
  // Privileged Identity Management: eligible assignments are for users and groups, not for applications.
  if (request.principalType === 'ServicePrincipal') return badFormat('An application cannot be eligible for a role.');
  const there = (state.eligibilities ?? []).find((one) => isSame(one, request) && (one.end === null || call.at < one.end));
  if (request.requestType === 'AdminAssign' && there !== undefined) return assignmentExists(state);
  if (request.requestType !== 'AdminAssign' && there === undefined) return assignmentMissing();
  const done = provision(state, request, there, call.at);
  state.eligibilityRequests = [...(state.eligibilityRequests ?? []), done];
  return { status: 201, body: requestOf(state, done, call.target.scope, 'RoleEligibility') };
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

/** RoleEligibilityScheduleRequests_Cancel: only what is pending. */
function cancel(state: AzureState, call: ArmCall, name: string): Answer {
  const found = named(state, call, name);
  if (found === undefined) return notFound(name);
  if (found.status !== 'PendingApproval') return badFormat('Only a request that is pending can be cancelled.');
  state.eligibilityRequests = (state.eligibilityRequests ?? []).map((one) => (one === found ? { ...one, status: 'Canceled' } : one));
  return { status: 200 };
}

function get(state: AzureState, call: ArmCall, name: string): Answer {
  const found = named(state, call, name);
  return found === undefined ? notFound(name) : ok(requestOf(state, found, call.target.scope, 'RoleEligibility'));
}

function list(state: AzureState, call: ArmCall): Answer {
  const wanted = wantedBy(state, call, true);
  if ('status' in wanted) return wanted;
  const shown = reach(state, call.target.scope, wanted.atScope);
  const fits = (one: ScheduleRequest) => shown(one.scope) && (wanted.principals?.has(one.principalId.toLowerCase()) ?? true);
  const found = kept(state, call).filter(fits);
  return pageOf(
    found.map((one) => ({ key: one.name, show: () => requestOf(state, one, call.target.scope, 'RoleEligibility') })),
    call.url,
    state.manner,
  );
}

function kept(state: AzureState, { at }: ArmCall): readonly ScheduleRequest[] {
  return (state.eligibilityRequests ?? []).filter((one) => at < later(one.createdOn, KEPT));
}

function named(state: AzureState, call: ArmCall, name: string): ScheduleRequest | undefined {
  const here = (one: ScheduleRequest) => foldScope(one.scope) === foldScope(call.target.scope);
  return kept(state, call).find((one) => one.name.toLowerCase() === name.toLowerCase() && here(one));
}

function notFound(name: string): Answer {
  return refusal(404, 'RoleEligibilityScheduleRequestNotFound', `'${name}' is not found.`);
}

function isSame(one: Eligibility, other: ScheduleRequest): boolean {
  return (
    one.roleDefinition.toLowerCase() === other.roleDefinition &&
    one.principalId.toLowerCase() === other.principalId.toLowerCase() &&
    foldScope(one.scope) === foldScope(other.scope)
  );
}

import { type Instant, later } from '../../domain/instant.ts';
import { type Answer, ok, refusal } from './answer.ts';
import { isMade } from './assignments.ts';
import type { ArmCall } from './call.ts';
import { forbidden } from './caller.ts';
import { isGuid } from './guid.ts';
import { pageOf } from './page.ts';
import { unlicensed } from './pim-refusals.ts';
import { missing } from './places.ts';
import { wantedBy } from './principal-filter.ts';
import { reach } from './reach.ts';
import { badFormat, badName, methodRefusal } from './refusals.ts';
import { provision, refusedBy } from './schedule-request-deed.ts';
import { requestOf } from './schedule-request-shape.ts';
import { readRequest } from './schedule-request-wish.ts';
import { foldScope } from './scope.ts';
import type { AzureState, ScheduleRequest } from './state.ts';

/** terraform-provider-azurerm issue 24118: a request cannot be read any more after 45 days. */
const KEPT = 45 * 24 * 3600_000;

/** Microsoft.Authorization/roleAssignmentScheduleRequests 2020-10-01: asked, read, tried without effect, and cancelled. */
export function scheduleRequests(state: AzureState, call: ArmCall): Answer {
  const { scope, names } = call.target;
  const [name, deed, ...more] = names;
  const verb = call.method === 'GET' ? 'read' : 'write';
  // Azure permissions for Microsoft.Authorization: a pending request is cancelled by a right of its own.
  const right = deed?.toLowerCase() === 'cancel' ? 'cancel/action' : verb;
  if (!isKnown(call.method, name, deed?.toLowerCase()) || more.length > 0) return methodRefusal(call);
  const refused =
    forbidden(state, call.caller, `Microsoft.Authorization/roleAssignmentScheduleRequests/${right}`, scope) ??
    missing(state, scope) ??
    unlicensed(state);
  if (refused !== undefined) return refused;
  if (name === undefined) return list(state, call);
  if (deed === undefined) return verb === 'read' ? get(state, call, name) : put(state, call, name);
  return deed.toLowerCase() === 'cancel' ? cancel(state, call, name) : validate(state, call, name);
}

function isKnown(method: string, name: string | undefined, deed: string | undefined): boolean {
  if (deed !== undefined) return method === 'POST' && (deed === 'cancel' || deed === 'validate');
  return method === 'GET' || (method === 'PUT' && name !== undefined);
}

/** RoleAssignmentScheduleRequests_Create of the API description: 201, and the status tells what came of it. */
function put(state: AzureState, call: ArmCall, name: string): Answer {
  if (!isGuid(name)) return badName(name);
  const request = readRequest(state, call, name);
  if (!('requestType' in request)) return request;
  const refused = refusedBy(state, request, call.at);
  if (refused !== undefined) return refused;
  const done = provision(state, request, call.at);
  state.scheduleRequests = [...(state.scheduleRequests ?? []), done];
  return { status: 201, body: requestOf(state, done, call.target.scope) };
}

/** RoleAssignmentScheduleRequests_Validate: the answers of a PUT, and nothing is done. */
function validate(state: AzureState, call: ArmCall, name: string): Answer {
  const request = readRequest(state, call, name);
  if (!('requestType' in request)) return request;
  return refusedBy(state, request, call.at) ?? ok(requestOf(state, request, call.target.scope));
}

/** RoleAssignmentScheduleRequests_Cancel: only what is pending. */
function cancel(state: AzureState, call: ArmCall, name: string): Answer {
  const found = named(state, call, name);
  if (found === undefined) return notFound(name);
  if (found.status !== 'PendingApproval') return badFormat('Only a request that is pending can be cancelled.');
  state.scheduleRequests = (state.scheduleRequests ?? []).map((one) => (one === found ? { ...one, status: 'Canceled' } : one));
  return { status: 200 };
}

function get(state: AzureState, call: ArmCall, name: string): Answer {
  const found = named(state, call, name);
  return found === undefined ? notFound(name) : ok(requestOf(state, found, call.target.scope));
}

function list(state: AzureState, call: ArmCall): Answer {
  const wanted = wantedBy(state, call, true);
  if ('status' in wanted) return wanted;
  const shown = reach(state, call.target.scope, wanted.atScope);
  const found = kept(state, call).filter((one) => shown(one.scope) && (wanted.principals?.has(one.principalId.toLowerCase()) ?? true));
  return pageOf(
    found.map((one) => ({ key: one.name, show: () => requestOf(state, one, call.target.scope) })),
    call.url,
    state.manner,
  );
}

function kept(state: AzureState, { at }: ArmCall): readonly ScheduleRequest[] {
  return (state.scheduleRequests ?? [])
    .filter((one) => at < later(one.createdOn, KEPT))
    .map((one) => (isDone(state, one, at) ? { ...one, status: 'Provisioned' } : one));
}

/** In the making, and made by now. */
function isDone(state: AzureState, { status, schedule }: ScheduleRequest, at: Instant): boolean {
  return status === 'PendingProvisioning' && state.schedules.some((one) => one.name === schedule && isMade(one, at));
}

function named(state: AzureState, call: ArmCall, name: string): ScheduleRequest | undefined {
  const here = (one: ScheduleRequest) => foldScope(one.scope) === foldScope(call.target.scope);
  return kept(state, call).find((one) => one.name.toLowerCase() === name.toLowerCase() && here(one));
}

function notFound(name: string): Answer {
  return refusal(404, 'RoleAssignmentScheduleRequestNotFound', `'${name}' is not found.`);
}

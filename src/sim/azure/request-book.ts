import { type Instant, later } from '../../domain/instant.ts';
import { type Answer, ok, refusal } from './answer.ts';
import type { ArmCall } from './call.ts';
import { forbidden } from './caller.ts';
import { isGuid } from './guid.ts';
import { pageOf } from './page.ts';
import { unlicensed } from './pim-refusals.ts';
import { missing } from './places.ts';
import { wantedBy } from './principal-filter.ts';
import { reach } from './reach.ts';
import { badFormat, badName, methodRefusal } from './refusals.ts';
import { requestOf } from './schedule-request-shape.ts';
import { readRequest } from './schedule-request-wish.ts';
import { foldScope } from './scope.ts';
import type { AzureState, ScheduleRequest } from './state.ts';

/** terraform-provider-azurerm issue 24118: a request cannot be read any more after 45 days. */
const KEPT = 45 * 24 * 3600_000;

/** Requests to PIM of one kind: about active assignments, or about eligibilities. */
export interface Book {
  readonly kind: 'RoleAssignment' | 'RoleEligibility';
  readonly requests: 'scheduleRequests' | 'eligibilityRequests';
  /** What a request asks for is done; the request as it then stands, or why it is not taken. */
  readonly take: (state: AzureState, request: ScheduleRequest, at: Instant) => ScheduleRequest | Answer;
  /** The answers of a PUT, and nothing is done; absent where the API has no such thing. */
  readonly judge?: (state: AzureState, request: ScheduleRequest, at: Instant) => Answer | undefined;
  /** What became of a request by itself since it was made. */
  readonly now?: (state: AzureState, request: ScheduleRequest, at: Instant) => ScheduleRequest;
}

/** Microsoft.Authorization/role…ScheduleRequests 2020-10-01: asked by an administrator, read, cancelled and, where that is known, tried without effect. */
export function answerFrom(book: Book, state: AzureState, call: ArmCall): Answer {
  const { scope, names } = call.target;
  const [name, deed, ...more] = names;
  const verb = call.method === 'GET' ? 'read' : 'write';
  const post = deed?.toLowerCase();
  if (!isKnown(book, call.method, name, post) || more.length > 0) return methodRefusal(call);
  // Azure permissions for Microsoft.Authorization: a pending request is cancelled by a right of its own.
  const right = `Microsoft.Authorization/${book.kind.replace('R', 'r')}ScheduleRequests/${post === 'cancel' ? 'cancel/action' : verb}`;
  const refused = forbidden(state, call.caller, right, scope) ?? missing(state, scope) ?? unlicensed(state);
  if (refused !== undefined) return refused;
  if (name === undefined) return list(book, state, call);
  if (post === undefined) return verb === 'read' ? get(book, state, call, name) : put(book, state, call, name);
  return post === 'cancel' ? cancel(book, state, call, name) : validate(book, state, call, name);
}

function isKnown({ judge }: Book, method: string, name: string | undefined, deed: string | undefined): boolean {
  if (deed !== undefined) return method === 'POST' && (deed === 'cancel' || (deed === 'validate' && judge !== undefined));
  return method === 'GET' || (method === 'PUT' && name !== undefined);
}

/** Create of the API description: 201, and the status tells what came of it. */
function put(book: Book, state: AzureState, call: ArmCall, name: string): Answer {
  if (!isGuid(name)) return badName(name);
  const request = readRequest(state, call, name);
  if (!('requestType' in request)) return request;
  const done = book.take(state, request, call.at);
  if (!('requestType' in done)) return done;
  state[book.requests] = [...(state[book.requests] ?? []), done];
  return { status: 201, body: shown(book, state, call, done) };
}

function validate(book: Book, state: AzureState, call: ArmCall, name: string): Answer {
  const request = readRequest(state, call, name);
  if (!('requestType' in request)) return request;
  return book.judge?.(state, request, call.at) ?? ok(shown(book, state, call, request));
}

/** Cancel of the API description: only what is pending. */
function cancel(book: Book, state: AzureState, call: ArmCall, name: string): Answer {
  const found = named(book, state, call, name);
  if (found === undefined) return notFound(book, name);
  if (found.status !== 'PendingApproval') return badFormat('Only a request that is pending can be cancelled.');
  state[book.requests] = (state[book.requests] ?? []).map((one) => (one.name === found.name ? { ...one, status: 'Canceled' } : one));
  return { status: 200 };
}

function get(book: Book, state: AzureState, call: ArmCall, name: string): Answer {
  const found = named(book, state, call, name);
  return found === undefined ? notFound(book, name) : ok(shown(book, state, call, found));
}

function list(book: Book, state: AzureState, call: ArmCall): Answer {
  const wanted = wantedBy(state, call, true);
  if ('status' in wanted) return wanted;
  const reaches = reach(state, call.target.scope, wanted.atScope);
  const fits = (one: ScheduleRequest) => reaches(one.scope) && (wanted.principals?.has(one.principalId.toLowerCase()) ?? true);
  const items = kept(book, state, call)
    .filter(fits)
    .map((one) => ({ key: one.name, show: () => shown(book, state, call, one) }));
  return pageOf(items, call.url, state.manner);
}

function kept({ requests, now }: Book, state: AzureState, { at }: ArmCall): readonly ScheduleRequest[] {
  const young = (state[requests] ?? []).filter((one) => at < later(one.createdOn, KEPT));
  return now === undefined ? young : young.map((one) => now(state, one, at));
}

function named(book: Book, state: AzureState, call: ArmCall, name: string): ScheduleRequest | undefined {
  const here = (one: ScheduleRequest) => foldScope(one.scope) === foldScope(call.target.scope);
  return kept(book, state, call).find((one) => one.name.toLowerCase() === name.toLowerCase() && here(one));
}

function shown({ kind }: Book, state: AzureState, call: ArmCall, request: ScheduleRequest): unknown {
  return requestOf(state, request, call.target.scope, kind);
}

function notFound({ kind }: Book, name: string): Answer {
  return refusal(404, `${kind}ScheduleRequestNotFound`, `'${name}' is not found.`);
}

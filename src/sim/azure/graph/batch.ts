import type { Answer } from '../answer.ts';
import { asObject, objectOf, textAt } from '../call.ts';
import type { AzureState } from '../state.ts';
import { badRequest, type GraphCall, type GraphHandler } from './graph-call.ts';
import { partsOf } from './parts.ts';

const MOST_REQUESTS = 20;

/** JSON batching: up to 20 requests in one, each answered with its own id, status and body. */
export function batch(state: AzureState, call: GraphCall, route: GraphHandler): Answer {
  const requests = objectOf(call.body)?.['requests'];
  if (call.method !== 'POST' || !Array.isArray(requests)) return badRequest(call, 'Invalid batch payload format.');
  if (requests.length > MOST_REQUESTS)
    return badRequest(call, `Number of batch request steps exceeds the maximum value of ${MOST_REQUESTS}.`);
  const responses = requests.map((request) => step(state, call, asObject(request) ?? {}, route));
  return { status: 200, body: { responses } };
}

function step(state: AzureState, call: GraphCall, request: Readonly<Record<string, unknown>>, route: GraphHandler): unknown {
  const url = new URL(`/v1.0/${(textAt(request, 'url') ?? '').replace(/^\/+/, '')}`, call.url);
  const body = request['body'] === undefined ? '' : JSON.stringify(request['body']);
  const answer = route(state, { ...call, method: textAt(request, 'method') ?? 'GET', url, parts: partsOf(url), body });
  return { id: request['id'], status: answer.status, headers: { 'Content-Type': 'application/json' }, body: answer.body ?? null };
}

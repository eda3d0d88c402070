import type { Instant } from '../../../domain/instant.ts';
import type { Asked } from '../../faults.ts';
import type { Answer } from '../answer.ts';
import { signedIn } from '../caller.ts';
import { guidOf } from '../guid.ts';
import type { AzureState } from '../state.ts';
import { applications } from './applications.ts';
import { batch } from './batch.ts';
import { directoryObjects } from './directory-objects.ts';
import { badRequest, type GraphCall, type GraphHandler, graphRefusal } from './graph-call.ts';
import { groupSchedules } from './group-schedules.ts';
import { groups } from './groups.ts';
import { partsOf } from './parts.ts';
import { servicePrincipals } from './service-principals.ts';
import { users } from './users.ts';

export const GRAPH_HOST = 'graph.microsoft.com';

/** Microsoft Graph v1.0: the little of the directory that access reviews and recalls need. */
export function graph(state: AzureState, asked: Asked, at: Instant): Answer {
  const who = signedIn(state, asked, `https://${GRAPH_HOST}`, at);
  if (!who.ok) return withIds(state, asked, graphRefusal({ at }, 401, 'InvalidAuthenticationToken', who.message));
  const call = { method: asked.method, url: asked.url, parts: partsOf(asked.url), body: asked.body, caller: who.caller, at };
  const isBatch = call.parts[0]?.toLowerCase() === '$batch';
  return withIds(state, asked, isBatch ? batch(state, call, routed) : routed(state, call));
}

const ROUTES = new Map<string, GraphHandler>([
  ['users', users],
  ['groups', groups],
  ['serviceprincipals', servicePrincipals],
  ['applications', applications],
  ['directoryobjects', directoryObjects],
  ['identitygovernance', groupSchedules],
]);

function routed(state: AzureState, call: GraphCall): Answer {
  const first = call.parts[0]?.toLowerCase().replace(/\(.*$/, '') ?? '';
  return ROUTES.get(first)?.(state, call) ?? badRequest(call, `Resource not found for the segment '${first}'.`);
}

/** Microsoft Graph's common headers; a client's own request id comes back. */
function withIds(state: AzureState, asked: Asked, answer: Answer): Answer {
  state.serial += 1;
  const id = guidOf('graph request', state.serial);
  const client = asked.headers.get('client-request-id') ?? id;
  const type = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
  return { ...answer, headers: { 'content-type': type, 'request-id': id, 'client-request-id': client, ...answer.headers } };
}

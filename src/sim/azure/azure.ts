import type { Instant } from '../../domain/instant.ts';
import { type Answer as Sent, type Asked, simulated } from '../faults.ts';
import type { SimClock, SimService, Store } from '../service.ts';
import { type Answer, refusal } from './answer.ts';
import { ARM_HOST, resourceManager } from './arm.ts';
import { graph, GRAPH_HOST } from './graph/graph.ts';
import { ID_TOKEN_HOST, idToken } from './id-token.ts';
import type { AzureState } from './state.ts';
import { LOGIN_HOST, tokenEndpoint } from './token-endpoint.ts';

type Host = (state: AzureState, asked: Asked, at: Instant) => Answer;

const HOSTS = new Map<string, Host>([
  [ARM_HOST, resourceManager],
  [LOGIN_HOST, tokenEndpoint],
  [GRAPH_HOST, graph],
  [ID_TOKEN_HOST, idToken],
]);

/** Azure Resource Manager, Entra's token endpoint, Microsoft Graph and GitHub's identity tokens over one state. */
export function simulateAzure({ store, clock }: { readonly store: Store<AzureState>; readonly clock: SimClock }): SimService {
  return simulated({
    name: 'azure',
    hosts: [...HOSTS.keys()],
    store,
    clock,
    handle: (asked, state, now) => sent(HOSTS.get(asked.url.hostname)?.(state, asked, now) ?? { status: 404 }),
    failure: (status) =>
      sent(refusal(status, status === 429 ? 'TooManyRequests' : 'ServiceFault', 'A scripted failure of the simulated service.')),
  });
}

function sent(answer: Answer): Sent {
  const headers = { 'content-type': 'application/json; charset=utf-8', ...answer.headers };
  return answer.body === undefined
    ? { status: answer.status, headers }
    : { status: answer.status, headers, body: JSON.stringify(answer.body) };
}

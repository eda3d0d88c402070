import { type Instant, parseInstant } from '../../../src/domain/instant.ts';
import { simulateAzure } from '../../../src/sim/azure/azure.ts';
import { exampleAzure, TOKENS } from '../../../src/sim/azure/example.ts';
import type { AzureState } from '../../../src/sim/azure/state.ts';
import { type FixedClock, fixedClock } from '../../../src/sim/clock.ts';
import type { SimService } from '../../../src/sim/service.ts';
import { memoryStore } from '../../../src/sim/store.ts';

export const START = parseInstant('2026-11-23T09:00:00Z') as Instant;

export const ROLES = {
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  monitoringReader: '43d0d8ad-25c7-4714-9337-8ba259a9fe05',
  blobReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
} as const;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the body; null when it is empty. */
  readonly body: unknown;
}

/** A resource as the services of Azure answer it. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Tenant {
  readonly state: AzureState;
  readonly clock: FixedClock;
  readonly service: SimService;
  /** Sends to Azure Resource Manager as the tool; api-version 2022-04-01 unless the path names one. */
  readonly arm: (method: string, path: string, body?: unknown, token?: string) => Promise<Reply>;
  readonly graph: (method: string, path: string, body?: unknown, token?: string) => Promise<Reply>;
  readonly send: (url: string, init?: RequestInit) => Promise<Reply>;
}

/** The example organisation at 09:00, after `change`. */
export function tenant(change: (state: AzureState) => void = () => {}): Tenant {
  const state = exampleAzure(START);
  change(state);
  const clock = fixedClock(START);
  const service = simulateAzure({ store: memoryStore(state), clock });
  const send = async (url: string, init: RequestInit = {}): Promise<Reply> => {
    const response = await service.fetch(url, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  };
  const call = async (url: string, method: string, body: unknown, token: string): Promise<Reply> =>
    send(url, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    state,
    clock,
    service,
    send,
    arm: async (method, path, body, token = TOKENS.grantkeeper) => call(versioned(path), method, body, token),
    graph: async (method, path, body, token = TOKENS.grantkeeper) => call(`https://graph.microsoft.com/v1.0${path}`, method, body, token),
  };
}

function versioned(path: string): string {
  const url = `https://management.azure.com${path}`;
  if (path.includes('api-version=')) return url;
  return `${url}${path.includes('?') ? '&' : '?'}api-version=2022-04-01`;
}

/** `<scope>/providers/Microsoft.Authorization/roleAssignments[/<name>]`. */
export function assignmentsAt(scope: string, name?: string): string {
  return `${scope}/providers/Microsoft.Authorization/roleAssignments${name === undefined ? '' : `/${name}`}`;
}

/** The body of a PUT for a user, with whatever else is given. */
export function wish(role: string, principalId: string, more: Readonly<Record<string, unknown>> = {}): unknown {
  const roleDefinitionId = `/providers/Microsoft.Authorization/roleDefinitions/${role}`;
  return { properties: { roleDefinitionId, principalId, principalType: 'User', ...more } };
}

export function listed(reply: Reply): readonly Item[] {
  return (reply.body as { value: readonly Item[] }).value;
}

export function nextLinkIn(reply: Reply): string | undefined {
  return (reply.body as { nextLink?: string }).nextLink;
}

export function properties(reply: Reply): Readonly<Record<string, unknown>> {
  return (reply.body as Item).properties;
}

export function principalsIn(reply: Reply): readonly string[] {
  return listed(reply).map((one) => String(one.properties['principalId']));
}

/** `409 RoleAssignmentExists`: the status and the code of an error. */
export function refusalOf(reply: Reply): string {
  return `${reply.status} ${(reply.body as { error: { code: string } }).error.code}`;
}

export function messageOf(reply: Reply): string {
  return (reply.body as { error: { message: string } }).error.message;
}

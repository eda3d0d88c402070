import { type FixedClock, fixedClock } from '../../../src/sim/clock.ts';
import { type Instant, parseInstant } from '../../../src/domain/instant.ts';
import { exampleGcp } from '../../../src/sim/gcp/example.ts';
import { simulateGcp } from '../../../src/sim/gcp/gcp.ts';
import type { GcpBinding, GcpState } from '../../../src/sim/gcp/state.ts';
import type { SimService } from '../../../src/sim/service.ts';
import { memoryStore } from '../../../src/sim/store.ts';

export const NINE = parseInstant('2026-11-22T09:00:00Z') as Instant;
export const CRM = 'https://cloudresourcemanager.googleapis.com';
export const IAM = 'https://iam.googleapis.com';
export const ASSET = 'https://cloudasset.googleapis.com';

export interface Policy {
  readonly version?: number;
  readonly etag: string;
  readonly bindings?: readonly GcpBinding[];
  readonly [more: string]: unknown;
}

export interface Body {
  readonly error?: { code: number; message: string; status: string; errors: { reason: string }[]; details?: Record<string, unknown>[] };
  readonly [more: string]: unknown;
}

interface Got<T = Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface World {
  readonly state: GcpState;
  readonly clock: FixedClock;
  readonly gcp: SimService;
  get(url: string, token?: string): Promise<Got>;
  post(url: string, body?: unknown, token?: string, headers?: Record<string, string>): Promise<Got>;
  /** The policy of version 3. */
  policy(name: string): Promise<Policy>;
  set(name: string, policy: unknown, more?: Record<string, unknown>): Promise<Got>;
  /** Reads, adds bindings, writes with the etag and version 3. */
  add(name: string, ...bindings: GcpBinding[]): Promise<Got>;
}

/** The example organisation, at nine in the morning. */
export function example(change: (state: GcpState) => void = () => undefined): World {
  const state = exampleGcp(NINE);
  change(state);
  const clock = fixedClock(NINE);
  const gcp = simulateGcp({ store: memoryStore(state), clock });
  const ask = async (url: string, init: RequestInit, token: string): Promise<Got> => {
    const headers = new Headers(init.headers);
    if (token !== '') headers.set('authorization', `Bearer ${token}`);
    const response = await gcp.fetch(url, { ...init, headers });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
  };
  const world: World = {
    state,
    clock,
    gcp,
    get: async (url, token = 'sim-token-grantkeeper') => ask(url, {}, token),
    post: async (url, body = {}, token = 'sim-token-grantkeeper', headers = {}) =>
      ask(url, { method: 'POST', body: JSON.stringify(body), headers }, token),
    policy: async (name) => {
      const got = await world.post(`${CRM}/v3/${name}:getIamPolicy`, { options: { requestedPolicyVersion: 3 } });
      return got.body as unknown as Policy;
    },
    set: async (name, policy, more = {}) => world.post(`${CRM}/v3/${name}:setIamPolicy`, { policy, ...more }),
    add: async (name, ...bindings) => {
      const policy = await world.policy(name);
      return world.set(name, { ...policy, version: 3, bindings: [...(policy.bindings ?? []), ...bindings] });
    },
  };
  return world;
}

export function until(text: string, title = 'x'): NonNullable<GcpBinding['condition']> {
  return { title, expression: `request.time < timestamp("${text}")` };
}

export const ADA = 'user:ada@example.com';
export const PROD = 'projects/payments-prod';

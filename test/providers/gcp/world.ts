import type { Scope } from '../../../src/domain/access.ts';
import type { DesiredBinding } from '../../../src/domain/change.ts';
import { type Instant, parseInstant } from '../../../src/domain/instant.ts';
import { gcp } from '../../../src/providers/gcp/cloud.ts';
import { gcpSyntax } from '../../../src/providers/gcp/syntax.ts';
import type { Access } from '../../../src/providers/provider.ts';
import { type FixedClock, fixedClock } from '../../../src/sim/clock.ts';
import { exampleGcp } from '../../../src/sim/gcp/example.ts';
import { simulateGcp } from '../../../src/sim/gcp/gcp.ts';
import type { GcpBinding, GcpState } from '../../../src/sim/gcp/state.ts';
import type { Fault, SimService } from '../../../src/sim/service.ts';
import { memoryStore } from '../../../src/sim/store.ts';
import type { Trouble, Wish, World } from '../conformance.ts';
import { SAMPLES } from './samples.ts';

export const NOW = instant('2026-11-23T09:00:00Z');

export function instant(text: string): Instant {
  const at = parseInstant(text);
  if (at === undefined) throw new Error(`${text} is no instant`);
  return at;
}

export interface GcpWorld extends World {
  readonly state: GcpState;
  readonly service: SimService;
  readonly clock: FixedClock;
}

const PRINCIPALS = { ada: 'user:ada@example.com', bo: 'user:bo@example.com', nobody: 'user:nobody@example.com' };
const ROLES = { reader: 'roles/logging.viewer', writer: 'roles/monitoring.editor' };

/** The example organisation, with the tool signed in to it; the work is on the project payments-prod, or on something in it. */
export function gcpWorld(change: (state: GcpState) => void = () => undefined, path = POLICY): GcpWorld {
  const clock = fixedClock(NOW);
  const state = exampleGcp(NOW);
  state.missing = ['nobody@example.com'];
  if (path !== POLICY) furnish(state, path);
  change(state);
  const service = simulateGcp({ store: memoryStore(state), clock });
  const waits: number[] = [];
  const access: Access = {
    fetch: service.fetch,
    identity: { kind: 'token', token: 'sim-token-grantkeeper' },
    clock: () => clock.now(),
    sleep: async (ms) => {
      waits.push(ms);
      clock.advance(ms);
    },
    random: () => 0.5,
    reason: 'grantkeeper run 1 at 4f2a9c1',
    stamp: 'acme-access',
    formerStamps: [],
  };
  const scope = scopeOf(path);
  return {
    cloud: gcp,
    access,
    scope,
    otherScope: scopeOf('projects/search-prod'),
    isTop: path.startsWith('organizations/'),
    condition: 'resource.name.startsWith("projects/payments-prod/logs/a") || resource.type == "x"',
    waits,
    wish: async (wish) => desired(wish, scope),
    plantTwin: async (twin) => plant(state, { role: twin.binding.role.id, members: [twin.binding.member.id] }, path),
    foreign: async () =>
      JSON.stringify(bindingsOf(state, path).filter(({ condition }) => condition?.title?.startsWith('gk:acme-access:') !== true)),
    writes: () => service.calls.filter(({ method, url }) => /[:/]setIamPolicy$/.test(url) || method === 'PUT' || method === 'PATCH').length,
    trouble: (trouble) => service.faults.push(...faultsFor(trouble, path)),
    state,
    service,
    clock,
  };
}

export function scopeOf(text: string): Scope {
  const scope = gcpSyntax.scope(text);
  if (!scope.ok) throw new Error(scope.problem);
  return scope.value;
}

export function desired(wish: Wish, scope = scopeOf('projects/payments-prod')): DesiredBinding {
  const id = PRINCIPALS[wish.who];
  const role = ROLES[wish.role];
  const condition = wish.condition === undefined ? {} : { condition: wish.condition };
  return {
    binding: { scope: wish.scope ?? scope, role: { id: role, name: role }, member: { kind: 'user', id, shown: id }, ...condition },
    until: wish.until,
    ...(wish.starts === undefined ? {} : { starts: wish.starts }),
    grant: wish.grant,
    because: [wish.grant],
    principal: wish.who,
    privileged: false,
    file: `grants/payments/${wish.grant}.yaml`,
    commit: '4f2a9c1d',
  };
}

const POLICY = 'projects/payments-prod';

export function bindingsOf(state: GcpState, path = POLICY): readonly GcpBinding[] {
  return state.policies[path]?.bindings ?? [];
}

/** Puts a thing into its project, and on it what others gave. */
function furnish(state: GcpState, path: string): void {
  const things = state.things;
  if (things !== undefined) for (const name of Object.values(SAMPLES).flat()) things[name] = {};
  const gone = 'deleted:user:rob@example.com?uid=1';
  if (!isDataset(path)) plant(state, { role: 'roles/browser', members: ['user:zoe@example.com', gone], bindingId: 'b-1' }, path);
  // An access list has a line for each principal, so a binding of two is two lines.
  else for (const member of ['user:zoe@example.com', gone]) plant(state, { role: 'roles/browser', members: [member], lineId: 'b-1' }, path);
  plant(state, { role: 'roles/logging.viewer', members: ['user:sam@example.com'] }, path);
}

function isDataset(path: string): boolean {
  return /\/datasets\/[^/]+$/.test(path);
}

/** Puts a binding into the policy as somebody else would, so that its etag moves on. */
export function plant(state: GcpState, binding: GcpBinding, path = POLICY): void {
  const policy = state.policies[path];
  state.notes.writes += 1;
  const etag = Buffer.from(`planted${state.notes.writes}`.padEnd(8).slice(-8)).toString('base64');
  (state.policies as Record<string, unknown>)[path] = { ...policy, etag, bindings: [...(policy?.bindings ?? []), binding] };
}

type Pattern = Pick<Fault, 'method' | 'path'>;

const PATTERNS: Readonly<Record<'read' | 'write', Pattern>> = {
  read: { path: /[:/]getIamPolicy(?:\?|$)/ },
  write: { path: /[:/]setIamPolicy$/ },
};
const BUCKET: typeof PATTERNS = { read: { path: /\/iam\?/ }, write: { path: /\/iam$/ } };
const DATASET: typeof PATTERNS = {
  read: { method: 'GET', path: /\/datasets\/[^/]+\?/ },
  write: { method: 'PATCH', path: /\/datasets\/[^/]+\?/ },
};

function faultsFor(trouble: Trouble, path: string): readonly Fault[] {
  const { read, write } = path.includes('/buckets/') ? BUCKET : isDataset(path) ? DATASET : PATTERNS;
  const of = (what: 'read' | 'write'): Pattern => (what === 'read' ? read : write);
  if (trouble.kind === 'throttled') {
    const headers = trouble.retryAfter === undefined ? {} : { 'retry-after': String(trouble.retryAfter) };
    return [answering(of(trouble.what), 429, 'RESOURCE_EXHAUSTED', trouble.times, headers)];
  }
  if (trouble.kind === 'unavailable') return [answering(of(trouble.what), 503, 'UNAVAILABLE', trouble.times)];
  if (trouble.kind === 'forbidden') return [answering(of(trouble.what), 403, 'PERMISSION_DENIED', 1000)];
  if (trouble.kind === 'cut-after-write') return [{ ...write, effect: { kind: 'cut-after' } }];
  if (trouble.kind === 'truncated-read') return [{ ...read, times: trouble.times ?? 1, effect: { kind: 'truncate', length: 60 } }];
  return Array.from({ length: trouble.times ?? 1 }, (_, at) => ({
    ...write,
    effect: { kind: 'meanwhile', act: anotherWriter(at, path) },
  }));
}

function answering(which: Pattern, status: number, code: string, times = 1, headers = {}): Fault {
  const body = JSON.stringify({ error: { code: status, message: 'scripted', status: code } });
  return {
    ...which,
    times,
    effect: { kind: 'answer', status, headers: { 'content-type': 'application/json; charset=UTF-8', ...headers }, body },
  };
}

function anotherWriter(at: number, path: string): (state: never) => void {
  return (state: GcpState) => plant(state, { role: `roles/browser`, members: [`user:other-${at}@example.com`] }, path);
}

import { performance } from 'node:perf_hooks';
import { scopeKey } from '../../src/domain/access.ts';
import type { Change } from '../../src/domain/change.ts';
import { type Instant, later, parseInstant } from '../../src/domain/instant.ts';
import { applyChanges } from '../../src/apply/apply.ts';
import { gcp } from '../../src/providers/gcp/cloud.ts';
import type { Access, Readable } from '../../src/providers/provider.ts';
import { fixedClock } from '../../src/sim/clock.ts';
import { simulateGcp } from '../../src/sim/gcp/gcp.ts';
import { type GcpState, emptyGcp } from '../../src/sim/gcp/state.ts';
import type { SimService } from '../../src/sim/service.ts';
import { memoryStore } from '../../src/sim/store.ts';
import { compared, type Sample } from '../measure.ts';
import { aboveQuota } from './gcp-quota.ts';
import type { Part } from './part.ts';

const NOW = parseInstant('2026-11-23T09:00:00Z') as Instant;
const TOKEN = 'bench';
const BINDINGS = 15;
const ROUNDS = 5;

/** Policies that one call of Cloud Asset tells. */
const PAGE = 500;

/** How often each method was called. */
export type Calls = Readonly<Record<string, number>>;

/** The simulated cloud with so many projects, and the tool signed in to it. */
function worldOf(scopes: number): { readonly access: Access; readonly service: SimService; readonly clock: ReturnType<typeof fixedClock> } {
  const clock = fixedClock(NOW);
  const service = simulateGcp({ store: memoryStore(stateOf(scopes)), clock });
  const sleep = async (ms: number) => void clock.advance(ms);
  const common = { clock: () => clock.now(), sleep, random: () => 0.5, reason: 'bench', stamp: 'acme-access', formerStamps: [] };
  return { access: { fetch: service.fetch, identity: { kind: 'token', token: TOKEN }, ...common }, service, clock };
}

function stateOf(scopes: number): GcpState {
  const state = emptyGcp();
  state.organizations['1'] = { displayName: 'example.com', customer: 'C01bench' };
  state.tokens[TOKEN] = {
    member: 'serviceAccount:bench@bench-project.iam.gserviceaccount.com',
    scopes: ['https://www.googleapis.com/auth/cloud-platform'],
  };
  for (let at = 0; at < scopes; at += 1) {
    state.projects[idAt(at)] = { number: String(100_000 + at), displayName: idAt(at), parent: 'organizations/1' };
    const bindings = Array.from({ length: BINDINGS }, (_, index) => ({ role: 'roles/browser', members: [`user:u${index}@example.com`] }));
    state.policies[`projects/${idAt(at)}`] = { etag: 'BwX0yF4xAAA=', bindings };
  }
  return state;
}

function idAt(at: number): string {
  return `bench-project-${at}`;
}

/** Reads every scope and, on the first so many of them, makes one grant each, as a run does: revocations, grants, a second look. */
export async function runOver(scopes: number, changed: number): Promise<Calls> {
  const { access, service, clock } = worldOf(scopes);
  const [reader, writer] = [await gcp.reader(access), await gcp.writer(access)];
  const readings = new Map<string, Readable>();
  for (let at = 0; at < scopes; at += 1) {
    const scope = gcp.syntax.scope(`projects/${idAt(at)}`);
    const reading = scope.ok ? await reader.read(scope.value) : undefined;
    if (reading?.ok === true) readings.set(scopeKey(reading.scope), reading);
  }
  const changes = [...readings.values()].slice(0, changed).map(grantAt);
  const outcomes = await applyChanges({
    changes,
    held: [],
    readings,
    readers: new Map([['gcp', reader]]),
    writers: new Map([['gcp', writer]]),
    again: () => changes,
    clock: () => clock.now(),
    sleep: (ms) => access.sleep(ms),
    stopping: () => false,
    progress: () => undefined,
    concurrency: 16,
    patience: () => new Promise(() => undefined),
  });
  const bad = outcomes.find(({ status }) => status !== 'applied');
  if (bad !== undefined || outcomes.length !== changed) throw new Error(`the run did not do its work: ${bad?.failure?.message}`);
  return callsOf(service);
}

/** What drift asks where nothing changed: the pages of the index, and no scope. */
export async function driftOver(scopes: number): Promise<Calls> {
  const { access, service } = worldOf(scopes);
  const reader = await gcp.reader(access);
  const top = gcp.syntax.scope('organizations/1');
  const swept = top.ok ? await reader.sweep?.([top.value]) : undefined;
  if (swept === undefined || swept.scopes.length !== scopes || swept.failed.length > 0)
    throw new Error('the index did not tell of every scope');
  return callsOf(service);
}

function grantAt({ scope }: Readable, at: number): Change {
  const member = { kind: 'user', id: 'user:ada@example.com', shown: 'user:ada@example.com' } as const;
  const binding = { scope, role: { id: 'roles/logging.viewer', name: 'roles/logging.viewer' }, member };
  const grant = `grant-${at}`;
  const evidence = { file: `grants/bench/${grant}.yaml`, commit: '4f2a9c1' };
  const desired = { binding, until: later(NOW, 3_600_000), grant, because: [grant], principal: 'ada', privileged: false, ...evidence };
  return { verb: 'grant', because: 'asked', digest: grant, grant, principal: 'ada', desired };
}

function callsOf({ calls }: SimService): Calls {
  const counts: Record<string, number> = {};
  for (const { url } of calls) {
    const verb = /:(\w+)(?:\?|$)/.exec(url)?.[1] ?? url;
    counts[verb] = (counts[verb] ?? 0) + 1;
  }
  return counts;
}

/** The same number of calls to the simulator by nobody in particular: what of the time is the simulator's own. */
async function bareReads(count: number): Promise<void> {
  const { service } = worldOf(1);
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ options: { requestedPolicyVersion: 3 } });
  const url = `https://cloudresourcemanager.googleapis.com/v3/projects/${idAt(0)}:getIamPolicy`;
  for (let at = 0; at < count; at += 1) await (await service.fetch(url, { method: 'POST', headers, body })).json();
}

const RUNS: readonly { readonly name: string; readonly run: () => Promise<Calls>; readonly wanted: Calls }[] = [
  { name: 'a run without a change over 1000 scopes: 1000 reads', run: () => runOver(1000, 0), wanted: { getIamPolicy: 1000 } },
  {
    name: 'drift alone over 1000 scopes: the pages of Cloud Asset',
    run: () => driftOver(1000),
    wanted: { searchAllIamPolicies: 1000 / PAGE },
  },
  {
    name: 'a run with one change on each of 50 scopes: 50 reads, 50 writes, 50 verifying reads',
    run: () => runOver(50, 50),
    wanted: { getIamPolicy: 50 + 50, setIamPolicy: 50 },
  },
];

/** Calls to Google Cloud, counted by its simulator: what is neither wanted nor needed makes the part fail. */
export const gcpCalls: Part = async ({ say }) => {
  const results = [];
  for (const { name, run, wanted } of RUNS) {
    say(`${name}, ${ROUNDS} rounds`);
    const total = Object.values(wanted).reduce((sum, count) => sum + count, 0);
    const [ours, bare]: [Sample[], Sample[]] = [[], []];
    let calls: Calls = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await timedOnce(async () => void (calls = await run())));
      bare.push(await timedOnce(() => bareReads(total)));
    }
    if (JSON.stringify(calls) !== JSON.stringify(wanted))
      throw new Error(`${name}: ${JSON.stringify(calls)} instead of ${JSON.stringify(wanted)}`);
    results.push(compared(name, ours, { name: `${total} calls to the simulator alone`, samples: bare }, { more: { calls } }));
  }
  results.push(await aboveQuota(say));
  return results;
};

async function timedOnce(work: () => Promise<void>): Promise<Sample> {
  const from = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - from, cpuMs: (user + system) / 1000 };
}

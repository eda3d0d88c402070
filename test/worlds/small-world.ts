import { applyChanges } from '../../src/apply/apply.ts';
import { scopeKey } from '../../src/domain/access.ts';
import { bindingOf } from '../../src/domain/change.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { gcpReader } from '../../src/providers/gcp/reader.ts';
import { gcpWriter } from '../../src/providers/gcp/writer.ts';
import type { Access, CloudReader, CloudWriter } from '../../src/providers/provider.ts';
import { diffScope } from '../../src/reconcile/diff.ts';
import { simulateGcp } from '../../src/sim/gcp/gcp.ts';
import type { GcpState } from '../../src/sim/gcp/state.ts';
import { bind, rebind } from '../../src/sim/gcp/writers.ts';
import { simulatedNetwork } from '../../src/sim/network.ts';
import { memoryStore } from '../../src/sim/store.ts';
import { aBinding, aGrant, aLife, at, lives, planned } from '../reconcile/builders.ts';
import { seenInPolicy, tripleOf } from './eyes.ts';
import type { Told } from './observer.ts';
import { BEGIN, gcpBooks, instantText, PROJECTS, STAMP, TOKEN } from './organisation.ts';
import type { Ground } from './small.ts';
import { type Truth, truth } from './truth.ts';
import { watchGcp } from './watch.ts';

/** One scope, three bindings that a run of ours has something to do about, and somebody else who writes there. */

const LOGS = 'roles/logging.viewer';
const SQL = 'roles/cloudsql.viewer';
const NOON = Date.UTC(2026, 10, 23, 12);
const EVENING = Date.UTC(2026, 10, 23, 17);

/** Every run of ours in a small world has this instant: 2026-11-23T10:00:00Z. */
export const NOW = at('10:00');

const scope = aBinding().scope;

const access = (role: string) => [{ kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role } as const];
const TIMELINES = lives(
  aLife('over', { grant: aGrant('over', { principals: ['bo'], access: access(LOGS), expires: '09:30' }) }),
  aLife('asked', { grant: aGrant('asked', { principals: ['ada'], access: access(LOGS) }) }),
  aLife(
    'renewed',
    { grant: aGrant('renewed', { principals: ['bo'], access: access(SQL), expires: '12:00' }) },
    { at: '09:30', grant: aGrant('renewed', { principals: ['bo'], access: access(SQL) }) },
  ),
);

/** The same as the observer knows it. */
function smallTruth(): Truth {
  const known = truth('gcp');
  const ask = (principal: string, role: string, expires: number) => ({
    principals: [principal],
    access: [{ kind: 'gcp', place: 'main', role } as const],
    expires,
  });
  known.land('over', ask('bo', LOGS, BEGIN + 1_800_000), BEGIN, true);
  known.land('asked', ask('ada', LOGS, EVENING), BEGIN, true);
  known.land('renewed', ask('bo', SQL, NOON), BEGIN, true);
  known.step();
  known.land('renewed', ask('bo', SQL, EVENING), BEGIN + 1_800_000, true);
  return known;
}

function ours(id: string, role: string, member: string, end: number) {
  const condition = { title: `gk:${STAMP}:${id}`, expression: `request.time < timestamp("${instantText(end)}")` };
  return { role, members: [member], condition };
}

/** The books of the cloud before anybody does anything: one binding of ours is over, one is to be renewed, one is missing. */
function smallBooks(): GcpState {
  const state = gcpBooks();
  bind(
    state,
    PROJECTS.main,
    ours('over', LOGS, 'user:bo@example.com', BEGIN + 1_800_000),
    ours('renewed', SQL, 'user:bo@example.com', NOON),
  );
  return state;
}

/** What the other writer does, one after the other, at any moment. */
const HANDS: readonly ((state: GcpState) => void)[] = [
  (state) => {
    const renewed = (title: string | undefined) => title === `gk:${STAMP}:renewed`;
    rebind(
      state,
      PROJECTS.main,
      ({ condition }) => renewed(condition?.title),
      (one) => ({ ...one, members: [...one.members, 'user:zoe@example.com'] }),
    );
  },
  (state) => bind(state, PROJECTS.main, { role: LOGS, members: ['user:ada@example.com'], bindingId: 'by-hand' }),
];

/** The world of a run in a small world: its one moment, and a network that stands still. */
export function smallAccess(fetch: Access['fetch']): Access {
  return {
    fetch,
    identity: { kind: 'token', token: TOKEN },
    clock: () => NOW,
    sleep: () => Promise.resolve(),
    random: () => 0,
    reason: 'a small world',
    stamp: STAMP,
    formerStamps: [],
  };
}

/** One run of ours over what it has read of its one scope: plans, takes, gives and looks again, as the commands do. */
export async function smallDeeds(
  reader: CloudReader,
  writer: CloudWriter,
  reading: Awaited<ReturnType<CloudReader['read']>>,
  words: Omit<Parameters<typeof planned>[0], 'readings'>,
): Promise<Told> {
  if (!reading.ok) throw new Error(reading.failure.message);
  const { scope } = reading;
  const { plan, desired, context } = planned({ ...words, readings: [reading] });
  const outcomes = await applyChanges({
    changes: plan.changes,
    held: plan.held,
    readings: new Map([[scopeKey(scope), reading]]),
    readers: new Map([[scope.cloud, reader]]),
    writers: new Map([[scope.cloud, writer]]),
    again: (_scope, live) => diffScope(live, desired, context).changes,
    clock: (): Instant => NOW,
    sleep: () => Promise.resolve(),
    stopping: () => false,
    progress: () => undefined,
    concurrency: 1,
    patience: () => new Promise(() => undefined),
  });
  return {
    refusals: plan.refusals.length,
    codes: plan.refusals.map(({ code }) => code),
    held: plan.held.length + outcomes.filter(({ status }) => status === 'held').length,
    findings: 0,
    changes: plan.changes.length,
    outcomes: outcomes.map(toldOf),
  };
}

async function smallRun(fetch: Access['fetch']): Promise<Told> {
  const world = smallAccess(fetch);
  const reader = gcpReader(world);
  return smallDeeds(reader, gcpWriter(world), await reader.read(scope), { timelines: TIMELINES });
}

function toldOf({ change, status, evidence, failure }: Outcome): Told['outcomes'][number] {
  const { scope: where, role, member } = bindingOf(change);
  const triple = tripleOf(where.cloud === 'gcp' ? 'gcp' : 'azure', where.path, role.id, member.shown);
  return { triple, status, evidence: evidence !== undefined, message: failure?.message ?? '' };
}

export const GCP: Ground<GcpState> = {
  truth: smallTruth(),
  now: NOW,
  books: smallBooks,
  // The words of an etag do not matter.
  text: (state, more) => {
    const names = new Map<string, number>();
    return JSON.stringify([state.policies[PROJECTS.main], ...more]).replaceAll(/etag\\*": ?\\*"([^"\\]+)/g, (_, etag: string) => {
      names.set(etag, names.get(etag) ?? names.size);
      return `etag ${names.get(etag)}`;
    });
  },
  live: (state) => seenInPolicy(PROJECTS.main, state.policies[PROJECTS.main]?.bindings ?? []),
  hands: HANDS,
  network: (state, told) => simulatedNetwork([simulateGcp({ store: watchGcp(memoryStore(state), told), clock: { now: () => NOW } })]),
  run: smallRun,
  isWrite: (url) => url.endsWith(':setIamPolicy'),
  commutes: () => false,
  taken: (text) => text,
};

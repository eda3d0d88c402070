import { describe, expect, it } from 'vitest';
import { recall } from '../../src/commands/recall.ts';
import { type Instant, later } from '../../src/domain/instant.ts';
import { eligible, madeByHand, scheduled, waiting } from '../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { GROUPS, PEOPLE } from '../../src/sim/azure/example-directory.ts';
import type { AzureState } from '../../src/sim/azure/state.ts';
import { over } from './wire.ts';
import { aWorld, BEGIN, grantFile, type TestWorld } from './world.ts';

const CONFIRMED = { yes: true, foreign: true, confirm: 'ada' };
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const HOUR = 3600_000;
const MINUTE = 60_000;

interface RecallJson {
  readonly outcomes: readonly { readonly status: string; readonly change: { readonly scope: string; readonly role: string } }[];
  readonly sweeps: { readonly made: number; readonly final: boolean } | null;
  readonly pending: readonly { readonly scope: string; readonly role: string; readonly why: string }[];
  readonly remains: readonly { readonly scope: string; readonly role: string; readonly why: string }[];
  readonly notSearched: readonly { readonly scope: string; readonly message: string }[];
}

/** A run whose sweeps wait as they do over real clouds. */
async function recalled(world: TestWorld, options: Record<string, string | boolean>, more = {}) {
  const { simulation: _, ...real } = world.context(more);
  const report = await recall.run(real, options, ['ada']);
  return { exit: report.exit, text: report.text, ...(JSON.parse(JSON.stringify(report.json)) as RecallJson) };
}

const PLACES = [SCOPES.payments, SCOPES.search, SCOPES.platform];
const ROLES = (state: AzureState) => state.roleDefinitions.filter((one) => one.kind === 'BuiltInRole').map(({ id }) => id);
const groupIn = (place: string, at: number) => `${place}/resourceGroups/spread-${at}`;

/** 200 assignments in 60 resource groups of three subscriptions, 20 schedules of PIM and 10 eligibilities, none of them ours. */
function spread(state: AzureState): void {
  const roles = ROLES(state);
  const before = later(BEGIN, -HOUR);
  const scopes = PLACES.flatMap((place) => Array.from({ length: 20 }, (_, at) => groupIn(place, at)));
  state.resourceGroups.push(...scopes.map((id) => ({ id, location: 'westeurope' })));
  const triple = (at: number) => ada(scopes[at % scopes.length] ?? '', roles[Math.floor(at / scopes.length)] ?? '');
  for (let at = 0; at < 200; at += 1) state.roleAssignments.push(madeByHand(triple(at), before));
  for (let at = 200; at < 220; at += 1) {
    const assignmentType = at % 2 === 0 ? 'Assigned' : 'Activated';
    state.schedules.push(scheduled(triple(at + 40), { assignmentType, start: before, end: later(BEGIN, 8 * HOUR) }));
  }
  for (let at = 0; at < 10; at += 1) (state.eligibilities ??= []).push(eligible(triple(at + 300), before));
}

/** One call in twenty is refused, as for too many calls. */
function throttle(world: TestWorld, calls: number): void {
  for (let at = 0; at * 20 < calls; at += 1)
    world.azure.faults.push({ path: /^/, after: at * 20 + 19, effect: { kind: 'answer', status: 429, headers: { 'retry-after': '1' } } });
}

const isRemoval = (method: string, url: string) =>
  method === 'DELETE' || (method === 'PUT' && /ScheduleRequests\//.test(url)) || (method === 'POST' && url.includes('/cancel?'));

const left = (state: AzureState, id: string) =>
  [...state.roleAssignments, ...state.schedules, ...(state.eligibilities ?? [])].filter((one) => one.principalId === id).length;

/** The calls that take away, with what came of them; refused for too many is not sent. */
function removalsOf(world: TestWorld) {
  const sent: { readonly at: Instant; readonly ok: boolean }[] = [];
  const context = over(world, async ({ method, url }, pass) => {
    const answer = await pass();
    if (isRemoval(method, url) && answer.status !== 429) sent.push({ at: world.clock.now(), ok: answer.ok });
    return answer;
  });
  const { access } = context;
  // The waits of this world are counted one after the other, though they run side by side; their jitter need not make a test of chance.
  return { sent, context: { access: (...args: Parameters<typeof access>) => ({ ...access(...args), random: () => 0.25 }) } };
}

const heldIn = ({ remains }: RecallJson) =>
  remains
    .filter(({ scope }) => scope.startsWith('/'))
    .map(({ scope, role }) => `${scope} ${role}`)
    .sort();

const ada = (scope: string, role: string) => ({ scope, role, principalId: PEOPLE.ada, principalType: 'User' });

describe('57 a recall on Azure', () => {
  it('200 assignments, 20 schedules and 10 eligibilities over 3 subscriptions at 5 % throttling: all removals are sent within 60 s', async () => {
    const world = await aWorld();
    const locked = groupIn(SCOPES.search, 99);
    await world.azureState.update((state) => {
      spread(state);
      state.resourceGroups.push({ id: locked, location: 'westeurope' });
      state.locks.push({ name: 'keep', scope: locked, level: 'CanNotDelete' });
      const group = { scope: SCOPES.paymentsGroup, role: READER, principalId: GROUPS.paymentsOncall, principalType: 'Group' };
      state.roleAssignments.push(madeByHand(ada(locked, READER), BEGIN), madeByHand(group, BEGIN));
    });
    throttle(world, 2000);
    const { sent, context } = removalsOf(world);
    const run = await recalled(world, CONFIRMED, context);
    const taken = sent.filter(({ ok }) => ok);
    expect(taken).toHaveLength(230);
    expect((taken.at(-1)?.at ?? Infinity) - BEGIN).toBeLessThanOrEqual(60_000);
    expect((sent.find(({ ok }) => !ok)?.at ?? Infinity) - BEGIN).toBeLessThanOrEqual(60_000);
    const refused = world.azure.calls.filter(({ status }) => status === 429).length;
    expect(refused / world.azure.calls.length).toBeGreaterThan(0.045);

    expect(run.outcomes.filter(({ status }) => status === 'applied')).toHaveLength(230);
    expect(run.text).toContain('Read back: 230 of 231 bindings are gone.');
    expect(run.text.match(/^- ada .* applied +roleAssignments\//gm)).toHaveLength(200);
    expect(run.text.match(/^- ada .* applied +roleAssignmentScheduleRequests\//gm)).toHaveLength(20);
    expect(run.text.match(/^- ada .*\(eligible\) .* applied +roleEligibilityScheduleRequests\//gm)).toHaveLength(10);
    expect(await world.azureState.update((state) => left(state, PEOPLE.ada))).toBe(1);

    expect(run.exit).toBe(4);
    expect(run.pending).toMatchObject([{ scope: locked, role: 'Reader', why: expect.stringContaining('ScopeLocked') as string }]);
    expect(run.text).toMatch(/^PENDING: .*spread-99.*Take away the lock/m);
    expect(run.sweeps).toEqual({ made: 2, final: false });
    expect(run.remains.filter(({ scope }) => scope.startsWith('/'))).toEqual([
      { cloud: 'azure', scope: SCOPES.paymentsGroup, role: 'Reader', member: GROUPS.paymentsOncall, why: 'group payments-oncall' },
    ]);
    expect(run.text).toContain('may go on: access tokens: 60 to 90 minutes');
  });

  it('tells of what gives nothing yet, and ends it when that is confirmed: eligibilities, requests that wait, what begins later', async () => {
    const world = await aWorld();
    await world.azureState.update((state) => {
      state.eligibilities = [eligible(ada(SCOPES.payments, READER), later(BEGIN, -HOUR))];
      state.scheduleRequests = [waiting(ada(SCOPES.payments, READER), BEGIN)];
      state.eligibilityRequests = [waiting(ada(SCOPES.searchGroup, READER), BEGIN, 'AdminAssign')];
      const span = { assignmentType: 'Assigned', start: later(BEGIN, HOUR), end: later(BEGIN, 2 * HOUR) } as const;
      const young = { assignmentType: 'Activated', start: later(BEGIN, -MINUTE), end: later(BEGIN, HOUR) } as const;
      state.schedules.push(scheduled(ada(SCOPES.sharedGroup, READER), { ...span }), scheduled(ada(SCOPES.platform, READER), young));
      state.schedules = state.schedules.map((one) => (one.start > BEGIN ? { ...one, createdOn: later(BEGIN, -HOUR) } : one));
    });
    const told = await recalled(world, { yes: true });
    expect(told.outcomes).toEqual([]);
    expect(told.sweeps).toBeNull();
    expect(heldIn(told)).toEqual([
      `${SCOPES.payments} Reader (asked for)`,
      `${SCOPES.payments} Reader (eligible)`,
      `${SCOPES.searchGroup} Reader (asked for)`,
      `${SCOPES.platform} Reader`,
      `${SCOPES.sharedGroup} Reader (begins later)`,
    ]);
    const run = await recalled(world, CONFIRMED);
    expect(run).toMatchObject({ exit: 0, pending: [], sweeps: { made: 2, final: true } });
    expect(run.outcomes.map(({ status, change }) => `${status} ${change.role}`).sort()).toEqual([
      'applied Reader',
      'applied Reader (asked for)',
      'applied Reader (asked for)',
      'applied Reader (begins later)',
      'applied Reader (eligible)',
    ]);
    expect(run.text).toContain('Final: 2 sweeps made, and the last two found nothing more to take.');
    expect(await world.azureState.update((state) => left(state, PEOPLE.ada))).toBe(0);
    const states = await world.azureState.update((state) => [...(state.scheduleRequests ?? []), ...(state.eligibilityRequests ?? [])]);
    expect(states.filter(({ status }) => status === 'Canceled')).toHaveLength(2);
  });

  it('looks again until two sweeps find nothing, and takes what was given meanwhile', async () => {
    const world = await aWorld();
    await world.land({
      'grants/payments/2026-11-23-ada.yaml': grantFile({ access: ['{ role: observe, place: payments-prod }'], expires: '12:00' }),
    });
    await world.apply();
    const when: Instant[] = [];
    const context = over(world, async ({ method }, pass) => {
      if (method === 'DELETE') when.push(world.clock.now());
      if (method === 'DELETE' && when.length === 1)
        await world.azureState.update((state) => void state.roleAssignments.push(madeByHand(ada(SCOPES.sharedGroup, READER), BEGIN)));
      return pass();
    });
    const run = await recalled(world, CONFIRMED, context);
    expect(run).toMatchObject({ exit: 0, sweeps: { made: 3, final: true } });
    expect(run.outcomes.map(({ change }) => change.scope)).toContain(SCOPES.sharedGroup);
    expect(world.clock.now() - (when[0] ?? 0)).toBeGreaterThanOrEqual(2 * MINUTE);
  });

  it('does without PIM where the tenant has none, and says where it may not look', async () => {
    const world = await aWorld();
    await world.azureState.update((state) => void (state.manner.withoutPim = true));
    expect(await recalled(world, { yes: true })).toMatchObject({ exit: 0, notSearched: [] });
    await world.azureState.update((state) => void (state.manner.withoutPim = false));
    world.azure.faults.push({ path: /roleEligibilitySchedules\?/, times: 99, effect: { kind: 'answer', status: 403 } });
    const { notSearched, text } = await recalled(world, { yes: true });
    expect(notSearched.map(({ scope }) => scope)).toContain(`eligibilities at ${SCOPES.payments}`);
    expect(text).toMatch(/^NOT SEARCHED: eligibilities at /m);
  });

  it('takes what Resource Graph alone names only as a fresh read shows it, and what its lag hides by the lists', async () => {
    const world = await aWorld();
    await world.azureState.update((state) => {
      state.manner.lag.resourceGraph = 600_000;
      state.managementGroups.push({ name: 'nested', displayName: 'Nested', parent: 'acme' });
      state.roleAssignments.push(madeByHand(ada(SCOPES.searchTestGroup, READER), BEGIN));
      const fresh = madeByHand(ada(SCOPES.sharedGroup, READER), BEGIN);
      state.roleAssignments.push(fresh);
      const gone = madeByHand(ada(SCOPES.ledger, READER), BEGIN);
      state.journal.push({ at: BEGIN, name: fresh.name, before: null }, { at: BEGIN, name: gone.name, before: gone });
    });
    // No list of ours gets as far as Search.
    world.azure.faults.push({
      path: /00000001\/providers\/Microsoft.Authorization\/roleAssignments\?/,
      times: 99,
      effect: { kind: 'answer', status: 403 },
    });
    const run = await recalled(world, CONFIRMED);
    expect(run.outcomes.map(({ status, change }) => `${status} ${change.scope}`).sort()).toEqual(
      [`applied ${SCOPES.sharedGroup}`, `applied ${SCOPES.searchTestGroup}`].sort(),
    );
    expect(await world.azureState.update((state) => left(state, PEOPLE.ada))).toBe(0);
    expect(
      world.azure.calls.filter(({ method }) => method === 'DELETE').map(({ url }) => new URL(url).pathname.includes('ledger')),
    ).toEqual([false, false]);
    // What could not be listed was not searched, whatever an index says of it.
    expect(run.notSearched.map(({ scope }) => scope)).toContain(SCOPES.search);
    expect(run).toMatchObject({ exit: 4, sweeps: { final: false } });
  });
});

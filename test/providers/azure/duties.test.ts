import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/domain/change.ts';
import { later } from '../../../src/domain/instant.ts';
import type { LiveBinding } from '../../../src/domain/live-binding.ts';
import type { Enforce } from '../../../src/domain/terms.ts';
import { dutiesOf } from '../../../src/providers/azure/duties.ts';
import { azureLockReader, azureLockWriter } from '../../../src/providers/azure/lockdown.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import { azureWriter } from '../../../src/providers/azure/writer.ts';
import type { Duty, Reading } from '../../../src/providers/provider.ts';
import { eligible, madeByHand, scheduled, waiting } from '../../../src/sim/azure/by-hand.ts';
import { SCOPES, TENANT } from '../../../src/sim/azure/example.ts';
import { PEOPLE, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { actionsOf, hold } from './given.ts';
import { member, NOW, READER, scope, wish } from './samples.ts';
import { HOUR, ourOwn } from './stage.ts';
import { type AzureWorld, azureWorld, readable } from './world.ts';

const ROOT_GROUP = `/providers/Microsoft.Management/managementGroups/${TENANT}`;
const MODES = [undefined, 'auto'] as const;
const CONTRIBUTOR = { id: 'b24988ac-6180-42a0-ab88-20f7382dd24c', name: 'Contributor' };

function dutiesFor(enforce?: Enforce, manages: readonly string[] = [SCOPES.acme]): readonly Duty[] {
  const more = enforce === undefined ? {} : { enforce };
  return dutiesOf({ reads: [scope('/')], manages: manages.map((path) => scope(path)), grants: [], ...more }, [READER.id]);
}

/** The example organisation, and who ends access in it. */
interface Site extends AzureWorld {
  readonly enforce?: Enforce;
}

function worldWith(duties: readonly Duty[], enforce?: Enforce): Site {
  const world = azureWorld();
  hold(world.state, duties);
  return { ...world, ...(enforce === undefined ? {} : { enforce }) };
}

/** A request of ours whose answer was lost while it waited for an approval. */
function leavePending({ state }: Site, path: string): void {
  state.scheduleRequests = [
    {
      name: 'fea7a502-9a96-4806-a26f-eee560e52045',
      scope: path,
      requestType: 'AdminAssign',
      status: 'PendingApproval',
      roleDefinition: READER.id,
      principalId: PEOPLE.ada,
      principalType: 'User',
      start: NOW,
      end: later(NOW, HOUR),
      duration: null,
      condition: null,
      conditionVersion: null,
      justification: 'grantkeeper/1 stamp=acme-access grant=ada-debug',
      ticketNumber: null,
      ticketSystem: null,
      requestorId: PEOPLE.kim,
      createdOn: NOW,
      schedule: null,
    },
  ];
}

/** What a plan knows of a scope: its reading, and what must be asked besides. */
async function equipped(world: Site, path: string): Promise<Reading> {
  const reader = await azureReader(world.access);
  const reading = await reader.read(scope(path));
  const wanted = { member: PEOPLE.chi, ...(world.enforce === undefined ? {} : { enforce: world.enforce }) };
  return reading.ok ? ((await reader.equip?.(reading, [wanted])) ?? reading) : reading;
}

/** Whether all went well, and Azure refused nothing: what is done without where it is refused is missed all the same. */
function isFine(world: AzureWorld, ...oks: readonly boolean[]): boolean {
  return oks.every(Boolean) && world.sim.calls.every(({ status }) => status !== 403);
}

/** All that a plan asks about a scope. */
async function plans(world: Site, path: string): Promise<boolean> {
  const reader = await azureReader(world.access);
  const [read, above, role] = [await equipped(world, path), await reader.ancestry(scope(path)), await reader.role(scope(path), 'Reader')];
  return isFine(world, read.ok, above.ok, role.ok);
}

/** What a drift asks besides: all that is held below what the tool manages. */
async function compares(world: Site, path: string): Promise<boolean> {
  if (!(await plans(world, path))) return false;
  const swept = await (await azureReader(world.access)).sweep?.([scope(SCOPES.acme)]);
  return isFine(world, swept?.failed.length === 0, (swept?.scopes.length ?? 0) > 0);
}

/** All that a run does: it plans, gives, shortens, lengthens and takes; where PIM gives, also what was given before that. */
async function applies(world: Site, path: string): Promise<boolean> {
  const bo = wish({ scope: scope(path), member: member(PEOPLE.bo) }, 'bo-debug');
  if (world.enforce !== undefined) {
    world.state.roleAssignments = [...world.state.roleAssignments, ourOwn(bo)];
    leavePending(world, path);
  }
  if (!(await plans(world, path))) return false;
  const terms = world.enforce === undefined ? {} : { enforce: world.enforce };
  const wanted = (hours: number) => wish({ scope: scope(path) }, 'ada-debug', later(NOW, hours * HOUR), terms);
  const oks = [await does(world, path, undefined, () => grant(wanted(4)))];
  oks.push(await does(world, path, PEOPLE.ada, (live) => alter('shorten', live, wanted(2))));
  oks.push(await does(world, path, PEOPLE.ada, (live) => alter('extend', live, wanted(6))));
  oks.push(await does(world, path, PEOPLE.ada, revoke));
  if (world.enforce !== undefined) {
    oks.push(await does(world, path, PEOPLE.bo, (live) => alter('shorten', live, { ...bo, until: later(NOW, 2 * HOUR) })));
    oks.push(await does(world, path, PEOPLE.bo, revoke));
  }
  return isFine(world, ...oks);
}

/** One change, on what somebody holds by now; not once Azure has refused something. */
async function does(world: Site, path: string, who: string | undefined, change: (live: LiveBinding) => Change): Promise<boolean> {
  if (!isFine(world)) return false;
  const reading = await equipped(world, path);
  if (!reading.ok) return false;
  const live = reading.live.find(({ mark, end, binding }) => (mark ?? end) !== undefined && binding.member.id === who);
  if (live === undefined && who !== undefined) return false;
  const wanted = change(live as LiveBinding);
  const { outcomes } = await (await azureWriter(world.access)).apply(reading, [wanted], () => [wanted]);
  await world.access.sleep(301_000);
  return outcomes.every(({ status }) => status === 'applied');
}

/** What a recall does: it searches, and takes what is there, of whatever role and kind. */
async function recalls(world: Site, path: string): Promise<boolean> {
  const foreign = { scope: path, role: CONTRIBUTOR.id, principalId: PEOPLE.eve, principalType: 'User' };
  world.state.roleAssignments = [...world.state.roleAssignments, madeByHand(foreign, NOW)];
  world.state.eligibilities = [eligible(foreign, later(NOW, -HOUR))];
  world.state.scheduleRequests = [waiting(foreign, NOW)];
  world.state.eligibilityRequests = [waiting({ ...foreign, role: READER.id }, NOW, 'AdminAssign')];
  const other = { ...foreign, role: READER.id };
  const span = { assignmentType: 'Assigned', start: later(NOW, HOUR), end: later(NOW, 2 * HOUR) } as const;
  world.state.schedules.push({ ...scheduled(other, span), createdOn: later(NOW, -HOUR) });
  const reader = await azureReader(world.access);
  const found = await reader.discover?.([PEOPLE.eve], [scope(SCOPES.acme)]);
  const reading = await equipped(world, path);
  const live = reading.ok ? reading.live.find(({ binding }) => binding.member.id === PEOPLE.eve) : undefined;
  const standbys = (found?.standbys ?? []).filter(({ binding }) => binding.scope.key === scope(path).key);
  if (!reading.ok || live === undefined || standbys.length < 4) return false;
  const writer = await azureWriter(world.access);
  const changes = [live, ...standbys].map((one) => revoke(one));
  const { outcomes } = await writer.apply(reading, changes, () => changes);
  return isFine(world, found?.failed.length === 0, ...outcomes.map(({ status }) => status === 'applied'));
}

async function looks(world: AzureWorld, path: string): Promise<boolean> {
  const reader = await azureReader(world.access);
  const found = await reader.discover?.([PEOPLE.gil], [scope(path)]);
  const reads = await Promise.all(found?.scopes.map((one) => reader.read(one.scope)) ?? []);
  return isFine(world, found?.failed.length === 0, (found?.scopes.length ?? 0) > 0, ...reads.map(({ ok }) => ok));
}

const calledBy = (world: AzureWorld) => [...new Set(world.sim.calls.flatMap(actionsOf))].sort();
const without = (duties: readonly Duty[], missing: string) =>
  duties.map((duty) => ({ ...duty, permissions: duty.permissions.filter((one) => one !== missing) }));
const named = (duties: readonly Duty[], ...names: readonly Duty['name'][]) => duties.filter(({ name }) => names.includes(name));
const permissionsOf = (duties: readonly Duty[]) => [...new Set(duties.flatMap(({ permissions }) => permissions))].sort();

/** Does the work with all rights and with each of them missing; what it called, and the rights that were never missed. */
async function tried(duties: readonly Duty[], paths: readonly string[], enforce: Enforce | undefined, work: typeof plans) {
  const called = new Set<string>();
  const idle = new Set(permissionsOf(duties));
  for (const path of paths) {
    const world = worldWith(duties, enforce);
    expect([path, await work(world, path)]).toEqual([path, true]);
    for (const action of calledBy(world)) called.add(action);
    for (const missing of permissionsOf(duties))
      if (idle.has(missing) && !(await work(worldWith(without(duties, missing), enforce), path))) idle.delete(missing);
  }
  return { called: [...called].sort(), idle: [...idle] };
}

describe('the rights on Azure', () => {
  it.each(MODES)('of plan are what it calls under %s, and none of them is too much', async (enforce) => {
    const plan = named(dutiesFor(enforce), 'plan');
    expect(await tried(plan, [SCOPES.acme, SCOPES.ledger], enforce, compares)).toEqual({ called: permissionsOf(plan), idle: [] });
  });

  it.each([
    [undefined, [SCOPES.acme, SCOPES.ledger]],
    ['pim', [SCOPES.acme, SCOPES.paymentsGroup]],
  ] as const)('of apply are what it calls under %s, and none of them is too much', async (enforce, paths) => {
    const apply = named(dutiesFor(enforce), 'apply', 'pim');
    expect(await tried(apply, paths, enforce, applies)).toEqual({ called: permissionsOf(apply), idle: [] });
  });

  it('of a recall are what it calls, and none of them is too much', async () => {
    const recall = named(dutiesFor(), 'recall');
    expect(await tried(recall, [SCOPES.acme, SCOPES.paymentsGroup], undefined, recalls)).toEqual({
      called: permissionsOf(recall),
      idle: [],
    });
  });

  it('of a look beyond are what it calls, and none of them is too much', async () => {
    const look = named(dutiesFor(), 'look').map((duty) => ({ ...duty, at: [ROOT_GROUP] }));
    expect(await tried(look, [ROOT_GROUP], undefined, looks)).toEqual({ called: permissionsOf(look), idle: [] });
    expect(await looks(worldWith(look), '/')).toBe(false);
    expect(await looks(worldWith(named(dutiesFor(), 'look')), '/')).toBe(true);
  });

  it('of a lockdown are what it calls, and none of them is too much', async () => {
    const means = { lockdown: SCOPES.payments, disables: false };
    const duties = dutiesOf({ reads: [], manages: [scope(SCOPES.acme)], grants: [], recall: means }, []);
    const wish = (locked: boolean) => ({
      locked: locked ? [{ recall: 'eve', member: member(PEOPLE.eve) }] : [],
      stays: () => false,
      exceptions: [],
    });
    const sees = async (world: AzureWorld) => isFine(world, (await (await azureLockReader(world.access, means)).foresee(wish(true))).ok);
    const keeps = async (world: AzureWorld) => {
      const done = [true, false].map((locked) => async () => (await azureLockWriter(world.access, means)).keep(wish(locked)));
      const outcomes = [await done[0]?.(), await done[1]?.()].flatMap((one) => one ?? []);
      return isFine(world, outcomes.length === 2, ...outcomes.map(({ status }) => status === 'applied'));
    };
    for (const [name, who, work] of [
      ['see', 'plan', sees],
      ['keep', 'apply', keeps],
      ['lock', 'recall', keeps],
    ] as const) {
      const held = named(duties, name);
      const rest = [{ name: 'plan', who, permissions: ['Microsoft.Resources/subscriptions/read'], at: [SCOPES.acme] } as const];
      expect(held.map(({ who: whose, at }) => [whose, at])).toEqual([[who, [SCOPES.payments]]]);
      const world = worldWith([...held, ...rest]);
      expect([name, await work(world)]).toEqual([name, true]);
      expect(calledBy(world)).toEqual([...permissionsOf(held), ...permissionsOf(rest)].sort());
      for (const missing of permissionsOf(held))
        expect([missing, await work(worldWith([...without(held, missing), ...rest]))]).toEqual([missing, false]);
    }
    expect(dutiesOf({ reads: [], manages: [], grants: [], recall: { disables: true } }, []).map(({ name }) => name)).toEqual([
      'plan',
      'apply',
      'recall',
    ]);
  });

  it('do not let a plan write, nor a look take anything', async () => {
    expect(await applies(worldWith(named(dutiesFor(), 'plan')), SCOPES.paymentsGroup)).toBe(false);
    expect(await recalls(worldWith(named(dutiesFor(), 'look')), SCOPES.paymentsGroup)).toBe(false);
  });

  it('are enough on a resource group alone', async () => {
    const only = dutiesFor(undefined, [SCOPES.paymentsGroup]).filter(({ who }) => who === 'apply');
    expect(await applies(worldWith(only), SCOPES.paymentsGroup)).toBe(true);
    expect(only.map(({ name, at }) => [name, at.join()])).toEqual([
      ['plan', SCOPES.payments],
      ['apply', SCOPES.paymentsGroup],
    ]);
    expect(await applies(worldWith(only), SCOPES.payments)).toBe(false);
  });
});

describe('the rights for a quarantine on Azure', () => {
  it('are enough for what is called, in plan to look and elsewhere to write', async () => {
    const means = { lockdown: SCOPES.payments, disables: false };
    const all = dutiesOf({ reads: [], manages: [scope(SCOPES.acme)], grants: [], recall: means }, [READER.id]);
    const wish = { locked: [{ recall: 'eve', member: member(PEOPLE.eve) }], stays: () => false, exceptions: [] };
    for (const who of ['plan', 'apply', 'recall'] as const) {
      const world = worldWith(all.filter((duty) => duty.who === who));
      expect(await (await azureLockReader(world.access, means)).foresee(wish)).toMatchObject({ ok: true, measures: [{ kind: 'lock' }] });
      const writer = await azureLockWriter(world.access, means);
      const statuses = [await writer.keep(wish), await writer.keep({ ...wish, locked: [] })].flat().map(({ status }) => status);
      expect(statuses).toEqual(who === 'plan' ? ['failed'] : ['applied', 'applied']);
    }
  });
});

describe('the limit of apply on Azure', () => {
  it('lets no other role be given or taken than those of the catalogue, to no other kind, and stops nothing else', async () => {
    const [, apply] = dutiesOf({ reads: [], manages: [scope(SCOPES.acme)], grants: [], kinds: ['user'] }, [READER.id]);
    const world = worldWith(apply === undefined ? [] : [apply]);
    const [reader, writer] = [await azureReader(world.access), await azureWriter(world.access)];
    const reading = await readable(reader);
    const contributor = reading.live.find(({ binding }) => binding.role.id === CONTRIBUTOR.id);
    if (contributor === undefined) throw new Error('nobody contributes');
    const changes = [
      grant(wish({ role: CONTRIBUTOR }, 'one')),
      grant(wish({ member: member(SERVICES.deployer, 'service') }, 'two')),
      revoke(contributor),
      grant(wish({}, 'three')),
    ];
    const { outcomes } = await writer.apply(reading, changes, () => changes);
    expect(outcomes.map(({ status, failure }) => [status, failure?.kind])).toEqual([
      ['failed', 'forbidden'],
      ['failed', 'forbidden'],
      ['failed', 'forbidden'],
      ['applied', undefined],
    ]);
    expect(outcomes[0]?.failure?.message).toContain('an ABAC condition is not fulfilled');
  });
});

describe('the duties on Azure', () => {
  it('are these, by mode', () => {
    const told = (duties: readonly Duty[]) => duties.map(({ name, who, at, limit }) => [name, who, at.join(), limit === undefined]);
    expect(told(dutiesFor())).toEqual([
      ['plan', 'plan', SCOPES.acme, true],
      ['apply', 'apply', SCOPES.acme, false],
      ['recall', 'recall', SCOPES.acme, true],
      ['look', 'recall', '/', true],
    ]);
    expect(dutiesFor('pim').map(({ name }) => name)).toEqual(['plan', 'apply', 'pim', 'recall', 'look']);
    expect(dutiesFor('auto')).toEqual(dutiesFor('pim'));
    expect(dutiesFor('run').map(({ name }) => name)).toEqual(['plan', 'apply', 'recall', 'look']);
    const REQUEST = 'Microsoft.Authorization/roleAssignmentScheduleRequests/write';
    for (const mode of MODES) expect(named(dutiesFor(mode), 'recall')[0]?.permissions).toContain(REQUEST);
    const narrow = [scope(SCOPES.payments)];
    expect(dutiesOf({ reads: narrow, manages: narrow, grants: [] }, []).map(({ name }) => name)).toEqual(['plan', 'apply', 'recall']);
  });
});

import { describe, expect, it } from 'vitest';
import { drift } from '../../src/commands/drift.ts';
import { plan } from '../../src/commands/plan.ts';
import { roleNamed, scheduled } from '../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { PEOPLE } from '../../src/sim/azure/example-directory.ts';
import type { AzureState, RolePolicy } from '../../src/sim/azure/state.ts';
import { at, done, held, planned, reasons, refused, until } from './deeds.ts';
import { may } from './rights.ts';
import { foreign, ours } from './standing.ts';
import { aWorld, beginning, exampleFile, grantFile, type TestWorld } from './world.ts';

const GRANT = 'grants/payments/2026-11-23-ada-observe.yaml';
const READER = 'Monitoring Reader';
const POLICY = 'policy/policy.yaml';
const WHERE = 'paymentsGroup';
const ACCESS = [`{ azure: payments-prod, role: ${READER} }`];

const SECURITY = { by: 'kim-i', approve: ['sam-o'], merge: 'sam-o' };

const saying = (words: string) => exampleFile(POLICY).replace('    reads: [/prov', `${words}    reads: [/prov`);

const enforcing = (mode: 'pim' | 'run' | 'auto') => saying(`    enforce: ${mode}\n`);

const file = (expires: string, more = '') => grantFile({ access: ACCESS, expires, more });

/** The example, whose policy has PIM end access on Azure. */
const pimWorld = beginning(async () => {
  const world = await aWorld();
  await world.land({ [POLICY]: enforcing('pim') }, SECURITY);
  return world;
});

/** And Ada has hers until noon. */
const givenWorld = beginning(async () => {
  const world = await pimWorld();
  await world.land({ [GRANT]: file('12:00') });
  await world.apply();
  return world;
});

const mine = (world: TestWorld) =>
  world.azureState.update((state: AzureState) => state.schedules.filter((one) => one.principalId === PEOPLE.ada));

const demand = (world: TestWorld, policy: Partial<RolePolicy>) =>
  world.azureState.update((state: AzureState) => {
    state.rolePolicies = [{ scope: SCOPES[WHERE], role: roleNamed(state, READER), maximumHours: 4320, enabled: [], ...policy }];
  });

const BARRING: readonly (readonly [Partial<RolePolicy>, string])[] = [
  [{ enabled: ['MultiFactorAuthentication'] }, 'MfaRule'],
  [{ enabled: ['Ticketing'] }, 'TicketingRule'],
  [{ approval: true }, 'ApprovalRule'],
  [{ maximumHours: 2 }, 'ExpirationRule (at most 2 hours)'],
];

describe('56 PIM', () => {
  it('begins at the merge and ends by the cloud: no run of ours after that', async () => {
    const world = await pimWorld();
    const before = await foreign(world);
    await world.land({ [GRANT]: file('12:00') });
    expect((await world.run(plan)).text).toMatch(/^1 grant; nothing held back\n.*by the cloud/m);
    const first = await world.apply();
    expect(first.changes.map(({ endsBy }) => endsBy)).toEqual(['cloud']);
    expect(done(first)).toEqual([`applied grant asked ada ${READER} 12:00`]);
    expect(first.exit).toBe(0);
    expect(await ours(world)).toEqual([]); // no role assignment of its own: PIM makes it, and takes it
    expect((await world.azureState.update((state) => state.scheduleRequests))?.[0]).toMatchObject({
      requestType: 'AdminAssign',
      justification: expect.stringMatching(/^grantkeeper\/1 stamp=acme-access grant=2026-11-23-ada-observe until=2026-11-23T12:00:00Z/),
    });
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    expect(await may(world, 'ada', READER, WHERE)).toBe(true);
    until(world, '12:00');
    expect(await may(world, 'ada', READER, WHERE)).toBe(false);
    const last = await world.apply();
    expect(last).toMatchObject({ outcomes: [], exit: 0 });
    await world.azureState.update((state) => {
      state.schedules = state.schedules.filter((one) => one.end === null || one.end > world.clock.now());
    });
    expect(await foreign(world)).toBe(before);
  });

  it('moves the end in place, up and down, and takes it away when its file goes, though PIM shifts every end a little', async () => {
    const world = await givenWorld();
    await world.azureState.update((state) => void (state.manner.pimShift = 90_000));
    until(world, '09:10');
    await world.land({ [GRANT]: file('12:30') });
    expect(done(await world.apply())).toEqual([`applied extend renewed ada ${READER} 12:30`]);
    await world.land({ [GRANT]: file('11:00') });
    expect(done(await world.apply())).toEqual([`applied shorten withdrawn ada ${READER} 11:00`]);
    expect((await mine(world)).map(({ end }) => end)).toEqual([at('11:00') + 90_000]);
    expect(planned(await world.plan())).toEqual([]);
    await world.land({ [GRANT]: null, 'grants/payments/2026-11-23-chi.yaml': grantFile({ principal: 'chi' }) });
    expect(done(await world.apply())).toContain(`applied revoke withdrawn ada ${READER} none`);
    expect(await may(world, 'ada', READER, WHERE)).toBe(false);
    expect(await mine(world)).toEqual([]);
  });

  it('waits in the same run for the five minutes in which PIM takes nothing away', async () => {
    const world = await givenWorld();
    await world.land({ [GRANT]: null, 'grants/payments/2026-11-23-chi.yaml': grantFile({ principal: 'chi' }) });
    const before = world.waited();
    const run = await world.apply({ only: 'revocations' });
    expect(done(run)).toEqual([`applied revoke withdrawn ada ${READER} none`]);
    expect(run.exit).toBe(0);
    expect(world.waited() - before).toBeGreaterThan(240_000);
    expect(await mine(world)).toEqual([]);
  });

  it('leaves what administrators and users have of PIM alone', async () => {
    const world = await pimWorld();
    await world.azureState.update((state) => {
      const triple = { scope: SCOPES[WHERE], role: roleNamed(state, READER), principalId: PEOPLE.ada, principalType: 'User' };
      state.schedules.push(scheduled(triple, { assignmentType: 'Activated', start: at('08:00'), end: at('12:00') }));
    });
    const before = await foreign(world);
    await world.land({ [GRANT]: file('12:00') });
    const run = await world.apply();
    expect(refused(run)).toEqual(['GK3305 2026-11-23-ada-observe']);
    await world.land({ [GRANT]: null, 'grants/payments/2026-11-23-chi.yaml': grantFile({ principal: 'chi' }) });
    await world.apply();
    expect(await foreign(world)).toBe(before);
  });

  it('takes what users activate neither for drift nor for ours', async () => {
    const world = await givenWorld();
    const told = async () => {
      const { json } = await world.run(drift);
      return (json as { readonly drift: readonly { readonly role: string; readonly member: string }[] }).drift.length;
    };
    const before = await told();
    await world.azureState.update((state) => {
      for (const [who, role] of [
        [PEOPLE.zoe, 'Contributor'],
        [PEOPLE.ada, 'Contributor'],
      ] as const) {
        const triple = { scope: SCOPES[WHERE], role: roleNamed(state, role), principalId: who, principalType: 'User' };
        state.schedules.push(scheduled(triple, { assignmentType: 'Activated', start: at('08:00'), end: at('20:00') }));
      }
    });
    expect(await told()).toBe(before);
    const standing = await foreign(world);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    until(world, '12:00');
    await world.apply();
    expect(await foreign(world)).toBe(standing);
  });

  it('names the rule at plan time where the tenant demands a second factor, a ticket, an approval or a shorter time', async () => {
    const world = await pimWorld();
    await world.land({ [GRANT]: file('12:00') });
    for (const [policy, rule] of BARRING) {
      await demand(world, policy);
      const run = await world.plan();
      expect(planned(run)).toEqual([]);
      expect(held(run)).toEqual([`grant asked ada ${READER} 12:00`]);
      expect(refused(run)).toEqual(['GK3307 2026-11-23-ada-observe']);
      expect(reasons(run)).toContain(`the role management policy of PIM forbids it by ${rule}`);
    }
  });

  it('under auto is by our run where the tenant has no PIM, and by the cloud where it has', async () => {
    const world = await aWorld();
    await world.azureState.update((state) => void (state.manner.withoutPim = true));
    await world.land({ [POLICY]: enforcing('auto') }, SECURITY);
    await world.land({ [GRANT]: file('12:00') });
    expect((await world.plan()).changes.map(({ endsBy }) => endsBy)).toEqual(['run']);
    await world.azureState.update((state) => void (state.manner.withoutPim = false));
    expect((await world.plan()).changes.map(({ endsBy }) => endsBy)).toEqual(['cloud']);
  });

  it('begins a later start and ends it with no run of ours after the merge', async () => {
    const world = await pimWorld();
    await world.land({ [GRANT]: file('14:00', 'starts: 2026-11-23T11:00:00Z\n') });
    const text = (await world.run(plan)).text;
    expect(text).toContain('by the cloud');
    expect(text).toContain('begins 12:00');
    const first = await world.apply();
    expect(first.observations).toContainEqual(expect.objectContaining({ kind: 'scheduled', begunBy: 'cloud' }));
    expect(done(first)).toEqual([`applied grant asked ada ${READER} 14:00`]);
    expect(await may(world, 'ada', READER, WHERE)).toBe(false);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    until(world, '11:00');
    expect(await may(world, 'ada', READER, WHERE)).toBe(true);
    until(world, '14:00');
    expect(await may(world, 'ada', READER, WHERE)).toBe(false);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
  });

  it('moves a start that lies ahead, and takes it away with its file, while PIM shifts what it keeps a little', async () => {
    const world = await pimWorld();
    await world.azureState.update((state: AzureState) => void (state.manner.pimShift = 60_000));
    await world.land({ [GRANT]: file('14:00', 'starts: 2026-11-23T11:00:00Z\n') });
    await world.apply();
    await world.land({ [GRANT]: file('14:00', 'starts: 2026-11-23T12:00:00Z\n') });
    expect(done(await world.apply())).toEqual([`applied shorten withdrawn ada ${READER} 14:00`]);
    expect((await mine(world)).map(({ start }) => start)).toEqual([at('12:00')]);
    expect(planned(await world.plan())).toEqual([]);
    until(world, '09:10');
    await world.land({ [GRANT]: null, 'grants/payments/2026-11-23-chi.yaml': grantFile({ principal: 'chi' }) });
    expect(done(await world.apply())).toContain(`applied revoke withdrawn ada ${READER} none`);
    expect(await mine(world)).toEqual([]);
  });

  it('is begun by our run where our run ends it', async () => {
    const world = await aWorld();
    await world.land({ [GRANT]: file('14:00', 'starts: 2026-11-23T11:00:00Z\n') });
    const run = await world.plan();
    expect(planned(run)).toEqual([]);
    expect(run.observations).toContainEqual(expect.objectContaining({ kind: 'scheduled', begunBy: 'run' }));
  });

  it('goes by the nearest that says who ends it: the entry, then the role, then policy', async () => {
    const world = await pimWorld();
    const role = (mode: string) => exampleFile('policy/roles/debug.yaml').replace(/^access:/m, `enforce: ${mode}\naccess:`);
    await world.land({ 'policy/roles/debug.yaml': role('run') }, SECURITY);
    const two = (own: string) =>
      grantFile({ access: [`{ azure: payments-prod, role: ${READER}${own} }`, `{ role: debug, place: payments-prod }`], expires: '12:00' });
    const enders = async () =>
      (await world.plan()).changes.filter(({ cloud }) => cloud === 'azure').map(({ role: name, endsBy }) => `${name} by the ${endsBy}`);
    await world.land({ [GRANT]: two('') });
    expect(await enders()).toEqual([`${READER} by the cloud`, 'Reader by the run']);
    await world.land({ [GRANT]: two(', enforce: run').replace('payments-prod }\n', 'payments-prod, enforce: pim }\n') });
    expect(await enders()).toEqual([`${READER} by the run`, 'Reader by the cloud']);
  });

  it('refuses an ender that policy forbids, at the proposal and in the plan', async () => {
    const world = await aWorld();
    await world.land({ [GRANT]: grantFile({ access: [`{ azure: payments-prod, role: ${READER}, enforce: run }`], expires: '12:00' }) });
    await world.land({ [POLICY]: saying('    enforce: pim\n    mayEnforce: [pim]\n') }, SECURITY);
    const run = await world.plan();
    expect(planned(run)).toEqual([]);
    expect(refused(run)).toEqual(['GK2122 2026-11-23-ada-observe']);
  });

  it('says in the plan why auto leaves an end to our run', async () => {
    const world = await aWorld();
    await world.land({ [POLICY]: enforcing('auto') }, SECURITY);
    await world.land({ [GRANT]: file('12:00') });
    await demand(world, { enabled: ['MultiFactorAuthentication'] });
    const { text } = await world.run(plan);
    expect(text).toMatch(/by our run/);
    expect(text).toContain('ended by our run and not by PIM: the role management policy of PIM forbids it by MfaRule');
    expect(text).toContain('ends by our run in azure: how late is not measured yet; no bound while runs stop');
    expect(done(await world.apply())).toEqual([`applied grant asked ada ${READER} 12:00`]);
    expect(await mine(world)).toEqual([]);
  });

  it.each(['run', 'nothing'] as const)('goes on ending what PIM holds for us after policy says %s of it', async (mode) => {
    const world = await givenWorld();
    until(world, '10:00');
    await world.land({ [POLICY]: mode === 'run' ? enforcing('run') : exampleFile(POLICY) }, SECURITY);
    expect(planned(await world.plan())).toEqual([]);
    await world.land({ [GRANT]: file('12:30') });
    expect(done(await world.apply())).toEqual([`applied extend renewed ada ${READER} 12:30`]);
    expect((await mine(world)).map(({ end }) => end)).toEqual([at('12:30')]);
    await world.land({ [GRANT]: null, 'grants/payments/2026-11-23-chi.yaml': grantFile({ principal: 'chi' }) });
    expect(done(await world.apply())).toContain(`applied revoke withdrawn ada ${READER} none`);
    expect(await mine(world)).toEqual([]);
  });
});

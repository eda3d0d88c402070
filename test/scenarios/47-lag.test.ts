import { describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { foreign, ours } from './standing.ts';
import { callsTo, GCP_WRITE, writesOf } from './wire.ts';
import { aWorld, beginning, grantFile, type TestWorld } from './world.ts';

const SECOND = 1000;
const HOURS = 3600_000;

const ACCESS = ['{ gcp: payments-test, role: roles/logging.viewer }', '{ azure: payments-prod, role: Reader }'];

/** One binding on each cloud. */
const aRequest = beginning(async () => {
  const world = await aWorld();
  await world.land({ 'grants/payments/ada.yaml': grantFile({ access: ACCESS, expires: '12:00' }) });
  return world;
});

const BOTH = ['azure payments Reader ada ada', 'gcp payments-test roles/logging.viewer ada ada'];

/** Google shows the old policy for so many readings after a write. */
function googleLags(world: TestWorld, reads: number): Promise<unknown> {
  return world.gcpState.update((state) => (state.lag = { reads }));
}

/** Azure shows a write so many seconds late: by name, and in lists. */
function azureLags(world: TestWorld, get: number, list: number): Promise<unknown> {
  return world.azureState.update((state) => (state.manner.lag = { get: get * SECOND, list: list * SECOND, byPrincipal: list * SECOND }));
}

async function expectSettled(world: TestWorld): Promise<void> {
  const writes = writesOf(world).length;
  const next = await world.apply();
  expect([next.exit, next.outcomes]).toEqual([0, []]);
  expect(writesOf(world)).toHaveLength(writes);
}

describe.concurrent('47 lag', () => {
  it('waits until a second reading shows what Google took', async () => {
    const world = await aRequest();
    await googleLags(world, 3);
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => one.status)]).toEqual([0, 'applied', 'applied']);
    // Looks at once, after one, two and four seconds; the fourth sees it.
    expect(world.waited()).toBe(7 * SECOND);
    expect(callsTo(world.gcp, GCP_WRITE)).toHaveLength(1);
    await expectSettled(world);
  });

  it('waits until Azure shows it by name, and in the list', async () => {
    const world = await aRequest();
    await azureLags(world, 3, 9);
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => one.status)]).toEqual([0, 'applied', 'applied']);
    // By name after one and two more seconds; then in the list after one, two and four.
    expect(world.waited()).toBe((1 + 2 + 1 + 2 + 4) * SECOND);
    expect(writesOf(world).filter((call) => call.method === 'PUT')).toHaveLength(1);
    await expectSettled(world);
  });

  it('waits until it sees that what it took is gone', async () => {
    const world = await aRequest();
    await world.apply();
    world.clock.advance(3 * HOURS);
    await googleLags(world, 2);
    await azureLags(world, 2, 5);
    const before = world.waited();
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => `${one.status} ${one.change.verb}`)]).toEqual([0, 'applied revoke', 'applied revoke']);
    expect(world.waited()).toBeGreaterThan(before);
    expect(writesOf(world).filter((call) => call.method === 'DELETE')).toHaveLength(1);
    world.clock.advance(10 * SECOND);
    await expectSettled(world);
  });

  it('calls it unverified when half a minute does not show it, and the next run finds it there', async () => {
    const world = await aRequest();
    await googleLags(world, 6);
    await azureLags(world, 45, 45);
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(run.outcomes.map((one) => [one.status, one.failure?.kind])).toEqual([
      ['unverified', 'transient'],
      ['unverified', 'transient'],
    ]);
    expect(run.outcomes.map((one) => one.failure?.message).join('\n')).toMatch(
      /did not show it within 30 s[^]*did not show it within 30 s/,
    );
    expect(world.waited()).toBe(60 * SECOND);
    expect(await ours(world)).toEqual(BOTH);
    await expectSettled(world);
  });

  it('tells a person which change nobody saw, and what happens next', async () => {
    const world = await aRequest();
    await googleLags(world, 6);
    const { text, exit } = await world.run(apply, { yes: true });
    expect(exit).toBe(4);
    expect(text).toMatch(/\+ ada +roles\/logging\.viewer +payments-test gcp +unverified +.*within 30 s \(The next run looks again\.\)/);
    expect(text).toMatch(/1 applied, 1 unverified of 2 changes/);
  });

  it('does not grant twice when the next run still reads the old state', async () => {
    const world = await aRequest();
    const before = await foreign(world);
    await googleLags(world, 10);
    await azureLags(world, 200, 200);
    expect((await world.apply()).exit).toBe(4);
    await googleLags(world, 0);
    const again = await world.apply();
    expect(again.outcomes.map((one) => `${one.change.cloud} ${one.status}`)).toEqual(['azure unverified', 'gcp already-so']);
    expect(callsTo(world.gcp, GCP_WRITE).filter((call) => call.status === 200)).toHaveLength(1);
    world.clock.advance(300 * SECOND);
    await expectSettled(world);
    expect([await ours(world), await foreign(world)]).toEqual([BOTH, before]);
  });

  it('does not take again, nor anything else, when the next run still reads what it took', async () => {
    const world = await aRequest();
    await world.apply();
    const before = await foreign(world);
    world.clock.advance(3 * HOURS);
    await googleLags(world, 8);
    await azureLags(world, 200, 200);
    expect((await world.apply()).outcomes.map((one) => one.status)).toEqual(['unverified', 'unverified']);
    await googleLags(world, 0);
    await world.apply();
    world.clock.advance(300 * SECOND);
    await expectSettled(world);
    expect([await ours(world), await foreign(world)]).toEqual([[], before]);
  });

  it('writes the new beside the old that a slow reader still shows, and over it where Azure has one place for both', async () => {
    const world = await aRequest();
    await world.apply();
    world.clock.advance(3 * HOURS);
    const access = ['{ gcp: payments-test, role: roles/logging.viewer }', '{ azure: payments-prod, role: Reader }'];
    await world.land({ 'grants/payments/again.yaml': grantFile({ access, expires: '14:00' }) });
    await googleLags(world, 2);
    await azureLags(world, 45, 45);
    const run = await world.apply();
    expect(run.outcomes.map((one) => `${one.change.verb} ${one.change.cloud} ${one.status}`)).toEqual([
      'revoke gcp applied',
      'grant gcp applied',
      'extend azure unverified',
    ]);
    expect(await ours(world)).toEqual(BOTH.map((line) => line.replace(/ada$/, 'again')));
    world.clock.advance(300 * SECOND);
    await expectSettled(world);
  });

  it('does not take on Azure what the run before renewed, though readers still show the end that is past', async () => {
    const world = await aRequest();
    await world.apply();
    world.clock.advance(3 * HOURS - 120 * SECOND);
    await world.land({ 'grants/payments/ada.yaml': grantFile({ access: ACCESS, expires: '13:00' }) });
    await world.apply();
    world.clock.advance(150 * SECOND);
    await azureLags(world, 600, 600);
    const run = await world.apply();
    expect(run.outcomes.map((one) => `${one.change.verb} ${one.change.cloud}`)).toEqual(['extend azure']);
    expect(writesOf(world).filter((call) => call.method === 'DELETE')).toEqual([]);
    expect(await ours(world)).toEqual(BOTH);
    world.clock.advance(600 * SECOND);
    await expectSettled(world);
  });
});

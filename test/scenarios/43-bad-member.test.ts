import { describe, expect, it } from 'vitest';
import { madeByHand, roleNamed } from '../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { GROUPS } from '../../src/sim/azure/example-directory.ts';
import { foreign, ours } from './standing.ts';
import { AZURE_ONE, callsTo, GCP_WRITE, writesOf } from './wire.ts';
import { aWorld, grantFile, type TestWorld } from './world.ts';

const LOGS = '{ gcp: payments-test, role: roles/logging.viewer }';
const READER = '{ azure: payments-prod, role: Reader }';
const logsOf = (...names: readonly string[]) => names.map((name) => `gcp payments-test roles/logging.viewer ${name} team`);

/** One grant for several people and groups. */
async function granted(principals: readonly string[], access: readonly string[]): Promise<TestWorld> {
  const world = await aWorld();
  const file = grantFile({ principal: `[${principals.join(', ')}]`, access, expires: '12:00' });
  await world.land({ 'grants/payments/team.yaml': file });
  return world;
}

function googleMisses(world: TestWorld, ...missing: readonly string[]): Promise<unknown> {
  return world.gcpState.update((state) => (state.missing = missing));
}

/** The group is gone from Entra; what it held stays. */
function entraMisses(world: TestWorld, group: string): Promise<unknown> {
  return world.azureState.update((state) => (state.groups = state.groups.filter((one) => one.id !== group)));
}

describe.concurrent('43 bad member', () => {
  it('grants to everybody whom Google knows, and names whom it does not', async () => {
    const world = await granted(['ada', 'chi', 'dan', 'ben', 'zoe'], [LOGS]);
    await googleMisses(world, 'dan@example.com');
    const before = await foreign(world);
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(run.outcomes.map((one) => `${one.status} ${one.change.principal}`).sort()).toEqual([
      'applied ada',
      'applied ben',
      'applied chi',
      'applied zoe',
      'failed dan',
    ]);
    const failed = run.outcomes.find((one) => one.status === 'failed');
    expect(failed?.failure).toMatchObject({ kind: 'invalid', message: expect.stringContaining('User dan@example.com does not exist') });
    expect(await ours(world)).toEqual(logsOf('ada', 'ben', 'chi', 'zoe'));
    expect(await foreign(world)).toBe(before);
    // Halving finds one of five in at most seven writes, of which the good ones go through.
    expect(callsTo(world.gcp, GCP_WRITE).length).toBeLessThanOrEqual(7);
  });

  it('grants to the rest when several are unknown, and to those once Google knows them', async () => {
    const world = await granted(['ada', 'chi', 'dan', 'ben', 'zoe'], [LOGS]);
    await googleMisses(world, 'ada@example.com', 'zoe@example.com');
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(run.outcomes.filter((one) => one.status === 'failed').map((one) => one.change.principal)).toEqual(['ada', 'zoe']);
    await googleMisses(world);
    const next = await world.apply();
    expect([next.exit, ...next.outcomes.map((one) => `${one.status} ${one.change.principal}`)]).toEqual([0, 'applied ada', 'applied zoe']);
    expect(await ours(world)).toEqual(logsOf('ada', 'ben', 'chi', 'dan', 'zoe'));
  });

  it('does nothing else twice because of one that stays bad', async () => {
    const world = await granted(['ada', 'dan'], [LOGS]);
    await googleMisses(world, 'dan@example.com');
    await world.apply();
    const stands = await ours(world);
    const again = await world.apply();
    expect([again.exit, ...again.outcomes.map((one) => `${one.status} ${one.change.principal}`)]).toEqual([1, 'failed dan']);
    expect(await ours(world)).toEqual(stands);
  });

  it('takes away what is over at the same scope, whoever is unknown', async () => {
    const world = await granted(['ada', 'gil'], [LOGS]);
    await world.apply();
    world.clock.advance(3 * 3600_000);
    await world.land({ 'grants/payments/later.yaml': grantFile({ principal: '[chi, dan]', access: [LOGS] }) });
    await googleMisses(world, 'ada@example.com', 'dan@example.com');
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(run.outcomes.map((one) => `${one.status} ${one.change.verb} ${one.change.principal}`)).toEqual([
      'applied revoke ada',
      'applied revoke gil',
      'applied grant chi',
      'failed grant dan',
    ]);
    expect(await ours(world)).toEqual(['gcp payments-test roles/logging.viewer chi later']);
  });

  it('grants to everybody whom Azure knows, waits for the one that may be new, and then names it', async () => {
    const world = await granted(['ada', 'payments-oncall', 'search-oncall'], [READER]);
    await entraMisses(world, GROUPS.paymentsOncall);
    const before = await foreign(world);
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(run.outcomes.map((one) => `${one.status} ${one.change.principal}`).sort()).toEqual([
      'applied ada',
      'applied search-oncall',
      'failed payments-oncall',
    ]);
    const failed = run.outcomes.find((one) => one.status === 'failed');
    expect(failed?.failure).toMatchObject({
      kind: 'not-found',
      message: expect.stringContaining(`payments-oncall (${GROUPS.paymentsOncall})`),
    });
    expect(failed?.failure?.message).toMatch(/PrincipalNotFound/);
    expect(await ours(world)).toEqual(['azure payments Reader ada team', 'azure payments Reader searchOncall team']);
    expect(await foreign(world)).toBe(before);
    // A principal made a moment ago is not known everywhere at once: six minutes, and no more.
    expect(world.waited()).toBeGreaterThan(300_000);
    expect(world.waited()).toBeLessThan(420_000);
  });

  it('grants to a group that Entra learns of while we wait', async () => {
    const world = await granted(['ada', 'payments-oncall'], [READER]);
    const gone = await world.azureState.update((state) => state.groups.filter((one) => one.id === GROUPS.paymentsOncall));
    await entraMisses(world, GROUPS.paymentsOncall);
    const back = (state: { groups: unknown[] }) => state.groups.push(...gone);
    world.azure.faults.push({ method: 'PUT', path: AZURE_ONE, after: 4, effect: { kind: 'meanwhile', act: back } });
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => one.status)]).toEqual([0, 'applied', 'applied']);
    expect(await ours(world)).toEqual(['azure payments Reader ada team', 'azure payments Reader paymentsOncall team']);
  });

  it('parts good from bad on both clouds in one run', async () => {
    const world = await granted(['ada', 'search-oncall'], [LOGS, READER]);
    await googleMisses(world, 'search-oncall@example.com');
    await entraMisses(world, GROUPS.searchOncall);
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(await ours(world)).toEqual(['azure payments Reader ada team', 'gcp payments-test roles/logging.viewer ada team']);
    const failed = run.outcomes.filter((one) => one.status === 'failed');
    expect(failed.map((one) => `${one.change.cloud} ${one.change.principal}`).sort()).toEqual(['azure search-oncall', 'gcp search-oncall']);
  });

  it('takes from a principal that is gone from the directory what it still holds', async () => {
    const world = await granted(['payments-oncall'], [READER]);
    await world.apply();
    await entraMisses(world, GROUPS.paymentsOncall);
    await world.azureState.update((state) => {
      const triple = {
        scope: SCOPES.paymentsGroup,
        role: roleNamed(state, 'Contributor'),
        principalId: GROUPS.paymentsOncall,
        principalType: 'Group',
      };
      state.roleAssignments.push(madeByHand(triple, world.clock.now()));
    });
    const before = await foreign(world);
    world.clock.advance(3 * 3600_000);
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => `${one.status} ${one.change.verb}`)]).toEqual([0, 'applied revoke']);
    expect([await ours(world), await foreign(world)]).toEqual([[], before]);
    expect(writesOf(world).map((call) => call.method)).toEqual(['PUT', 'DELETE']);
  });
});

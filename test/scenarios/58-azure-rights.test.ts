import { describe, expect, it } from 'vitest';
import { rights } from '../../src/commands/rights.ts';
import type { Duty } from '../../src/providers/provider.ts';
import { hold } from '../providers/azure/given.ts';
import { foreign, ours } from './standing.ts';
import { aWorld, beginning, grantFile, type TestWorld } from './world.ts';

const HOURS = 3600_000;

interface Printed {
  readonly clouds: readonly { readonly cloud: string; readonly duties: readonly Duty[] }[];
}

/** What `rights` prints for the identity that applies on Azure. */
async function printed(world: TestWorld): Promise<readonly Duty[]> {
  const { clouds } = (await world.run(rights)).json as Printed;
  const duties = clouds.find(({ cloud }) => cloud === 'azure')?.duties ?? [];
  return duties.filter(({ who }) => who === 'apply');
}

/** From now on Azure lets the tool do just that. */
async function holds(world: TestWorld, duties: readonly Duty[]): Promise<void> {
  await world.azureState.update((state) => hold(state, duties));
}

/** Ada reads the resource group of Payments until noon. */
const aGrant = beginning(async () => {
  const world = await aWorld();
  await world.land({ 'grants/payments/ada.yaml': grantFile({ access: ['{ azure: payments-prod, role: Reader }'], expires: '12:00' }) });
  return world;
});

const ADA = 'azure payments Reader ada ada';

describe.concurrent('58 rights on Azure', () => {
  it('are enough to give and to end what the catalogue has', async () => {
    const world = await aGrant();
    await holds(world, await printed(world));
    const others = await foreign(world);
    expect([(await world.apply()).exit, await ours(world)]).toEqual([0, [ADA]]);
    world.clock.advance(3 * HOURS);
    expect([(await world.apply()).exit, await ours(world), await foreign(world)]).toEqual([0, [], others]);
    expect(world.azure.calls.filter(({ status }) => status === 403)).toEqual([]);
  });

  it('end nothing, and say so, where roleAssignments/delete is missing; once it is there all is well', async () => {
    const world = await aGrant();
    const duties = await printed(world);
    const less = duties.map((duty) => ({
      ...duty,
      permissions: duty.permissions.filter((one) => !one.endsWith('/roleAssignments/delete')),
    }));
    await holds(world, less);
    await world.apply();
    world.clock.advance(3 * HOURS);
    const run = await world.apply();
    expect([run.exit, run.outcomes.map(({ status, failure }) => `${status} ${failure?.kind}`), await ours(world)]).toEqual([
      1,
      ['failed forbidden'],
      [ADA],
    ]);
    await holds(world, duties);
    expect([(await world.apply()).exit, await ours(world)]).toEqual([0, []]);
  });

  it('let nobody give by them what the catalogue does not have: Azure itself refuses it', async () => {
    const world = await aGrant();
    const access = ['{ azure: payments-prod, role: Log Analytics Reader }', '{ azure: payments-prod, role: Reader }'];
    await world.land(
      { 'grants/payments/bo.yaml': grantFile({ principal: 'bo', access, expires: '12:00' }) },
      { by: 'bo-s', approve: ['chi-p'] },
    );
    await holds(world, await printed(world));
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(await ours(world)).toEqual([ADA, 'azure payments Reader bo bo']);
    expect(run.outcomes.find(({ status }) => status === 'failed')?.failure).toMatchObject({
      kind: 'forbidden',
      message: expect.stringContaining('an ABAC condition is not fulfilled'),
      hint: expect.stringContaining('catalogue'),
    });
  });
});

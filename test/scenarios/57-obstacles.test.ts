import { describe, expect, it } from 'vitest';
import { plan } from '../../src/commands/plan.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { done, held, planned, reasons, refused, until } from './deeds.ts';
import { aWorld, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada.yaml';
const ID = '2026-11-23-ada';
const FILE = grantFile({ access: ['{ azure: payments-prod, role: Reader }'], expires: '12:00' });

describe('57 what stands in the way on Azure', () => {
  it('is a lock: an alarm from the plan on, and in every run while there is time', async () => {
    const world = await aWorld();
    await world.azureState.update((state) => void state.locks.push({ name: 'keep', scope: SCOPES.payments, level: 'CanNotDelete' }));
    await world.land({ [PATH]: FILE });
    const alarm = `! ${ID}: Azure may not let it be taken away at 2026-11-23T12:00:00Z: the lock keep (CanNotDelete) at ${SCOPES.payments} is in the way`;
    expect((await world.run(plan)).text).toContain(alarm);
    expect(done(await world.apply())).toEqual(['applied grant asked ada Reader 12:00']);
    const run = await world.apply();
    expect(run).toMatchObject({ outcomes: [], exit: 0 });
    expect(run.observations).toContainEqual(expect.objectContaining({ kind: 'alarm', grant: ID }));
    until(world, '12:00');
    const late = await world.apply();
    expect(late.observations).toContainEqual(expect.objectContaining({ kind: 'alarm', grant: ID }));
    expect(done(late)).toEqual(['failed revoke lapsed ada Reader none']);
    expect(late.outcomes[0]?.failure?.message).toContain('ScopeLocked');
    await world.azureState.update((state) => void (state.locks = []));
    expect(done(await world.apply())).toEqual(['applied revoke lapsed ada Reader none']);
  });

  it('is a lock or a full subscription: seen in the plan, and nothing is sent', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: FILE });
    await world.azureState.update((state) => void state.locks.push({ name: 'keep', scope: SCOPES.paymentsGroup, level: 'ReadOnly' }));
    const run = await world.plan();
    expect([planned(run), held(run), refused(run)]).toEqual([[], ['grant asked ada Reader 12:00'], [`GK3307 ${ID}`]]);
    expect(reasons(run)).toContain('the lock keep (ReadOnly)');
  });
});

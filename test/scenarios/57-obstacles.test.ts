import { describe, expect, it } from 'vitest';
import { plan } from '../../src/commands/plan.ts';
import { madeByHand, roleNamed } from '../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import type { AzureState } from '../../src/sim/azure/state.ts';
import { done, held, planned, reasons, refused, until } from './deeds.ts';
import { aWorld, BEGIN, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada.yaml';
const ID = '2026-11-23-ada';
const FILE = grantFile({ access: ['{ azure: payments-prod, role: Reader }'], expires: '12:00' });

/** Reader for Ada at a resource group and at a thing in it, which is another scope of the same subscription. */
function two(expires: string): Record<string, string> {
  const places = { group: 'payments-prod', ledger: 'payments-prod/providers/Microsoft.Storage/storageAccounts/ledger' };
  const file = (place: string) => grantFile({ access: [`{ azure: ${place}, role: Reader }`], expires });
  return Object.fromEntries(Object.entries(places).map(([name, place]) => [`grants/payments/2026-11-23-${name}.yaml`, file(place)]));
}

function inside(state: AzureState, subscription: string): number {
  return state.roleAssignments.filter((one) => one.scope.startsWith(subscription)).length;
}

function fill(state: AzureState, scope: string, upTo: number): void {
  const triple = { scope, role: roleNamed(state, 'Reader'), principalType: 'ServicePrincipal' };
  const principal = (no: number) => `eeee0000-0000-4000-8000-${String(no).padStart(12, '0')}`;
  const fillers = Array.from({ length: upTo - inside(state, SCOPES.payments) }, (_, no) =>
    madeByHand({ ...triple, principalId: principal(no) }, BEGIN),
  );
  state.roleAssignments.push(...fillers);
}

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

  it('is a lock: seen in the plan, and nothing is sent', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: FILE });
    await world.azureState.update((state) => void state.locks.push({ name: 'keep', scope: SCOPES.paymentsGroup, level: 'ReadOnly' }));
    const run = await world.plan();
    expect([planned(run), held(run), refused(run)]).toEqual([[], ['grant asked ada Reader 12:00'], [`GK3307 ${ID}`]]);
    expect(reasons(run)).toContain('the lock keep (ReadOnly)');
  });

  it('is a subscription that is full over all its scopes: named in the plan with what uses it up, and what fits is given', async () => {
    const world = await aWorld();
    await world.azureState.update((state) => fill(state, `${SCOPES.ledger}/blobServices/default/containers/settlements`, 3999));
    await world.land(two('12:00'));
    const run = await world.apply();
    expect(run.outcomes.map(({ status, change }) => [status, change.grant])).toEqual([
      ['applied', '2026-11-23-group'],
      ['held', '2026-11-23-ledger'],
    ]);
    expect([refused(run), run.exit]).toEqual([['GK3307 2026-11-23-ledger'], 4]);
    expect(reasons(run)).toMatch(
      /the subscription "Payments" \([0-9-]+\) has 3999 of the 4000 role assignments .* 0 would go and 2 come; .* at resource groups, 39\d\d at resources; held most by ServicePrincipal/,
    );
  });

  it('is a subscription that Azure calls full at the write: no more is given there, removals and other subscriptions go on, and all is told', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: FILE.replace('principal: ada', 'principal: chi') });
    await world.apply();
    until(world, '12:00');
    const reader = (principal: string, place: string) =>
      grantFile({ principal, access: [`{ azure: ${place}, role: Reader }`], expires: '15:00' });
    await world.land({ 'grants/payments/2026-11-23-two.yaml': reader('[ada, zoe]', 'payments-prod') });
    await world.land(
      { 'grants/search/2026-11-23-dan.yaml': reader('dan', 'search-prod') },
      { by: 'ben-a', approve: ['zoe-l'], merge: 'zoe-l' },
    );
    await world.azureState.update((state) => {
      fill(state, SCOPES.ledger, 30);
      state.manner.limits.perSubscription = 29;
    });
    const run = await world.apply();
    expect(done(run)).toEqual([
      'applied revoke lapsed chi Reader none',
      'failed grant asked ada Reader 15:00',
      'held grant asked zoe Reader 15:00',
      'applied grant asked dan Reader 15:00',
    ]);
    const stopped = run.outcomes.find(({ status }) => status === 'held');
    expect(stopped?.failure?.message).toMatch(`not sent, since ${SCOPES.payments} has no room`);
    expect(stopped?.failure?.hint).toContain('grantkeeper drift');
    expect(run.exit).toBe(4);
    await world.azureState.update((state) => void (state.manner.limits.perSubscription = 4000));
    expect(done(await world.apply())).toEqual(['applied grant asked ada Reader 15:00', 'applied grant asked zoe Reader 15:00']);
  });
});

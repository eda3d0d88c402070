import { describe, expect, it } from 'vitest';
import { later } from '../../../src/domain/instant.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import type { Wanted } from '../../../src/providers/provider.ts';
import { scheduled } from '../../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { member, NOW, READER, scope, wish } from './samples.ts';
import { HOUR, ourOwn } from './stage.ts';
import { azureWorld, byHand, readable } from './world.ts';

const COUNTS = /subscriptions\/[^/]+\/providers\/Microsoft.Authorization\/roleAssignments\?api-version=[\d-]+$/;
const ID = SCOPES.payments.split('/')[2] ?? '';

async function site() {
  const world = azureWorld();
  world.state.roleAssignments = [];
  world.state.schedules = [];
  const reader = await azureReader(world.access);
  const asked = async (wanted: Wanted, path: string = SCOPES.paymentsGroup) => {
    const answer = await reader.equip?.(await readable(reader, scope(path)), [wanted]);
    return answer?.ok === true ? (answer.basis as { occupancy?: unknown }).occupancy : expect.fail('it must read');
  };
  const stand = (path: string, who: string) =>
    void world.state.roleAssignments.push(byHand(wish({ scope: scope(path), member: member(who) })));
  return { ...world, asked, stand, counted: () => world.sent('GET').filter((url) => COUNTS.test(url)).length };
}

describe('what takes the room of a subscription', () => {
  it('is counted over all its scopes, what PIM made too, and nothing that is inherited or lies elsewhere', async () => {
    const { state, stand, asked } = await site();
    for (const path of [SCOPES.payments, SCOPES.paymentsGroup, SCOPES.ledger, SCOPES.acme, '/', SCOPES.search]) stand(path, PEOPLE.zoe);
    state.roleAssignments.push(ourOwn(wish()));
    const triple = {
      scope: SCOPES.ledger.toUpperCase().replace('SUBSCRIPTIONS', 'subscriptions'),
      role: READER.id,
      principalId: PEOPLE.kim,
      principalType: 'User',
    };
    state.schedules.push(scheduled(triple, { assignmentType: 'Activated', start: later(NOW, -HOUR), end: later(NOW, HOUR) }));
    expect(await asked({ member: PEOPLE.bo })).toEqual({
      of: `the subscription "Payments" (${ID})`,
      most: 4000,
      count: 5,
      use: `1 at the subscription itself, 2 at resource groups, 2 at resources; held most by User ${PEOPLE.zoe} 3, User ${PEOPLE.ada} 1, User ${PEOPLE.kim} 1; 1 with our stamp`,
    });
  });

  it('is asked once for a run, and only where something may be new', async () => {
    const { state, asked, counted } = await site();
    state.roleAssignments.push(ourOwn(wish()));
    for (const role of ['Reader', 'reader', READER.id]) expect(await asked({ member: PEOPLE.ada, role })).toBeUndefined();
    expect(counted()).toBe(0);
    for (const wanted of [{ member: PEOPLE.ada, role: 'Contributor' }, { member: PEOPLE.ada }, { member: PEOPLE.bo, role: 'Reader' }])
      expect(await asked(wanted)).toMatchObject({ count: 1 });
    expect(await asked({ member: PEOPLE.bo }, SCOPES.ledger)).toMatchObject({ count: 1 });
    expect(counted()).toBe(1);
    expect(await asked({ member: PEOPLE.bo }, SCOPES.acme)).toBeUndefined();
  });

  it('is not known where it may not be listed, and is told by the id of a subscription that may not be read', async () => {
    const { fault, asked } = await site();
    fault(
      { kind: 'answer', status: 403 },
      { method: 'GET', path: /subscriptions\/[^/]+\/providers\/Microsoft.Authorization\/roleAssignments/ },
    );
    expect(await asked({ member: PEOPLE.bo })).toContain('403');
    const other = await site();
    other.fault({ kind: 'answer', status: 403 }, { method: 'GET', path: /^\/subscriptions\/[^/?]+(?:\?|$)/ });
    expect(await other.asked({ member: PEOPLE.bo })).toMatchObject({ of: `the subscription ${ID}`, count: 0 });
  });

  it('is told by the id where the name is none', async () => {
    const { fault, asked } = await site();
    fault({ kind: 'answer', status: 200, body: '{"displayName":7}' }, { method: 'GET', path: /^\/subscriptions\/[^/?]+(?:\?|$)/ });
    expect(await asked({ member: PEOPLE.bo })).toMatchObject({ of: `the subscription ${ID}` });
  });
});

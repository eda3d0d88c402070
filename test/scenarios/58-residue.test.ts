import { hash as sha } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { readLedger } from '../../src/ledger/ledger.ts';
import { madeByHand } from '../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { GROUPS, PEOPLE } from '../../src/sim/azure/example-directory.ts';
import { until } from './deeds.ts';
import { changedGcp } from './hands.ts';
import { aWorld, beginning, BEGIN, grantFile } from './world.ts';

const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const ACCESS = ['{ azure: payments-prod, role: Monitoring Reader }', '{ gcp: payments-test, role: roles/logging.viewer }'];

/** Ada has a role on each cloud until noon, a further one from above, another by a group in a group, and one by hand. */
const givenWorld = beginning(async () => {
  const world = await aWorld();
  await world.azureState.update((state) => {
    const around = {
      id: '3d4e0000-0000-4000-8000-0000000000ee',
      displayName: 'everybody',
      createdAt: BEGIN,
      members: [GROUPS.paymentsOncall],
    };
    state.groups.push(around);
    const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
    state.roleAssignments.push(
      madeByHand({ scope: SCOPES.acme, role: READER, principalId: PEOPLE.ada, principalType: 'User' }, BEGIN),
      madeByHand({ scope: SCOPES.payments, role: contributor, principalId: around.id, principalType: 'Group' }, BEGIN),
      madeByHand({ scope: SCOPES.paymentsGroup, role: READER, principalId: GROUPS.paymentsOncall, principalType: 'Group' }, BEGIN),
      madeByHand({ scope: SCOPES.ledger, role: READER, principalId: PEOPLE.ada, principalType: 'User' }, BEGIN),
    );
  });
  await changedGcp(world, 'projects/payments-test', (all) => [...all, { role: 'roles/browser', members: ['user:ada@example.com'] }]);
  await world.land({ 'grants/payments/2026-11-23-ada.yaml': grantFile({ access: ACCESS, expires: '12:00' }) });
  await world.apply();
  until(world, '12:00');
  return world;
});

describe('58 what is left after an end', () => {
  it('is told by the run and in the ledger: what comes from above, by groups in groups, and by other bindings', async () => {
    const world = await givenWorld();
    // A list that lags shows what was just taken; that is no residue.
    await world.azureState.update((state) => void (state.manner.lag = { get: 0, list: 5000, byPrincipal: 5000 }));
    const { text, json, exit } = await world.run(apply, { yes: true });
    expect(exit).toBe(0);
    expect(text.split('\n').filter((line) => line.startsWith('still: '))).toEqual(
      [
        `still: ada at payments-prod azure: Reader inherited from ${SCOPES.acme}`,
        `still: ada at payments-prod azure: Contributor through group 3d4e0000-0000-4000-8000-0000000000ee at ${SCOPES.payments}`,
        `still: ada at payments-prod azure: Reader through group payments-oncall at ${SCOPES.paymentsGroup}`,
        'still: ada at payments-test gcp: roles/browser by another binding there',
      ].toSorted((a, b) => text.indexOf(a) - text.indexOf(b)),
    );
    const { outcomes } = JSON.parse(JSON.stringify(json)) as {
      outcomes: { residue: { known: boolean; held: object[]; message: string | null } }[];
    };
    expect(outcomes.map(({ residue }) => [residue.held.length, residue.message === null])).toEqual([
      [3, true],
      [1, false],
    ]);
    const ledger = await readLedger(world.forge, world.clock.now(), (part) => sha('sha256', part));
    const ended = ledger.ok ? ledger.value.entries.filter(({ kind }) => kind === 'ended').map(({ evidence }) => evidence) : [];
    expect(ended[0]).toMatch(/^roleAssignments\/.*; still 3: .*Reader inherited from .*managementGroups\/acme/);
    expect(ended[1]).toMatch(/^etag .*; still 1: roles\/browser at the scope itself$/);
  });

  it('is not known where Azure does not tell, and the end stands all the same', async () => {
    const world = await givenWorld();
    world.azure.faults.push({ path: /assignedTo/, times: 9, effect: { kind: 'answer', status: 403 } });
    const { text, exit } = await world.run(apply, { yes: true });
    expect(exit).toBe(0);
    expect(text).toMatch(/^NOT KNOWN: what is left to ada at payments-prod azure: could not read what .* still has/m);
  });
});

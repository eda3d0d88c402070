import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../src/sim/azure/example-directory.ts';
import { madeByHand, roleNamed } from '../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { plan } from '../../src/commands/plan.ts';
import { done, planned, reasons, refused, seen, until } from './deeds.ts';
import { changedGcp } from './hands.ts';
import { may } from './rights.ts';
import { foreign, ours } from './standing.ts';
import { callsTo, AZURE_ONE } from './wire.ts';
import { aWorld, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada.yaml';
const ID = '2026-11-23-ada';
const LOGS = 'roles/logging.viewer';
const SQL = 'roles/cloudsql.viewer';
const PROD = 'projects/payments-prod';
const DEBUG = ['{ role: debug, place: payments-prod }'];

describe('34 what is not ours', () => {
  it('stays byte for byte over the whole life of a grant, the same role of the same person included', async () => {
    const world = await aWorld();
    await changedGcp(world, PROD, (bindings) => [
      ...bindings,
      { role: LOGS, members: ['user:ada@example.com', 'user:zoe@example.com'] },
      {
        role: SQL,
        members: ['user:ada@example.com'],
        condition: { title: 'Until Christmas', expression: 'request.time < timestamp("2026-12-24T00:00:00Z")' },
      },
    ]);
    const before = await foreign(world);
    await world.land({ [PATH]: grantFile({ access: DEBUG, expires: '11:00' }) });
    const first = await world.apply();
    expect(done(first)).toEqual([
      'applied grant asked ada Reader 11:00',
      `applied grant asked ada ${SQL} 11:00`,
      `applied grant asked ada ${LOGS} 11:00`,
    ]);
    expect(seen(first, 'masked')).toEqual([`${LOGS} user:ada@example.com ${ID}`]);
    expect(seen(first, 'twin')).toEqual([`${SQL} user:ada@example.com ${ID}`]);
    expect(await foreign(world)).toBe(before);
    until(world, '10:00');
    await world.land({ [PATH]: grantFile({ access: DEBUG, expires: '12:00' }) });
    expect((await world.apply()).exit).toBe(0);
    expect(await foreign(world)).toBe(before);
    until(world, '12:00');
    expect((await world.apply()).outcomes).toHaveLength(3);
    expect(await ours(world)).toEqual([]);
    expect(await foreign(world)).toBe(before);
    expect(await may(world, 'ada', LOGS, PROD)).toBe(true);
  });

  it('counts for none of ours: other stamps, service agents, PIM and PAM are seen and left alone, past their end too', async () => {
    const world = await aWorld();
    const before = await foreign(world);
    const shared = grantFile({ access: ['{ azure: platform-shared, role: Reader }'], expires: '10:00' });
    const files = { [PATH]: grantFile({ access: DEBUG, expires: '10:00' }), 'grants/platform/2026-11-23-shared.yaml': shared };
    await world.land(files, { approve: ['bo-s', 'gil-m'] });
    const run = await world.apply();
    const notes = run.observations.filter((one) => one.kind === 'foreign').map((one) => (one as { note?: string }).note ?? 'none');
    expect(new Set(notes)).toEqual(new Set(['none', 'service-agent', 'pam', 'pim', 'stamp other-team', 'inherited']));
    until(world, '2026-12-31T09:00:00Z');
    expect(done(await world.apply()).filter((one) => !one.includes(' lapsed ada '))).toEqual([]);
    expect(await foreign(world)).toBe(before);
  });

  it('is a member that somebody puts into our binding: reported, and still there when ours has gone', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ access: [`{ gcp: payments-prod, role: ${LOGS} }`], expires: '11:00' }) });
    await world.apply();
    await changedGcp(world, PROD, (bindings) =>
      bindings.map((one) =>
        one.condition?.title === `gk:acme-access:${ID}` ? { ...one, members: [...one.members, 'user:bo@example.com'] } : one,
      ),
    );
    const run = await world.apply();
    expect(run).toMatchObject({ outcomes: [], exit: 0 });
    expect(seen(run, 'forged')).toEqual([`${LOGS} user:bo@example.com ${ID}`]);
    until(world, '10:00');
    await world.land({ [PATH]: grantFile({ access: [`{ gcp: payments-prod, role: ${LOGS} }`], expires: '12:00' }) });
    expect(planned(await world.apply())).toEqual([`extend renewed ada ${LOGS} 12:00`]);
    until(world, '12:00');
    expect(planned(await world.apply())).toEqual([`revoke lapsed ada ${LOGS} none`]);
    const left = await world.gcpState.update((state) =>
      state.policies[PROD]?.bindings.filter((one) => one.condition?.title === `gk:acme-access:${ID}`),
    );
    expect(left?.map((one) => one.members)).toEqual([['user:bo@example.com']]);
  });

  it('is on Azure a twin that leaves no room: held, tried again in each run, and granted when the twin goes', async () => {
    const world = await aWorld();
    await world.azureState.update((state) => {
      const triple = { scope: SCOPES.paymentsGroup, role: roleNamed(state, 'Reader'), principalId: PEOPLE.ada, principalType: 'User' };
      state.roleAssignments = [...state.roleAssignments, madeByHand(triple, world.clock.now())];
    });
    const before = await foreign(world);
    await world.land({ [PATH]: grantFile({ access: ['{ azure: payments-prod, role: Reader }'], expires: '12:00' }) });
    for (const _ of ['first', 'again']) {
      const run = await world.apply();
      expect(done(run)).toEqual(['held grant asked ada Reader 12:00']);
      expect(run.exit).toBe(3);
      expect(refused(run)).toEqual([`GK3305 ${ID}`]);
      expect(reasons(run)).toContain('held, unmanaged');
    }
    expect(callsTo(world.azure, AZURE_ONE, 'PUT')).toEqual([]);
    expect(await foreign(world)).toBe(before);
    await world.azureState.update((state) => {
      state.roleAssignments = state.roleAssignments.filter((one) => one.principalId !== PEOPLE.ada);
    });
    expect(done(await world.apply())).toEqual(['applied grant asked ada Reader 12:00']);
  });

  it.each(['adopt', 'replace'] as const)(
    'is on Azure taken over where a reviewed file says `%s: true`, and ends with its grant',
    async (how) => {
      const world = await aWorld();
      await world.azureState.update((state) => {
        const triple = { scope: SCOPES.paymentsGroup, role: roleNamed(state, 'Reader'), principalId: PEOPLE.ada, principalType: 'User' };
        state.roleAssignments = [...state.roleAssignments, madeByHand(triple, world.clock.now())];
      });
      const file = (words: string) => grantFile({ access: [`{ azure: payments-prod, role: Reader${words} }`], expires: '12:00' });
      await world.land({ [PATH]: file('') });
      expect(done(await world.apply())).toEqual(['held grant asked ada Reader 12:00']);
      await world.pushToMain({ [PATH]: file(`, ${how}: true`) });
      expect(done(await world.apply())).toEqual(['held grant asked ada Reader 12:00']); // nobody has approved that
      await world.land({ [PATH]: `${file(`, ${how}: true`)}# as asked\n` });
      const shown = await world.plan();
      expect((await world.run(plan)).text).toContain(`${how}s what was made by hand`);
      expect(shown.changes).toMatchObject([{ verb: 'grant', takesOver: how }]);
      const run = await world.apply();
      expect(done(run)).toEqual(['applied grant asked ada Reader 12:00']);
      expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
      until(world, '12:00');
      expect(done(await world.apply())).toEqual(['applied revoke lapsed ada Reader none']);
      expect(await may(world, 'ada', 'Reader', 'paymentsGroup')).toBe(false);
    },
  );

  it('is on Azure an assignment of another stamp: held all the same, never overwritten', async () => {
    const world = await aWorld();
    const before = await foreign(world);
    const file = grantFile({ principal: 'ben', access: ['{ azure: search-prod, role: Reader }'], expires: '12:00' });
    await world.land({ 'grants/search/2026-11-23-ben.yaml': file }, { by: 'ben-a', approve: ['dan-r'], merge: 'dan-r' });
    const run = await world.apply();
    expect(done(run)).toEqual(['held grant asked ben Reader 12:00']);
    expect(await foreign(world)).toBe(before);
  });
});

import { describe, expect, it } from 'vitest';
import { later } from '../../../src/domain/instant.ts';
import { describe as spell } from '../../../src/providers/azure/mark.ts';
import { PEOPLE, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { type Again, ASSIGNMENT, FIRST, hide, HOUR, ourOwn, stage } from './stage.ts';
import { NOW, wish } from './samples.ts';
import { readable } from './world.ts';

describe('a revocation', () => {
  it('is one DELETE of what was planned, read before and read back', async () => {
    const { one, standing, sim, ours } = await stage();
    const live = await standing();
    const from = sim.calls.length;
    expect(await one(revoke(live))).toMatchObject({
      status: 'applied',
      evidence: expect.stringMatching(/^roleAssignments\/.*, 200, request /),
    });
    expect(
      sim.calls
        .slice(from)
        .filter(({ url }) => url.includes(FIRST))
        .map(({ method }) => method),
    ).toEqual(['GET', 'DELETE', 'GET']);
    expect(ours()).toEqual([]);
  });

  it('takes a foreign one where that was planned', async () => {
    const { one, reader, state } = await stage();
    const { live } = await readable(reader);
    const foreign = live.find(({ binding }) => binding.role.name === 'Contributor');
    expect((await one(revoke(foreign)))?.status).toBe('applied');
    expect(state.roleAssignments.some(({ principalId }) => principalId === SERVICES.deployer)).toBe(false);
  });

  it.each([
    ['mark', { description: spell({ stamp: 'acme-access', ...wish({}, 'ada-debug', later(NOW, 9 * HOUR)) }) }],
    ['stamp', { description: spell({ stamp: 'other-team', ...wish() }) }],
    ['description', { description: null }],
    ['condition', { condition: "@Resource[a:b] StringEquals 'x'" }],
    ['principal', { principalId: PEOPLE.bo }],
    ['role', { roleDefinition: 'b24988ac-6180-42a0-ab88-20f7382dd24c' }],
  ])('does not take what has another %s than was planned', async (_, changed) => {
    const { writer, standing, reader, sent, edit } = await stage();
    const live = await standing();
    const reading = await readable(reader);
    edit(changed);
    const { outcomes } = await writer.apply(reading, [revoke(live)], () => []);
    expect(outcomes).toMatchObject([{ status: 'already-so' }]);
    expect(sent('DELETE')).toEqual([]);
  });

  it('goes on with what a plan made anew says', async () => {
    const { writer, standing, reader, ours, edit } = await stage();
    const change = revoke(await standing());
    const reading = await readable(reader);
    const moved = wish({}, 'ada-debug', later(NOW, 9 * HOUR));
    edit(ourOwn(moved));
    const again: Again = (live) =>
      live.filter(({ mark }) => mark?.grant === 'ada-debug').map((found) => ({ ...revoke(found), digest: change.digest }));
    const { outcomes } = await writer.apply(reading, [change], again);
    expect(outcomes).toMatchObject([{ status: 'applied', change }]);
    expect(ours()).toEqual([]);
  });

  it('gives up where nothing ever fits', async () => {
    const { writer, standing, reader, sent, edit } = await stage();
    const change = revoke(await standing());
    const reading = await readable(reader);
    edit({ description: 'mine' });
    const { outcomes } = await writer.apply(reading, [change], () => [change]);
    expect(outcomes).toMatchObject([{ status: 'failed', failure: { kind: 'conflict' } }]);
    expect(sent('DELETE')).toEqual([]);
  });

  it('is done where it is gone already', async () => {
    const { one, standing, sent, drop } = await stage();
    const live = await standing();
    drop();
    expect(await one(revoke(live))).toMatchObject({ status: 'already-so', evidence: `roleAssignments/${FIRST}, gone` });
    expect(sent('DELETE')).toEqual([]);
  });

  it('is done where somebody else was faster', async () => {
    const { one, standing, fault, state } = await stage();
    const live = await standing();
    const act = (tenant: typeof state) => void (tenant.roleAssignments = tenant.roleAssignments.filter(({ name }) => name !== FIRST));
    fault({ kind: 'meanwhile', act }, { method: 'DELETE', path: ASSIGNMENT });
    expect(await one(revoke(live))).toMatchObject({ status: 'applied', evidence: expect.stringContaining(', 204') });
  });

  it('is believed to be done only once it is seen', async () => {
    const { one, standing, fault, ours } = await stage();
    const live = await standing();
    const body = '{"error":{"code":"RoleAssignmentNotFound","message":"gone"}}';
    fault({ kind: 'answer', status: 404, body }, { method: 'DELETE', path: ASSIGNMENT });
    expect(await one(revoke(live))).toMatchObject({ status: 'unverified', evidence: expect.stringContaining(', 404') });
    expect(ours().length).toBe(1);
  });

  it('is not held up by a read that lags behind the list', async () => {
    const { one, standing, state, ours } = await stage();
    state.manner.lag.get = 120_000;
    const live = await standing();
    expect((await one(revoke(live)))?.status).toBe('applied');
    expect(ours()).toEqual([]);
  });

  it('is thought over where such a list shows another thing', async () => {
    const { writer, standing, reader, state, sent, edit } = await stage();
    const live = await standing();
    const reading = await readable(reader);
    state.manner.lag.get = 120_000;
    edit(ourOwn(wish({}, 'ada-other')));
    hide(state, FIRST);
    const { outcomes } = await writer.apply(reading, [revoke(live)], () => []);
    expect(outcomes).toMatchObject([{ status: 'already-so' }]);
    expect(sent('DELETE')).toEqual([]);
  });

  it.each([/roleAssignments\?/, ASSIGNMENT])('fails where it cannot read (%s)', async (path) => {
    const { writer, standing, reader, fault, sent, drop } = await stage();
    const live = await standing();
    const reading = await readable(reader);
    drop();
    fault({ kind: 'answer', status: 403 }, { method: 'GET', path, times: 9 });
    const { outcomes } = await writer.apply(reading, [revoke(live)], () => []);
    expect(outcomes).toMatchObject([{ status: 'failed', failure: { kind: 'forbidden' } }]);
    expect(sent('DELETE')).toEqual([]);
  });

  it('makes room for a new grant though readers still show the old one', async () => {
    const { one, apply, standing, state, ours } = await stage();
    const live = await standing(wish({}, 'ada-earlier'));
    Object.assign(state.manner.lag, { get: 60_000, list: 60_000, byPrincipal: 60_000 });
    state.journal = [];
    expect((await apply([revoke(live)])).outcomes).toMatchObject([{ status: 'unverified' }]);
    expect((await one(grant(wish())))?.status).toBe('unverified');
    expect(ours()).toMatchObject([{ description: expect.stringContaining('grant=ada-debug') }]);
  });
});

describe('a change in place', () => {
  const longer = wish({}, 'ada-debug', later(NOW, 5 * HOUR));

  it.each([200, 201] as const)('is one PUT that Azure answers with %i, and keeps name and kind of principal', async (repeatStatus) => {
    const { one, standing, state, ours, sent } = await stage();
    state.manner.repeatStatus = repeatStatus;
    const live = await standing();
    expect(await one(alter('extend', live, longer))).toMatchObject({
      status: 'applied',
      evidence: expect.stringContaining(`, ${repeatStatus}`),
    });
    expect(ours()).toMatchObject([
      { name: FIRST, principalType: 'User', description: expect.stringContaining('until=2026-11-23T14:00:00Z') },
    ]);
    expect(sent('PUT').length).toBe(2);
  });

  it('clears a condition that nobody asked for', async () => {
    const { one, standing, reader, ours, edit } = await stage();
    await standing();
    edit({ condition: "@Resource[a:b] StringEquals 'x'", conditionVersion: '2.0' });
    const { live } = await readable(reader);
    const tampered = live.find(({ mark }) => mark?.grant === 'ada-debug');
    expect(tampered?.conditional).toBe(true);
    expect((await one(alter('restore', tampered, wish())))?.status).toBe('applied');
    expect(ours()).toMatchObject([{ condition: null }]);
  });

  it('needs no write where it is made already', async () => {
    const { one, standing, sent, edit } = await stage();
    const live = await standing();
    edit(ourOwn(longer));
    const writes = sent('PUT').length;
    expect((await one(alter('extend', live, longer)))?.status).toBe('already-so');
    expect(sent('PUT').length).toBe(writes);
  });

  it('becomes a grant where the assignment is gone and it is still wanted', async () => {
    const { one, standing, ours, drop } = await stage();
    const live = await standing();
    drop();
    const change = alter('extend', live, longer);
    expect(await one(change, () => [{ ...grant(longer), digest: change.digest }])).toMatchObject({ status: 'applied', change });
    expect(ours().length).toBe(1);
  });

  it('is thought over where somebody changed the mark', async () => {
    const { one, standing, sent, edit } = await stage();
    const live = await standing();
    edit({ description: 'mine' });
    const writes = sent('PUT').length;
    expect((await one(alter('extend', live, longer), () => []))?.status).toBe('already-so');
    expect(sent('PUT').length).toBe(writes);
  });

  it('fails where it cannot read what is there', async () => {
    const { one, standing, fault } = await stage();
    const live = await standing();
    fault({ kind: 'answer', status: 403 }, { method: 'GET', path: ASSIGNMENT, times: 9 });
    expect(await one(alter('extend', live, longer))).toMatchObject({ status: 'failed', failure: { kind: 'forbidden' } });
  });

  it('is no PUT where nothing sound is there', async () => {
    const { one, standing, fault } = await stage();
    const live = await standing();
    fault({ kind: 'answer', status: 200, body: '{"id":"/x"}' }, { method: 'GET', path: ASSIGNMENT });
    expect(await one(alter('extend', live, longer))).toMatchObject({ status: 'failed', failure: { kind: 'transient' } });
  });
});

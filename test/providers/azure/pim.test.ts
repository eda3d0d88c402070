import { describe, expect, it } from 'vitest';
import type { LiveBinding } from '../../../src/domain/live-binding.ts';
import { later } from '../../../src/domain/instant.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import { azureWriter } from '../../../src/providers/azure/writer.ts';
import { scheduled } from '../../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import type { Change } from '../../../src/domain/change.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { HOUR } from './stage.ts';
import { NOW, READER, scope, wish } from './samples.ts';
import { azureWorld, readable } from './world.ts';

const REQUESTS = { method: 'PUT', path: /roleAssignmentScheduleRequests/ };

async function pimStage(enforce: 'pim' | 'auto' | 'run' = 'pim') {
  const world = azureWorld({ enforce });
  const reader = await azureReader(world.access);
  const writer = await azureWriter(world.access);
  const one = async (change: Change, again: readonly Change[] = [change]) =>
    (await writer.apply(await readable(reader), [change], () => again)).outcomes[0];
  const timed = async (): Promise<LiveBinding> => {
    const found = (await readable(reader)).live.find(({ end }) => end !== undefined);
    if (found === undefined) throw new Error('nothing of PIM stands');
    return found;
  };
  const mine = () => world.state.schedules.filter(({ principalId }) => principalId === PEOPLE.ada);
  const requests = () => (world.state.scheduleRequests ?? []).map(({ requestType, status }) => `${requestType} ${status}`);
  return { ...world, reader, one, timed, mine, requests };
}

const triple = { scope: SCOPES.paymentsGroup, role: READER.id, principalId: PEOPLE.ada, principalType: 'User' };

describe('the reader', () => {
  it('tells the end of what an administrator gave by PIM, and of nothing that a user activated', async () => {
    const { reader, state } = await pimStage();
    const platform = await readable(reader, scope(SCOPES.platform));
    expect(platform.live.filter(({ end }) => end !== undefined)).toEqual([]);
    const search = await readable(reader, scope(SCOPES.search));
    expect(search.live.find(({ binding }) => binding.member.id === PEOPLE.zoe)).toMatchObject({
      origin: 'pim',
      end: later(NOW, 480 * HOUR),
    });
    state.schedules.push(scheduled(triple, { assignmentType: 'Assigned', start: NOW, end: null }));
    expect((await readable(reader)).live.filter(({ end }) => end !== undefined)).toEqual([]);
  });

  it.each([
    ['pim', 400],
    ['pim', 404],
    ['auto', 403],
    ['run', 403],
  ] as const)('under %s reads nothing where PIM answers %i', async (enforce, status) => {
    const { reader, fault } = await pimStage(enforce);
    fault({ kind: 'answer', status }, { path: /ScheduleInstances/, times: 9 });
    expect(await reader.read(scope())).toMatchObject({ ok: false, failure: { message: expect.stringContaining('PIM') } });
  });

  it('reads nothing while what PIM demands cannot be read, and holds grants back where it is not told', async () => {
    const { reader, fault } = await pimStage();
    const policies = /roleManagementPolicyAssignments/;
    fault({ kind: 'answer', status: 403 }, { path: policies });
    const change = grant(wish());
    const told = reader.foresee?.(await readable(reader), [change]);
    expect(told).toMatchObject([{ kind: 'refused', change, failure: { message: expect.stringContaining('not known') } }]);
    fault({ kind: 'answer', status: 503 }, { path: policies, times: 99 });
    expect(await reader.read(scope())).toMatchObject({ ok: false, failure: { kind: 'transient' } });
  });

  it('foresees what PIM refuses: too short a time, a role without a policy; and nothing of what takes', async () => {
    const { reader, one, timed } = await pimStage();
    const reading = await readable(reader);
    const foreseen = (change: Change) =>
      reader.foresee?.(reading, [change]).map((told) => (told.kind === 'refused' ? told.failure.message : ''));
    expect(foreseen(grant(wish({}, 'g', later(NOW, 60_000))))).toEqual([expect.stringContaining('ActiveDurationTooShort')]);
    const odd = grant(wish({ role: { id: '0dd00000-0000-4000-8000-000000000001', name: 'odd' } }));
    expect(foreseen(odd)).toEqual([expect.stringContaining('no role management policy')]);
    expect(foreseen(grant(wish({}, 'g', later(NOW, 181 * 24 * HOUR))))).toEqual([
      expect.stringContaining('ExpirationRule (at most 180 days)'),
    ]);
    await one(grant(wish()));
    expect(foreseen(revoke(await timed()))).toEqual([]);
    expect(foreseen(alter('extend', await timed(), wish({}, 'g', later(NOW, 5 * HOUR))))).toEqual([]);
    expect(reader.endsBy?.(reading, alter('extend', await timed(), wish()))).toBe('cloud');
  });

  it('under auto goes by whether PIM has a policy for the role', async () => {
    const { reader } = await pimStage('auto');
    const reading = await readable(reader);
    const odd = wish({ role: { id: '0dd00000-0000-4000-8000-000000000001', name: 'odd' } });
    expect([wish(), odd].map((one) => reader.endsBy?.(reading, grant(one)))).toEqual(['cloud', 'run']);
    const plain = await pimStage('run');
    plain.state.schedules.push(scheduled(triple, { assignmentType: 'Assigned', start: NOW, end: wish().until }));
    const later5 = alter('extend', await plain.timed(), wish({}, 'g', later(NOW, 5 * HOUR)));
    expect(plain.reader.foresee?.(await readable(plain.reader), [later5])).toEqual([]);
    expect((await plain.one(later5))?.status).toBe('applied');
    expect(plain.reader.endsBy?.(await readable(plain.reader), grant(wish()))).toBe('run');
    expect(plain.sent('GET').some((url) => url.includes('roleManagementPolicyAssignments'))).toBe(false);
  });
});

describe('a grant by PIM', () => {
  it('carries who asked for what in its justification, and is evidence by its request', async () => {
    const { one, state } = await pimStage();
    const outcome = await one(grant(wish()));
    expect(outcome?.evidence).toMatch(/^roleAssignmentScheduleRequests\/[0-9a-f-]{36}, 201 Provisioned, request /);
    expect(state.scheduleRequests?.[0]?.justification).toBe(
      'grantkeeper/1 stamp=acme-access grant=ada-debug until=2026-11-23T13:00:00Z sha=9f2c41d07a5b',
    );
  });

  it('is so already where PIM has it with that end, and is held where it has another', async () => {
    const { one, state, sent } = await pimStage();
    state.schedules.push(scheduled(triple, { assignmentType: 'Assigned', start: NOW, end: later(wish().until, 60_000) }));
    expect((await one(grant(wish())))?.status).toBe('already-so');
    const other = await one(grant(wish({}, 'g', later(NOW, 8 * HOUR))));
    expect(other).toMatchObject({ status: 'failed', failure: { kind: 'conflict', message: expect.stringContaining('another end') } });
    expect(sent('PUT')).toEqual([]);
  });

  it('beside what its user activated is refused by PIM, and nothing is touched', async () => {
    const { one, state, mine } = await pimStage();
    state.schedules.push(scheduled(triple, { assignmentType: 'Activated', start: NOW, end: later(NOW, HOUR) }));
    expect(await one(grant(wish()))).toMatchObject({
      status: 'failed',
      failure: { message: expect.stringContaining('RoleAssignmentExists') },
    });
    expect(mine()).toHaveLength(1);
  });

  it('is found to be there when PIM says so after a lost answer', async () => {
    const { one, state, fault } = await pimStage();
    const made = scheduled(triple, { assignmentType: 'Assigned', start: NOW, end: wish().until });
    fault({ kind: 'meanwhile', act: () => void state.schedules.push(made) }, REQUESTS);
    expect((await one(grant(wish())))?.status).toBe('already-so');
  });

  it('says what stopped a request that PIM took: a lock, an approval', async () => {
    const { one, state, requests } = await pimStage();
    state.locks.push({ name: 'l', scope: SCOPES.paymentsGroup, level: 'ReadOnly' });
    expect(await one(grant(wish()))).toMatchObject({ failure: { message: expect.stringContaining('FailedAsResourceIsLocked') } });
    state.locks = [];
    state.rolePolicies = [{ scope: SCOPES.paymentsGroup, role: READER.id, maximumHours: 24, enabled: [], approval: true }];
    expect(await one(grant(wish()))).toMatchObject({ failure: { message: expect.stringContaining('waits for an approval') } });
    expect(await one(grant(wish()))).toMatchObject({ failure: { message: expect.stringContaining('PendingRoleAssignmentRequest') } });
    expect(requests()).toEqual(['AdminAssign FailedAsResourceIsLocked', 'AdminAssign PendingApproval']);
  });

  it('is not verified where PIM does not show it, and then says so', async () => {
    const { one, fault } = await pimStage();
    fault({ kind: 'answer', status: 503 }, { method: 'GET', path: /ScheduleInstances\?.*principalId/, times: 99 });
    expect(await one(grant(wish()))).toMatchObject({
      status: 'unverified',
      failure: { message: expect.stringContaining('reading it back failed') },
    });
  });

  it('fails where schedules cannot be read, before anything is asked', async () => {
    const { one, timed, fault, sent } = await pimStage();
    await one(grant(wish()));
    const live = await timed();
    fault({ kind: 'answer', status: 403 }, { method: 'GET', path: /roleAssignmentSchedules\?/, times: 99 });
    for (const change of [grant(wish()), alter('extend', live, wish({}, 'g', later(NOW, 5 * HOUR))), revoke(live)])
      expect((await one(change))?.status).toBe('failed');
    expect(sent('PUT')).toHaveLength(1);
  });
});

describe('what stands in PIM', () => {
  it('is changed and taken only as it was planned on', async () => {
    const { one, timed, state, sent, access } = await pimStage();
    await one(grant(wish()));
    const live = await timed();
    state.schedules = state.schedules.map((each) => (each.principalId === PEOPLE.ada ? { ...each, end: later(NOW, 7 * HOUR) } : each));
    await access.sleep(300_000);
    for (const change of [alter('extend', live, wish({}, 'g', later(NOW, 5 * HOUR))), revoke(live)]) {
      expect(await one(change)).toMatchObject({ status: 'failed', failure: { kind: 'conflict' } });
      expect((await one(change, []))?.status).toBe('already-so');
    }
    expect(sent('PUT')).toHaveLength(1);
  });

  it('that went meanwhile is gone, and is not extended', async () => {
    const { one, timed, state, fault, access } = await pimStage();
    await one(grant(wish()));
    const live = await timed();
    const lose = { kind: 'meanwhile', act: () => void (state.schedules = []) } as const;
    await access.sleep(300_000);
    fault(lose, REQUESTS);
    expect(await one(revoke(live))).toMatchObject({ status: 'already-so' });
    expect((await one(alter('extend', live, wish()), []))?.status).toBe('already-so');
    await one(grant(wish()));
    fault(lose, REQUESTS);
    expect((await one(alter('extend', await timed(), wish({}, 'g', later(NOW, 6 * HOUR))), []))?.status).toBe('already-so');
  });

  it('needs no request to be put back or renamed to what it is', async () => {
    const { one, timed, sent } = await pimStage();
    await one(grant(wish()));
    expect((await one(alter('restore', await timed(), wish())))?.status).toBe('already-so');
    expect(sent('PUT')).toHaveLength(1);
  });
});

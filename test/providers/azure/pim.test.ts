import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/domain/access.ts';
import { later } from '../../../src/domain/instant.ts';
import type { LiveBinding } from '../../../src/domain/live-binding.ts';
import type { Enforce } from '../../../src/domain/terms.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import { azureWriter } from '../../../src/providers/azure/writer.ts';
import type { Readable, Reading } from '../../../src/providers/provider.ts';
import { scheduled } from '../../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import type { Change } from '../../../src/domain/change.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { HOUR } from './stage.ts';
import { NOW, READER, scope, wish as plain } from './samples.ts';
import { azureWorld, readable } from './world.ts';

/** A wish that PIM is to end. */
const wish: typeof plain = (more, grant, until, terms) => plain(more, grant, until, { enforce: 'pim', ...terms });

const REQUESTS = { method: 'PUT', path: /roleAssignmentScheduleRequests/ };

async function pimStage(enforce: Enforce = 'pim') {
  const world = azureWorld();
  const reader = await azureReader(world.access);
  const writer = await azureWriter(world.access);
  /** A reading with what must be known of a wish. */
  const equipped = async (at?: Scope): Promise<Reading> => {
    const reading = await readable(reader, at);
    return (await reader.equip?.(reading, [{ member: PEOPLE.ada, enforce }])) ?? reading;
  };
  const known = async (at?: Scope): Promise<Readable> => {
    const reading = await equipped(at);
    if (!reading.ok) throw new Error(reading.failure.message);
    return reading;
  };
  const one = async (change: Change, again: readonly Change[] = [change]) =>
    (await writer.apply(await known(), [change], () => again)).outcomes[0];
  const timed = async (): Promise<LiveBinding> => {
    const found = (await readable(reader)).live.find(({ end }) => end !== undefined);
    if (found === undefined) throw new Error('nothing of PIM stands');
    return found;
  };
  const mine = () => world.state.schedules.filter(({ principalId }) => principalId === PEOPLE.ada);
  const requests = () => (world.state.scheduleRequests ?? []).map(({ requestType, status }) => `${requestType} ${status}`);
  const after = async (change: Change) => (await writer.apply(await known(), [change], () => [change])).reading.live;
  return { ...world, reader, equipped, known, one, after, timed, mine, requests };
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
    [403, 'hidden', true],
    [400, 'none', false],
    [404, 'none', false],
  ] as const)('reads on where PIM answers %i, and knows whether that may hide something', async (status, kind, isPartial) => {
    const { reader, known, fault } = await pimStage();
    fault({ kind: 'answer', status }, { path: /ScheduleInstances/, times: 9 });
    expect((await readable(reader)).partial !== undefined).toBe(isPartial);
    const reading = await known();
    expect(reading.basis).toMatchObject({ demanded: { kind } });
    expect(reader.foresee?.(reading, [grant(wish())])).toMatchObject([{ kind: 'refused' }]);
  });

  it('reads nothing while PIM does not answer at all', async () => {
    const { reader, fault } = await pimStage();
    fault({ kind: 'answer', status: 503 }, { path: /roleAssignmentSchedules\?/, times: 99 });
    expect(await reader.read(scope())).toMatchObject({ ok: false, failure: { kind: 'transient' } });
  });

  it('counts as unread while what PIM demands cannot be read, and holds grants back where it is not told', async () => {
    const { reader, equipped, known, fault } = await pimStage();
    const policies = /roleManagementPolicyAssignments/;
    fault({ kind: 'answer', status: 403 }, { path: policies });
    const change = grant(wish());
    const told = reader.foresee?.(await known(), [change]);
    expect(told).toMatchObject([{ kind: 'refused', change, failure: { message: expect.stringContaining('not known') } }]);
    fault({ kind: 'answer', status: 503 }, { path: policies, times: 99 });
    expect(await equipped()).toMatchObject({ ok: false, failure: { kind: 'transient' } });
  });

  it('foresees what PIM refuses: too short a time, a role without a policy; and nothing of what takes', async () => {
    const { reader, known, one, timed } = await pimStage();
    const reading = await known();
    const foreseen = (change: Change) =>
      reader.foresee?.(reading, [change]).map((told) => (told.kind === 'refused' ? told.failure.message : ''));
    expect(foreseen(grant(wish({}, 'g', later(NOW, 60_000))))).toEqual([expect.stringContaining('ActiveDurationTooShort')]);
    expect(foreseen(grant(odd()))).toEqual([expect.stringContaining('no role management policy')]);
    expect(foreseen(grant(wish({}, 'g', later(NOW, 181 * 24 * HOUR))))).toEqual([
      expect.stringContaining('ExpirationRule (at most 180 days)'),
    ]);
    const late = wish({}, 'g', later(NOW, 190 * 24 * HOUR), { starts: later(NOW, 20 * 24 * HOUR) });
    expect(foreseen(grant(late))).toEqual([]); // its length counts, not how far ahead it ends
    await one(grant(wish()));
    expect(foreseen(revoke(await timed()))).toEqual([]);
    expect(foreseen(alter('extend', await timed(), wish({}, 'g', later(NOW, 5 * HOUR))))).toEqual([]);
    expect(reader.endsBy?.(reading, alter('extend', await timed(), wish()))).toBe('cloud');
  });

  it('leaves to what follows in the same run when the access begins and ends', async () => {
    const { after } = await pimStage();
    const starts = later(NOW, HOUR);
    const [now, ahead] = [wish(), wish({}, 'g', undefined, { starts })];
    const shown = (await after(grant(now))).find(({ end }) => end !== undefined);
    expect(shown).toMatchObject({ end: now.until, mark: { grant: now.grant } });
    expect(shown).not.toHaveProperty('starts');
    expect((await (await pimStage()).after(grant(ahead))).find(({ end }) => end !== undefined)).toMatchObject({ end: ahead.until, starts });
    const plainly = (await (await pimStage('run')).after(grant(plain()))).find(({ mark }) => mark?.grant === plain().grant);
    expect(plainly).not.toHaveProperty('end');
  });

  it('under auto falls back to our run where PIM would refuse, and says why', async () => {
    const { reader, known, state } = await pimStage('auto');
    const auto = wish({}, 'g', undefined, { enforce: 'auto' });
    const strange = odd('auto');
    expect([auto, strange].map((one) => reader.holdsStart?.({ ok: true, scope: scope(), live: [], basis: {} }, one))).toEqual([true, true]);
    const reading = await known();
    expect([auto, strange].map((one) => reader.endsBy?.(reading, grant(one)))).toEqual(['cloud', 'run']);
    expect(reader.foresee?.(reading, [auto, strange].map(grant))).toEqual([
      { kind: 'note', grant: 'g', text: 'ended by our run and not by PIM: PIM has no role management policy for this role there' },
    ]);
    state.rolePolicies = [{ scope: SCOPES.paymentsGroup, role: READER.id, maximumHours: 2, enabled: ['MultiFactorAuthentication'] }];
    const strict = await known();
    expect(reader.foresee?.(strict, [grant(auto)])).toMatchObject([
      { kind: 'note', text: expect.stringContaining('by MfaRule, ExpirationRule (at most 2 hours)') },
    ]);
    state.manner.withoutPim = true;
    const bare = await known();
    expect(reader.foresee?.(bare, [grant(auto)])).toMatchObject([{ text: expect.stringContaining('this tenant has no PIM') }]);
    expect(reader.foresee?.(bare, [grant(wish())])).toMatchObject([
      { failure: { message: expect.stringContaining('this tenant has no PIM') } },
    ]);
    expect([auto, wish()].map((one) => reader.holdsStart?.(bare, one))).toEqual([false, true]);
  });

  it('under run asks for no rules, and changes what PIM holds where it stands', async () => {
    const { reader, known, one, timed, state, sent } = await pimStage('run');
    state.schedules.push(scheduled(triple, { assignmentType: 'Assigned', start: NOW, end: wish().until }));
    const later5 = alter('extend', await timed(), plain({}, 'g', later(NOW, 5 * HOUR)));
    expect(reader.foresee?.(await known(), [later5])).toEqual([]);
    expect((await one(later5))?.status).toBe('applied');
    expect(reader.endsBy?.(await known(), grant(plain()))).toBe('run');
    expect(sent('GET').some((url) => url.includes('roleManagementPolicyAssignments'))).toBe(false);
  });
});

function odd(enforce: Enforce = 'pim') {
  return wish({ role: { id: '0dd00000-0000-4000-8000-000000000001', name: 'odd' } }, 'g', undefined, { enforce });
}

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

  it('is read back for five minutes where PIM is slow, and never asked for twice', async () => {
    const { one, state, requests, waits } = await pimStage();
    state.manner.pimDelay = 120_000;
    expect((await one(grant(wish())))?.status).toBe('applied');
    expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, ...Array.from({ length: 9 }, () => 10_000)]);
    expect((await one(grant(wish())))?.status).toBe('already-so');
    expect(requests()).toHaveLength(1);
    const slower = await pimStage();
    slower.state.manner.pimDelay = 400_000;
    expect(await slower.one(grant(wish()))).toMatchObject({
      status: 'unverified',
      failure: { message: 'reading it back did not show it within five minutes', hint: 'The next run looks again.' },
    });
    expect(slower.waits.reduce((sum, ms) => sum + ms, 0)).toBe(300_000);
    expect((await slower.one(grant(wish())))?.status).toBe('already-so'); // the next run finds it in the making, and waits
    await slower.access.sleep(60_000);
    expect((await slower.one(grant(wish())))?.status).toBe('already-so');
    expect(slower.requests()).toHaveLength(1);
  });

  it('is waited for while PIM does not know who is to have it, and fails after six minutes of that', async () => {
    const { one, state, requests, waits } = await pimStage();
    state.users = state.users.map((user) => (user.id === PEOPLE.ada ? { ...user, createdAt: NOW } : user));
    expect((await one(grant(wish())))?.status).toBe('applied');
    expect([waits, requests()]).toEqual([[2000, 4000, 8000, 16_000, 32_000], ['AdminAssign Provisioned']]);
    const stranger = await pimStage();
    stranger.state.users = stranger.state.users.filter(({ id }) => id !== PEOPLE.ada);
    expect(await stranger.one(grant(wish()))).toMatchObject({
      status: 'failed',
      failure: { kind: 'not-found', message: expect.stringContaining('SubjectNotFound'), hint: expect.stringContaining('object id') },
    });
    expect(stranger.waits.reduce((sum, ms) => sum + ms, 0)).toBe(362_000);
    expect(stranger.requests()).toEqual([]);
  });

  it('is refused by the licence, by a role that is gone and by a rule that was set since the plan, and says what to do', async () => {
    const { one, state, fault, requests } = await pimStage();
    for (const [code, hint] of [
      ['AadPremiumLicenseRequired', 'enforce: run'],
      ['RoleDefinitionDoesNotExist', 'deleted'],
    ] as const) {
      fault(
        { kind: 'answer', status: 400, body: JSON.stringify({ error: { code, message: 'no' } }) },
        { method: 'POST', path: /validate/ },
      );
      expect(await one(grant(wish()))).toMatchObject({
        status: 'failed',
        failure: { message: expect.stringContaining(code), hint: expect.stringContaining(hint) },
      });
    }
    state.rolePolicies = [{ scope: SCOPES.paymentsGroup, role: READER.id, maximumHours: 1, enabled: [] }];
    expect((await one(grant(wish())))?.failure).toMatchObject({
      message: expect.stringContaining('ExpirationRule'),
      hint: expect.stringContaining('role settings of PIM'),
    });
    expect(requests()).toEqual([]);
  });

  it.each([400, 409] as const)('that another schedule is in the way of is told by its code, with status %i too', async (status) => {
    const { one, state } = await pimStage();
    state.manner.pimExists = status;
    state.schedules.push(scheduled(triple, { assignmentType: 'Activated', start: NOW, end: later(NOW, HOUR) }));
    expect(await one(grant(wish()))).toMatchObject({
      failure: { kind: 'conflict', message: expect.stringContaining(`${status} RoleAssignmentExists`) },
    });
  });

  it('says what stopped a request that PIM took: a lock, an approval', async () => {
    const { one, state, requests, access } = await pimStage();
    state.locks.push({ name: 'l', scope: SCOPES.paymentsGroup, level: 'ReadOnly' });
    expect(await one(grant(wish()))).toMatchObject({ failure: { message: expect.stringContaining('FailedAsResourceIsLocked') } });
    state.locks = [];
    await access.sleep(1000);
    state.rolePolicies = [{ scope: SCOPES.paymentsGroup, role: READER.id, maximumHours: 24, enabled: [], approval: true }];
    expect(await one(grant(wish()))).toMatchObject({
      failure: { message: expect.stringMatching(/would wait for an approval there, so it was cancelled$/) },
    });
    expect(requests()).toEqual(['AdminAssign FailedAsResourceIsLocked', 'AdminAssign Canceled']);
  });

  it('cancels a request of ours that was left waiting, and no other', async () => {
    const { one, state, fault, requests } = await pimStage();
    const approval = { scope: SCOPES.paymentsGroup, role: READER.id, maximumHours: 24, enabled: [], approval: true };
    state.rolePolicies = [approval];
    fault({ kind: 'answer', status: 403 }, { method: 'POST', path: /\/cancel/, times: 1 });
    expect(await one(grant(wish()))).toMatchObject({ failure: { message: expect.stringContaining('it could not be cancelled: ') } });
    state.rolePolicies = [];
    expect((await one(grant(wish())))?.status).toBe('applied');
    expect(requests()).toEqual(['AdminAssign Canceled', 'AdminAssign Provisioned']);
    const [first] = state.scheduleRequests ?? [];
    if (first === undefined) expect.fail('nothing was asked for');
    state.schedules = [];
    state.scheduleRequests = [{ ...first, status: 'PendingApproval', justification: 'mine' }];
    expect(await one(grant(wish()))).toMatchObject({ failure: { message: expect.stringContaining('PendingRoleAssignmentRequest') } });
    expect(requests()).toEqual(['AdminAssign PendingApproval']);
    fault({ kind: 'answer', status: 403 }, { method: 'GET', path: /roleAssignmentScheduleRequests\?/, times: 99 });
    expect(await one(grant(wish()))).toMatchObject({ status: 'failed' });
  });

  it('is tried without effect first: what PIM refuses is never sent', async () => {
    const { one, state, sent } = await pimStage();
    state.rolePolicies = [{ scope: SCOPES.paymentsGroup, role: READER.id, maximumHours: 2, enabled: ['MultiFactorAuthentication'] }];
    expect(await one(grant(wish()))).toMatchObject({
      status: 'failed',
      failure: { message: expect.stringContaining('The following policy rules failed: ["MfaRule","ExpirationRule"]') },
    });
    expect(sent('PUT')).toEqual([]);
    state.rolePolicies = [];
    await one(grant(wish()));
    expect(sent('POST').filter((url) => url.includes('/validate'))).toHaveLength(2);
  });

  it('with a start ahead is begun and ended by PIM, read as such, moved and taken before it begins', async () => {
    const { one, timed, mine, requests, reader, access, known } = await pimStage();
    const starts = later(NOW, 2 * HOUR);
    const ahead = wish({}, 'ada-debug', undefined, { starts });
    expect((await one(grant(ahead)))?.status).toBe('applied');
    expect(requests()).toEqual(['AdminAssign ScheduleCreated']);
    expect(await timed()).toMatchObject({ origin: 'pim', starts, end: ahead.until });
    expect((await one(grant(ahead)))?.status).toBe('already-so');
    expect(reader.holdsStart?.(await known(), { ...ahead, enforce: 'run' })).toBe(true);
    const sooner = { ...ahead, starts: later(NOW, HOUR) };
    expect((await one(alter('extend', await timed(), sooner)))?.status).toBe('applied');
    expect(mine().map(({ start }) => start)).toEqual([sooner.starts]);
    await access.sleep(300_000);
    expect((await one(revoke(await timed())))?.status).toBe('applied');
    expect(mine()).toEqual([]);
  });

  it('reads nothing where a schedule ahead is not whole, and leaves out what is not given to the very principal there', async () => {
    const { reader, state } = await pimStage();
    const span = { start: later(NOW, HOUR), end: later(NOW, 2 * HOUR) };
    state.schedules.push(scheduled({ ...triple, scope: SCOPES.payments }, { assignmentType: 'Assigned', ...span }));
    state.schedules.push(scheduled(triple, { assignmentType: 'Activated', ...span }));
    state.schedules.push(scheduled(triple, { assignmentType: 'Assigned', start: span.start, end: null }));
    expect((await readable(reader)).live.filter((one) => one.starts !== undefined)).toEqual([]);
    state.schedules.push({ ...scheduled(triple, { assignmentType: 'Assigned', ...span }), principalId: 'nobody' });
    expect(await reader.read(scope())).toMatchObject({ ok: false, failure: { message: expect.stringContaining('a row of the list') } });
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

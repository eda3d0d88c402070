import { describe, expect, it } from 'vitest';
import { later } from '../../../src/domain/instant.ts';
import { describe as spell } from '../../../src/providers/azure/mark.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { type Again, ASSIGNMENT, FIRST, hide, HOUR, nameOf, ourOwn, stage } from './stage.ts';
import { member, NOW, scope, wish } from './samples.ts';
import { byHand } from './world.ts';

describe('the name of a grant', () => {
  it('is tried again after a hash conflict', async () => {
    const { one, state, waits, ours } = await stage();
    state.manner.hashConflicts = 3;
    expect((await one(grant(wish())))?.status).toBe('applied');
    expect(waits).toEqual([2000, 4000, 8000]);
    expect(ours().map(({ name }) => name)).toEqual([FIRST]);
  });

  it('gets a salt when the conflict stays', async () => {
    const { one, state, ours, sent } = await stage();
    state.manner.spentNames = [FIRST];
    expect((await one(grant(wish())))?.status).toBe('applied');
    expect(ours().map(({ name }) => name)).toEqual([nameOf(wish(), 1)]);
    expect(sent('PUT').length).toBe(5);
  });

  it('fails when every name is spent', async () => {
    const { one, state, sent } = await stage();
    state.manner.spentNames = [0, 1, 2].map((salt) => nameOf(wish(), salt));
    const outcome = await one(grant(wish()));
    expect(outcome).toMatchObject({ status: 'failed', failure: { kind: 'conflict', message: expect.stringContaining('every name') } });
    // Four tries for each name, and none for one that was given up.
    expect([0, 1, 2].map((salt) => sent('PUT').filter((url) => url.includes(nameOf(wish(), salt))).length)).toEqual([4, 4, 4]);
  });

  it('gets a salt when the name is in use at another scope, which a read does not show', async () => {
    const { one, state, ours, sent } = await stage();
    state.roleAssignments.push(byHand(wish({ scope: scope(SCOPES.searchGroup) }), { name: FIRST }));
    expect((await one(grant(wish())))?.status).toBe('applied');
    expect(ours().map(({ name }) => name)).toEqual([nameOf(wish(), 1)]);
    expect(sent('PUT').length).toBe(2);
  });

  it('gets a salt when the name is in use for somebody else, without a try', async () => {
    const { one, state, sent } = await stage();
    state.roleAssignments.push(byHand(wish({ member: member(PEOPLE.bo) }), { name: FIRST }));
    expect((await one(grant(wish())))?.status).toBe('applied');
    expect(sent('PUT')).toEqual([expect.stringContaining(nameOf(wish(), 1))]);
  });

  it('is no use once all three are taken', async () => {
    const { one, state, sent } = await stage();
    for (const salt of [0, 1, 2])
      state.roleAssignments.push(
        byHand(wish({ member: member(PEOPLE.bo), role: { id: `0dd00000-0000-4000-8000-00000000000${salt}`, name: 'x' } }), {
          name: nameOf(wish(), salt),
        }),
      );
    expect(await one(grant(wish()))).toMatchObject({
      status: 'failed',
      failure: { kind: 'conflict', message: expect.stringContaining('every name') },
    });
    expect(sent('PUT')).toEqual([]);
  });

  it('cannot be read while Azure is down, and then nothing is written', async () => {
    const { one, fault, sent } = await stage();
    fault({ kind: 'answer', status: 500 }, { method: 'GET', path: ASSIGNMENT, times: 99 });
    expect(await one(grant(wish()))).toMatchObject({ status: 'failed', failure: { kind: 'transient' } });
    fault(
      { kind: 'answer', status: 404, body: '{"error":{"code":"SubscriptionNotFound","message":"no"}}' },
      { method: 'GET', path: ASSIGNMENT },
    );
    expect(sent('PUT')).toEqual([]);
  });
});

describe('a twin', () => {
  it.each([
    ['with its id in the answer', true, 0],
    ['without', false, 0],
    ['that lists do not show yet', true, 60_000],
  ])('made by hand is left alone: %s', async (_, namesTheExisting, byPrincipal) => {
    const { one, state, sent } = await stage();
    state.manner.namesTheExisting = namesTheExisting;
    const twin = byHand(wish());
    state.roleAssignments.push(twin);
    if (byPrincipal > 0) {
      state.manner.lag.byPrincipal = byPrincipal;
      hide(state, twin.name);
    }
    const outcome = await one(grant(wish()));
    expect(outcome).toMatchObject({
      status: 'failed',
      failure: {
        kind: 'conflict',
        message: expect.stringContaining('held, unmanaged twin'),
        hint: 'Take that assignment away by hand, or write `adopt: true` or `replace: true` on the access entry; the next run then makes ours.',
      },
    });
    expect(outcome?.failure?.message).toContain(twin.name);
    expect(state.roleAssignments).toContainEqual(twin);
    expect(sent('PUT').length).toBe(1);
  });

  it.each([true, false])('that nobody can find is left alone too (%s)', async (namesTheExisting) => {
    const { one, state } = await stage();
    const twin = byHand(wish());
    state.roleAssignments.push(twin);
    state.manner.namesTheExisting = namesTheExisting;
    Object.assign(state.manner.lag, { byPrincipal: 60_000, get: 60_000 });
    hide(state, twin.name);
    expect(await one(grant(wish()))).toMatchObject({
      status: 'failed',
      failure: { kind: 'conflict', hint: expect.stringContaining('by hand') },
    });
    expect(state.roleAssignments).toContainEqual(twin);
  });

  it('is not looked for under no name where Azure tells none', async () => {
    const { one, state, sim } = await stage();
    state.roleAssignments.push(byHand(wish()));
    Object.assign(state.manner, { namesTheExisting: false });
    state.manner.lag.byPrincipal = 60_000;
    hide(state, state.roleAssignments.at(-1)?.name ?? '');
    await one(grant(wish()));
    const asked = sim.calls.filter(({ method, url }) => method === 'GET' && url.includes('/roleAssignments/'));
    expect(asked.filter(({ url }) => !ASSIGNMENT.test(url)).map(({ url }) => url)).toEqual([]);
  });

  it('that Azure names is left alone where it is for somebody else, though ours', async () => {
    const { one, standing, fault, ours } = await stage();
    const bo = await standing(wish({ member: member(PEOPLE.bo) }, 'bo-debug'));
    const before = ours();
    const message = `The role assignment already exists. The ID of the existing role assignment is ${bo.handle.slice(-36).replaceAll('-', '')}.`;
    fault(
      { kind: 'answer', status: 409, body: JSON.stringify({ error: { code: 'RoleAssignmentExists', message } }) },
      { method: 'PUT', path: ASSIGNMENT },
    );
    expect(await one(grant(wish({}, 'bo-debug')))).toMatchObject({
      status: 'failed',
      failure: { kind: 'conflict', message: expect.stringContaining('RoleAssignmentExists') as string },
    });
    expect(ours()).toEqual(before);
  });

  it('is not looked for where that is forbidden', async () => {
    const { one, state, fault } = await stage();
    state.roleAssignments.push(byHand(wish()));
    fault({ kind: 'answer', status: 403 }, { method: 'GET', path: /principalId/ });
    expect(await one(grant(wish()))).toMatchObject({ status: 'failed', failure: { kind: 'forbidden' } });
  });

  it('of another stamp is left alone', async () => {
    const { one, state } = await stage();
    const theirs = byHand(wish(), { description: spell({ stamp: 'other-team', ...wish() }) });
    state.roleAssignments.push(theirs);
    expect(await one(grant(wish()))).toMatchObject({
      status: 'failed',
      failure: { kind: 'conflict', message: expect.stringContaining('held by the stamp other-team') },
    });
    expect(state.roleAssignments).toContainEqual(theirs);
  });

  it("with our name and no mark is nobody's, and left alone", async () => {
    const { one, state, sent } = await stage();
    state.roleAssignments.push(byHand(wish(), { name: FIRST, description: 'mine now' }));
    expect(await one(grant(wish()))).toMatchObject({ status: 'failed', failure: { kind: 'conflict' } });
    expect(sent('PUT')).toEqual([]);
  });

  it('that is ours under another name is changed in place', async () => {
    const { one, state, ours } = await stage();
    const earlier = wish({}, 'ada-debug', later(NOW, HOUR));
    state.roleAssignments.push(ourOwn(earlier, { name: nameOf(wish(), 1) }));
    expect((await one(grant(wish())))?.status).toBe('applied');
    expect(ours()).toMatchObject([{ name: nameOf(wish(), 1), description: expect.stringContaining('until=2026-11-23T13:00:00Z') }]);
  });

  it('that we took away and made again is no leftover, and needs no further write', async () => {
    const { one, standing, sent } = await stage();
    await one(revoke(await standing()));
    expect((await one(grant(wish())))?.status).toBe('applied');
    const writes = sent('PUT').length;
    expect(await one(grant(wish()))).toMatchObject({ status: 'already-so' });
    expect(sent('PUT').length).toBe(writes);
  });

  it('that is ours and as wanted needs no write', async () => {
    const { one, state, sent } = await stage();
    state.roleAssignments.push(ourOwn(wish()));
    expect(await one(grant(wish()))).toMatchObject({ status: 'already-so', evidence: `roleAssignments/${FIRST}` });
    expect(sent('PUT')).toEqual([]);
  });
});

describe('a mark of ours for another grant, where ours would be written', () => {
  const other = wish({}, 'ada-earlier', later(NOW, HOUR));

  it('is a refusal when no plan knows it', async () => {
    const { one, state, sent } = await stage();
    state.roleAssignments.push(ourOwn(other));
    expect(await one(grant(wish()))).toMatchObject({
      status: 'failed',
      failure: {
        kind: 'unsafe',
        message: expect.stringMatching(/carries our mark for ada-earlier, which is still to be taken away, or which nobody knows$/),
        hint: 'A run with its revocations takes away what is over. If nobody knows that grant, find out who wrote the mark and take it away by hand.',
      },
    });
    expect(sent('PUT')).toEqual([]);
  });

  it('is changed when a plan made anew says so', async () => {
    const { one, state, ours } = await stage();
    state.roleAssignments.push(ourOwn(other));
    const change = grant(wish());
    const again: Again = (live) => [
      {
        ...alter(
          'extend',
          live.find(({ mark }) => mark?.grant === 'ada-earlier'),
          wish(),
        ),
        digest: change.digest,
      },
    ];
    expect((await one(change, again))?.status).toBe('applied');
    expect(ours()).toMatchObject([{ name: FIRST, description: expect.stringContaining('grant=ada-debug') }]);
  });

  it('is left when a plan made anew wants nothing', async () => {
    const { one, state } = await stage();
    state.roleAssignments.push(ourOwn(other));
    expect(await one(grant(wish()), () => [])).toMatchObject({ status: 'already-so' });
  });

  it('is shown to the plan even where the list does not show it yet', async () => {
    const { one, state } = await stage();
    const earlier = ourOwn(other);
    state.roleAssignments.push(earlier);
    state.manner.lag.list = 60_000;
    hide(state, earlier.name);
    const seen: (string | undefined)[] = [];
    await one(grant(wish()), (live) => {
      seen.push(...live.map(({ mark }) => mark?.grant));
      return [];
    });
    expect(seen).toContain('ada-earlier');
  });
});

describe('a principal that Azure does not know', () => {
  const oncall = member('3d4e0000-0000-4000-8000-0000000000aa', 'group');

  it('is waited for while it is young, and the others are not kept waiting', async () => {
    const { apply, state, waits } = await stage();
    state.groups.push({ id: oncall.id, displayName: 'new', createdAt: NOW, members: [] });
    const { outcomes } = await apply([grant(wish({ member: oncall }, 'new-group')), grant(wish())]);
    expect(outcomes.map(({ status, change, at }) => [change.grant, status, at - NOW])).toEqual([
      ['new-group', 'applied', 62_000],
      ['ada-debug', 'applied', 0],
    ]);
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000]);
  });

  it('fails after six minutes', async () => {
    const { one, waits } = await stage();
    const outcome = await one(grant(wish({ member: oncall })));
    expect(outcome).toMatchObject({
      status: 'failed',
      failure: { kind: 'not-found', message: expect.stringContaining('PrincipalNotFound'), hint: expect.stringContaining('object id') },
    });
    expect(waits.reduce((sum, one) => sum + one, 0)).toBe(362_000);
  });
});

describe('a grant whose end has passed while others were written', () => {
  it('is not made any more, since no end of its own would take it away', async () => {
    const { one, state, ours } = await stage();
    const oncall = member('3d4e0000-0000-4000-8000-0000000000aa', 'group');
    state.groups.push({ id: oncall.id, displayName: 'new', createdAt: NOW, members: [] });
    const outcome = await one(grant(wish({ member: oncall }, 'new-group', later(NOW, 60_000))));
    expect(outcome).toMatchObject({
      status: 'failed',
      failure: { kind: 'transient', message: expect.stringContaining('its end has passed') },
    });
    expect(ours()).toEqual([]);
  });

  it('is not extended either', async () => {
    const { standing, one, waits, access } = await stage();
    const live = await standing();
    const outcome = await one(alter('extend', live, wish({}, 'ada-debug', access.clock())));
    expect([outcome?.status, waits]).toEqual(['failed', []]);
  });
});

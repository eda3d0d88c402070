import { describe, expect, it } from 'vitest';
import type { Change, DesiredBinding } from '../../../src/domain/change.ts';
import { describe as spell } from '../../../src/providers/azure/mark.ts';
import type { RoleAssignment } from '../../../src/sim/azure/state.ts';
import { grant } from '../conformance.ts';
import { ASSIGNMENT, nameOf, refuse, stage } from './stage.ts';
import { NOW, wish } from './samples.ts';
import { byHand, readable } from './world.ts';

const SPELT = spell({ stamp: 'acme-access', ...wish() });

type Granting = Extract<Change, { verb: 'grant' }>;

/** What was made by hand stands, and a grant is to take it over. */
async function held(takeover: 'adopt' | 'replace', terms: Partial<DesiredBinding> = {}, made: Partial<RoleAssignment> = {}) {
  const stood = await stage();
  const desired = wish({}, 'ada-debug', undefined, { takeover, ...terms });
  stood.state.roleAssignments.push(byHand(desired, made));
  const over = (await readable(stood.reader)).live.find(({ binding }) => binding.member.id === desired.binding.member.id);
  if (over === undefined) throw new Error('nothing stands');
  const change = { ...grant(desired), over } as Granting;
  const mine = () => stood.state.roleAssignments.filter(({ principalId }) => principalId === desired.binding.member.id);
  return { ...stood, desired, change, mine };
}

describe('what was made by hand', () => {
  it('is adopted under its own name: marked as ours, and no other', async () => {
    const { one, change, mine, sent, standing, desired } = await held('adopt');
    const [before] = mine();
    expect((await one(change))?.status).toBe('applied');
    expect(mine()).toEqual([{ ...before, description: SPELT, updatedOn: NOW, updatedBy: expect.any(String) }]);
    expect((await one(change))?.status).toBe('already-so');
    expect(sent('PUT')).toHaveLength(1);
    expect(sent('DELETE')).toEqual([]);
    expect((await standing(desired)).mark).toMatchObject({ grant: 'ada-debug' });
  });

  it('is not shown any more beside what took its place, to what follows in the same run', async () => {
    const { apply, change, desired } = await held('replace');
    const { reading } = await apply([change]);
    const shown = reading.live.filter(({ binding }) => binding.member.id === desired.binding.member.id);
    expect(shown.map(({ mark, conditional, end }) => [mark?.grant, conditional, end])).toEqual([['ada-debug', false, undefined]]);
    expect(shown[0]?.handle).toContain(nameOf(desired));
  });

  it('is replaced by ours: taken away first, and both are evidence', async () => {
    const { one, change, mine, desired } = await held('replace');
    const [before] = mine();
    const outcome = await one(change);
    expect(outcome).toMatchObject({ status: 'applied', evidence: expect.stringContaining(`${before?.name} made by hand deleted; `) });
    expect(mine()).toMatchObject([{ name: nameOf(desired), description: SPELT }]);
  });

  it('is replaced by what PIM ends, and never adopted by it', async () => {
    const replacing = await held('replace', { enforce: 'pim' });
    expect((await replacing.one(replacing.change))?.status).toBe('applied');
    expect(replacing.mine()).toEqual([]);
    const adopting = await held('adopt', { enforce: 'pim' });
    const reading = await readable(adopting.reader);
    const equipped = await adopting.reader.equip?.(reading, [{ member: adopting.desired.binding.member.id, enforce: 'pim' }]);
    if (equipped?.ok !== true) expect.fail('it must read');
    expect(adopting.reader.foresee?.(equipped, [adopting.change])).toMatchObject([
      { kind: 'refused', failure: { message: expect.stringContaining('what is adopted stays a role assignment') } },
    ]);
    const auto = await held('adopt', { enforce: 'auto' });
    expect(auto.reader.endsBy?.(equipped, auto.change)).toBe('run');
    expect(auto.reader.foresee?.(equipped, [auto.change])).toMatchObject([{ kind: 'note' }]);
  });

  it.each([
    ['a mark of somebody', { description: 'grantkeeper/1 stamp=other-team grant=g' }],
    ['a condition', { condition: "@Resource[x] StringEquals 'y'", conditionVersion: '2.0' }],
  ])('that got %s since the plan is left alone', async (_what, changed) => {
    for (const takeover of ['adopt', 'replace'] as const) {
      const { one, change, state, mine, sent } = await held(takeover);
      state.roleAssignments = state.roleAssignments.map((each) => (mine().includes(each) ? { ...each, ...changed } : each));
      expect(await one(change)).toMatchObject({ status: 'failed', failure: { kind: 'conflict' } });
      expect([...sent('PUT'), ...sent('DELETE')]).toEqual([]);
    }
  });

  it('that went meanwhile is no matter', async () => {
    const { one, change, state, mine, desired } = await held('adopt');
    state.roleAssignments = state.roleAssignments.filter((each) => !mine().includes(each));
    expect((await one(change))?.status).toBe('applied');
    expect(mine()).toMatchObject([{ name: nameOf(desired) }]);
  });

  it('stays where it may not be deleted, read, or where nothing more may be made', async () => {
    const { one, change, state, mine, fault, apply, desired } = await held('replace');
    refuse(state, 'delete');
    expect(await one(change)).toMatchObject({ status: 'failed', failure: { kind: 'forbidden' } });
    const twice = await apply([change, { ...change, desired: { ...desired, grant: 'again' } }]);
    expect(twice.outcomes.map(({ failure }) => failure?.message)).toEqual([
      expect.stringContaining('403'),
      expect.stringContaining('not tried'),
    ]);
    fault({ kind: 'answer', status: 403 }, { method: 'GET', path: ASSIGNMENT, times: 1 });
    expect(await one(change)).toMatchObject({ status: 'failed' });
    expect(mine()).toHaveLength(1);
  });

  it('says that it is gone where ours could not be made after it, and is not waited for where Azure still knows it', async () => {
    const { one, change, state, mine } = await held('replace');
    state.manner.limits.perSubscription = 0;
    expect(await one(change)).toMatchObject({
      status: 'failed',
      failure: {
        message: expect.stringMatching(/RoleAssignmentLimitExceeded.*made by hand, was taken away for it, and the next run gives ours$/),
      },
    });
    expect(mine()).toEqual([]);
    const slow = await held('replace');
    slow.fault(
      { kind: 'answer', status: 409, body: JSON.stringify({ error: { code: 'RoleAssignmentExists', message: 'it exists' } }) },
      { method: 'PUT', path: ASSIGNMENT, times: 1 },
    );
    slow.state.manner.lag.byPrincipal = 60_000;
    expect((await slow.one(slow.change))?.status).toBe('applied');
    expect(slow.waits).toContain(2000);
  });
});

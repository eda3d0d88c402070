import { describe, expect, it } from 'vitest';
import { bindingOf, type Change } from '../../../src/domain/change.ts';
import type { Foreseen } from '../../../src/domain/plan.ts';
import type { Access, Readable } from '../../../src/providers/provider.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import { roleNamed } from '../../../src/sim/azure/by-hand.ts';
import { SCOPES, TOKENS } from '../../../src/sim/azure/example.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import type { AzureState, DenyAssignment } from '../../../src/sim/azure/state.ts';
import { alter, grant, revoke } from '../conformance.ts';
import { ourOwn } from './stage.ts';
import { member, scope, wish } from './samples.ts';
import { azureWorld, byHand, readable } from './world.ts';

const SELF = '7a8b0000-0000-4000-8000-000000000001';
const EVERYONE = '00000000-0000-0000-0000-000000000000';

async function site(more: Partial<Access> = { identity: { kind: 'token', token: TOKENS.grantkeeper, self: SELF } }) {
  const world = azureWorld(more);
  const reader = await azureReader(world.access);
  const equipped = async (path: string = SCOPES.paymentsGroup, wanted: readonly string[] = [PEOPLE.ada]): Promise<Readable> => {
    const reading = await readable(reader, scope(path));
    const answer = await reader.equip?.(
      reading,
      wanted.map((one) => ({ member: one })),
    );
    if (answer?.ok !== true) throw new Error('it must read');
    return answer;
  };
  const foresee = async (changes: readonly Change[], path?: string) => {
    const wanted = [PEOPLE.ada, ...changes.map((change) => bindingOf(change).member.id)];
    return said(reader.foresee?.(await equipped(path, wanted), changes) ?? []);
  };
  /** What stands of ours. */
  const live = async (path?: string) => (await readable(reader, scope(path))).live.filter(({ mark }) => mark?.stamp === 'acme-access');
  return { ...world, reader, equipped, foresee, live };
}

function said(all: readonly Foreseen[]): readonly string[] {
  return all.map((one) => `${one.kind}: ${one.kind === 'refused' ? one.failure.message : one.text}`);
}

const lock = (level: 'CanNotDelete' | 'ReadOnly', at: string = SCOPES.payments) => ({ name: 'keep', scope: at, level });

function deny(state: AzureState, more: Partial<DenyAssignment> = {}): void {
  const permissions = [{ actions: ['Microsoft.Authorization/*/write', '*/delete'], notActions: [], dataActions: [], notDataActions: [] }];
  state.denyAssignments.push({
    name: '0de40000-0000-4000-8000-000000000001',
    scope: SCOPES.payments,
    denyAssignmentName: 'Quarantine',
    description: '',
    permissions,
    doNotApplyToChildScopes: false,
    principals: [{ id: EVERYONE, type: 'SystemDefined' }],
    excludePrincipals: [{ id: PEOPLE.kim, type: 'User' }],
    isSystemProtected: false,
    ...more,
  });
}

describe('a lock', () => {
  it.each([
    ['ReadOnly', ['refused']],
    ['CanNotDelete', ['alarm']],
  ] as const)('%s over a grant is seen in the plan: %j', async (level, kinds) => {
    const { state, foresee } = await site();
    state.locks.push(lock(level), lock('ReadOnly', SCOPES.search));
    const told = await foresee([grant(wish())]);
    expect(told.map((one) => one.split(':')[0])).toEqual(kinds);
    expect(told[0]).toContain(`the lock keep (${level}) at ${SCOPES.payments} is in the way`);
  });

  it('over what stands is an alarm while there is time, and over what is due too', async () => {
    const { state, foresee, live, reader, equipped } = await site();
    state.roleAssignments.push(ourOwn(wish()));
    const standing = await live();
    expect(reader.alarms?.(await equipped(), standing)).toEqual([]);
    state.locks.push(lock('CanNotDelete'));
    const later = await site();
    later.state.roleAssignments.push(ourOwn(wish()));
    later.state.locks.push(lock('CanNotDelete'));
    expect(said(later.reader.alarms?.(await later.equipped(), standing) ?? [])).toEqual([
      expect.stringMatching(/^alarm: Azure may not let it be taken away at 2026-11-23T13:00:00Z: the lock keep/),
    ]);
    const [one] = standing;
    if (one === undefined) expect.fail('nothing stands');
    const bare = said(later.reader.alarms?.(await later.equipped(), [{ ...one, mark: { stamp: 's', grant: 'g' } }]) ?? []);
    expect(bare).toEqual([expect.stringContaining('taken away: the lock')]);
    expect(await later.foresee([revoke(one)])).toEqual([
      expect.stringMatching(/^alarm: Azure may not let it be taken away: the lock keep/),
    ]);
    expect(await later.foresee([alter('shorten', one, wish())])).toEqual([]);
    expect(await foresee([])).toEqual([]);
  });

  it('is read once for a subscription, page by page, and nowhere else', async () => {
    const { state, equipped, sent, foresee } = await site();
    state.locks = [1, 2, 3].map((at) => ({ ...lock('ReadOnly'), name: `l${at}` }));
    state.manner.pageSize = 1;
    await equipped();
    await equipped(SCOPES.ledger);
    expect(sent('GET').filter((url) => url.includes('/locks?'))).toHaveLength(3);
    expect((await foresee([grant(wish())]))[0]).toMatch(/^refused: /);
    await equipped(SCOPES.acme);
    expect(sent('GET').filter((url) => url.includes('/locks?'))).toHaveLength(3);
  });

  it('that nobody may read is not known, and stops nothing', async () => {
    const { fault, foresee, reader, equipped, live, state } = await site();
    state.roleAssignments.push(ourOwn(wish()));
    fault({ kind: 'answer', status: 403 }, { method: 'GET', path: /(locks|denyAssignments)\?/, times: 9 });
    expect(await foresee([grant(wish({ member: member(PEOPLE.bo) }))])).toEqual([]);
    expect(reader.alarms?.(await equipped(), await live())).toEqual([]);
  });
});

describe('the list of locks', () => {
  it.each([
    ['{"value":7}', 'a page of the list is not one'],
    ['{"value":[],"nextLink":"https://elsewhere.example.com/x"}', 'the list goes on at elsewhere.example.com, and no token is sent there'],
    ['{"value":[],"nextLink":7}', 'a page of the list is not one'],
    [
      `{"value":[],"nextLink":"https://management.azure.com${SCOPES.payments}/providers/Microsoft.Authorization/locks?api-version=2020-05-01"}`,
      'the pages of the list lead in a circle',
    ],
  ])('is none when it answers %s', async (body, why) => {
    const { fault, equipped } = await site();
    fault({ kind: 'answer', status: 200, body }, { method: 'GET', path: /locks\?/, times: 9 });
    expect((await equipped()).basis).toMatchObject({ obstacles: { locks: expect.stringContaining(why) } });
  });

  it('leaves out rows that are no locks', async () => {
    const { fault, equipped } = await site();
    fault({ kind: 'answer', status: 200, body: '{"value":[{"id":7},{"id":"/x","name":"y"}],"nextLink":""}' }, { path: /locks\?/ });
    expect((await equipped()).basis).toMatchObject({ obstacles: { locks: [] } });
  });
});

describe('the last Owner of a subscription', () => {
  it('is an alarm in the plan that takes it away', async () => {
    const { state, foresee, live } = await site();
    const owner = { id: roleNamed(state, 'Owner'), name: 'Owner' };
    state.roleAssignments = state.roleAssignments.filter(({ roleDefinition }) => roleDefinition !== owner.id);
    const desired = wish({ scope: scope(SCOPES.payments), role: owner });
    state.roleAssignments.push(ourOwn(desired));
    const [one] = await live(SCOPES.payments);
    if (one === undefined) expect.fail('nothing stands');
    expect(await foresee([revoke(one)], SCOPES.payments)).toEqual([expect.stringContaining('it is the last Owner of the subscription')]);
    state.roleAssignments.push(byHand({ ...desired, binding: { ...desired.binding, member: member(PEOPLE.kim) } }));
    expect(await foresee([revoke(one)], SCOPES.payments)).toEqual([]);
  });
});

describe('a deny assignment', () => {
  it('that keeps the tool from writing is seen in the plan, and over what stands an alarm', async () => {
    const { state, foresee, reader, equipped, live } = await site();
    state.roleAssignments.push(ourOwn(wish({ member: member(PEOPLE.kim) })));
    deny(state, {
      permissions: [{ actions: ['Microsoft.Authorization/roleAssignments/*'], notActions: [], dataActions: [], notDataActions: [] }],
    });
    expect((await foresee([grant(wish())]))[0]).toBe(
      `refused: could not give Reader at ${SCOPES.paymentsGroup} to ada (${PEOPLE.ada}): the deny assignment "Quarantine" at ${SCOPES.payments} keeps the tool from it`,
    );
    expect(said(reader.alarms?.(await equipped(), await live()) ?? [])).toEqual([expect.stringContaining('"Quarantine"')]);
  });

  it.each([
    ['leaves the tool out', { excludePrincipals: [{ id: SELF, type: 'ServicePrincipal' }] }],
    ['is about somebody else', { principals: [{ id: PEOPLE.zoe, type: 'User' }] }],
    ['ends above', { doNotApplyToChildScopes: true }],
    ['lies elsewhere', { scope: SCOPES.search }],
    [
      'leaves the right out',
      {
        permissions: [{ actions: ['*'], notActions: ['Microsoft.Authorization/roleAssignments/*'], dataActions: [], notDataActions: [] }],
        excludePrincipals: [{ id: PEOPLE.ada, type: 'User' }],
      },
    ],
  ] as const)("that %s is in nobody's way", async (_what, more) => {
    const { state, foresee } = await site();
    deny(state, { excludePrincipals: [{ id: PEOPLE.ada, type: 'User' }], ...more });
    expect((await foresee([grant(wish())])).filter((one) => one.startsWith('refused'))).toEqual([]);
  });

  it('says what somebody will not have whatever the role gives', async () => {
    const { state, foresee } = await site();
    deny(state, { principals: [{ id: PEOPLE.ada, type: 'User' }], excludePrincipals: [], doNotApplyToChildScopes: false });
    expect(await foresee([grant(wish())])).toEqual([
      `note: the deny assignment "Quarantine" at ${SCOPES.payments} keeps Microsoft.Authorization/*/write, */delete from ada, whatever the role gives`,
    ]);
  });

  it('may be in the way of a tool that does not know who it is', async () => {
    const { state, foresee, reader, equipped, live } = await site({});
    state.roleAssignments.push(ourOwn(wish({ member: member(PEOPLE.kim) })));
    deny(state, { excludePrincipals: [{ id: PEOPLE.ada, type: 'User' }] });
    expect(await foresee([grant(wish())])).toEqual([expect.stringContaining('see that it leaves out the tool')]);
    const [one] = await live();
    if (one === undefined) expect.fail('nothing stands');
    expect(await foresee([alter('extend', one, wish({ member: member(PEOPLE.kim) }))])).toEqual([
      expect.stringContaining('leaves out the tool'),
    ]);
    expect(said(reader.alarms?.(await equipped(), [one]) ?? [])).toEqual([expect.stringContaining('leaves out the tool')]);
  });
});

describe('a reading that was not equipped', () => {
  it('foresees nothing of the kind', async () => {
    const { reader, live, state } = await site();
    state.roleAssignments.push(ourOwn(wish()));
    state.locks.push(lock('ReadOnly'));
    const reading = await readable(reader);
    expect(reader.foresee?.(reading, [grant(wish())])).toEqual([]);
    expect(reader.alarms?.(reading, await live())).toEqual([]);
    expect(await reader.equip?.(await readable(reader, scope(SCOPES.platform)), [])).toMatchObject({ ok: true });
  });
});

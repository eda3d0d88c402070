import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/providers/azure/client.ts';
import { rolesOf } from '../../../src/providers/azure/roles.ts';
import { ONCALL_OPERATOR, SCOPES } from '../../../src/sim/azure/example.ts';
import { json, type Line, refusal, scripted } from './scripted.ts';
import { NOW, READER, scope } from './samples.ts';
import { azureWorld } from './world.ts';

async function inExample() {
  const world = azureWorld();
  return { ...world, roles: rolesOf(await connect(world.access)) };
}

async function over(...lines: Line[]) {
  const stage = scripted(lines);
  return { ...stage, roles: rolesOf(await connect(stage.access)) };
}

const definition = (name: string, properties: object) => json({ value: [{ name, properties }] });
const READS = [{ actions: ['*/read'] }];

describe('facts', () => {
  it('are found by name and by GUID', async () => {
    const { roles } = await inExample();
    const reader = { ok: true, role: READER, privileged: false, reasons: [], permissions: [{ name: '*/read' }], parts: [] };
    expect(await roles.facts(scope(), 'Reader')).toEqual(reader);
    expect(await roles.facts(scope(), READER.id.toUpperCase())).toEqual(reader);
  });

  it('are not told where a role gives no list of what it permits', async () => {
    const { roles } = await over(json({ value: [{ name: READER.id, properties: false }] }));
    expect(await roles.facts(scope(), 'Reader')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('a row of the list is no role'),
    });
  });

  it('call Owner privileged, by whatever name it is asked for', async () => {
    const { roles } = await inExample();
    for (const role of ['Owner', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'User Access Administrator', 'Contributor']) {
      expect(await roles.facts(scope(), role)).toMatchObject({ ok: true, privileged: true });
    }
    expect(await roles.facts(scope(), 'Owner')).toMatchObject({
      role: { name: 'Owner' },
      reasons: expect.arrayContaining(['Microsoft.Authorization/roleAssignments/write: gives roles to others']),
    });
  });

  it('are read once for a subscription or management group', async () => {
    const { roles, sim } = await inExample();
    await Promise.all([SCOPES.paymentsGroup, SCOPES.ledger, SCOPES.payments].map((path) => roles.facts(scope(path), 'Reader')));
    expect(sim.calls.length).toBe(1);
    await roles.facts(scope(SCOPES.acme), 'Reader');
    await roles.facts(scope('/'), 'Reader');
    expect(sim.calls.length).toBe(3);
  });

  it('are refused where a name is ambiguous, with the GUIDs to choose from', async () => {
    const { roles } = await inExample();
    const answer = await roles.facts(scope(), 'On-call Operator');
    expect(answer).toMatchObject({ ok: false, problem: expect.stringContaining('2 roles') });
    expect(!answer.ok && answer.hint).toContain(ONCALL_OPERATOR.acme);
    expect(!answer.ok && answer.hint).toContain(ONCALL_OPERATOR.payments);
    expect(await roles.facts(scope(), ONCALL_OPERATOR.payments)).toMatchObject({ ok: true, role: { name: 'On-call Operator' } });
  });

  it('are given for roles that can be assigned at the scope only', async () => {
    const { roles } = await inExample();
    expect(await roles.facts(scope(SCOPES.searchGroup), 'On-call Operator')).toMatchObject({
      ok: true,
      role: { id: ONCALL_OPERATOR.acme },
    });
    expect(await roles.facts(scope(SCOPES.searchGroup), ONCALL_OPERATOR.payments)).toMatchObject({ ok: false });
    expect(await roles.facts(scope(SCOPES.acme), ONCALL_OPERATOR.acme)).toMatchObject({ ok: true });
  });

  it('are none for a custom role with data actions at a management group, where Azure assigns no such role', async () => {
    const { roles, state } = await inExample();
    const named = (roleName: string, kind: 'CustomRole' | 'BuiltInRole', no: number) => ({
      id: `b10b0000-0000-4000-8000-00000000000${no}`,
      roleName,
      kind,
      description: '',
      assignableScopes: [kind === 'CustomRole' ? SCOPES.acme : '/'],
      permissions: [{ actions: [], notActions: [], dataActions: ['Microsoft.Storage/x/blobs/read'], notDataActions: [] }],
      createdOn: NOW,
    });
    state.roleDefinitions.push(named('Blobs', 'CustomRole', 1), named('Blobs of Azure', 'BuiltInRole', 2));
    expect(await roles.facts(scope(SCOPES.acme), 'Blobs')).toMatchObject({
      ok: false,
      problem: 'the custom role "Blobs" has data actions, and Azure assigns no such role at a management group',
      hint: expect.stringContaining('below'),
    });
    expect(await roles.facts(scope(), 'Blobs')).toMatchObject({ ok: true });
    expect(await roles.facts(scope(SCOPES.acme), 'Blobs of Azure')).toMatchObject({ ok: true });
    expect(await roles.facts(scope(SCOPES.acme), ONCALL_OPERATOR.acme)).toMatchObject({ ok: true });
  });

  it('want the spelling of Azure', async () => {
    const { roles } = await inExample();
    expect(await roles.facts(scope(), 'owner')).toMatchObject({ ok: false, hint: 'Write it as Azure does: Owner.' });
    expect(await roles.facts(scope(), 'Chief')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('"Chief"'),
      hint: expect.stringContaining('az role definition list'),
    });
  });

  it.each([
    ['no permissions', { roleName: 'Odd' }],
    ['an empty list', { roleName: 'Odd', permissions: [] }],
    ['a block that gives nothing', { roleName: 'Odd', permissions: [{ actions: [], notActions: ['*'] }] }],
  ])('are refused for a role with %s', async (_, properties) => {
    const { roles } = await over(definition(READER.id, properties));
    expect(await roles.facts(scope(), 'Odd')).toMatchObject({ ok: false, problem: expect.stringContaining('not known') });
  });

  it('do with what a definition has', async () => {
    const { roles } = await over(
      definition(READER.id.toUpperCase(), { permissions: [{ dataActions: ['a/read'] }], assignableScopes: ['/'] }),
    );
    expect(await roles.facts(scope(), READER.id)).toEqual({
      ok: true,
      role: { id: READER.id, name: READER.id },
      privileged: false,
      reasons: [],
      permissions: [{ name: 'a/read', data: true }],
      parts: [],
    });
    const bare = await over(json({ value: [{ id: `/x/${READER.id}`, properties: { permissions: READS } }, {}] }));
    expect(await bare.roles.facts(scope(), READER.id)).toMatchObject({ ok: true });
  });

  it.each([{ roleName: {} }, { assignableScopes: [{}] }, { permissions: [{ actions: [7] }] }, { permissions: [{ notDataActions: {} }] }])(
    'are a failure where a definition is not in form: %j',
    async (odd) => {
      const { roles } = await over(definition(READER.id, { roleName: 'Reader', permissions: READS, ...odd }));
      expect(await roles.facts(scope(), READER.id)).toMatchObject({ ok: false, failure: { kind: 'transient' } });
    },
  );

  it('are a failure while the list cannot be read, and asked for again', async () => {
    const { roles } = await over(refusal(403, 'AuthorizationFailed'), definition(READER.id, { roleName: 'Reader', permissions: READS }));
    expect(await roles.facts(scope(), 'Reader')).toMatchObject({
      ok: false,
      failure: { kind: 'forbidden' },
      hint: expect.stringContaining('Role Based'),
    });
    expect(await roles.facts(scope(), 'Reader')).toMatchObject({ ok: true });
    const gone = await over(refusal(404, 'Odd'));
    expect(await gone.roles.facts(scope(), 'Reader')).toEqual({
      ok: false,
      problem: expect.stringContaining('404 Odd'),
      failure: expect.objectContaining({ kind: 'not-found' }),
    });
  });
});

describe('names', () => {
  it('are looked up only where one is not known', async () => {
    const { roles, sim } = await inExample();
    expect((await roles.names(scope(), [])).size).toBe(0);
    expect(sim.calls.length).toBe(0);
    expect((await roles.names(scope(), [READER.id])).get(READER.id)).toBe('Reader');
    await roles.names(scope(SCOPES.searchGroup), [READER.id]);
    expect(sim.calls.length).toBe(1);
  });

  it('keep no reading waiting, though facts are waited for', async () => {
    const { roles, waits, requests } = await over(
      refusal(503, 'Busy'),
      refusal(503, 'Busy'),
      definition(READER.id, { roleName: 'Reader', permissions: READS }),
    );
    const [names, facts] = await Promise.all([roles.names(scope(), [READER.id]), roles.facts(scope(), 'Reader')]);
    expect([facts.ok, names.get(READER.id), waits, requests.length]).toEqual([true, 'Reader', [1000], 3]);
  });

  it('are absent for deleted roles, and where nothing could be read', async () => {
    const { roles } = await over(refusal(403, 'AuthorizationFailed'));
    expect((await roles.names(scope(), [READER.id])).has(READER.id)).toBe(false);
  });
});

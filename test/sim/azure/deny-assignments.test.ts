import { describe, expect, it } from 'vitest';

import { GROUPS, PEOPLE, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES, TOKENS } from '../../../src/sim/azure/example.ts';
import type { DenyAssignment } from '../../../src/sim/azure/state.ts';
import { listed, refusalOf, tenant } from './tenant.ts';

const PATH = '/providers/Microsoft.Authorization/denyAssignments';

const blocked = (name: string, scope: string, principal: string): DenyAssignment => ({
  name,
  scope,
  denyAssignmentName: `Deny ${name}`,
  description: 'a test',
  permissions: [{ actions: ['*/write'], notActions: [], dataActions: [], notDataActions: [] }],
  doNotApplyToChildScopes: false,
  principals: [{ id: principal, type: 'User' }],
  excludePrincipals: [],
  isSystemProtected: true,
});

const world = (): ReturnType<typeof tenant> =>
  tenant((state) =>
    state.denyAssignments.push(
      blocked('a', SCOPES.payments, PEOPLE.ada),
      blocked('b', SCOPES.ledger, GROUPS.paymentsOncall),
      blocked('c', SCOPES.search, PEOPLE.ada),
    ),
  );

describe('deny assignments', () => {
  it('are listed at, above and below a scope', async () => {
    const { arm } = world();
    const found = listed(await arm('GET', SCOPES.paymentsGroup + PATH));
    expect(found.map((one) => one.name)).toEqual(['a', 'b']);
    expect(found[0]).toMatchObject({
      id: `${SCOPES.payments}${PATH}/a`,
      type: 'Microsoft.Authorization/denyAssignments',
      properties: { denyAssignmentName: 'Deny a', scope: SCOPES.payments, principals: [{ id: PEOPLE.ada, type: 'User' }] },
    });
  });

  it.each([
    ['atScope()', ['a']],
    ["denyAssignmentName eq 'Deny b'", ['b']],
    [`principalId eq '${PEOPLE.ada.toUpperCase()}'`, ['a']],
    [`assignedTo('${PEOPLE.ada}')`, ['a', 'b']],
  ])('can be narrowed with %s', async (filter, names) => {
    const found = listed(await world().arm('GET', `${SCOPES.paymentsGroup}${PATH}?$filter=${filter}`));
    expect(found.map((one) => one.name)).toEqual(names);
  });

  it.each(["atScope() and principalId eq 'a'", "description eq 'a'", 'asTarget()', 'assignedTo()', 'x'])('refuse %s', async (filter) => {
    expect(refusalOf(await world().arm('GET', `${SCOPES.payments}${PATH}?$filter=${filter}`))).toBe('400 UnsupportedQuery');
  });

  it('are read one by one, and only read', async () => {
    const { arm } = world();
    expect((await arm('GET', `${SCOPES.payments}${PATH}/A`)).body).toMatchObject({ name: 'a' });
    expect(refusalOf(await arm('GET', `${SCOPES.search}${PATH}/a`))).toBe('404 DenyAssignmentNotFound');
    expect(refusalOf(await arm('PUT', `${SCOPES.payments}${PATH}/a`, {}))).toBe('405 HttpMethodNotSupported');
  });
});

describe('a deny assignment of one’s own', () => {
  const NAME = '64b75d79-7a26-4341-944e-4f1a19f0e6ca';
  const at = (name = NAME) => `${SCOPES.payments}${PATH}/${name}?api-version=2026-09-01`;
  const body = (more: object = {}) => ({
    properties: {
      denyAssignmentName: 'a test',
      permissions: [{ actions: ['*/write'] }],
      principals: [{ id: PEOPLE.ada, type: 'User' }],
      ...more,
    },
  });

  it('is made, changed and taken away since 2026-09-01', async () => {
    const { arm, state } = tenant();
    expect((await arm('PUT', `${SCOPES.payments}${PATH}/${NAME}`, body())).status).toBe(405);
    expect(await arm('PUT', at(), body())).toMatchObject({ status: 201, body: { name: NAME, properties: { isSystemProtected: false } } });
    expect((await arm('PUT', at(), body({ description: 'again' }))).status).toBe(200);
    expect(state.denyAssignments).toMatchObject([{ description: 'again' }]);
    expect((await arm('DELETE', at())).status).toBe(200);
    expect((await arm('DELETE', at())).status).toBe(204);
    expect((await arm('POST', at())).status).toBe(405);
  });

  it('keeps who made it and when through a change, and says so to the newer API alone', async () => {
    const { arm, clock, state } = tenant();
    await arm('PUT', at(), body());
    clock.advance(60_000);
    const changed = await arm('PUT', at(), body({ denyAssignmentEffect: 'audit' }), TOKENS.grantkeeper);
    expect(changed.body).toMatchObject({
      properties: {
        denyAssignmentEffect: 'audit',
        createdBy: SERVICES.grantkeeper,
        createdOn: '2026-11-23T09:00:00.0000000Z',
        updatedOn: '2026-11-23T09:01:00.0000000Z',
      },
      systemData: { createdAt: '2026-11-23T09:00:00.0000000Z', lastModifiedBy: SERVICES.grantkeeper },
    });
    expect((await arm('GET', `${SCOPES.payments}${PATH}/${NAME}`)).body).not.toHaveProperty('properties.createdBy');
    expect(state.denyAssignments).toHaveLength(1);
  });

  it.each([
    ['a group', { principals: [{ id: GROUPS.paymentsOncall, type: 'Group' }] }],
    ['two principals', { principals: [{ id: PEOPLE.ada }, { id: PEOPLE.bo }] }],
    ['everybody and nobody left out', { principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }] }],
    ['reads', { permissions: [{ actions: ['*/read'] }] }],
    ['data', { permissions: [{ actions: ['*/write'], dataActions: ['*/write'] }] }],
    ['nothing', { permissions: [{}] }],
    ['no principal', { principals: 'x' }],
    ['an effect that is none', { denyAssignmentEffect: 'maybe' }],
  ])('is refused for %s', async (_, more) => {
    expect(refusalOf(await tenant().arm('PUT', at(), body(more)))).toBe('400 BadRequestFormat');
  });

  it('has a GUID for a name, and is no match for one of the system', async () => {
    const { arm, state } = tenant();
    expect(refusalOf(await arm('PUT', at('x'), body()))).toBe('400 InvalidRoleAssignmentId');
    state.denyAssignments.push(blocked(NAME, SCOPES.payments, PEOPLE.ada));
    for (const method of ['PUT', 'DELETE']) expect(refusalOf(await arm(method, at(), body()))).toBe('400 BadRequestFormat');
  });
});

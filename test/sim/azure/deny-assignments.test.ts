import { describe, expect, it } from 'vitest';

import { GROUPS, PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
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

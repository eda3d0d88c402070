import { describe, expect, it } from 'vitest';

import { ONCALL_OPERATOR, SCOPES } from '../../../src/sim/azure/example.ts';
import { listed, messageOf, refusalOf, ROLES, tenant, type Tenant } from './tenant.ts';

const DEFINITIONS = '/providers/Microsoft.Authorization/roleDefinitions';

const namesAt = async (world: Tenant, scope: string, filter: string): Promise<readonly string[]> =>
  listed(await world.arm('GET', `${scope}${DEFINITIONS}?$filter=${encodeURIComponent(filter)}`)).map((one) => one.name);

describe('a list of role definitions', () => {
  it('finds a role by its name, in any case, in the recorded form', async () => {
    const { arm } = tenant();
    const found = listed(await arm('GET', `${SCOPES.paymentsGroup}${DEFINITIONS}?$filter=roleName%20eq%20'reader'`));
    expect(found).toEqual([
      {
        properties: {
          roleName: 'Reader',
          type: 'BuiltInRole',
          description: 'Read everything; change nothing.',
          assignableScopes: ['/'],
          permissions: [{ actions: ['*/read'], notActions: [], dataActions: [], notDataActions: [] }],
          createdOn: '2015-02-02T00:00:00.0000000Z',
          updatedOn: '2015-02-02T00:00:00.0000000Z',
          createdBy: null,
          updatedBy: null,
        },
        id: `${SCOPES.payments}${DEFINITIONS}/${ROLES.reader}`,
        type: 'Microsoft.Authorization/roleDefinitions',
        name: ROLES.reader,
      },
    ]);
  });

  it('may find two roles of one name, but only those that can be assigned there', async () => {
    const world = tenant();
    const filter = "roleName eq 'On-call Operator'";
    expect(await namesAt(world, SCOPES.paymentsGroup, filter)).toEqual([ONCALL_OPERATOR.acme, ONCALL_OPERATOR.payments]);
    expect(await namesAt(world, SCOPES.search, filter)).toEqual([ONCALL_OPERATOR.acme]);
    expect(await namesAt(world, SCOPES.acme, filter)).toEqual([ONCALL_OPERATOR.acme]);
    expect(await namesAt(world, '', filter)).toEqual([]);
  });

  it('goes further down with atScopeAndBelow()', async () => {
    const filter = "atScopeAndBelow() and roleName eq 'On-call Operator'";
    expect(await namesAt(tenant(), SCOPES.acme, filter)).toEqual([ONCALL_OPERATOR.acme, ONCALL_OPERATOR.payments]);
  });

  it('can be narrowed by type', async () => {
    const world = tenant();
    expect(await namesAt(world, SCOPES.payments, "type eq 'CustomRole'")).toEqual([ONCALL_OPERATOR.acme, ONCALL_OPERATOR.payments]);
    expect(await namesAt(world, SCOPES.payments, "type eq 'BuiltInRole'")).toHaveLength(42);
  });

  it('reads a quote that is written twice', async () => {
    const world = tenant((state) => {
      const [role] = state.roleDefinitions;
      if (role !== undefined) state.roleDefinitions.push({ ...role, id: '0c0c0000-0000-4000-8000-0000000000aa', roleName: "Ada's Role" });
    });
    expect(await namesAt(world, SCOPES.payments, "roleName eq 'Ada''s Role'")).toEqual(['0c0c0000-0000-4000-8000-0000000000aa']);
  });

  it.each(["roleName eq 'x' or roleName eq 'y'", "description eq 'x'", "atScope('x')"])('refuses %s', async (filter) => {
    const reply = await tenant().arm('GET', `${SCOPES.payments}${DEFINITIONS}?$filter=${encodeURIComponent(filter)}`);
    expect(refusalOf(reply)).toBe('400 UnsupportedQuery');
  });
});

describe('a GET of a role definition', () => {
  it('takes the scoped form and the tenant form', async () => {
    const { arm } = tenant();
    expect((await arm('GET', `${SCOPES.searchGroup}${DEFINITIONS}/${ROLES.reader.toUpperCase()}`)).body).toMatchObject({
      id: `${SCOPES.search}${DEFINITIONS}/${ROLES.reader}`,
    });
    expect((await arm('GET', `${DEFINITIONS}/${ONCALL_OPERATOR.payments}`)).body).toMatchObject({
      id: `${DEFINITIONS}/${ONCALL_OPERATOR.payments}`,
      properties: { type: 'CustomRole', assignableScopes: [SCOPES.payments] },
    });
  });

  it('does not find a custom role outside its scopes, nor one that is not there', async () => {
    const { arm } = tenant();
    expect(refusalOf(await arm('GET', `${SCOPES.search}${DEFINITIONS}/${ONCALL_OPERATOR.payments}`))).toBe(
      '404 RoleDefinitionDoesNotExist',
    );
    const none = await arm('GET', `${DEFINITIONS}/0c0c0000-0000-4000-8000-0000000000ff`);
    expect(messageOf(none)).toBe("The specified role definition with ID '0c0c00000000400080000000000000ff' does not exist.");
  });

  it('shows a condition of a permission from 2022-05-01-preview on', async () => {
    const { arm } = tenant();
    const role = `${DEFINITIONS}/8b54135c-b56d-4d72-a534-26097cfdc8d8`;
    const [older, newer] = [await arm('GET', role), await arm('GET', `${role}?api-version=2022-05-01-preview`)];
    expect(older.body).not.toHaveProperty('properties.permissions.0.condition');
    expect(newer.body).toMatchObject({
      properties: { permissions: [{ conditionVersion: '2.0', condition: expect.stringContaining('GuidEquals') }] },
    });
  });

  it('is all that can be done with one', async () => {
    const { arm } = tenant();
    expect(refusalOf(await arm('DELETE', `${SCOPES.payments}${DEFINITIONS}/${ROLES.reader}`))).toBe('405 HttpMethodNotSupported');
    expect(refusalOf(await arm('GET', `/subscriptions/none${DEFINITIONS}`))).toBe('404 SubscriptionNotFound');
  });
});

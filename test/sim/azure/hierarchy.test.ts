import { describe, expect, it } from 'vitest';

import { SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES, SUBSCRIPTIONS, TENANT } from '../../../src/sim/azure/example.ts';
import { managementGroupScope } from '../../../src/sim/azure/scope.ts';
import { listed, nextLinkIn, refusalOf, tenant } from './tenant.ts';

const GROUPS = '/providers/Microsoft.Management/managementGroups';
const ENTITIES = '/providers/Microsoft.Management/getEntities?api-version=2020-05-01';
const V = 'api-version=2020-05-01';

describe('the tenant', () => {
  it('is told to everybody who is signed in', async () => {
    const { arm, state } = tenant();
    state.callers = [];
    expect((await arm('GET', '/tenants?api-version=2022-12-01')).body).toMatchObject({
      value: [{ id: `/tenants/${TENANT}`, tenantId: TENANT }],
    });
    expect(refusalOf(await arm('GET', `/tenants/${TENANT}?api-version=2022-12-01`))).toBe('405 HttpMethodNotSupported');
  });
});

describe('subscriptions', () => {
  it('are listed with tenant and state', async () => {
    const { arm } = tenant();
    const reply = await arm('GET', '/subscriptions?api-version=2022-12-01');
    expect(reply.body).toMatchObject({ count: { type: 'Total', value: 3 } });
    expect((reply.body as { value: unknown[] }).value[0]).toEqual({
      id: SCOPES.payments,
      authorizationSource: 'RoleBased',
      managedByTenants: [],
      subscriptionId: SUBSCRIPTIONS.payments,
      tenantId: TENANT,
      displayName: 'Payments',
      state: 'Enabled',
      subscriptionPolicies: { locationPlacementId: 'Public_2014-09-01', quotaId: 'PayAsYouGo_2014-09-01', spendingLimit: 'Off' },
    });
  });

  it('come in pages', async () => {
    const { arm, state } = tenant();
    state.manner.pageSize = 2;
    expect(nextLinkIn(await arm('GET', '/subscriptions?api-version=2022-12-01'))).toMatch(
      /^https:\/\/management\.azure\.com\/subscriptions\?/,
    );
  });

  it('are left out of the list without a word where they may not be read', async () => {
    const { arm, state } = tenant();
    const own = state.callers.find((one) => one.principalId === SERVICES.grantkeeper);
    if (own !== undefined) {
      const refused = [{ action: 'Microsoft.Resources/*', scope: SCOPES.search }];
      state.callers = [{ ...own, refused }];
    }
    const names = listed(await arm('GET', '/subscriptions?api-version=2022-12-01')).map((one) => one.id);
    expect(names).toEqual([SCOPES.payments, SCOPES.platform]);
    expect(refusalOf(await arm('GET', `${SCOPES.search}?api-version=2022-12-01`))).toBe('403 AuthorizationFailed');
    const seen = listed(await arm('POST', ENTITIES, {})).map((one) => one.id);
    expect(seen).not.toContain(SCOPES.search);
  });

  it('are read one by one, and only read', async () => {
    const { arm } = tenant();
    expect((await arm('GET', `${SCOPES.search.toUpperCase()}?api-version=2022-12-01`)).body).toMatchObject({ displayName: 'Search' });
    expect(refusalOf(await arm('GET', '/subscriptions/none?api-version=2022-12-01'))).toBe('404 SubscriptionNotFound');
    expect(refusalOf(await arm('DELETE', `${SCOPES.search}?api-version=2022-12-01`))).toBe('405 HttpMethodNotSupported');
  });
});

describe('resource groups', () => {
  it('are read one by one', async () => {
    const { arm } = tenant();
    expect((await arm('GET', `${SCOPES.searchGroup.toUpperCase()}?api-version=2021-04-01`)).body).toEqual({
      id: SCOPES.searchGroup,
      name: 'search',
      type: 'Microsoft.Resources/resourceGroups',
      location: 'westeurope',
      properties: { provisioningState: 'Succeeded' },
    });
    expect(refusalOf(await arm('GET', `${SCOPES.search}/resourceGroups/none?api-version=2021-04-01`))).toBe('404 ResourceGroupNotFound');
    expect(refusalOf(await arm('PUT', `${SCOPES.search}/resourceGroups/none?api-version=2021-04-01`, {}))).toBe(
      '405 HttpMethodNotSupported',
    );
  });

  it('are listed for a subscription', async () => {
    const { arm } = tenant();
    const found = listed(await arm('GET', `${SCOPES.search}/resourceGroups?api-version=2021-04-01`)).map((one) => one.name);
    expect(found).toEqual(['search', 'search-test']);
  });
});

describe('management groups', () => {
  it('are listed', async () => {
    const { arm } = tenant();
    expect(listed(await arm('GET', `${GROUPS}?${V}`))).toEqual([
      {
        id: managementGroupScope(TENANT),
        type: 'Microsoft.Management/managementGroups',
        name: TENANT,
        properties: { tenantId: TENANT, displayName: 'Tenant Root Group' },
      },
      {
        id: SCOPES.acme,
        type: 'Microsoft.Management/managementGroups',
        name: 'acme',
        properties: { tenantId: TENANT, displayName: 'Acme' },
      },
    ]);
  });

  it('name their parent', async () => {
    const { arm } = tenant();
    const parent = { id: managementGroupScope(TENANT), name: TENANT, displayName: 'Tenant Root Group' };
    expect((await arm('GET', `${GROUPS}/ACME?${V}`)).body).toMatchObject({ name: 'acme', properties: { details: { parent } } });
    expect((await arm('GET', `${GROUPS}/${TENANT}?${V}`)).body).toMatchObject({ properties: { details: { parent: null } } });
  });

  it('show one level of children, or with $recurse the whole tree', async () => {
    const { arm } = tenant();
    const subscription = { id: SCOPES.payments, type: '/subscriptions', name: SUBSCRIPTIONS.payments, displayName: 'Payments' };
    const one = (await arm('GET', `${GROUPS}/${TENANT}?${V}&$expand=children`)).body;
    expect(one).toMatchObject({ properties: { children: [{ name: 'acme', type: 'Microsoft.Management/managementGroups' }] } });
    expect(one).not.toHaveProperty('properties.children.0.children');
    const all = (await arm('GET', `${GROUPS}/${TENANT}?${V}&$expand=children&$recurse=true`)).body;
    expect(all).toMatchObject({ properties: { children: [{ name: 'acme', children: [subscription, {}, {}] }] } });
    expect(refusalOf(await arm('GET', `${GROUPS}/acme?${V}&$recurse=true`))).toBe('400 BadRequest');
  });

  it('show the way from the root, and their ancestors', async () => {
    const { arm } = tenant();
    expect((await arm('GET', `${GROUPS}/acme?${V}&$expand=path`)).body).toMatchObject({
      properties: { details: { path: [{ name: TENANT }, { name: 'acme', displayName: 'Acme' }] } },
    });
    expect((await arm('GET', `${GROUPS}/acme?${V}&$expand=ancestors`)).body).toMatchObject({
      properties: { details: { managementGroupAncestors: [TENANT] } },
    });
  });

  it('list what descends from them', async () => {
    const { arm } = tenant();
    const found = listed(await arm('GET', `${GROUPS}/${TENANT}/descendants?${V}`));
    expect(found.map((one) => [one.id, one.properties['parent']])).toEqual([
      [SCOPES.acme, { id: managementGroupScope(TENANT) }],
      [SCOPES.payments, { id: SCOPES.acme }],
      [SCOPES.search, { id: SCOPES.acme }],
      [SCOPES.platform, { id: SCOPES.acme }],
    ]);
  });

  it('know a subscription that is directly under them', async () => {
    const { arm } = tenant();
    expect((await arm('GET', `${GROUPS}/acme/subscriptions/${SUBSCRIPTIONS.search}?${V}`)).body).toMatchObject({
      type: 'Microsoft.Management/managementGroups/subscriptions',
      properties: { displayName: 'Search', parent: { id: SCOPES.acme } },
    });
    const notDirectly = await arm('GET', `${GROUPS}/${TENANT}/subscriptions/${SUBSCRIPTIONS.search}?${V}`);
    expect(refusalOf(notDirectly)).toBe('404 NotFound');
  });

  it.each(['/acme/nothing', '/acme/subscriptions', '/acme/descendants/more'])('have no %s', async (path) => {
    expect(refusalOf(await tenant().arm('GET', `${GROUPS}${path}?${V}`))).toBe('405 HttpMethodNotSupported');
  });

  it('are only read', async () => {
    const { arm } = tenant();
    expect(refusalOf(await arm('DELETE', `${GROUPS}/acme?${V}`))).toBe('405 HttpMethodNotSupported');
    expect(refusalOf(await arm('GET', `${GROUPS}/none?${V}`))).toBe('404 NotFound');
  });
});

describe('getEntities', () => {
  it('gives each place the chain of names above it', async () => {
    const { arm } = tenant();
    const reply = await arm('POST', ENTITIES, {});
    expect(reply.body).toMatchObject({ count: 5 });
    const chains = listed(reply).map((one) => [one.id, one.properties['parentNameChain'], one.properties['parent']]);
    expect(chains).toEqual([
      [managementGroupScope(TENANT), [], { id: null }],
      [SCOPES.acme, [TENANT], { id: managementGroupScope(TENANT) }],
      [SCOPES.payments, [TENANT, 'acme'], { id: SCOPES.acme }],
      [SCOPES.search, [TENANT, 'acme'], { id: SCOPES.acme }],
      [SCOPES.platform, [TENANT, 'acme'], { id: SCOPES.acme }],
    ]);
    expect(listed(reply)[0]?.properties).toMatchObject({ numberOfDescendants: 4, numberOfChildren: 1, numberOfChildGroups: 1 });
  });

  it('can be narrowed, and is only posted to', async () => {
    const { arm } = tenant();
    expect(listed(await arm('POST', `${ENTITIES}&$view=GroupsOnly`, {}))).toHaveLength(2);
    expect(listed(await arm('POST', `${ENTITIES}&$view=SubscriptionsOnly`, {}))).toHaveLength(3);
    expect(refusalOf(await arm('GET', ENTITIES))).toBe('405 HttpMethodNotSupported');
  });
});

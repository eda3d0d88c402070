import { describe, expect, it } from 'vitest';

import { madeByHand } from '../../../src/sim/azure/by-hand.ts';
import { DELETED_PRINCIPAL } from '../../../src/sim/azure/example-assignments.ts';
import { GROUPS, PEOPLE, SERVICES } from '../../../src/sim/azure/example-directory.ts';
import { SCOPES, TENANT } from '../../../src/sim/azure/example.ts';
import { managementGroupScope } from '../../../src/sim/azure/scope.ts';
import {
  assignmentsAt,
  listed,
  nextLinkIn,
  principalsIn,
  properties,
  refusalOf,
  ROLES,
  START,
  tenant,
  wish,
  type Tenant,
} from './tenant.ts';

const NAME = '0a0a0000-0000-4000-8000-000000000001';
const AT = assignmentsAt(SCOPES.paymentsGroup, NAME);
const ABOVE_PAYMENTS = [PEOPLE.kim, SERVICES.grantkeeper];
const AT_PAYMENTS_GROUP = [SERVICES.deployer, DELETED_PRINCIPAL];

const listAt = async (world: Tenant, scope: string, filter?: string): Promise<readonly string[]> =>
  principalsIn(await world.arm('GET', assignmentsAt(scope) + (filter === undefined ? '' : `?$filter=${filter}`))).toSorted();

describe('a list of role assignments', () => {
  it('without a filter shows what is at, above and below a subscription', async () => {
    expect(await listAt(tenant(), SCOPES.payments)).toEqual([...ABOVE_PAYMENTS, ...AT_PAYMENTS_GROUP, PEOPLE.gil].toSorted());
  });

  it('with atScope() shows the scope and above, nothing below', async () => {
    expect(await listAt(tenant(), SCOPES.payments, 'atScope()')).toEqual([...ABOVE_PAYMENTS, PEOPLE.gil].toSorted());
    const both = [...ABOVE_PAYMENTS, ...AT_PAYMENTS_GROUP, PEOPLE.gil].toSorted();
    expect(await listAt(tenant(), SCOPES.paymentsGroup, 'atScope()')).toEqual(both);
  });

  it('shows rows of the tenant root and of management groups', async () => {
    const world = tenant();
    const triple = { role: ROLES.reader, principalId: PEOPLE.you, principalType: 'User' };
    world.state.roleAssignments.push(madeByHand({ ...triple, scope: '/' }, START));
    world.state.roleAssignments.push(madeByHand({ ...triple, scope: managementGroupScope(TENANT) }, START));
    const found = listed(await world.arm('GET', assignmentsAt(SCOPES.paymentsGroup))).map((one) => one.properties['scope']);
    expect(found).toEqual(expect.arrayContaining(['/', managementGroupScope(TENANT), SCOPES.acme]));
    const root = listed(await world.arm('GET', assignmentsAt('')));
    expect(root).toMatchObject([
      { id: expect.stringMatching(/^\/providers\/Microsoft.Authorization\/roleAssignments\//), properties: { scope: '/' } },
    ]);
  });

  it('at a management group does not go down into subscriptions', async () => {
    expect(await listAt(tenant(), SCOPES.acme)).toEqual([PEOPLE.kim, SERVICES.grantkeeper].toSorted());
  });

  it('at a resource shows what is above it', async () => {
    const both = [...ABOVE_PAYMENTS, ...AT_PAYMENTS_GROUP, PEOPLE.gil].toSorted();
    expect(await listAt(tenant(), SCOPES.ledger)).toEqual(both);
  });

  it('with principalId eq shows that one only, without groups', async () => {
    const world = tenant();
    expect(await listAt(world, SCOPES.search, `principalId eq '${PEOPLE.ben}'`)).toEqual([PEOPLE.ben]);
    expect(await listAt(world, SCOPES.search, `principalId eq '${GROUPS.searchOncall.toUpperCase()}'`)).toEqual([GROUPS.searchOncall]);
  });

  it('with assignedTo shows what comes by groups, groups in groups too', async () => {
    const world = tenant((state) => {
      state.groups.push({
        id: '3d4e0000-0000-4000-8000-0000000000aa',
        displayName: 'outer',
        createdAt: START,
        members: [GROUPS.searchOncall],
      });
      const principalId = '3d4e0000-0000-4000-8000-0000000000aa';
      state.roleAssignments.push(madeByHand({ scope: SCOPES.searchGroup, role: ROLES.owner, principalId, principalType: 'Group' }, START));
    });
    const found = [PEOPLE.ben, GROUPS.searchOncall, '3d4e0000-0000-4000-8000-0000000000aa'].toSorted();
    expect(await listAt(world, SCOPES.search, `assignedTo('${PEOPLE.ben}')`)).toEqual(found);
    expect(await listAt(world, SCOPES.search, `atScope() and assignedTo('${PEOPLE.ben}')`)).toEqual([]);
    expect(await listAt(world, SCOPES.searchGroup, `atScope()+and+assignedTo('${PEOPLE.ben}')`)).toEqual(found);
    expect(await listAt(world, SCOPES.search, `atScope() and principalId eq '${PEOPLE.ben}'`)).toEqual([]);
  });

  it.each([
    ['two conditions on principals', `principalId eq 'a' and assignedTo('b')`],
    ['another field', `principalId eq 'a' and roleDefinitionId eq 'b'`],
    ['a group for assignedTo', `assignedTo('${GROUPS.searchOncall}')`],
    ['assignedTo without anybody', 'assignedTo()'],
    ["PIM's own filter", 'asTarget()'],
    ['a filter twice', 'atScope() and atScope()'],
    ['half a filter', 'principalId'],
    ['words behind it', 'atScope() or atScope()'],
  ])('refuses %s', async (_, filter) => {
    const reply = await tenant().arm('GET', `${assignmentsAt(SCOPES.search)}?$filter=${filter}`);
    expect(refusalOf(reply)).toBe('400 UnsupportedQuery');
  });

  it('spells roles below the queried subscription, even those of assignments above it', async () => {
    const world = tenant();
    const ids = listed(await world.arm('GET', assignmentsAt(SCOPES.searchGroup))).map((one) => one.properties['roleDefinitionId']);
    expect(ids.every((id) => String(id).startsWith(`${SCOPES.search}/providers/Microsoft.Authorization/roleDefinitions/`))).toBe(true);
    const above = listed(await world.arm('GET', assignmentsAt(SCOPES.acme)));
    expect(above[0]?.properties['roleDefinitionId']).toMatch(/^\/providers\/Microsoft.Authorization\/roleDefinitions\//);
  });

  it('can spell them as the examples of the API do', async () => {
    const world = tenant((state) => void (state.manner.roleIds = 'tenant'));
    const [first] = listed(await world.arm('GET', assignmentsAt(SCOPES.searchGroup)));
    expect(first?.properties['roleDefinitionId']).toMatch(/^\/providers\//);
  });

  it('passes on types, properties and spellings that no client expects', async () => {
    const world = tenant((state) => {
      const triple = { scope: SCOPES.paymentsGroup.toUpperCase(), role: ROLES.reader, principalId: PEOPLE.you, principalType: 'AgentUser' };
      state.roleAssignments.push(madeByHand(triple, START, { further: { assignmentSource: 'preview' } }));
    });
    const found = listed(await world.arm('GET', `${assignmentsAt(SCOPES.payments)}?$filter=principalId eq '${PEOPLE.you}'`));
    expect(found).toMatchObject([
      { properties: { principalType: 'AgentUser', assignmentSource: 'preview', scope: SCOPES.paymentsGroup.toUpperCase() } },
    ]);
  });
});

const everyPage = async (world: Tenant, path: string): Promise<readonly (readonly string[])[]> => {
  const pages = [];
  for (let next: string | undefined = `https://management.azure.com${path}`; next !== undefined;) {
    expect(next).toMatch(/^https:\/\/management\.azure\.com\//);
    const url = new URL(next);
    const reply = await world.arm('GET', url.pathname + url.search);
    pages.push(listed(reply).map((one) => one.name));
    next = nextLinkIn(reply);
  }
  return pages;
};

describe('pages', () => {
  const path = `${assignmentsAt(SCOPES.payments)}?api-version=2022-04-01`;

  it('come one after the other and give everything once', async () => {
    const world = tenant();
    const [whole = []] = await everyPage(world, path);
    world.state.manner.pageSize = 2;
    const pages = await everyPage(world, path);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(whole);
    world.state.manner.pageSize = 5;
    expect(await everyPage(world, path)).toEqual([whole]);
  });

  it('may be empty and still go on', async () => {
    const world = tenant((state) => {
      state.manner.pageSize = 3;
      state.manner.emptyPage = true;
    });
    const pages = await everyPage(world, path);
    expect(pages.map((page) => page.length)).toEqual([3, 0, 2]);
  });

  it('keep the filter', async () => {
    const world = tenant((state) => void (state.manner.pageSize = 1));
    const pages = await everyPage(world, `${path}&$filter=atScope()`);
    expect(pages.flat()).toHaveLength(3);
  });

  it('skip nothing that stands when something before is deleted meanwhile', async () => {
    const world = tenant((state) => void (state.manner.pageSize = 2));
    const first = await world.arm('GET', path);
    const [gone] = listed(first);
    world.state.roleAssignments = world.state.roleAssignments.filter((one) => one.name !== gone?.name);
    const next = new URL(nextLinkIn(first) ?? '');
    expect(listed(await world.arm('GET', next.pathname + next.search))).toHaveLength(2);
  });

  it.each(['nonsense', Buffer.from('{"behind":1}').toString('base64url')])('refuse a token that nobody gave: %s', async (token) => {
    const reply = await tenant().arm('GET', `${path}&$skipToken=${token}`);
    expect(refusalOf(reply)).toBe('400 InvalidSkipToken');
  });
});

describe('a GET of a role assignment', () => {
  it('finds it at its own scope only', async () => {
    const { arm } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    expect(properties(await arm('GET', AT))).toMatchObject({ principalId: PEOPLE.ada });
    expect(refusalOf(await arm('GET', assignmentsAt(SCOPES.payments, NAME)))).toBe('404 RoleAssignmentNotFound');
  });

  it('is not confused by doubled slashes and other case', async () => {
    const { arm } = tenant();
    await arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    expect((await arm('GET', `/${AT.toUpperCase()}`)).status).toBe(200);
    expect((await arm('GET', AT.replaceAll('/', '//'))).status).toBe(200);
  });
});

const seen = async (world: Tenant): Promise<readonly boolean[]> => [
  (await world.arm('GET', AT)).status === 200,
  (await listAt(world, SCOPES.paymentsGroup)).includes(PEOPLE.ada),
  (await listAt(world, SCOPES.paymentsGroup, `principalId eq '${PEOPLE.ada}'`)).includes(PEOPLE.ada),
];

describe('what lags behind a write', () => {
  it('each way of reading sees a new assignment in its own time', async () => {
    const world = tenant((state) => void (state.manner.lag = { get: 10_000, list: 20_000, byPrincipal: 30_000 }));
    await world.arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    const course = [await seen(world)];
    for (const _ of [1, 2, 3]) {
      world.clock.advance(10_000);
      course.push(await seen(world));
    }
    expect(course).toEqual([
      [false, false, false],
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ]);
  });

  it('and goes on seeing a deleted one', async () => {
    const world = tenant();
    await world.arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    world.clock.advance(60_000);
    world.state.manner.lag = { get: 0, list: 20_000, byPrincipal: 30_000 };
    await world.arm('DELETE', AT);
    expect(await seen(world)).toEqual([false, true, true]);
    world.clock.advance(20_000);
    expect(await seen(world)).toEqual([false, false, true]);
    world.clock.advance(10_000);
    expect(await seen(world)).toEqual([false, false, false]);
  });

  it('shows the words of before a change', async () => {
    const world = tenant();
    await world.arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada, { description: 'old' }));
    world.clock.advance(60_000);
    world.state.manner.lag = { get: 5000, list: 0, byPrincipal: 0 };
    await world.arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada, { description: 'new' }));
    expect(properties(await world.arm('GET', AT))).toMatchObject({ description: 'old' });
    world.clock.advance(5000);
    expect(properties(await world.arm('GET', AT))).toMatchObject({ description: 'new' });
  });

  it('never hides the truth from a write', async () => {
    const world = tenant((state) => void (state.manner.lag = { get: 60_000, list: 60_000, byPrincipal: 60_000 }));
    await world.arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    const twin = await world.arm(
      'PUT',
      assignmentsAt(SCOPES.paymentsGroup, '0a0a0000-0000-4000-8000-000000000002'),
      wish(ROLES.reader, PEOPLE.ada),
    );
    expect(refusalOf(twin)).toBe('409 RoleAssignmentExists');
    expect((await world.arm('DELETE', AT)).status).toBe(200);
  });

  it('forgets what was replaced more than an hour ago', async () => {
    const world = tenant();
    await world.arm('PUT', AT, wish(ROLES.reader, PEOPLE.ada));
    world.clock.advance(2 * 3600_000);
    await world.arm('DELETE', AT);
    expect(world.state.journal).toHaveLength(1);
  });
});

describe('scopes that are not there', () => {
  it.each([
    ['a subscription', '/subscriptions/00000000-0000-4000-8000-0000000000ff', '404 SubscriptionNotFound'],
    ['a resource group', `${SCOPES.payments}/resourceGroups/nowhere`, '404 ResourceGroupNotFound'],
    ['a resource', `${SCOPES.paymentsGroup}/providers/Microsoft.Storage/storageAccounts/nowhere`, '404 ResourceNotFound'],
    ['a management group', managementGroupScope('nowhere'), '404 NotFound'],
  ])('%s', async (_, scope, expected) => {
    const { arm } = tenant();
    expect(refusalOf(await arm('GET', assignmentsAt(scope)))).toBe(expected);
    expect(refusalOf(await arm('PUT', assignmentsAt(scope, NAME), wish(ROLES.reader, PEOPLE.ada)))).toBe(expected);
  });

  it('a child of a resource is one', async () => {
    const { arm } = tenant();
    const container = `${SCOPES.ledger}/blobServices/default/containers/settlements`;
    expect((await arm('PUT', assignmentsAt(container, NAME), wish(ROLES.blobReader, PEOPLE.ada))).status).toBe(201);
    expect(refusalOf(await arm('GET', assignmentsAt(`${SCOPES.ledger}/blobServices/default/containers/none`)))).toBe(
      '404 ResourceNotFound',
    );
  });
});

describe('methods', () => {
  it.each([
    ['POST', assignmentsAt(SCOPES.payments)],
    ['PUT', assignmentsAt(SCOPES.payments)],
    ['PATCH', AT],
    ['GET', `${AT}/more`],
  ])('%s %s is not one', async (method, path) => {
    expect(refusalOf(await tenant().arm(method, path, method === 'GET' ? undefined : {}))).toBe('405 HttpMethodNotSupported');
  });
});

import { describe, expect, it } from 'vitest';
import { standing } from '../../../src/sim/azure/assignments.ts';
import { madeByHand, scheduled } from '../../../src/sim/azure/by-hand.ts';
import { SCOPES, SUBSCRIPTIONS, TENANT, TOKENS } from '../../../src/sim/azure/example.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { PUBLISHED_RATES } from '../../../src/sim/azure/manner.ts';
import type { AzureState } from '../../../src/sim/azure/state.ts';
import { assignmentsAt, refusalOf, type Reply, ROLES, START, tenant, type Tenant, wish } from './tenant.ts';

const PATH = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
const ALL = "authorizationresources | where type =~ 'microsoft.authorization/roleassignments'";
const BY_ID = `${ALL} | project id, name, properties | order by id asc`;
const NAME = '0a0a0000-0000-4000-8000-000000000001';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Body {
  readonly totalRecords: number;
  readonly count: number;
  readonly resultTruncated: string;
  readonly $skipToken?: string;
  readonly data: readonly Row[];
}

const bodyOf = (reply: Reply): Body => reply.body as Body;

const ask = (world: Tenant, query: string, options: object = {}, where: object = { managementGroups: ['acme'] }, token?: string) =>
  world.arm('POST', PATH, { query, options, ...where }, token);

const scopesIn = (reply: Reply): readonly string[] => [...new Set(bodyOf(reply).data.map((row) => String(row.properties['scope'])))].sort();

const detailsOf = (reply: Reply) =>
  (reply.body as { error: { details: readonly { code: string; token?: string }[] } }).error.details.map(({ code, token }) =>
    [code, token].filter((one) => one !== undefined).join(' '),
  );

/** Everybody has one more role in every resource group. */
const crowded = (state: AzureState): void => {
  for (const { id } of state.resourceGroups)
    for (const user of state.users)
      state.roleAssignments.push(
        madeByHand({ scope: id, role: ROLES.monitoringReader, principalId: user.id, principalType: 'User' }, START),
      );
};

const EVERYTHING = { authorizationScopeFilter: 'AtScopeAboveAndBelow' };

describe('a query of Resource Graph', () => {
  it('shows the role assignments that a subscription, a management group or the tenant has, as the filter of scopes says', async () => {
    const world = tenant((state) =>
      state.roleAssignments.push(madeByHand({ scope: '/', role: ROLES.owner, principalId: PEOPLE.gil, principalType: 'User' }, START)),
    );
    const seen = async (where: object, authorizationScopeFilter?: string) =>
      scopesIn(await ask(world, BY_ID, authorizationScopeFilter === undefined ? {} : { authorizationScopeFilter }, where));
    const all = [...new Set(standing(world.state, START).map(({ scope }) => scope))].sort();
    expect(await seen({}, 'AtScopeAboveAndBelow')).toEqual(all);
    expect(await seen({ managementGroups: [TENANT] }, 'AtScopeAboveAndBelow')).toEqual(all);
    const search = { subscriptions: [SUBSCRIPTIONS.search] };
    expect(await seen(search)).toEqual(all.filter((scope) => scope.startsWith(SCOPES.search)));
    expect(await seen(search, 'AtScopeExact')).toEqual([SCOPES.search]);
    expect(await seen(search, 'AtScopeAndAbove')).toEqual(['/', SCOPES.acme, SCOPES.search]);
    expect(await seen({ managementGroups: ['ACME'] }, 'AtScopeExact')).toEqual([SCOPES.acme]);
    expect(await seen({ managementGroups: ['acme'] })).toEqual(all.filter((scope) => scope !== '/'));
  });

  it('has what PIM made among them, and does not tell of PIM', async () => {
    const triple = { scope: SCOPES.search, role: ROLES.reader, principalId: PEOPLE.ada, principalType: 'User' };
    const span = { assignmentType: 'Activated', start: START, end: (START + 1000) as never } as const;
    const world = tenant((state) => state.schedules.push(scheduled(triple, span)));
    const query = `${ALL} | where properties.principalId == '${PEOPLE.ada}' | project id, scope = tostring(properties.scope), properties`;
    expect(JSON.stringify(bodyOf(await ask(world, query)).data)).not.toMatch(/Activated|endDateTime/);
    expect(bodyOf(await ask(world, query)).data).toMatchObject([{ scope: SCOPES.search }]);
  });

  it('spells types in lower case and roles in the tenant form with a case of its own', async () => {
    const world = tenant();
    const [row] = bodyOf(await ask(world, `${ALL} | order by id asc`, { $top: 1 })).data;
    expect(row).toMatchObject({ type: 'microsoft.authorization/roleassignments', tenantId: TENANT, location: 'global', tags: null });
    expect(String(row?.properties['roleDefinitionId'])).toMatch(/^\/providers\/Microsoft\.Authorization\/RoleDefinitions\//);
  });

  it('knows roles by id and name', async () => {
    const query = `AuthorizationResources | where type == 'microsoft.authorization/roledefinitions' and name in ('${ROLES.reader}')
      | project id, name, roleName = tostring(properties.roleName)`;
    expect(bodyOf(await ask(tenant(), query)).data).toMatchObject([{ name: ROLES.reader, roleName: 'Reader' }]);
  });

  it('is an index: it follows changes after a while, longer than all lists', async () => {
    const world = tenant((state) => void (state.manner.lag.resourceGraph = 120_000));
    const there = async () => bodyOf(await ask(world, BY_ID)).data.some(({ name }) => name === NAME);
    await world.arm('PUT', assignmentsAt(SCOPES.paymentsGroup, NAME), wish(ROLES.reader, PEOPLE.ada));
    expect((await world.arm('GET', assignmentsAt(SCOPES.paymentsGroup, NAME))).status).toBe(200);
    expect(await there()).toBe(false);
    world.clock.advance(120_000);
    expect(await there()).toBe(true);
    await world.arm('DELETE', assignmentsAt(SCOPES.paymentsGroup, NAME));
    expect(await there()).toBe(true);
    world.clock.advance(120_000);
    expect(await there()).toBe(false);
  });

  it('has no e-mail address in it, whatever was written', async () => {
    const world = tenant();
    const description = 'for ada@example.com, see <mailto:bo.stone+x@sub.example.co.uk>';
    await world.arm('PUT', assignmentsAt(SCOPES.paymentsGroup, NAME), wish(ROLES.reader, PEOPLE.ada, { description }));
    const found = bodyOf(await ask(world, `${BY_ID} | where name == '${NAME}'`)).data;
    expect(found[0]?.properties['description']).toBe('for ***, see <mailto:***>');
    expect(JSON.stringify(bodyOf(await ask(world, ALL)).data)).not.toContain('@');
  });
});

describe('the language of Resource Graph', () => {
  const people = async (test: string) =>
    bodyOf(await ask(tenant(), `${ALL} | where ${test} | project id, who = tolower(tostring(properties.principalId))`)).data.map(
      (row) => (row as unknown as { who: string }).who,
    );

  it.each([
    [`properties.principalId =~ '${PEOPLE.ben.toUpperCase()}'`, [PEOPLE.ben]],
    [`properties['principalId'] == '${PEOPLE.ben}'`, [PEOPLE.ben]],
    [`tostring(properties.principalId) in~ ('${PEOPLE.ben.toUpperCase()}', "nobody")`, [PEOPLE.ben]],
    [`properties.principalId in ('${PEOPLE.ben.toUpperCase()}')`, []],
    [`properties.principalId startswith '${PEOPLE.ben.slice(0, 34)}' and not(properties.principalId endswith '07')`, 'no ben'],
    [
      `(properties.scope contains 'SEARCH' or isempty(properties.scope)) and properties.principalId !in ('x') and isnotempty(name)`,
      'search',
    ],
    [
      `isnull(properties.nothing) and isnotnull(properties.scope) and properties.principalType !~ 'user' and toupper(name) != 'a'`,
      'others',
    ],
    [`1 == 2 // never`, []],
  ] as const)('reads %s', async (test, expected) => {
    const world = tenant();
    const found = await people(test);
    if (typeof expected !== 'string') return expect(found).toEqual(expected);
    const all = standing(world.state, START);
    const kept = {
      'no ben': () => all.filter(({ principalId: id }) => id.startsWith(PEOPLE.ben.slice(0, 34)) && !id.endsWith('07')),
      search: () => all.filter(({ scope }) => scope.includes('search')),
      others: () => all.filter(({ principalType }) => principalType !== 'User'),
    }[expected]();
    expect(found.toSorted()).toEqual(kept.map(({ principalId }) => principalId).toSorted());
    return expect(found.length).toBeGreaterThan(0);
  });

  it.each([
    ['an operator that it does not have', `${ALL} | parse id with *`, 'InvalidQuery,InvalidQueryLanguage parse'],
    ['an operator that is not simulated', `${ALL} | summarize count()`, 'InvalidQuery,InvalidQueryLanguage summarize'],
    ['a function that is not simulated', `${ALL} | where strlen(name) == 3`, 'InvalidQuery,InvalidQueryLanguage strlen'],
    ['another table', 'Resources | project id', 'InvalidQuery,DisallowedLogicalTableName'],
    ['a column that is not there', `${ALL} | where Principal == 'x'`, 'InvalidQuery,InvalidColumnNames'],
    ['a text without an end', `${ALL} | where name == 'x`, "InvalidQuery,ParserFailure '"],
    ['words behind the end', `${ALL} where`, 'InvalidQuery,ParserFailure where'],
    ['half a test', `${ALL} | where (name`, 'InvalidQuery,ParserFailure <EOF>'],
    ['a column without a name', `${ALL} | project 1`, 'InvalidQuery,ParserFailure <EOF>'],
    ['nothing', '', 'InvalidQuery,ParserFailure <EOF>'],
  ])('refuses %s, and names it', async (_, query, expected) => {
    const reply = await ask(tenant(), query);
    expect(refusalOf(reply)).toBe('400 BadRequest');
    expect(detailsOf(reply).join()).toBe(expected);
  });

  it.each([
    ['no query', {}],
    ['a page that is too large', { query: ALL, options: { $top: 1001 } }],
    ['a page of nothing', { query: ALL, options: { $top: 0 } }],
    ['less than nothing skipped', { query: ALL, options: { $skip: -1 } }],
    ['a token that nobody gave', { query: ALL, options: { $skipToken: 'nonsense' } }],
    ['half a token', { query: ALL, options: { $skipToken: Buffer.from('{"skip":1}').toString('base64') } }],
    ['an unknown filter of scopes', { query: ALL, options: { authorizationScopeFilter: 'Everywhere' } }],
    ['subscriptions that are no list', { query: ALL, subscriptions: 'all' }],
    ['two kinds of scopes', { query: ALL, subscriptions: [SUBSCRIPTIONS.search], managementGroups: ['acme'] }],
    ['a subscription by its name', { query: ALL, subscriptions: ['Search'] }],
    ['facets', { query: ALL, facets: [{ expression: 'name' }] }],
  ])('refuses %s', async (_, body) => {
    expect(refusalOf(await tenant().arm('POST', PATH, body))).toBe('400 BadRequest');
  });

  it('counts, and adds columns', async () => {
    const world = tenant();
    const [{ Count } = { Count: 0 }] = bodyOf(await ask(world, `${ALL} | count`)).data as unknown as readonly { Count: number }[];
    expect(Count).toBe(standing(world.state, START).length);
    const query = `${ALL} | extend who = properties.principalId, name = 'n' | take 1`;
    expect(bodyOf(await ask(world, query)).data[0]).toMatchObject({ name: 'n', who: expect.any(String), tenantId: TENANT });
  });
});

describe('pages of Resource Graph', () => {
  it('go on by a token, with the number of all records on each of them', async () => {
    const world = tenant(crowded);
    const whole = bodyOf(await ask(world, BY_ID));
    expect(whole).toMatchObject({ totalRecords: whole.data.length, count: whole.data.length, resultTruncated: 'false' });
    const rows: Row[] = [];
    for (let token: string | undefined = ''; token !== undefined;) {
      const page = bodyOf(await ask(world, BY_ID, token === '' ? { $top: 20 } : { $skipToken: token }));
      expect(page.totalRecords).toBe(whole.totalRecords);
      rows.push(...page.data);
      token = page.$skipToken;
    }
    expect(rows).toEqual(whole.data);
    expect(bodyOf(await ask(world, BY_ID, { $skip: 5, $top: 2 })).data).toEqual(whole.data.slice(5, 7));
  });

  it('are numbers of rows: what is deleted between two of them moves a row out of sight', async () => {
    const world = tenant(crowded);
    const first = bodyOf(await ask(world, BY_ID, { $top: 20 }));
    world.state.roleAssignments = world.state.roleAssignments.filter(({ name }) => name !== first.data[0]?.name);
    const rest = bodyOf(await ask(world, BY_ID, { $skipToken: first.$skipToken, $top: 1000 }));
    expect(rest.totalRecords).toBe(first.totalRecords - 1);
    expect(first.count + rest.count).toBe(first.totalRecords - 1);
  });

  it('come in another order each time where the query gives none', async () => {
    const world = tenant(crowded);
    const names = async () => bodyOf(await ask(world, ALL)).data.map(({ name }) => name);
    const [one, two] = [await names(), await names()];
    expect(one).not.toEqual(two);
    expect(one.toSorted()).toEqual(two.toSorted());
    const descending = bodyOf(await ask(world, `${ALL} | order by name`)).data.map(({ name }) => name);
    expect(descending).toEqual(one.toSorted().toReversed());
    expect(bodyOf(await ask(world, `${ALL} | sort by type asc, name desc`)).data.map(({ name }) => name)).toEqual(descending);
  });

  it.each([
    ['a query that limits itself', `${ALL} | limit 40`],
    ['a query of dynamic columns alone', `${ALL} | project properties`],
  ])('are none of %s: it is cut off, and says so', async (_, query) => {
    const reply = bodyOf(await ask(tenant(crowded), query, { $top: 20 }));
    expect(reply).toMatchObject({ count: 20, resultTruncated: 'true' });
    expect(reply.$skipToken).toBeUndefined();
    expect(bodyOf(await ask(tenant(crowded), query)).resultTruncated).toBe('false');
  });

  it('may be tables', async () => {
    const query = `${ALL} | where name == 'x' or properties.principalId == '${PEOPLE.ben}' | project id, number = 1, is = name == 'x', properties`;
    const { data } = bodyOf(await ask(tenant(), query, { resultFormat: 'table' })) as unknown as {
      data: { columns: unknown; rows: unknown[] };
    };
    expect(data).toMatchObject({
      columns: [
        { name: 'id', type: 'string' },
        { name: 'number', type: 'integer' },
        { name: 'is', type: 'boolean' },
        { name: 'properties', type: 'object' },
      ],
      rows: [[expect.stringContaining('/roleAssignments/'), 1, false, { principalId: PEOPLE.ben }]],
    });
  });
});

describe('rights on Resource Graph', () => {
  const readerOf = (state: AzureState, ...actions: readonly string[]): void => {
    const permissions = [{ actions, notActions: [], dataActions: [], notDataActions: [] }];
    const role = state.roleDefinitions.find(({ id }) => id === ROLES.reader);
    state.roleDefinitions = state.roleDefinitions.map((one) => (one === role ? { ...role, permissions } : one));
    state.callers = state.callers.map((one) => ({ ...one, byAssignments: true }) as const);
    state.roleAssignments = state.roleAssignments.filter(
      ({ principalId }) => !state.callers.some((one) => one.principalId === principalId),
    );
    for (const { principalId } of state.callers.slice(1))
      state.roleAssignments.push(
        madeByHand({ scope: SCOPES.search, role: ROLES.reader, principalId, principalType: 'ServicePrincipal' }, START),
      );
  };

  it('leave out without a word what the caller may not read', async () => {
    const world = tenant((state) => readerOf(state, '*/read'));
    const both = { subscriptions: [SUBSCRIPTIONS.search, SUBSCRIPTIONS.payments] };
    const reply = await ask(world, BY_ID, EVERYTHING, both, TOKENS.reader);
    expect(reply.status).toBe(200);
    expect(scopesIn(reply)).toEqual([SCOPES.search, SCOPES.searchGroup]);
    expect(scopesIn(await ask(world, BY_ID, EVERYTHING, { managementGroups: ['acme'] }, TOKENS.reader))).toEqual(scopesIn(reply));
    expect(scopesIn(await ask(world, BY_ID, EVERYTHING, {}, TOKENS.reader))).toEqual(scopesIn(reply));
  });

  it('refuse who may query nothing of what was named', async () => {
    const world = tenant((state) => readerOf(state, 'Microsoft.Authorization/*/read'));
    expect(refusalOf(await ask(world, BY_ID, {}, { managementGroups: ['acme'] }, TOKENS.reader))).toBe('403 AccessDenied');
    expect(refusalOf(await ask(world, BY_ID, {}, { managementGroups: ['nowhere'] }))).toBe('403 AccessDenied');
    const none = await ask(world, BY_ID, {}, { subscriptions: [SUBSCRIPTIONS.payments] }, TOKENS.reader);
    expect([refusalOf(none), ...detailsOf(none)]).toEqual(['400 BadRequest', 'NoValidSubscriptionsInQueryRequest']);
    expect((await world.arm('POST', PATH, { query: ALL }, 'strange')).status).toBe(401);
  });

  it('show no rows to who may query and may not read role assignments', async () => {
    const world = tenant((state) => readerOf(state, 'Microsoft.ResourceGraph/resources/read'));
    expect(bodyOf(await ask(world, 'authorizationresources', EVERYTHING, {}, TOKENS.reader)).data).toEqual([]);
  });
});

describe('the limits of Resource Graph', () => {
  const headersOf = ({ headers }: Reply) => [headers.get('x-ms-user-quota-remaining'), headers.get('x-ms-user-quota-resets-after')];

  it('let 15 queries pass in five seconds; then 429 without Retry-After, with when to come again', async () => {
    const world = tenant((state) => void (state.manner.throttle = PUBLISHED_RATES));
    expect(headersOf(await ask(world, ALL))).toEqual(['14', '00:00:05']);
    world.clock.advance(2000);
    for (let at = 2; at <= 15; at += 1) expect((await ask(world, ALL)).status).toBe(200);
    const refused = await ask(world, ALL);
    expect([refusalOf(refused), ...detailsOf(refused), ...headersOf(refused)]).toEqual([
      '429 RateLimiting',
      'RateLimiting',
      '0',
      '00:00:03',
    ]);
    expect(refused.headers.get('retry-after')).toBeNull();
    expect((await ask(world, ALL, {}, {}, TOKENS.reader)).status).toBe(200);
    world.clock.advance(3000);
    expect(headersOf(await ask(world, ALL))).toEqual(['14', '00:00:05']);
  });

  it('are counted and told, and refuse nothing, where the world does not throttle', async () => {
    const world = tenant();
    for (let at = 0; at < 20; at += 1) expect((await ask(world, ALL)).status).toBe(200);
    expect(headersOf(await ask(world, ALL))[0]).toBe('0');
    expect((await ask(world, ALL)).headers.get('x-ms-ratelimit-remaining-tenant-reads')).toBe('249');
  });

  it('hide what lies in more subscriptions than a query sees, and a header tells', async () => {
    const world = tenant();
    expect((await ask(world, ALL)).headers.get('x-ms-tenant-subscription-limit-hit')).toBe('false');
    world.state.manner.queriedSubscriptions = 1;
    const reply = await ask(world, BY_ID);
    expect(reply.headers.get('x-ms-tenant-subscription-limit-hit')).toBe('true');
    expect(scopesIn(reply).some((scope) => scope.startsWith(SCOPES.search))).toBe(false);
  });

  it('take faults as every service does', async () => {
    const world = tenant();
    world.service.faults.push({ path: /ResourceGraph/, effect: { kind: 'answer', status: 503 } });
    expect((await ask(world, ALL)).status).toBe(503);
    expect(refusalOf(await world.arm('GET', PATH))).toBe('405 HttpMethodNotSupported');
    expect(refusalOf(await world.arm('POST', PATH.replace('2022-10-01', '2018-01-01'), { query: ALL }))).toBe('400 InvalidResourceType');
  });
});

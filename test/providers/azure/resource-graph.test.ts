import { describe, expect, it } from 'vitest';
import { connect } from '../../../src/providers/azure/client.ts';
import { indexedAssignments, indexedRoleNames } from '../../../src/providers/azure/resource-graph.ts';
import { madeByHand } from '../../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { GROUPS, PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { guidOf } from '../../../src/sim/azure/guid.ts';
import { PUBLISHED_RATES } from '../../../src/sim/azure/manner.ts';
import type { AzureState } from '../../../src/sim/azure/state.ts';
import { NOW, READER, scope } from './samples.ts';
import { json, type Line, scripted } from './scripted.ts';
import { type AzureWorld, azureWorld } from './world.ts';

const GRAPH = /ResourceGraph/;

async function told(world: Pick<AzureWorld, 'access'>, bound = '/', principals?: readonly string[]) {
  const answer = await indexedAssignments(await connect(world.access), scope(bound), principals);
  if (!answer.ok) throw new Error(answer.failure.message);
  return { ...answer, scopes: [...new Set(answer.rows.map((row) => row.scope.path))].sort() };
}

async function refused(world: Pick<AzureWorld, 'access'>) {
  const answer = await indexedAssignments(await connect(world.access), scope(SCOPES.acme));
  return answer.ok ? undefined : { kind: answer.failure.kind, message: answer.failure.message };
}

/** Everybody in a large company reads the resource group. */
function crowd(state: AzureState, count: number): void {
  const triple = { scope: SCOPES.paymentsGroup, role: READER.id, principalType: 'User' };
  for (let at = 0; at < count; at += 1) state.roleAssignments.push(madeByHand({ ...triple, principalId: guidOf('crowd', at) }, NOW));
}

const row = (id: string, principalId: string = PEOPLE.ben) => ({
  id: `${SCOPES.payments}/providers/Microsoft.Authorization/roleAssignments/${id}`,
  properties: {
    scope: SCOPES.payments,
    roleDefinitionId: `/providers/Microsoft.Authorization/RoleDefinitions/${READER.id.toUpperCase()}`,
    principalId: principalId.toUpperCase(),
    principalType: 'User',
    description: null,
  },
});
const page = (data: readonly unknown[], more: object = {}) =>
  json({ totalRecords: data.length, count: data.length, resultTruncated: 'false', facets: [], data, ...more });
const [ONE, TWO] = [row(guidOf('one')), row(guidOf('two'))];

describe('what Resource Graph tells', () => {
  it('is all that is held at, below and above a bound, at the root by its group, in one call', async () => {
    const world = azureWorld();
    world.state.roleAssignments.push(madeByHand({ scope: '/', role: READER.id, principalId: PEOPLE.ben, principalType: 'User' }, NOW));
    const all = await told(world);
    expect(all.scopes).toContain('/');
    expect(all.scopes).toContain(SCOPES.platform);
    expect(all.pages).toBe(1);
    expect((await told(world, SCOPES.search)).scopes).toEqual(['/', SCOPES.acme, SCOPES.search, SCOPES.searchGroup]);
    expect((await told(world, SCOPES.searchGroup)).scopes).toEqual(['/', SCOPES.acme, SCOPES.search, SCOPES.searchGroup]);
    expect((await told(world, SCOPES.searchTestGroup)).scopes).toEqual(['/', SCOPES.acme, SCOPES.search]);
    const { tenant: _, ...anywhere } = world.access;
    expect((await told({ access: anywhere })).scopes).toEqual(all.scopes);
    const bodies = world.sim.calls.filter(({ url }) => GRAPH.test(url)).map(({ body }) => Object.keys(JSON.parse(body) as object));
    expect(bodies.map(([first]) => first)).toEqual(['managementGroups', 'subscriptions', 'subscriptions', 'subscriptions', 'query']);
  });

  it('is of some principals alone where they are named, and nothing but a GUID gets into the query', async () => {
    const world = azureWorld();
    const tricks = ["x') or true or ('", PEOPLE.ben, GROUPS.searchOncall, "' | project name"];
    const found = await told(world, '/', tricks);
    expect(new Set(found.rows.map(({ principal }) => principal))).toEqual(new Set([PEOPLE.ben, GROUPS.searchOncall]));
    const { query } = JSON.parse(world.sim.calls.at(-1)?.body ?? '') as { query: string };
    expect(query).toContain(`in~ ('${PEOPLE.ben}', '${GROUPS.searchOncall}')`);
  });

  it('comes in pages of a thousand', async () => {
    const world = azureWorld();
    crowd(world.state, 2300);
    const found = await told(world);
    expect([found.pages, new Set(found.rows.map(({ id }) => id)).size]).toEqual([3, found.rows.length]);
    expect(found.rows.length).toBeGreaterThan(2300);
  });

  it('is nothing where a row goes or comes while pages are turned: they do not add up', async () => {
    const world = azureWorld();
    crowd(world.state, 1500);
    const act = (state: AzureState) => void state.roleAssignments.pop();
    world.fault({ kind: 'meanwhile', act }, { path: GRAPH, after: 1 });
    expect(await refused(world)).toMatchObject({ message: expect.stringContaining('do not add up') });
  });

  it('has names of roles, custom ones too', async () => {
    const world = azureWorld();
    const names = await indexedRoleNames(await connect(world.access), scope(SCOPES.acme));
    const known = new Map(names.ok ? names.rows : []);
    expect([known.get(READER.id), known.get('0c0c0000-0000-4000-8000-000000000002')]).toEqual(['Reader', 'On-call Operator']);
  });
});

describe('what Resource Graph tells is not relied on', () => {
  it.each<readonly [string, readonly Line[]]>([
    ['a result that is cut off', [page([ONE], { resultTruncated: 'true', totalRecords: 5 })]],
    ['fewer rows than it counts', [page([ONE], { totalRecords: 2 })]],
    ['a row twice', [page([ONE, ONE])]],
    ['a number of records that changes', [page([ONE], { totalRecords: 2, $skipToken: 'a' }), page([TWO], { totalRecords: 3 })]],
    ['a token that comes back', [page([ONE], { totalRecords: 9, $skipToken: 'a' })]],
    ['no rows', [json({ totalRecords: 0, count: 0, resultTruncated: 'false' })]],
    ['no number', [json({ data: [], resultTruncated: 'false' })]],
    ['a token that is none', [page([ONE], { $skipToken: 7 })]],
    ['a row that is no assignment', [page([{ ...ONE, properties: { scope: '/' } }])]],
    ['a row that is nothing', [page([null])]],
    ['more subscriptions than it sees', [new Response(page([ONE]).body, { headers: { 'x-ms-tenant-subscription-limit-hit': 'true' } })]],
    ['a proxy', [new Response('<html>', { status: 200 })]],
  ])('where it has %s', async (_, lines) => {
    expect(await refused(scripted(lines, { tenant: 't' }))).toMatchObject({ kind: 'transient' });
  });

  it('is relied on where it is whole, whatever its case', async () => {
    const two = scripted([page([ONE], { totalRecords: 2, $skipToken: 'a' }), page([TWO], { totalRecords: 2, $skipToken: '' })]);
    expect((await told(two, SCOPES.acme)).rows).toMatchObject([
      { role: READER.id, principal: PEOPLE.ben },
      { role: READER.id, principal: PEOPLE.ben },
    ]);
    const asked = await Promise.all(two.requests.map(async (one) => ((await one.json()) as { options: object }).options));
    expect(asked).toMatchObject([{ $top: 1000 }, { $top: 1000, $skipToken: 'a' }]);
  });
});

describe('the quota of Resource Graph', () => {
  it('is kept: no query is refused, however many there are', async () => {
    const world = azureWorld();
    world.state.manner.throttle = PUBLISHED_RATES;
    for (let at = 0; at < 40; at += 1) await told(world, SCOPES.acme);
    expect(world.sim.calls.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('is waited for as long as its own header says where somebody else has used it up', async () => {
    const world = azureWorld({ quotas: 'none' });
    world.state.manner.throttle = PUBLISHED_RATES;
    for (let at = 0; at < 15; at += 1) await told(world, SCOPES.acme);
    expect(world.waits).toEqual([]);
    await told(world, SCOPES.acme);
    expect(world.waits).toEqual([5000]);
  });

  it('is not waited for long: after three tries, or where an hour is asked for, it is given up', async () => {
    const world = azureWorld();
    world.fault({ kind: 'answer', status: 429 }, { path: GRAPH, times: 3 });
    expect(await refused(world)).toMatchObject({ kind: 'transient' });
    expect(world.waits).toEqual([1000, 2000]);
    world.fault({ kind: 'answer', status: 429, headers: { 'retry-after': '3600' } }, { path: GRAPH });
    expect(await refused(world)).toMatchObject({ kind: 'transient' });
    world.fault({ kind: 'answer', status: 403 }, { path: GRAPH });
    expect(await refused(world)).toMatchObject({ kind: 'forbidden' });
    expect(world.waits).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import type { LiveBinding } from '../../../src/domain/live-binding.ts';
import { azureReader } from '../../../src/providers/azure/reader.ts';
import type { Swept } from '../../../src/providers/provider.ts';
import { madeByHand } from '../../../src/sim/azure/by-hand.ts';
import { ONCALL_OPERATOR, SCOPES } from '../../../src/sim/azure/example.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { guidOf } from '../../../src/sim/azure/guid.ts';
import type { AzureState } from '../../../src/sim/azure/state.ts';
import { NOW, READER, scope, wish } from './samples.ts';
import { ourOwn } from './stage.ts';
import { type AzureWorld, azureWorld } from './world.ts';

const GRAPH = /ResourceGraph/;
const NESTED = '/providers/Microsoft.Management/managementGroups/nested';

function give(state: AzureState, path: string, role: string = READER.id, principalId: string = PEOPLE.ben): void {
  state.roleAssignments.push(madeByHand({ scope: path, role, principalId, principalType: 'User' }, NOW));
}

async function swept(world: Pick<AzureWorld, 'access'>, ...bounds: readonly string[]): Promise<Swept> {
  const reader = await azureReader(world.access);
  const answer = await reader.sweep?.(bounds.map((bound) => scope(bound)));
  if (answer === undefined) throw new Error('the reader has no sweep');
  return answer;
}

const pathsOf = ({ scopes }: Swept) => scopes.map(({ reading }) => reading.scope.path);
const words = (live: readonly LiveBinding[]) =>
  live.map(({ binding, origin = 'here' }) => `${binding.scope.path} ${binding.role.name} ${binding.member.id} ${origin}`).sort();

/** The example organisation with a group in its group, and something at each level. */
function deepWorld(): AzureWorld {
  const world = azureWorld();
  const { state } = world;
  state.managementGroups.push({ name: 'nested', displayName: 'Nested', parent: 'acme' });
  state.subscriptions = state.subscriptions.map((one) => (one.displayName === 'Search' ? { ...one, parent: 'nested' } : one));
  state.schedules = [];
  for (const path of ['/', NESTED, SCOPES.search, SCOPES.searchTestGroup, SCOPES.ledger]) give(state, path);
  give(state, SCOPES.searchGroup, ONCALL_OPERATOR.acme);
  return world;
}

/** What a read of each scope that was told says of what is there and above, each thing once. */
async function asRead(world: AzureWorld, bounds: readonly string[]): Promise<readonly string[]> {
  const reader = await azureReader(world.access);
  const paths = pathsOf(await swept(world, ...bounds));
  const readings = await Promise.all(paths.map((path) => reader.read(scope(path))));
  return [...new Set(readings.flatMap((one) => (one.ok ? words(one.live) : ['unread'])))].sort();
}

describe('a sweep of Azure', () => {
  it('tells of every scope below a bound in a few calls, groups in groups too, and leaves the bound to be read', async () => {
    const world = deepWorld();
    const told = await swept(world, SCOPES.acme);
    expect(pathsOf(told)).toEqual([
      NESTED,
      SCOPES.payments,
      SCOPES.paymentsGroup,
      SCOPES.ledger,
      SCOPES.search,
      SCOPES.searchGroup,
      SCOPES.searchTestGroup,
    ]);
    expect([told.pages, told.failed, told.beyond, told.cloudTime]).toEqual([2, [], [], NOW]);
    const calls = world.sim.calls.map(({ method, url }) => `${method} ${new URL(url).pathname.split('/').at(-1)}`);
    expect(calls.toSorted()).toEqual(['GET descendants', 'GET subscriptions', 'POST resources', 'POST resources']);
  });

  it.each([['/'], [SCOPES.acme], [SCOPES.search], [SCOPES.paymentsGroup], [SCOPES.searchTestGroup]])(
    'says below %s what reads say, of what is inherited too, and names roles alike',
    async (bound) => {
      const world = deepWorld();
      const told = await swept(world, bound);
      expect([...new Set(told.scopes.flatMap(({ reading }) => words(reading.live)))].sort()).toEqual(await asRead(world, [bound]));
      expect(pathsOf(told).includes(bound)).toBe(false);
    },
  );

  it('knows ours by their mark, and takes what PIM made for what anybody made', async () => {
    const world = azureWorld();
    world.state.roleAssignments.push(ourOwn(wish({ scope: scope(SCOPES.searchTestGroup) }, 'ada-debug')));
    const told = await swept(world, SCOPES.acme);
    const at = (path: string) => told.scopes.find(({ reading }) => reading.scope.path === path)?.reading.live ?? [];
    expect(at(SCOPES.searchTestGroup).flatMap(({ mark }) => mark?.grant ?? [])).toEqual(['ada-debug']);
    expect(at(SCOPES.platform).filter(({ origin, end }) => origin === 'pim' || end !== undefined)).toEqual([]);
    expect(at(SCOPES.platform).length).toBeGreaterThan(0);
  });

  it('tells of bounds that lie in each other once, and lists what no grant can be asked at', async () => {
    const world = deepWorld();
    const odd = `${SCOPES.paymentsGroup}/providers/Microsoft.Authorization/policyAssignments/audit`;
    world.state.resources = [...world.state.resources, { id: odd, location: 'westeurope' }];
    give(world.state, odd);
    const told = await swept(world, SCOPES.acme, SCOPES.payments);
    expect(new Set(pathsOf(told)).size).toBe(told.scopes.length);
    expect(pathsOf(told)).not.toContain(SCOPES.payments);
    expect(told.beyond).toMatchObject([{ where: odd, roles: [READER.id] }]);
  });
});

describe('the calls of a sweep of Azure', () => {
  it('are four however many subscriptions there are, and without the index one more for each of them', async () => {
    const wide = (): AzureWorld => {
      const world = azureWorld();
      for (let at = 0; at < 60; at += 1) {
        const id = guidOf('wide', at);
        world.state.subscriptions.push({ id, displayName: `Wide ${at}`, parent: 'acme', state: 'Enabled' });
        give(world.state, `/subscriptions/${id}`);
      }
      return world;
    };
    const world = wide();
    expect((await swept(world, SCOPES.acme)).scopes.length).toBeGreaterThan(60);
    expect(world.sim.calls).toHaveLength(4);
    const other = wide();
    other.fault({ kind: 'answer', status: 403 }, { path: GRAPH, times: 9 });
    expect((await swept(other, SCOPES.acme)).scopes.length).toBeGreaterThan(60);
    // The two queries that failed, the tenant, what lies below, the roles, and a list of each of 63 subscriptions and the group.
    expect(other.sim.calls).toHaveLength(5 + 64);
  });
});

describe('a sweep of Azure without the index', () => {
  it.each([
    ['the right is missing', { kind: 'answer', status: 403 } as const],
    ['it is throttled', { kind: 'answer', status: 429 } as const],
    ['it is cut off', { kind: 'answer', status: 200, body: '{"totalRecords":9,"count":0,"resultTruncated":"true","data":[]}' } as const],
    ['it breaks off', { kind: 'truncate', length: 40 } as const],
  ])('lists each subscription and management group where %s, and tells the same', async (_, effect) => {
    const world = deepWorld();
    const told = await swept(world, SCOPES.acme);
    const other = deepWorld();
    other.fault(effect, { path: GRAPH, times: 99 });
    const listed = await swept(other, SCOPES.acme);
    expect(listed.scopes.map(({ reading }) => [reading.scope.path, words(reading.live)])).toEqual(
      told.scopes.map(({ reading }) => [reading.scope.path, words(reading.live)]),
    );
    expect([listed.failed, listed.pages]).toEqual([[], 5]);
    const lists = other.sent('GET').filter((url) => /roleAssignments\?/.test(url));
    expect(lists.every((url) => !url.includes('filter'))).toBe(true);
    expect(lists).toHaveLength(5);
  });

  it('says which of them could not be listed, and tells the rest', async () => {
    const world = deepWorld();
    world.fault({ kind: 'answer', status: 403 }, { path: GRAPH, times: 99 });
    world.fault({ kind: 'answer', status: 403 }, { path: /00000001\/providers\/Microsoft.Authorization\/roleAssignments/, times: 9 });
    const told = await swept(world, SCOPES.acme);
    expect(told.failed).toMatchObject([{ where: SCOPES.search, failure: { kind: 'forbidden' } }]);
    expect(pathsOf(told)).toEqual([NESTED, SCOPES.payments, SCOPES.paymentsGroup, SCOPES.ledger]);
  });

  it('tells nothing where nobody knows what lies below, or in another tenant', async () => {
    const world = deepWorld();
    world.fault({ kind: 'answer', status: 403 }, { path: /descendants/, times: 9 });
    expect(await swept(world, SCOPES.acme)).toMatchObject({ scopes: [], pages: 0, failed: [{ where: SCOPES.acme }] });
    const other = azureWorld({ tenant: '99999999-2222-4333-8444-555555555555' });
    expect(await swept(other, SCOPES.acme)).toMatchObject({ scopes: [], pages: 0, failed: [{ failure: { kind: 'unsafe' } }] });
  });
});

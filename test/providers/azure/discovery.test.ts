import { describe, expect, it } from 'vitest';
import { azure } from '../../../src/providers/azure/cloud.ts';
import { madeByHand } from '../../../src/sim/azure/by-hand.ts';
import { SCOPES } from '../../../src/sim/azure/example.ts';
import { GROUPS, PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import type { Access } from '../../../src/providers/provider.ts';
import { cloudScope } from '../../../src/providers/azure/scope.ts';
import { NOW } from './samples.ts';
import { azureWorld } from './world.ts';

const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

async function found(access: Access, members: readonly string[], bounds: readonly string[] = ['/']) {
  const reader = await azure.reader(access);
  const answer = await reader.discover?.(members, bounds.map(cloudScope));
  if (answer === undefined) throw new Error('the reader finds nothing');
  return { ...answer, scopes: answer.scopes.map(({ scope }) => scope.path) };
}

function toUser(scope: string, principalId: string) {
  return madeByHand({ scope, role: READER, principalId, principalType: 'User' }, NOW);
}

describe('what a principal holds in Azure', () => {
  it('is found at the tenant, in its groups and in every subscription below, of several principals at once', async () => {
    const { access, state } = azureWorld();
    state.roleAssignments = [...state.roleAssignments, toUser('/', PEOPLE.ben), toUser(SCOPES.ledger, PEOPLE.ben)];
    const all = await found(access, [PEOPLE.ben, PEOPLE.kim, GROUPS.searchOncall, 'no id']);
    expect(all.failed).toEqual([]);
    expect(all.scopes).toEqual(['/', SCOPES.acme, SCOPES.ledger, SCOPES.searchGroup]);
    expect((await found(access, [PEOPLE.zoe])).scopes).toEqual([SCOPES.search]);
  });

  it('is found below one subscription alone where that is all that may be read, page by page', async () => {
    const { access, state, sent } = azureWorld();
    state.manner.pageSize = 1;
    state.roleAssignments = [...state.roleAssignments, toUser(SCOPES.ledger, PEOPLE.ben), toUser(SCOPES.paymentsGroup, PEOPLE.ben)];
    expect((await found(access, [PEOPLE.ben], [SCOPES.payments])).scopes).toEqual([SCOPES.paymentsGroup, SCOPES.ledger]);
    expect(sent('GET').some((url) => url.includes('descendants'))).toBe(false);
    expect((await found(access, [PEOPLE.ben], ['/'])).scopes).toEqual([SCOPES.paymentsGroup, SCOPES.ledger, SCOPES.searchGroup]);
    expect(sent('GET').filter((url) => url.includes('descendants')).length).toBeGreaterThan(1);
  });

  it('asks with nothing but a GUID in a filter, whatever somebody is called', async () => {
    const { access, sent } = azureWorld();
    const tricks = ["x' or principalId ne 'x", "' or 1 eq 1", `${PEOPLE.ben}' or true`, "asgn'/../..", '%27', ''];
    expect((await found(access, tricks)).scopes).toEqual([]);
    expect(sent('GET').filter((url) => url.includes('filter') && url.includes('principalId'))).toEqual([]);
    for (const trick of tricks) expect(azure.syntax.member(trick, 'user')).toMatchObject({ ok: false });
    await found(access, [...tricks, PEOPLE.ben]);
    const filters = sent('GET').flatMap((url) => new URL(url).searchParams.get('$filter') ?? []);
    expect(filters.filter((one) => one.includes('principalId')).length).toBeGreaterThan(0);
    for (const filter of filters) expect(filter).toMatch(/^(?:atScope\(\)|principalId eq '[0-9a-f-]{36}')$/);
  });

  it('lags: what was given just now need not be there', async () => {
    const { access, state } = azureWorld();
    state.manner.lag = { ...state.manner.lag, byPrincipal: 600_000, resourceGraph: 600_000 };
    state.roleAssignments = [...state.roleAssignments, toUser(SCOPES.ledger, PEOPLE.eve)];
    state.journal = [{ at: NOW, name: state.roleAssignments.at(-1)?.name.toLowerCase() ?? '', before: null }];
    expect((await found(access, [PEOPLE.eve])).scopes).toEqual([]);
  });

  it('is found by Resource Graph alone where no list reaches, in one call, and by lists alone where Resource Graph fails', async () => {
    const { access, fault, sim } = azureWorld();
    fault({ kind: 'answer', status: 403 }, { path: /descendants/, times: 9 });
    const all = await found(access, [PEOPLE.ben, PEOPLE.zoe]);
    expect([all.scopes, all.failed.map(({ where }) => where.split('/').at(-1))]).toEqual([
      [SCOPES.search, SCOPES.searchGroup],
      ['11111111-2222-4333-8444-555555555555'],
    ]);
    expect(sim.calls.filter(({ url }) => url.includes('ResourceGraph'))).toHaveLength(1);
    const other = azureWorld();
    other.fault({ kind: 'answer', status: 403 }, { path: /ResourceGraph/, times: 9 });
    expect(await found(other.access, [PEOPLE.ben, PEOPLE.zoe])).toMatchObject({ scopes: all.scopes, failed: [] });
  });

  it('is not named where the index goes on naming a place that is gone', async () => {
    const { access, state } = azureWorld();
    const gone = `${SCOPES.payments}/resourceGroups/gone`;
    state.manner.lag.resourceGraph = 600_000;
    state.journal = [
      {
        at: NOW,
        name: '0b0b0000-0000-4000-8000-000000000001',
        before: { ...toUser(gone, PEOPLE.eve), name: '0b0b0000-0000-4000-8000-000000000001' },
      },
    ];
    expect(await found(access, [PEOPLE.eve])).toMatchObject({ scopes: [], failed: [] });
    state.resourceGroups.push({ id: gone, location: 'westeurope' });
    expect(await found(access, [PEOPLE.eve])).toMatchObject({ scopes: [gone], failed: [] });
  });

  it('is listed and not read where it lies at what no grant can be asked at', async () => {
    const { access, state } = azureWorld();
    const odd = `${SCOPES.paymentsGroup}/providers/Microsoft.Authorization/policyAssignments/audit`;
    state.resources = [...state.resources, { ...state.resources[0], id: odd } as (typeof state.resources)[number]];
    state.roleAssignments = [...state.roleAssignments, toUser(odd, PEOPLE.eve)];
    expect(await found(access, [PEOPLE.eve])).toMatchObject({
      scopes: [],
      beyond: [{ where: odd, roles: [READER], why: 'roles are not assigned at things of Microsoft.Authorization' }],
    });
  });

  it('says what could not be searched, and gives what it found elsewhere', async () => {
    const { access, fault } = azureWorld();
    fault({ kind: 'answer', status: 403 }, { path: /descendants/, times: 9 });
    fault({ kind: 'answer', status: 403 }, { path: /^\/providers\/Microsoft.Authorization\/roleAssignments/, times: 9 });
    const { failed, scopes } = await found(access, [PEOPLE.ben], ['/', SCOPES.search]);
    expect(failed.map(({ where, failure }) => [where.split('/').at(-1), failure.kind])).toEqual([
      ['11111111-2222-4333-8444-555555555555', 'forbidden'],
      ['', 'forbidden'],
    ]);
    expect(scopes).toEqual([SCOPES.searchGroup]);
    const { tenant: _, ...anywhere } = azureWorld().access;
    expect((await found(anywhere, [PEOPLE.ben])).failed).toMatchObject([{ where: '/', failure: { kind: 'invalid' } }]);
  });

  it('is not asked in another tenant', async () => {
    const { access } = azureWorld({ tenant: '99999999-2222-4333-8444-555555555555' });
    expect(await found(access, [PEOPLE.ben])).toMatchObject({ scopes: [], failed: [{ where: '/', failure: { kind: 'unsafe' } }] });
  });
});

import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/domain/finding.ts';
import { azureReader, type Basis } from '../../../src/providers/azure/reader.ts';
import { SCOPES, TOKENS } from '../../../src/sim/azure/example.ts';
import { PEOPLE } from '../../../src/sim/azure/example-directory.ts';
import { json, scripted } from './scripted.ts';
import { instant, NOW, READER, scope, wish } from './samples.ts';
import { azureWorld, byHand, readable } from './world.ts';

const SCHEDULES = /roleAssignmentScheduleInstances/;
const ASSIGNMENTS = /roleAssignments\?/;

async function inExample(...more: Parameters<typeof azureWorld>) {
  const world = azureWorld(...more);
  return { ...world, reader: await azureReader(world.access) };
}

const who = (name: keyof typeof PEOPLE) => PEOPLE[name];

const row = (path: string) => ({
  id: `${path}/providers/Microsoft.Authorization/roleAssignments/dfec2d22-d28d-5013-ba76-aeeaf23fe768`,
  properties: { scope: path, roleDefinitionId: `/x/${READER.id}`, principalId: who('ada') },
});

describe('read', () => {
  it('brings what is at the scope and marks what is inherited', async () => {
    const { reader } = await inExample();
    const reading = await readable(reader);
    expect(reading.cloudTime).toBe(NOW);
    expect(
      reading.live
        .map(({ binding, origin }) => [binding.role.name, binding.member.kind, origin])
        .sort(([a], [b]) => compare(a ?? '', b ?? '')),
    ).toEqual([
      ['Contributor', 'service', undefined],
      ['Owner', 'user', 'inherited'],
      ['Reader', 'user', undefined],
      ['Role Based Access Control Administrator', 'service', 'inherited'],
      ['Security Reader', 'user', 'inherited'],
    ]);
  });

  it('brings nothing from below', async () => {
    const { reader } = await inExample();
    for (const path of ['/', SCOPES.acme, SCOPES.payments]) {
      const { live } = await readable(reader, scope(path));
      expect(live.filter(({ binding }) => binding.scope.path.includes('resourceGroups'))).toEqual([]);
    }
  });

  it('leaves out what a service sends from below all the same, and rows sent twice', async () => {
    const { access } = scripted([
      (request) =>
        json({ value: ASSIGNMENTS.test(request.url) ? [row(SCOPES.ledger), row(SCOPES.paymentsGroup), row(SCOPES.paymentsGroup)] : [] }),
    ]);
    const { live } = await readable(await azureReader(access));
    expect(live.map(({ binding }) => binding.scope.path)).toEqual([SCOPES.paymentsGroup]);
  });

  it('tells what PIM made from what people made', async () => {
    const { reader } = await inExample();
    const platform = await readable(reader, scope(SCOPES.platform));
    expect(platform.live.find(({ binding }) => binding.member.id === who('dan'))?.origin).toBe('pim');
    const search = await readable(reader, scope(SCOPES.search));
    expect(search.live.find(({ binding }) => binding.member.id === who('zoe'))?.origin).toBe('pim');
    expect(platform.basis).toEqual({});
  });

  it.each([400, 403, 404])('does without PIM where the tenant answers %i, and keeps why', async (status) => {
    const { reader, fault } = await inExample();
    fault({ kind: 'answer', status }, { path: SCHEDULES, times: 9 });
    const { live, basis } = await readable(reader, scope(SCOPES.platform));
    expect(live.find(({ binding }) => binding.member.id === who('dan'))?.origin).toBeUndefined();
    expect((basis as Basis).withoutPim?.failure.message).toContain(String(status));
  });

  it('is no reading while PIM does not answer', async () => {
    const { reader, fault } = await inExample();
    fault({ kind: 'answer', status: 503 }, { path: SCHEDULES, times: 99 });
    expect(await reader.read(scope())).toMatchObject({ ok: false, failure: { kind: 'transient' }, cloudTime: expect.any(Number) });
    fault({ kind: 'answer', status: 404, body: '<html>a proxy</html>' }, { path: SCHEDULES, times: 99 });
    expect(await reader.read(scope())).toMatchObject({ ok: false });
  });

  it('brings marks', async () => {
    const { reader } = await inExample();
    const { live } = await readable(reader, scope(SCOPES.searchGroup));
    const ben = live.find(({ binding }) => binding.member.id === who('ben'));
    expect(ben?.mark).toEqual({ stamp: 'other-team', grant: 'ben-search-review', until: instant('2026-11-28T09:00:00Z') });
  });

  it('brings the same from one page and from many, an empty one among them', async () => {
    const { reader, state } = await inExample();
    const whole = await readable(reader);
    Object.assign(state.manner, { pageSize: 1, emptyPage: true });
    expect((await readable(reader)).live).toEqual(whole.live);
  });

  it.each([
    ['fails', { kind: 'answer', status: 500 }],
    ['is cut', { kind: 'cut-before' }],
    ['is half there', { kind: 'truncate', length: 40 }],
    ['is HTML', { kind: 'answer', status: 200, body: '<html></html>', headers: { 'content-type': 'text/html' } }],
    ['is empty', { kind: 'answer', status: 200, body: '' }],
    ['has no list', { kind: 'answer', status: 200, body: '{}' }],
    ['has half a row', { kind: 'answer', status: 200, body: '{"value":[{"id":"/x"}]}' }],
  ] as const)('is no reading when a later page %s for good', async (_, effect) => {
    const { reader, state, fault } = await inExample();
    state.manner.pageSize = 2;
    fault(effect, { path: /roleAssignments\?/, after: 1, times: 99 });
    const reading = await reader.read(scope());
    expect(reading).toMatchObject({ ok: false, failure: { kind: 'transient', message: expect.stringContaining(SCOPES.paymentsGroup) } });
  });

  it('says that a scope is not there', async () => {
    const { reader } = await inExample();
    const reading = await reader.read(scope(`${SCOPES.payments}/resourceGroups/gone`));
    expect(reading).toMatchObject({ ok: false, failure: { kind: 'not-found' }, cloudTime: NOW });
  });

  it('calls a role by its GUID once it was deleted', async () => {
    const { reader, state } = await inExample();
    const odd = { id: '0dd00000-0000-4000-8000-000000000001', name: 'gone' };
    state.roleAssignments.push(byHand(wish({ role: odd })));
    const { live } = await readable(reader);
    expect(live.find(({ binding }) => binding.role.id === odd.id)?.binding.role.name).toBe(odd.id);
  });

  it('works with rights to read alone', async () => {
    const { reader } = await inExample({ identity: { kind: 'token', token: TOKENS.reader } });
    expect((await reader.read(scope())).ok).toBe(true);
    expect((await reader.role(scope(), 'Reader')).ok).toBe(true);
    expect((await reader.ancestry(scope())).ok).toBe(true);
  });

  it('costs four calls for a scope, and the tenant and the roles once', async () => {
    const { reader, sim } = await inExample();
    for (const path of [SCOPES.paymentsGroup, SCOPES.payments, SCOPES.ledger]) await readable(reader, scope(path));
    expect(sim.calls.length).toBe(1 + 3 * 3 + 1);
  });
});

describe('another tenant', () => {
  it('is not read at all', async () => {
    const { reader, sim } = await inExample({ tenant: '99999999-2222-4333-8444-555555555555' });
    const unsafe = { kind: 'unsafe', message: expect.stringContaining('99999999') };
    expect(await reader.read(scope())).toEqual({ ok: false, scope: scope(), failure: expect.objectContaining(unsafe) });
    expect(await reader.role(scope(), 'Reader')).toMatchObject({ ok: false, failure: unsafe });
    expect(await reader.ancestry(scope())).toMatchObject({ ok: false, failure: unsafe });
    expect(sim.calls.map(({ url }) => new URL(url).pathname)).toEqual(['/subscriptions', '/subscriptions', '/subscriptions']);
  });
});

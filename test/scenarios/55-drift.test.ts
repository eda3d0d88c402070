import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drift } from '../../src/commands/drift.ts';
import { later } from '../../src/domain/instant.ts';
import { drop } from '../../src/sim/azure/assignments.ts';
import { madeByHand, scheduled } from '../../src/sim/azure/by-hand.ts';
import { PEOPLE } from '../../src/sim/azure/example-directory.ts';
import { SCOPES } from '../../src/sim/azure/example.ts';
import { changedGcp, editedGcp } from './hands.ts';
import { ours } from './standing.ts';
import { ANY_CALL, GCP_READ, isWrite } from './wire.ts';
import { aWorld, BEGIN, exampleFile, grantFile, type TestWorld } from './world.ts';

const FILE = 'drift/baseline.jsonl';
const PROD = 'projects/payments-prod';
const SEARCH = /searchAllIamPolicies/;
const LOGS = 'roles/logging.viewer';
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

interface DriftJson {
  readonly summary: Readonly<Record<string, number>>;
  readonly drift: readonly { readonly kind: string; readonly new: boolean; readonly role: string; readonly member: string }[];
  readonly gone: readonly { readonly member: string }[];
  readonly unseen: readonly { readonly scope: string }[];
  readonly unread: readonly { readonly scope: string }[];
}

async function look(world: TestWorld, options: Readonly<Record<string, string | boolean>> = {}) {
  const { exit, json, outputs, text } = await world.run(drift, { 'detailed-exitcode': true, ...options });
  return { exit, outputs, text, ...(json as DriftJson) };
}

const fresh = ({ drift: all }: DriftJson) => all.filter((one) => one.new).map(({ kind, role, member }) => `${kind} ${role} ${member}`);
const written = (world: TestWorld) => readFileSync(join(world.dir, FILE), 'utf8');

describe('55 drift', () => {
  it('tells what no grant explains, is silent once that is accepted, and speaks of each change since', async () => {
    const world = await aWorld();
    const first = await look(world);
    expect(first.exit).toBe(2);
    expect(first.outputs).toMatchObject({ 'has-changes': true, unmanaged: first.drift.length });
    expect(first.drift.length).toBeGreaterThan(20);
    expect(first.summary).toMatchObject({ known: 0, unread: 0 });
    expect((await look(world, { 'detailed-exitcode': false })).exit).toBe(0);

    expect(await look(world, { accept: true })).toMatchObject({ accepted: first.drift.length });
    const baseline = written(world);
    rmSync(join(world.dir, FILE));
    await world.land({ [FILE]: baseline }, { by: 'gil-m', approve: ['sam-o'], merge: 'sam-o' });
    expect(await look(world)).toMatchObject({ exit: 0, summary: { new: 0, gone: 0 }, outputs: { 'has-changes': false } });

    // Ours is explained by its grant; what a person makes by hand, or takes, is not.
    await world.land({
      'grants/payments/2026-11-23-ada.yaml': grantFile({ access: [`{ gcp: payments-prod, role: ${LOGS} }`], expires: '12:00' }),
    });
    expect((await world.apply()).outcomes).toHaveLength(1);
    expect(await look(world)).toMatchObject({ exit: 0, summary: { new: 0 } });
    await changedGcp(world, PROD, (bindings) => [
      ...bindings.filter(({ members }) => !members.includes('user:dan@example.com')),
      { role: 'roles/owner', members: ['user:eve@example.com'] },
      { role: LOGS, members: ['user:ada@example.com'] },
    ]);
    await editedGcp(world, PROD, (text) => text.replace('user:ada@', 'user:chi@'));
    const changed = await look(world);
    expect(fresh(changed)).toEqual([
      'foreign roles/owner user:eve@example.com',
      `escaped ${LOGS} user:ada@example.com`,
      `forged ${LOGS} user:chi@example.com`,
    ]);
    expect(changed.gone.map(({ member }) => member)).toEqual(['user:dan@example.com']);
    expect(changed.text).toMatch(/^\? eve +roles\/owner +payments-prod gcp +new, privileged +without an end$/m);

    // Alarms are never accepted.
    await look(world, { accept: true });
    expect(written(world)).toContain('eve@example.com');
    expect(written(world)).not.toMatch(/logging\.viewer.*(chi|ada)@|dan@example/);
    expect(await ours(world)).toEqual([`gcp payments-prod ${LOGS} chi 2026-11-23-ada`]);
  });

  it('takes nothing for gone where it could not look, writes to no cloud, and does as policy says', async () => {
    const world = await aWorld();
    await look(world, { accept: true });
    await world.land({ [FILE]: written(world) }, { by: 'gil-m', approve: ['sam-o'], merge: 'sam-o' });
    const at = JSON.parse(
      written(world)
        .split('\n')
        .find((line) => line.includes(PROD)) ?? '',
    ) as { readonly scope: string };
    expect(at.scope).toBe(PROD);
    // Without the index each scope is read.
    world.gcp.faults.push({ path: SEARCH, times: 99, effect: { kind: 'answer', status: 403 } });
    world.gcp.faults.push({ path: /payments-prod:getIamPolicy/, times: 99, effect: { kind: 'answer', status: 403 } });
    const sarif = join(world.dir, 'drift.sarif');
    const blind = await look(world, { sarif, accept: true });
    expect([blind.exit, blind.gone]).toEqual([4, []]);
    expect(blind.unread.map(({ scope }) => scope)).toEqual([PROD]);
    expect(new Set(blind.unseen.map(({ scope }) => scope))).toEqual(new Set([PROD, 'projects/finance-archive']));
    expect(written(world)).toContain(PROD);
    expect(JSON.parse(readFileSync(sarif, 'utf8'))).toMatchObject({
      runs: [{ results: [], invocations: [{ executionSuccessful: false }] }],
    });
    world.gcp.faults.splice(0);
    world.gcp.faults.push({ path: SEARCH, times: 999, effect: { kind: 'answer', status: 403 } });
    world.gcp.faults.push({ path: GCP_READ, times: 999, effect: { kind: 'answer', status: 403 } });

    const policy = exampleFile('policy/policy.yaml').replace(/^unmanaged: .*$/m, 'unmanaged: { mode: ignore }');
    await world.land({ 'policy/policy.yaml': policy }, { by: 'gil-m', approve: ['sam-o'], merge: 'sam-o' });
    expect(await look(world)).toMatchObject({ exit: 4, drift: [] });
    const refused = await world.run(drift, { accept: true });
    expect([refused.exit, refused.text]).toEqual([3, expect.stringContaining('nothing to accept')]);
    world.azure.faults.push({ path: ANY_CALL, times: 999, effect: { kind: 'answer', status: 403 } });
    expect(await look(world)).toMatchObject({ exit: 1, drift: [], gone: [] });
    const shallow = { checkout: async () => ({ ...(await world.context().checkout()), shallow: true }) };
    expect(await world.run(drift, {}, [], shallow)).toMatchObject({ exit: 3, text: expect.stringContaining('shallow clone') });
    expect([...world.gcp.calls, ...world.azure.calls].filter(isWrite)).toEqual([]);
  });

  it('asks the index of Google Cloud alone where nothing changed, and reads what is new, or gone, anew', async () => {
    const world = await aWorld();
    await look(world, { accept: true });
    await world.land({ [FILE]: written(world) }, { by: 'gil-m', approve: ['sam-o'], merge: 'sam-o' });
    const callsOf = async () => {
      const before = world.gcp.calls.length;
      const seen = await look(world);
      const calls = world.gcp.calls
        .slice(before)
        .map(({ url }) => /:(\w+)|\/(roles)\//.exec(new URL(url).pathname)?.slice(1).join('') ?? url);
      return { seen, calls: calls.toSorted() };
    };
    await world.land({
      'grants/payments/2026-11-23-ada.yaml': grantFile({ access: [`{ gcp: payments-prod, role: ${LOGS} }`], expires: '12:00' }),
    });
    expect((await world.apply()).outcomes).toHaveLength(1);
    const still = await callsOf();
    expect(still.seen).toMatchObject({ exit: 0, summary: { new: 0, gone: 0 } });
    // One page, and the one custom role that nobody can judge from the program's own list.
    expect(still.calls).toEqual(['roles', 'searchAllIamPolicies']);
    expect(still.seen.text).toMatch(/as an index has them, in 3 pages; \d+ read anew/);

    // Elsewhere in the organization, where no place is and nothing is managed.
    await changedGcp(world, 'projects/finance-archive', (bindings) => [
      ...bindings.filter(({ members }) => !members.includes('user:eve@example.com')),
      { role: 'roles/owner', members: ['user:gil@example.com'] },
    ]);
    const changed = await callsOf();
    expect(fresh(changed.seen)).toEqual(['foreign roles/owner user:gil@example.com']);
    expect(changed.seen.gone.map(({ member }) => member)).toEqual(['user:eve@example.com']);
    expect(changed.calls.filter((verb) => verb !== 'roles')).toEqual(['getIamPolicy', 'searchAllIamPolicies']);

    // What the index has and the policy has not any more is not told; what may not be read is told as the index has it.
    world.gcp.faults.push({ path: /finance-archive:getIamPolicy/, times: 99, effect: { kind: 'answer', status: 403 } });
    const blind = await look(world);
    expect([blind.exit, fresh(blind), blind.unread]).toEqual([2, ['foreign roles/owner user:gil@example.com'], []]);
    expect(blind.text).toContain('1 scope could not be read anew');
    world.gcp.faults.splice(0);
    await world.gcpState.update((state) => void (state.lag = { searches: 3 }));
    await changedGcp(world, 'projects/finance-archive', (bindings) =>
      bindings.filter(({ members }) => !members.includes('user:gil@example.com')),
    );
    expect(fresh(await look(world))).toEqual([]);
  });

  it('asks Resource Graph of Azure where nothing changed, reads what is new or gone anew, and joins what PIM made', async () => {
    const world = await aWorld();
    await look(world, { accept: true });
    await world.land({ [FILE]: written(world) }, { by: 'gil-m', approve: ['sam-o'], merge: 'sam-o' });
    const callsOf = async () => {
      const before = world.azure.calls.length;
      const seen = await look(world);
      const urls = world.azure.calls.slice(before).map(({ url }) => new URL(url));
      const read = urls.filter(({ search }) => search.includes('atScope') && !search.includes('location'));
      const scopes = read
        .filter(({ pathname }) => pathname.endsWith('/roleAssignments'))
        .map(({ pathname }) => pathname.split('/providers/Microsoft.Auth')[0]);
      return { seen, scopes: new Set(scopes), queries: urls.filter(({ pathname }) => pathname.includes('ResourceGraph')).length };
    };
    const still = await callsOf();
    expect(still.seen).toMatchObject({ exit: 0, summary: { new: 0, gone: 0 } });
    expect(still.queries).toBe(2);

    // Outside of all places, and an activation of PIM that nobody is told of.
    const user = { principalId: PEOPLE.eve, principalType: 'User', role: READER };
    await world.azureState.update((state) => {
      state.roleAssignments.push(madeByHand({ ...user, scope: SCOPES.sharedGroup }, BEGIN));
      const span = { assignmentType: 'Activated', start: BEGIN, end: later(BEGIN, 3600_000) } as const;
      state.schedules.push(scheduled({ ...user, scope: SCOPES.ledger }, span));
    });
    const changed = await callsOf();
    expect(fresh(changed.seen)).toEqual([`foreign Reader ${PEOPLE.eve}`]);
    expect(changed.scopes).toEqual(new Set([...still.scopes, SCOPES.ledger, SCOPES.sharedGroup]));

    // The index goes on telling of what is gone, and a read shows that it is.
    await world.azureState.update((state) => {
      state.manner.lag.resourceGraph = 600_000;
      const there = state.roleAssignments.find(({ scope }) => scope === SCOPES.sharedGroup);
      if (there !== undefined) drop(state, there.name, world.clock.now());
    });
    expect(fresh(await look(world))).toEqual([]);

    // Without the index each subscription and group is listed, and all is found.
    world.azure.faults.push({ path: /ResourceGraph/, times: 99, effect: { kind: 'answer', status: 429 } });
    await world.azureState.update((state) => void state.roleAssignments.push(madeByHand({ ...user, scope: SCOPES.sharedGroup }, BEGIN)));
    expect(await look(world)).toMatchObject({
      exit: 2,
      drift: expect.arrayContaining([expect.objectContaining({ new: true, member: PEOPLE.eve })]),
    });

    // Resource Graph hides what may not be read; the scopes of `reads` are read, so a missing right is no empty tenant.
    world.azure.faults.splice(0);
    const bound = /managementGroups\/acme\/providers\/Microsoft\.Authorization\/roleAssignments\?/;
    world.azure.faults.push({ path: bound, times: 99, effect: { kind: 'answer', status: 403 } });
    const blind = await look(world);
    expect([blind.exit, blind.unread.map(({ scope }) => scope)]).toEqual([4, [SCOPES.acme]]);
  });
});

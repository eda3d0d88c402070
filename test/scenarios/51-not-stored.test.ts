import { describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import type { Context } from '../../src/commands/context.ts';
import type { AzureState } from '../../src/sim/azure/state.ts';
import type { GcpBinding, GcpState } from '../../src/sim/gcp/state.ts';
import { httpDate } from '../../src/sim/faults.ts';
import { bind, unbind } from '../../src/sim/gcp/writers.ts';
import { foreign, ours } from './standing.ts';
import { reasons, seen } from './deeds.ts';
import { AZURE_ONE, callsTo, GCP_READ, GCP_WRITE, isWrite, over, writesOf } from './wire.ts';
import { aWorld, beginning, grantFile, type TestWorld } from './world.ts';

const HOURS = 3600_000;

/** One binding on each cloud for Ada until twelve. */
const aRequest = beginning(async () => {
  const world = await aWorld();
  const access = ['{ gcp: payments-test, role: roles/logging.viewer }', '{ azure: payments-prod, role: Reader }'];
  await world.land({ 'grants/payments/ada.yaml': grantFile({ access, expires: '12:00' }) });
  return world;
});

const BOTH = ['azure payments Reader ada ada', 'gcp payments-test roles/logging.viewer ada ada'];

/** Clouds that thank for every write, answer what they were sent, and keep none of it. */
function forgetful(world: TestWorld): Partial<Context> {
  return over(world, async (sent, pass) => {
    if (!isWrite(sent)) return pass();
    const asked = JSON.parse(sent.body === '' ? '{}' : sent.body) as { readonly policy?: object };
    const answer = asked.policy === undefined ? asked : { ...asked.policy, etag: 'BwYhAAAAAAE=' };
    const headers = { date: httpDate(world.clock.now()) };
    return new Response(JSON.stringify(answer), { status: sent.method === 'PUT' ? 201 : 200, headers });
  });
}

describe.concurrent('51 not stored', () => {
  it('does not believe an answer that a second look does not bear out, and does it in the next run', async () => {
    const world = await aRequest();
    const before = await foreign(world);
    const run = await world.apply({}, forgetful(world));
    expect(run.exit).toBe(4);
    expect(run.outcomes.map((one) => `${one.status} ${one.change.cloud}`)).toEqual(['unverified azure', 'unverified gcp']);
    expect(await ours(world)).toEqual([]);
    const next = await world.apply();
    expect([next.exit, ...next.outcomes.map((one) => one.status)]).toEqual([0, 'applied', 'applied']);
    expect([await ours(world), await foreign(world)]).toEqual([BOTH, before]);
  });

  it('does not believe that something is gone which is still there', async () => {
    const world = await aRequest();
    await world.apply();
    world.clock.advance(3 * HOURS);
    const run = await world.apply({}, forgetful(world));
    expect(run.exit).toBe(4);
    expect(run.outcomes.map((one) => `${one.status} ${one.change.verb} ${one.change.cloud}`)).toEqual([
      'unverified revoke azure',
      'unverified revoke gcp',
    ]);
    expect(await ours(world)).toEqual(BOTH);
    const next = await world.apply();
    expect([next.exit, ...next.outcomes.map((one) => `${one.status} ${one.change.verb}`)]).toEqual([0, 'applied revoke', 'applied revoke']);
    expect(await ours(world)).toEqual([]);
  });

  it('sees that somebody undid the write at once, and writes again in the next run', async () => {
    const world = await aRequest();
    const undoneAtGoogle = (state: GcpState) =>
      unbind(state, 'projects/payments-test', ({ condition }) => condition?.title === 'gk:acme-access:ada');
    const undoneAtAzure = (state: AzureState) => {
      state.roleAssignments = state.roleAssignments.filter((one) => one.description?.includes('grant=ada ') !== true);
    };
    world.gcp.faults.push({ path: GCP_READ, after: 1, effect: { kind: 'meanwhile', act: undoneAtGoogle } });
    world.azure.faults.push({ method: 'GET', path: AZURE_ONE, after: 1, effect: { kind: 'meanwhile', act: undoneAtAzure } });
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => one.status)]).toEqual([4, 'unverified', 'unverified']);
    expect(await ours(world)).toEqual([]);
    expect((await world.apply()).exit).toBe(0);
    expect(await ours(world)).toEqual(BOTH);
  });

  it('does not call a shorter end applied while the longer one is there again', async () => {
    const world = await aRequest();
    await world.apply();
    const access = ['{ gcp: payments-test, role: roles/logging.viewer }', '{ azure: payments-prod, role: Reader }'];
    await world.land({ 'grants/payments/ada.yaml': grantFile({ access, expires: '11:00' }) });
    const isAdas = ({ condition }: GcpBinding) => condition?.title === 'gk:acme-access:ada';
    const longer = await world.gcpState.update((state) => state.policies['projects/payments-test']?.bindings.filter(isAdas) ?? []);
    const again = (state: GcpState) => bind(state, 'projects/payments-test', ...longer);
    world.gcp.faults.push({ path: GCP_READ, after: 1, effect: { kind: 'meanwhile', act: again } });
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(run.outcomes.map((one) => `${one.status} ${one.change.verb} ${one.change.cloud}`)).toEqual([
      'applied shorten azure',
      'unverified shorten gcp',
    ]);
    const next = await world.apply();
    expect([next.exit, ...next.outcomes.map((one) => `${one.status} ${one.change.verb}`)]).toEqual([0, 'applied revoke']);
    expect(await ours(world)).toEqual(BOTH);
    expect((await world.plan()).changes).toEqual([]);
  });

  it('does not call applied what Google stored in other words', async () => {
    const world = await aRequest();
    await world.gcpState.update((state) => (state.spelling = { aliases: { 'ada@example.com': 'ada.byron@example.com' } }));
    const run = await world.apply();
    expect(run.exit).toBe(4);
    const odd = run.outcomes.find((one) => one.change.cloud === 'gcp');
    expect(odd).toMatchObject({
      status: 'unverified',
      failure: { message: expect.stringContaining('user:ada.byron@example.com stands there instead') },
    });
    // It is said again by each run, and written by none.
    const writes = writesOf(world).length;
    for (const again of [await world.apply(), await world.apply()]) {
      expect([again.exit === 0, ...again.outcomes.map(({ status }) => status)]).toEqual([false, 'held']);
      expect(reasons(again)).toContain('user:ada.byron@example.com stands at projects/payments-test in the place of user:ada@example.com');
      expect(seen(again, 'forged')).toHaveLength(1);
    }
    expect(writesOf(world)).toHaveLength(writes);
  });

  it('knows its own binding again however the cloud orders and spells it', async () => {
    const world = await aRequest();
    await world.gcpState.update((state) => (state.spelling = { lowerCase: true, reorder: true, split: true }));
    expect((await world.apply()).exit).toBe(0);
    const writes = writesOf(world).length;
    expect((await world.apply()).outcomes).toEqual([]);
    expect(writesOf(world)).toHaveLength(writes);
    world.clock.advance(3 * HOURS);
    expect((await world.apply()).exit).toBe(0);
    expect(await ours(world)).toEqual([]);
  });

  it('writes the change as unverified, with what the cloud answered as evidence', async () => {
    const world = await aRequest();
    const report = await world.run(apply, { yes: true }, [], forgetful(world));
    expect(report.exit).toBe(4);
    const { outcomes } = report.json as { outcomes: readonly { evidence: string | null; status: string }[] };
    expect(outcomes.map((one) => [one.status, one.evidence])).toEqual([
      ['unverified', expect.stringMatching(/^roleAssignments\/[0-9a-f-]{36}, 201/)],
      ['unverified', 'etag BwYhAAAAAAE='],
    ]);
    expect(report.text).toMatch(/2 unverified of 2 changes/);
  });

  it('says what kept it from looking, and only if that was the last it met', async () => {
    const world = await aRequest();
    await world.gcpState.update((state) => (state.lag = { reads: 50 }));
    world.gcp.faults.push({ path: GCP_READ, after: 2, effect: { kind: 'answer', status: 403 } });
    const run = await world.apply();
    expect(run.outcomes.find((one) => one.change.cloud === 'gcp')).toMatchObject({
      status: 'unverified',
      failure: { message: expect.stringContaining('did not show it within 30 s') },
    });
    expect(callsTo(world.gcp, GCP_WRITE)).toHaveLength(1);
    const blind = await aRequest();
    blind.gcp.faults.push({ path: GCP_READ, after: 1, times: 100, effect: { kind: 'answer', status: 403 } });
    expect((await blind.apply()).outcomes.find((one) => one.change.cloud === 'gcp')).toMatchObject({
      status: 'unverified',
      failure: { message: expect.stringMatching(/a second read failed: .*403/) },
    });
    expect(await ours(blind)).toEqual(BOTH);
  });
});

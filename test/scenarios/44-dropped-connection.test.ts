import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sim/service.ts';
import { foreign, ours } from './standing.ts';
import { ANY_CALL, AZURE_LIST, AZURE_ONE, callsTo, GCP_READ, GCP_WRITE, writesOf } from './wire.ts';
import { aWorld, beginning, grantFile, type TestWorld } from './world.ts';

const CUT_AFTER: Fault['effect'] = { kind: 'cut-after' };
const CUT_BEFORE: Fault['effect'] = { kind: 'cut-before' };

/** The debug role of both clouds for Ada, until twelve. */
const aRequest = beginning(async () => {
  const world = await aWorld();
  await world.land({ 'grants/payments/ada.yaml': grantFile({ access: ['{ role: debug, place: payments-prod }'], expires: '12:00' }) });
  return world;
});

const ALL = [
  'azure payments Reader ada ada',
  'gcp payments-prod roles/cloudsql.viewer ada ada',
  'gcp payments-prod roles/logging.viewer ada ada',
];

/** The next run finds nothing to do and writes nothing. */
async function expectSettled(world: TestWorld): Promise<void> {
  const writes = writesOf(world).length;
  const next = await world.apply();
  expect([next.exit, next.outcomes]).toEqual([0, []]);
  expect(writesOf(world)).toHaveLength(writes);
}

describe.concurrent('44 dropped connection', () => {
  it('finds out that the grants took effect, and makes none twice', async () => {
    const world = await aRequest();
    const before = await foreign(world);
    world.gcp.faults.push({ path: GCP_WRITE, effect: CUT_AFTER });
    world.azure.faults.push({ method: 'PUT', path: AZURE_ONE, effect: CUT_AFTER });
    const run = await world.apply();
    expect(run.exit).toBe(0);
    expect(run.outcomes.map((one) => `${one.change.cloud} ${one.status}`)).toEqual(['azure already-so', 'gcp applied', 'gcp applied']);
    expect(writesOf(world).map((call) => [call.method, call.status])).toEqual([
      ['POST', undefined],
      ['PUT', undefined],
    ]);
    expect([await ours(world), await foreign(world)]).toEqual([ALL, before]);
    await expectSettled(world);
  });

  it('finds out that the revocations took effect', async () => {
    const world = await aRequest();
    const before = await foreign(world);
    await world.apply();
    world.clock.advance(3 * 3600_000);
    world.gcp.faults.push({ path: GCP_WRITE, effect: CUT_AFTER });
    world.azure.faults.push({ method: 'DELETE', path: AZURE_ONE, effect: CUT_AFTER });
    const run = await world.apply();
    expect(run.exit).toBe(0);
    expect(run.outcomes.map((one) => `${one.change.cloud} ${one.status}`)).toEqual(['azure already-so', 'gcp applied', 'gcp applied']);
    expect([await ours(world), await foreign(world)]).toEqual([[], before]);
    await expectSettled(world);
  });

  it('writes again when the connection was gone before the cloud acted', async () => {
    const world = await aRequest();
    world.gcp.faults.push({ path: GCP_WRITE, effect: CUT_BEFORE });
    world.azure.faults.push({ method: 'PUT', path: AZURE_ONE, effect: CUT_BEFORE });
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => one.status)]).toEqual([0, 'applied', 'applied', 'applied']);
    expect(await ours(world)).toEqual(ALL);
    await expectSettled(world);
  });

  it('is not fooled by readers that lag behind the write that was cut off', async () => {
    const world = await aRequest();
    const before = await foreign(world);
    await world.gcpState.update((state) => (state.lag = { reads: 2 }));
    await world.azureState.update((state) => (state.manner.lag = { get: 3000, list: 5000, byPrincipal: 5000 }));
    world.gcp.faults.push({ path: GCP_WRITE, effect: CUT_AFTER });
    world.azure.faults.push({ method: 'PUT', path: AZURE_ONE, effect: CUT_AFTER });
    const run = await world.apply();
    expect(run.exit).toBe(0);
    expect([await ours(world), await foreign(world)]).toEqual([ALL, before]);
    // What is sent on an old reading is refused by its etag, and never taken for a second grant.
    expect(callsTo(world.gcp, GCP_WRITE).map((call) => call.status)).toEqual([undefined, 409, 409]);
    world.clock.advance(60_000);
    await expectSettled(world);
  });

  it('knows an answer that is cut off for no answer', async () => {
    const world = await aRequest();
    world.gcp.faults.push({ path: GCP_WRITE, effect: { kind: 'truncate', length: 40 } });
    world.azure.faults.push({ method: 'PUT', path: AZURE_ONE, effect: { kind: 'truncate', length: 40 } });
    const run = await world.apply();
    expect([run.exit, await ours(world)]).toEqual([0, ALL]);
    expect(writesOf(world)).toHaveLength(2);
    await expectSettled(world);
  });

  it('asks again when a reading is cut off', async () => {
    const world = await aRequest();
    world.gcp.faults.push({ path: GCP_READ, times: 2, effect: CUT_AFTER });
    world.azure.faults.push({ path: AZURE_LIST, times: 2, effect: CUT_AFTER });
    expect((await world.apply()).exit).toBe(0);
    expect(await ours(world)).toEqual(ALL);
  });

  it('says that it does not know, when the line goes dead right after the write, and the next run looks', async () => {
    const world = await aRequest();
    world.gcp.faults.push({ path: GCP_WRITE, effect: CUT_AFTER });
    world.gcp.faults.push({ path: GCP_READ, after: 1, times: 6, effect: CUT_BEFORE });
    world.azure.faults.push({ method: 'PUT', path: AZURE_ONE, effect: CUT_AFTER });
    world.azure.faults.push({ path: AZURE_LIST, after: 1, times: 20, effect: CUT_BEFORE });
    const run = await world.apply();
    expect(run.exit).toBe(4);
    world.azure.faults.length = 0;
    expect(run.outcomes.map((one) => one.status)).toEqual(['unverified', 'unverified', 'unverified']);
    expect(await ours(world)).toEqual(ALL);
    await expectSettled(world);
  });

  it('fails cleanly when nothing can be written for long, and converges when it can', async () => {
    const world = await aRequest();
    const before = await foreign(world);
    world.gcp.faults.push({ path: GCP_WRITE, times: 100, effect: CUT_BEFORE });
    world.azure.faults.push({ method: 'PUT', path: AZURE_ONE, times: 100, effect: CUT_BEFORE });
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => one.status)]).toEqual([1, 'failed', 'failed', 'failed']);
    expect(run.outcomes.map((one) => one.failure?.message).join()).toMatch(/connection failed/);
    expect([await ours(world), await foreign(world)]).toEqual([[], before]);
    world.gcp.faults.length = 0;
    world.azure.faults.length = 0;
    expect((await world.apply()).exit).toBe(0);
    expect([await ours(world), await foreign(world)]).toEqual([ALL, before]);
  });

  it('survives a line on which every third call is lost', async () => {
    const world = await aRequest();
    const before = await foreign(world);
    const rough = () =>
      Array.from({ length: 40 }, (_, at): Fault => ({ path: ANY_CALL, after: at * 3 + 2, effect: at % 2 === 0 ? CUT_AFTER : CUT_BEFORE }));
    world.gcp.faults.push(...rough());
    world.azure.faults.push(...rough());
    const run = await world.apply();
    expect(run.exit).toBe(0);
    expect([await ours(world), await foreign(world)]).toEqual([ALL, before]);
    world.clock.advance(3 * 3600_000);
    expect((await world.apply()).exit).toBe(0);
    expect([await ours(world), await foreign(world)]).toEqual([[], before]);
  });
});

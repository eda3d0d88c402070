import { describe, expect, it } from 'vitest';
import { later } from '../../src/domain/instant.ts';
import { httpDate } from '../../src/sim/faults.ts';
import type { Fault } from '../../src/sim/service.ts';
import { ours } from './standing.ts';
import { AZURE_LIST, AZURE_ONE, callsTo, GCP_READ, GCP_WRITE, writesOf } from './wire.ts';
import { aWorld, beginning, grantFile, type TestWorld } from './world.ts';

const SECOND = 1000;

/** One refused call; `retryAfter` as the header says it. */
function tooMany(fault: Pick<Fault, 'path' | 'method' | 'times' | 'after'>, retryAfter?: string): Fault {
  return {
    ...fault,
    effect: { kind: 'answer', status: 429, ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }) },
  };
}

/** One binding on each cloud, asked for and approved. */
const aRequest = beginning(async () => {
  const world = await aWorld();
  const access = ['{ gcp: payments-test, role: roles/logging.viewer }', '{ azure: payments-prod, role: Reader }'];
  await world.land({ 'grants/payments/ada.yaml': grantFile({ access, expires: '12:00' }) });
  return world;
});

const BOTH = ['azure payments Reader ada ada', 'gcp payments-test roles/logging.viewer ada ada'];

/** Every wait has up to a second more, so that many runs do not come back at once. */
function expectWaited(world: TestWorld, seconds: number, waits: number): void {
  expect(world.waited()).toBeGreaterThanOrEqual(seconds * SECOND);
  expect(world.waited()).toBeLessThan((seconds + waits) * SECOND);
}

describe.concurrent('41 throttled', () => {
  it('waits as long as each cloud asks before it reads again', async () => {
    const world = await aRequest();
    world.gcp.faults.push(tooMany({ path: GCP_READ }, '7'));
    world.azure.faults.push(tooMany({ path: AZURE_LIST }, '11'));
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => one.status)]).toEqual([0, 'applied', 'applied']);
    expectWaited(world, 7 + 11, 2);
  });

  it('reads again after growing waits where a cloud does not say how long', async () => {
    const world = await aRequest();
    world.gcp.faults.push(tooMany({ path: GCP_READ, times: 3 }));
    world.azure.faults.push(tooMany({ path: AZURE_LIST, times: 2 }));
    expect((await world.apply()).exit).toBe(0);
    expectWaited(world, 1 + 2 + 4 + (1 + 2), 5);
  });

  it('understands a moment instead of a number of seconds', async () => {
    const world = await aRequest();
    world.azure.faults.push(tooMany({ path: AZURE_LIST }, httpDate(later(world.clock.now(), 20 * SECOND))));
    expect((await world.apply()).exit).toBe(0);
    expectWaited(world, 20, 1);
  });

  it('writes once more after the wait, and grants once', async () => {
    const world = await aRequest();
    world.gcp.faults.push(tooMany({ path: GCP_WRITE }, '5'));
    world.azure.faults.push(tooMany({ method: 'PUT', path: AZURE_ONE }, '9'));
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => one.status)]).toEqual([0, 'applied', 'applied']);
    expect(callsTo(world.gcp, GCP_WRITE).map((call) => call.status)).toEqual([429, 200]);
    expect(callsTo(world.azure, AZURE_ONE, 'PUT').map((call) => call.status)).toEqual([429, 201]);
    expectWaited(world, 5 + 9, 2);
    expect(await ours(world)).toEqual(BOTH);
  });

  it('revokes after the wait', async () => {
    const world = await aRequest();
    await world.apply();
    world.clock.advance(3 * 3600 * SECOND);
    const before = world.waited();
    world.gcp.faults.push(tooMany({ path: GCP_WRITE, times: 2 }, '3'));
    world.azure.faults.push(tooMany({ method: 'DELETE', path: AZURE_ONE, times: 2 }, '4'));
    const run = await world.apply();
    expect([run.exit, ...run.outcomes.map((one) => `${one.status} ${one.change.verb}`)]).toEqual([0, 'applied revoke', 'applied revoke']);
    expect(world.waited() - before).toBeGreaterThanOrEqual((3 + 3 + 4 + 4) * SECOND);
    expect(await ours(world)).toEqual([]);
  });

  it('waits as long as a cloud asks that is not well, before it reads or writes again', async () => {
    const world = await aRequest();
    const unwell = (fault: Pick<Fault, 'path' | 'method'>, retryAfter: string): Fault => ({
      ...fault,
      effect: { kind: 'answer', status: 503, headers: { 'retry-after': retryAfter } },
    });
    world.gcp.faults.push(unwell({ path: GCP_READ }, '6'), unwell({ path: GCP_WRITE }, '13'));
    world.azure.faults.push(unwell({ path: AZURE_LIST }, '8'), unwell({ method: 'PUT', path: AZURE_ONE }, '17'));
    const run = await world.apply();
    expect([run.exit, await ours(world)]).toEqual([0, BOTH]);
    expectWaited(world, 6 + 13 + 8 + 17, 4);
  });

  it('gets through the quotas of a busy day by patience alone', async () => {
    const world = await aRequest();
    await world.gcpState.update(
      (state) => (state.quotas = { projectReads: { perMinute: 20, burst: 1 }, projectWrites: { perMinute: 20, burst: 1 } }),
    );
    await world.azureState.update(
      (state) =>
        (state.manner.throttle = {
          reads: { burst: 2, perSecond: 0.25 },
          writes: { burst: 1, perSecond: 0.1 },
          deletes: { burst: 1, perSecond: 0.1 },
        }),
    );
    const run = await world.apply();
    expect(run.exit).toBe(0);
    expect(await ours(world)).toEqual(BOTH);
    expect([...world.gcp.calls, ...world.azure.calls].filter((call) => call.status === 429).length).toBeGreaterThan(2);
    const writes = writesOf(world).length;
    expect((await world.apply()).outcomes).toEqual([]);
    expect(writesOf(world)).toHaveLength(writes);
  });

  it('gives up a cloud that goes on refusing, says so, and serves the other', async () => {
    const world = await aRequest();
    world.gcp.faults.push(tooMany({ path: GCP_READ, times: 6 }, '2'));
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(run.outcomes.map((one) => `${one.status} ${one.change.cloud}`)).toEqual(['applied azure']);
    expect(run.unread).toMatchObject([{ scope: 'projects/payments-test', message: expect.stringContaining('429') }]);
    expect((await world.apply()).exit).toBe(0);
    expect(await ours(world)).toEqual(BOTH);
  });

  it('does not wait for an hour because a cloud says so', async () => {
    const world = await aRequest();
    world.azure.faults.push(tooMany({ path: AZURE_LIST, times: 6 }, '3600'));
    const run = await world.apply();
    expect(run.exit).toBe(4);
    expect(run.unread).toMatchObject([{ scope: expect.stringContaining('/resourceGroups/payments') }]);
    expectWaited(world, 3 * 60, 3);
  });

  it('reports a write that was refused to the end, and the next run does it', async () => {
    const world = await aRequest();
    world.gcp.faults.push(tooMany({ path: GCP_WRITE, times: 8 }, '1'));
    world.azure.faults.push(tooMany({ method: 'PUT', path: AZURE_ONE, times: 6 }, '1'));
    const run = await world.apply();
    expect(run.exit).toBe(1);
    expect(run.outcomes.map((one) => [one.change.cloud, one.status, one.failure?.kind])).toEqual([
      ['azure', 'failed', 'transient'],
      ['gcp', 'failed', 'transient'],
    ]);
    expect(await ours(world)).toEqual([]);
    expect((await world.apply()).exit).toBe(0);
    expect(await ours(world)).toEqual(BOTH);
  });
});

import { describe, expect, it } from 'vitest';
import type { AzureState } from '../../src/sim/azure/state.ts';
import type { GcpState } from '../../src/sim/gcp/state.ts';
import { onDisk, untilGone } from './child.ts';
import { foreign, ours } from './standing.ts';
import { over, writesOf } from './wire.ts';
import { type ApplyJson, aWorld, grantFile, type TestWorld } from './world.ts';

const HOURS = 3600_000;

/**
 * Six changes over three scopes of two clouds: what Ada held until ten is to go, what she holds from now on is to come.
 */
async function sixChanges(world: TestWorld): Promise<void> {
  const old = ['{ gcp: payments-prod, role: roles/monitoring.viewer }', '{ gcp: payments-test, role: roles/logging.viewer }'];
  const fresh = ['{ gcp: payments-prod, role: roles/logging.viewer }', '{ gcp: payments-test, role: roles/cloudsql.viewer }'];
  const reader = '{ azure: payments-prod, role: Reader }';
  await world.land({
    'grants/payments/old.yaml': grantFile({ access: [...old, '{ azure: payments-prod, role: Monitoring Reader }'], expires: '10:00' }),
  });
  expect((await world.apply()).exit).toBe(0);
  world.clock.advance(HOURS);
  await world.land({ 'grants/payments/new.yaml': grantFile({ access: [...fresh, reader], expires: '12:00' }) });
}

const BEFORE = [
  'azure payments Monitoring Reader ada old',
  'gcp payments-prod roles/monitoring.viewer ada old',
  'gcp payments-test roles/logging.viewer ada old',
];
const AFTER = [
  'azure payments Reader ada new',
  'gcp payments-prod roles/logging.viewer ada new',
  'gcp payments-test roles/cloudsql.viewer ada new',
];

interface Books {
  readonly gcp: GcpState;
  readonly azure: AzureState;
}

/** The clouds' own books, to be put back later. */
async function booksOf(world: TestWorld): Promise<Books> {
  return {
    gcp: await world.gcpState.update((state) => structuredClone(state)),
    azure: await world.azureState.update((state) => structuredClone(state)),
  };
}

async function putBack(world: TestWorld, books: Books): Promise<void> {
  await world.gcpState.update((state) => Object.assign(state, structuredClone(books.gcp)));
  await world.azureState.update((state) => Object.assign(state, structuredClone(books.azure)));
}

/** Everything that stands in the clouds, down to the order of the bindings; without the counts of writes. */
async function contentsOf(world: TestWorld): Promise<string> {
  const { gcp, azure } = await booksOf(world);
  const policies = Object.entries(gcp.policies).map(([name, policy]) => [name, { ...policy, etag: null }]);
  return JSON.stringify({ policies, assignments: azure.roleAssignments, schedules: azure.schedules });
}

/** Runs `apply` until it has sent `calls` calls; from the next on it is as good as dead: nothing of it is sent or answered. */
async function killedAfter(world: TestWorld, calls: number): Promise<{ readonly died: boolean; readonly sent: number }> {
  const { promise: death, resolve: die } = Promise.withResolvers<'died'>();
  const flying = new Set<Promise<unknown>>();
  let sent = 0;
  const mortal = over(world, (_, pass) => {
    if (sent >= calls) {
      die('died');
      return new Promise(() => undefined);
    }
    sent += 1;
    const answer = pass();
    flying.add(answer);
    return answer;
  });
  const run = world.apply({}, mortal).then(() => 'done' as const);
  const end = await Promise.race([run, death]);
  // A call that was sent before the end reaches the cloud all the same.
  await Promise.allSettled(flying);
  return { died: end === 'died', sent };
}

describe.concurrent('45 killed', () => {
  it('between any two calls, and the next run ends where a whole one would have', async () => {
    const world = await aWorld();
    await sixChanges(world);
    const start = await booksOf(world);
    const others = await foreign(world);
    expect(await ours(world)).toEqual(BEFORE);

    const whole = await killedAfter(world, Infinity);
    expect(whole.died).toBe(false);
    expect(await ours(world)).toEqual(AFTER);
    const end = await contentsOf(world);
    const writes = writesOf(world).length;
    expect((await world.apply()).outcomes).toEqual([]);
    expect(writesOf(world)).toHaveLength(writes);

    const left = new Set<string>();
    for (let calls = 0; calls < whole.sent; calls += 1) {
      await putBack(world, start);
      expect(await killedAfter(world, calls)).toEqual({ died: true, sent: calls });
      expect(await foreign(world), `after ${calls} calls`).toBe(others);
      // A run acts on what it reads: from the same state, however it came about, the next one does the same.
      const state = await contentsOf(world);
      if (left.has(state)) continue;
      left.add(state);
      const next = await world.apply();
      expect([next.exit, next.outcomes.filter((one) => one.status !== 'applied')], `after ${calls} calls`).toEqual([0, []]);
      // The very state from which a further run was seen to change nothing.
      expect(await contentsOf(world), `after ${calls} calls`).toBe(end);
    }
    // The deaths lie between all the writes, not beside them.
    expect(left.size).toBeGreaterThanOrEqual(5);
  });

  it('by the system as a process of its own, in the middle of its work; the next one takes over', async () => {
    const world = await aWorld();
    await sixChanges(world);
    const others = await foreign(world);
    // Azure's readers lag, so the run waits to see the old assignment gone before it gives anything: that is its middle.
    await world.azureState.update((state) => (state.manner.lag = { get: 20_000, list: 20_000, byPrincipal: 20_000 }));
    const disk = await onDisk(world);
    const run = disk.start('apply', '--yes', '--json');
    await untilGone(disk, 'azure payments Monitoring Reader ada old', run);
    run.child.kill('SIGKILL');
    expect(await run.end).toMatchObject({ exit: null, signal: 'SIGKILL', stdout: '' });
    expect((await ours(disk)).filter((one) => AFTER.includes(one))).toEqual([]);
    expect(await foreign(disk)).toBe(others);

    await disk.azureState.update((state) => (state.manner.lag = { get: 0, list: 0, byPrincipal: 0 }));
    const next = await disk.start('apply', '--yes', '--json').end;
    expect([next.exit, next.stderr]).toEqual([0, '']);
    const { outcomes } = JSON.parse(next.stdout) as ApplyJson;
    expect(outcomes.filter((one) => one.change.verb === 'grant').map((one) => one.status)).toEqual(['applied', 'applied', 'applied']);
    expect([await ours(disk), await foreign(disk)]).toEqual([AFTER, others]);
  });
});

import { describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import type { Context } from '../../src/commands/context.ts';
import { recall } from '../../src/commands/recall.ts';
import { later } from '../../src/domain/instant.ts';
import { httpDate } from '../../src/sim/faults.ts';
import { ours } from './standing.ts';
import { over, writesOf } from './wire.ts';
import { type ApplyJson, aWorld, beginning, grantFile, type TestWorld } from './world.ts';

const MINUTES = 60_000;
const HOURS = 60 * MINUTES;

/** A run on a machine whose clock differs from the clouds' by so much. */
function machineOff(world: TestWorld, by: number): Partial<Context> {
  const clock = () => later(world.clock.now(), by);
  return { now: clock(), clock };
}

/** One cloud that dates its answers wrongly by so much. */
function cloudOff(world: TestWorld, cloud: 'gcp' | 'azure', by: number): Partial<Context> {
  return over(world, async (sent, pass) => {
    const response = await pass();
    if (sent.cloud !== cloud) return response;
    const headers = new Headers(response.headers);
    headers.set('date', httpDate(later(world.clock.now(), by)));
    return new Response(response.body, { status: response.status, headers });
  });
}

/**
 * At half past ten: what Ada held until ten is over, what Gil holds until eleven is not, what Zoe asks for is not yet there, and
 * the file that gave Dan access is deleted.
 */
const busyMorning = beginning(async () => {
  const world = await aWorld();
  const access = ['{ gcp: payments-test, role: roles/logging.viewer }', '{ azure: payments-prod, role: Reader }'];
  await world.land({
    'grants/payments/ada.yaml': grantFile({ access, expires: '10:00' }),
    'grants/payments/gil.yaml': grantFile({ principal: 'gil', access, expires: '11:00' }),
    'grants/payments/dan.yaml': grantFile({ principal: 'dan', access, expires: '12:00' }),
  });
  await world.apply();
  world.clock.advance(90 * MINUTES);
  await world.land({
    'grants/payments/dan.yaml': null,
    'grants/payments/zoe.yaml': grantFile({ principal: 'zoe', access, expires: '12:00' }),
  });
  return world;
});

const verbs = ({ outcomes }: ApplyJson) =>
  outcomes.map((one) => `${one.status} ${one.change.verb} ${one.change.principal} ${one.change.cloud}`);

const DUE = ['applied revoke ada azure', 'applied revoke ada gcp'];

describe.concurrent('50 clocks apart', () => {
  it.each([
    { what: 'this machine is an hour ahead', off: (world: TestWorld) => machineOff(world, HOURS) },
    { what: 'one cloud is an hour ahead', off: (world: TestWorld) => cloudOff(world, 'gcp', HOURS) },
    { what: 'the other cloud is an hour ahead', off: (world: TestWorld) => cloudOff(world, 'azure', HOURS) },
  ])('takes only what all clocks call past when $what', async ({ off }) => {
    const world = await busyMorning();
    const run = await world.apply({}, off(world));
    expect(run.exit).toBe(4);
    expect(verbs(run)).toEqual(DUE);
    expect(run.refusals.map((one) => one.code)).toContain('GK3002');
    expect(run.refusals.find((one) => one.code === 'GK3002')?.message).toMatch(/clock.* 3600 s apart \(at most 300 s\)/);
    expect((await ours(world)).map((line) => line.split(' ').at(-1))).toEqual(['dan', 'gil', 'dan', 'gil']);
    const healed = await world.apply();
    expect(verbs(healed)).toEqual([
      'applied revoke dan azure',
      'applied grant zoe azure',
      'applied revoke dan gcp',
      'applied grant zoe gcp',
    ]);
    expect(healed.exit).toBe(0);
  });

  it.each([
    { what: 'this machine is an hour behind', off: (world: TestWorld) => machineOff(world, -HOURS) },
    { what: 'one cloud is an hour behind', off: (world: TestWorld) => cloudOff(world, 'azure', -HOURS) },
  ])('takes nothing that one clock does not call past when $what', async ({ off }) => {
    const world = await busyMorning();
    const writes = writesOf(world).length;
    const run = await world.apply({}, off(world));
    expect([run.exit, run.outcomes]).toEqual([3, []]);
    expect(run.refusals.map((one) => one.code)).toContain('GK3002');
    expect(writesOf(world)).toHaveLength(writes);
    expect((await world.apply()).exit).toBe(0);
  });

  it('takes what is past on the latest of three clocks, as soon as it is', async () => {
    const world = await busyMorning();
    world.clock.advance(35 * MINUTES);
    // Five past eleven by the clouds; by the machine, ten past ten.
    const run = await world.apply({}, machineOff(world, -55 * MINUTES));
    expect(verbs(run)).toEqual(DUE);
    expect(run.exit).toBe(4);
  });

  it('works as ever up to five minutes apart, and no further', async () => {
    const world = await busyMorning();
    const plan = async (by: number) => (await world.plan(machineOff(world, by))).refusals.filter((one) => one.code === 'GK3002').length;
    expect(await plan(5 * MINUTES)).toBe(0);
    expect(await plan(-5 * MINUTES)).toBe(0);
    expect(await plan(5 * MINUTES + 1000)).toBe(1);
    expect(await plan(-5 * MINUTES - 1000)).toBe(1);
    expect((await world.apply({}, machineOff(world, 4 * MINUTES))).exit).toBe(0);
  });

  it('says so to a person, and what to do', async () => {
    const world = await busyMorning();
    const { text } = await world.run(apply, { yes: true }, [], machineOff(world, HOURS));
    expect(text).toMatch(/^x GK3002 .*3600 s apart/m);
    expect(text).toMatch(/^ {2}Set the clock\. Until then only what every clock calls past, or what is recalled, is revoked\./m);
  });

  it.each([HOURS, -HOURS])('recalls all the same, with the machine %i ms off', async (by) => {
    const world = await busyMorning();
    const report = await world.run(recall, { yes: true, reason: 'Laptop stolen' }, ['gil'], machineOff(world, by));
    expect(report.exit).toBe(0);
    expect(verbs(report.json as ApplyJson)).toEqual(['applied revoke gil azure', 'applied revoke gil gcp']);
    expect((await ours(world)).filter((line) => line.endsWith(' gil'))).toEqual([]);
    const run = await world.apply({}, machineOff(world, by));
    expect((await ours(world)).filter((line) => line.endsWith(' gil'))).toEqual([]);
    expect(run.outcomes.filter((one) => one.change.verb === 'grant')).toEqual([]);
  });

  it('acts on a recall that lies on its branch only, too', async () => {
    const world = await busyMorning();
    const file = 'principal: gil\nsince: 2026-11-23T10:20:00Z\nreason: Laptop stolen\n';
    const proposed = await world.forge.proposeFile('grantkeeper/recall/gil', 'recalls/gil.yaml', file, { title: 'Recall gil', body: '' });
    expect(proposed.ok).toBe(true);
    const run = await world.apply({}, machineOff(world, HOURS));
    expect(verbs(run).filter((line) => line.includes('gil'))).toEqual(['applied revoke gil azure', 'applied revoke gil gcp']);
  });
});

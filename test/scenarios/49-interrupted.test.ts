import { describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import type { Context } from '../../src/commands/context.ts';
import { recall } from '../../src/commands/recall.ts';
import { onDisk, untilGone } from './child.ts';
import { foreign, ours } from './standing.ts';
import { isWrite, over, writesOf } from './wire.ts';
import { type ApplyJson, aWorld, beginning, grantFile, type TestWorld } from './world.ts';

const HOURS = 3600_000;

/** Ada's access on both clouds is over; Chi's is to begin. */
const changeOfShift = beginning(async () => {
  const world = await aWorld();
  const access = ['{ gcp: payments-test, role: roles/logging.viewer }', '{ azure: payments-prod, role: Reader }'];
  await world.land({ 'grants/payments/ada.yaml': grantFile({ access, expires: '10:00' }) });
  await world.apply();
  world.clock.advance(HOURS);
  await world.land({ 'grants/payments/chi.yaml': grantFile({ principal: 'chi', access, expires: '12:00' }) });
  return world;
});

const OLD = ['azure payments Reader ada ada', 'gcp payments-test roles/logging.viewer ada ada'];
const NEW = ['azure payments Reader chi chi', 'gcp payments-test roles/logging.viewer chi chi'];

/** Somebody presses Ctrl-C while the write number `count` is on its way; 0 is before anything is read. */
function interruptedAt(world: TestWorld, count: number): Partial<Context> {
  let writes = 0;
  const { access } = over(world, (sent, pass) => {
    if (isWrite(sent)) writes += 1;
    return pass();
  });
  return { access, stopping: () => writes >= count };
}

describe.concurrent('49 interrupted', () => {
  it('finishes and looks at what is in hand, skips the rest, and the next run does it', async () => {
    const world = await changeOfShift();
    const others = await foreign(world);
    const run = await world.apply({}, interruptedAt(world, 1));
    expect(run.exit).toBe(130);
    expect(run.outcomes.map((one) => `${one.status} ${one.change.verb} ${one.change.cloud}`)).toEqual([
      'applied revoke azure',
      'skipped grant azure',
      'applied revoke gcp',
      'skipped grant gcp',
    ]);
    expect(run.outcomes[1]?.failure?.message).toMatch(/interrupted/);
    expect([await ours(world), await foreign(world)]).toEqual([[], others]);
    const next = await world.apply();
    expect([next.exit, ...next.outcomes.map((one) => `${one.status} ${one.change.verb}`)]).toEqual([0, 'applied grant', 'applied grant']);
    expect([await ours(world), await foreign(world)]).toEqual([NEW, others]);
  });

  it('begins no write when it is interrupted while it reads', async () => {
    const world = await changeOfShift();
    const writes = writesOf(world).length;
    const run = await world.apply({}, interruptedAt(world, 0));
    expect([run.exit, ...run.outcomes.map((one) => one.status)]).toEqual([130, 'skipped', 'skipped', 'skipped', 'skipped']);
    expect(writesOf(world)).toHaveLength(writes);
    expect(await ours(world)).toEqual(OLD);
    expect((await world.apply()).exit).toBe(0);
    expect(await ours(world)).toEqual(NEW);
  });

  it('tells a person what was done and what was not', async () => {
    const world = await changeOfShift();
    const { exit, text } = await world.run(apply, { yes: true }, [], interruptedAt(world, 1));
    expect(exit).toBe(130);
    expect(text).toMatch(/\+ chi +Reader +payments-prod azure +skipped +the run was interrupted before it/);
    expect(text).toMatch(/2 applied, 2 skipped of 4 changes/);
  });

  it('ends a recall in the same way, which is then not finished', async () => {
    const world = await aWorld();
    await world.land({ 'grants/payments/ada.yaml': grantFile({ access: ['{ role: debug, place: payments-prod }'], expires: '12:00' }) });
    await world.apply();
    const report = await world.run(recall, { yes: true }, ['ada'], interruptedAt(world, 0));
    expect(report.exit).toBe(130);
    expect((report.json as ApplyJson).outcomes.map((one) => one.status)).toEqual(['skipped', 'skipped', 'skipped']);
    expect((await world.apply()).outcomes.map((one) => `${one.status} ${one.change.because}`)).toEqual([
      'applied recalled',
      'applied recalled',
      'applied recalled',
    ]);
    expect(await ours(world)).toEqual([]);
  });

  it('is told by a signal, as a process of its own', async () => {
    const world = await changeOfShift();
    // The revocation on Azure is seen only after a while: time enough for somebody to press Ctrl-C.
    await world.azureState.update((state) => (state.manner.lag = { get: 2500, list: 0, byPrincipal: 0 }));
    const disk = await onDisk(world);
    const run = disk.start('apply', '--yes', '--json');
    await untilGone(disk, 'azure payments Reader ada ada', run);
    run.child.kill('SIGINT');
    const { exit, signal, stdout, stderr } = await run.end;
    expect([exit, signal, stderr]).toEqual([130, null, '\nStopping after the write in hand; once more ends at once.\n']);
    const { outcomes } = JSON.parse(stdout) as ApplyJson;
    expect(outcomes.map((one) => `${one.status} ${one.change.verb} ${one.change.cloud}`)).toEqual([
      'applied revoke azure',
      'skipped grant azure',
      'applied revoke gcp',
      'skipped grant gcp',
    ]);
    expect(await ours(disk)).toEqual([]);
  });
});

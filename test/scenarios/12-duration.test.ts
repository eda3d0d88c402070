import { describe, expect, it } from 'vitest';
import { validate } from '../../src/commands/validate.ts';
import { at, done, planned, refused, seen, until } from './deeds.ts';
import { may } from './rights.ts';
import { writesOf } from './wire.ts';
import { aWorld, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada-observe.yaml';
const DASHBOARDS = 'roles/monitoring.viewer';
const PROD = 'projects/payments-prod';
const OBSERVE = ['{ role: observe, place: payments-prod }'];
const MINUTE = 60_000;
const SECOND = 1000;

describe('12 duration', () => {
  it('counts from a late merge, and the earlier of the two ends wins', async () => {
    const world = await aWorld();
    const ninety = 90 * MINUTE;
    await world.land({ [PATH]: grantFile({ access: OBSERVE, more: 'duration: 2h\n' }) }, { waits: ninety });
    expect(planned(await world.plan())).toEqual(['grant asked ada Monitoring Reader 12:30', `grant asked ada ${DASHBOARDS} 12:30`]);
    until(world, '15:00');
    const later = grantFile({ principal: 'chi', access: OBSERVE, more: 'duration: 2h\n' });
    await world.land({ 'grants/payments/2026-11-23-chi-observe.yaml': later }, { by: 'chi-p', waits: ninety });
    expect(planned(await world.plan())).toEqual(['grant asked chi Monitoring Reader 17:00', `grant asked chi ${DASHBOARDS} 17:00`]);
  });

  it('grants nothing when the end is over at the landing, and says so on the request', async () => {
    const world = await aWorld();
    until(world, '11:30');
    await world.land({ [PATH]: grantFile({ access: OBSERVE, expires: '12:00' }) }, { waits: 30 * MINUTE });
    const run = await world.apply();
    expect(run).toMatchObject({ outcomes: [], exit: 3 });
    expect(refused(run)).toEqual(['GK3103 2026-11-23-ada-observe']);
    const second = { 'grants/payments/2026-11-23-ada-again.yaml': grantFile({ expires: '12:00' }) };
    await world.propose(second);
    const report = await world.run(validate);
    expect(report.exit).toBe(3);
    expect(report.text).toMatch(/2026-11-23-ada-again\.yaml:6:\d+ +GK2101 .*the end 2026-11-23T12:00:00Z is over/);
  });

  it('counts from `starts`: on Google Cloud written at the merge and begun by the cloud, on Azure begun by our next run', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ access: OBSERVE, more: 'starts: 2026-11-23T11:00:00Z\nduration: 2h\n' }) });
    const first = await world.apply();
    expect(done(first)).toEqual([`applied grant asked ada ${DASHBOARDS} 13:00`]);
    expect(seen(first, 'scheduled')).toEqual(['2026-11-23-ada-observe', '2026-11-23-ada-observe']);
    const writes = writesOf(world).length;
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    expect(writesOf(world)).toHaveLength(writes);

    // The engine is off from here on: it is the cloud that begins and ends.
    const starts = at('11:00');
    const ends = at('13:00');
    const google = async (when: number) => may(world, 'ada', DASHBOARDS, PROD, when as typeof starts);
    expect(await Promise.all([starts - SECOND, starts, ends - SECOND, ends].map(google))).toEqual([false, true, true, false]);
    expect(await may(world, 'ada', 'Monitoring Reader', 'paymentsGroup', starts)).toBe(false);

    until(world, '11:20');
    expect(done(await world.apply())).toEqual(['applied grant asked ada Monitoring Reader 13:00']);
    expect(await may(world, 'ada', 'Monitoring Reader', 'paymentsGroup')).toBe(true);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });

    until(world, '13:00');
    expect(await may(world, 'ada', 'Monitoring Reader', 'paymentsGroup')).toBe(true);
    expect(done(await world.apply())).toEqual([
      'applied revoke lapsed ada Monitoring Reader none',
      `applied revoke lapsed ada ${DASHBOARDS} none`,
    ]);
    expect(await may(world, 'ada', 'Monitoring Reader', 'paymentsGroup')).toBe(false);
  });

  it('moves a start only with approval: earlier and later are landings, an unapproved one gives nothing', async () => {
    const world = await aWorld();
    const starting = (time: string) => grantFile({ more: `starts: 2026-11-23T${time}:00Z\nduration: 2h\n` });
    await world.land({ [PATH]: starting('12:00') });
    await world.apply();
    expect(await may(world, 'ada', 'roles/logging.viewer', 'projects/payments-test', at('13:00'))).toBe(true);
    await world.pushToMain({ [PATH]: starting('10:00') });
    const unseen = await world.apply();
    expect(refused(unseen)).toEqual(['GK2001 2026-11-23-ada-observe']);
    expect(await may(world, 'ada', 'roles/logging.viewer', 'projects/payments-test', at('11:00'))).toBe(false);
    await world.land({ [PATH]: starting('10:30') });
    await world.apply();
    expect(await may(world, 'ada', 'roles/logging.viewer', 'projects/payments-test', at('10:29'))).toBe(false);
    expect(await may(world, 'ada', 'roles/logging.viewer', 'projects/payments-test', at('10:30'))).toBe(true);
    expect(await may(world, 'ada', 'roles/logging.viewer', 'projects/payments-test', at('12:30'))).toBe(false);
  });
});

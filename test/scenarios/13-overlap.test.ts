import { describe, expect, it } from 'vitest';
import { at, done, planned, seen, until } from './deeds.ts';
import { may } from './rights.ts';
import { ours } from './standing.ts';
import { writesOf } from './wire.ts';
import { aWorld, grantFile, type TestWorld } from './world.ts';

const A = 'grants/payments/2026-11-23-a.yaml';
const B = 'grants/payments/2026-11-23-b.yaml';
const DASHBOARDS = 'roles/monitoring.viewer';
const READER = 'Monitoring Reader';
const PROD = 'projects/payments-prod';

function observe(expires: string, more = ''): string {
  return grantFile({ access: ['{ role: observe, place: payments-prod }'], expires, more });
}

async function titled(world: TestWorld): Promise<readonly string[]> {
  return (await ours(world)).map((one) => one.slice(one.lastIndexOf(' ') + 1));
}

describe('13 overlapping grants', () => {
  it('are one binding with the latest end, and what is withdrawn of them leaves the rest', async () => {
    const world = await aWorld();
    await world.land({ [A]: observe('11:00'), [B]: observe('13:00') });
    expect(done(await world.apply())).toEqual([`applied grant asked ada ${READER} 13:00`, `applied grant asked ada ${DASHBOARDS} 13:00`]);
    expect(await titled(world)).toEqual(['2026-11-23-b', '2026-11-23-b']);
    until(world, '09:30');
    await world.land({ [B]: null });
    expect(done(await world.apply())).toEqual([
      `applied shorten withdrawn ada ${READER} 11:00`,
      `applied shorten withdrawn ada ${DASHBOARDS} 11:00`,
    ]);
    expect(await titled(world)).toEqual(['2026-11-23-a', '2026-11-23-a']);
    expect(await may(world, 'ada', DASHBOARDS, PROD, at('10:59'))).toBe(true);
    expect(await may(world, 'ada', DASHBOARDS, PROD, at('11:00'))).toBe(false);
    until(world, '11:00');
    expect(done(await world.apply())).toEqual([`applied revoke lapsed ada ${READER} none`, `applied revoke lapsed ada ${DASHBOARDS} none`]);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
  });

  it('go by the title of the one that lives longest, and change it without changing the access', async () => {
    const world = await aWorld();
    await world.land({ [A]: observe('12:00'), [B]: observe('12:00') });
    await world.apply();
    expect(await titled(world)).toEqual(['2026-11-23-a', '2026-11-23-a']);
    await world.land({ [A]: null });
    expect(done(await world.apply())).toEqual([
      `applied retitle renamed ada ${READER} 12:00`,
      `applied retitle renamed ada ${DASHBOARDS} 12:00`,
    ]);
    expect(await titled(world)).toEqual(['2026-11-23-b', '2026-11-23-b']);
    expect(await may(world, 'ada', DASHBOARDS, PROD, at('11:59'))).toBe(true);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
  });

  it('that touch are one span: no gap, on Azure neither, and the title follows when the second has begun', async () => {
    const world = await aWorld();
    await world.land({ [A]: observe('11:00'), [B]: observe('13:00', 'starts: 2026-11-23T11:00:00Z\n') });
    expect(done(await world.apply())).toEqual([`applied grant asked ada ${READER} 13:00`, `applied grant asked ada ${DASHBOARDS} 13:00`]);
    expect(await titled(world)).toEqual(['2026-11-23-a', '2026-11-23-a']);
    for (const time of ['09:00', '10:59', '11:00', '12:59'])
      expect([time, await may(world, 'ada', DASHBOARDS, PROD, at(time))]).toEqual([time, true]);
    expect(await may(world, 'ada', DASHBOARDS, PROD, at('13:00'))).toBe(false);
    until(world, '11:00');
    expect(planned(await world.apply())).toEqual([`retitle renamed ada ${READER} 13:00`, `retitle renamed ada ${DASHBOARDS} 13:00`]);
    expect(await titled(world)).toEqual(['2026-11-23-b', '2026-11-23-b']);
    expect(await may(world, 'ada', READER, 'paymentsGroup')).toBe(true);
  });

  it('that lie apart are two spans: the later one waits for its own start, and the plan says who begins it', async () => {
    const world = await aWorld();
    await world.land({ [A]: observe('10:00'), [B]: observe('13:00', 'starts: 2026-11-23T12:00:00Z\n') });
    const first = await world.apply();
    expect(done(first)).toEqual([`applied grant asked ada ${READER} 10:00`, `applied grant asked ada ${DASHBOARDS} 10:00`]);
    expect(first.observations.filter((one) => one.kind === 'scheduled')).toMatchObject([
      { grant: '2026-11-23-b', begunBy: 'run', starts: '2026-11-23T12:00:00Z' },
      { grant: '2026-11-23-b', begunBy: 'run', starts: '2026-11-23T12:00:00Z' },
    ]);
    for (const [time, holds] of [
      ['09:59', true],
      ['10:00', false],
      ['12:00', false],
    ] as const)
      expect([time, await may(world, 'ada', DASHBOARDS, PROD, at(time))]).toEqual([time, holds]);
    until(world, '10:00');
    await world.apply();
    expect(await may(world, 'ada', DASHBOARDS, PROD)).toBe(false);
    expect(await may(world, 'ada', READER, 'paymentsGroup')).toBe(false);
    until(world, '12:00');
    await world.apply();
    expect(await may(world, 'ada', DASHBOARDS, PROD, at('12:59'))).toBe(true);
    expect(await may(world, 'ada', DASHBOARDS, PROD, at('13:00'))).toBe(false);
    expect(await may(world, 'ada', READER, 'paymentsGroup')).toBe(true);
    expect(seen(await world.plan(), 'scheduled')).toEqual([]);
  });

  it('of two people and two roles are nobody else’s: each binding is by itself', async () => {
    const world = await aWorld();
    const others = grantFile({ principal: '[chi, ada-adm]', expires: '12:00', more: '' });
    await world.land({ [A]: grantFile({ expires: '11:00' }), [B]: others });
    await world.apply();
    const writes = writesOf(world).length;
    await world.land({ [A]: null });
    expect(done(await world.apply())).toEqual([
      'applied revoke withdrawn ada roles/cloudsql.viewer none',
      'applied revoke withdrawn ada roles/logging.viewer none',
    ]);
    expect(writesOf(world)).toHaveLength(writes + 1);
    expect(await titled(world)).toEqual(Array.from({ length: 4 }, () => '2026-11-23-b'));
    expect(await may(world, 'user:adm-ada@example.com', 'roles/logging.viewer', 'projects/payments-test')).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { plan } from '../../src/commands/plan.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { at, done, planned, seen, until } from './deeds.ts';
import { may } from './rights.ts';
import { editedGcp, editedAzure } from './hands.ts';
import { foreign, ours } from './standing.ts';
import { aWorld, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada-observe.yaml';
const DASHBOARDS = 'roles/monitoring.viewer';
const READER = 'Monitoring Reader';
const PROD = 'projects/payments-prod';
const LAPSED = [`applied revoke lapsed ada ${READER} none`, `applied revoke lapsed ada ${DASHBOARDS} none`];

function observe(expires: string, more = ''): string {
  return grantFile({ access: ['{ role: observe, place: payments-prod }'], expires, more });
}

describe('30 expiry', () => {
  it('is at the second of the end: by the cloud itself on Google Cloud, by our next run on Azure; nothing of ours stays', async () => {
    const world = await aWorld();
    const before = await foreign(world);
    await world.land({ [PATH]: observe('12:00') });
    expect((await world.run(plan)).text).toMatch(/\n2 grant; 1 ends by our run only; nothing held back\n/);
    const first = await world.apply();
    expect(first.changes.map(({ cloud, endsBy }) => `${cloud} by the ${endsBy}`)).toEqual(['azure by the run', 'gcp by the cloud']);
    const second = 1000;
    expect(await may(world, 'ada', DASHBOARDS, PROD, (at('12:00') - second) as Instant)).toBe(true);
    expect(await may(world, 'ada', DASHBOARDS, PROD, at('12:00'))).toBe(false);
    until(world, '11:59');
    world.clock.advance(59 * second);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    world.clock.advance(second);
    expect(await may(world, 'ada', READER, 'paymentsGroup')).toBe(true);
    const last = await world.apply();
    expect(done(last)).toEqual(LAPSED);
    expect(last.exit).toBe(0);
    expect(await may(world, 'ada', READER, 'paymentsGroup')).toBe(false);
    expect(await ours(world)).toEqual([]);
    expect(await foreign(world)).toBe(before);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
  });

  it('counts the grace in, and says so while it runs', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('11:00', 'grace: 30m\n') });
    expect(planned(await world.apply())).toEqual([`grant asked ada ${READER} 11:30`, `grant asked ada ${DASHBOARDS} 11:30`]);
    expect(seen(await world.plan(), 'expiring')).toEqual([]);
    until(world, '10:00');
    expect(seen(await world.plan(), 'expiring')).toEqual(['2026-11-23-ada-observe']);
    until(world, '11:00');
    const inGrace = await world.apply();
    expect(inGrace).toMatchObject({ outcomes: [], exit: 0 });
    expect(seen(inGrace, 'in-grace')).toEqual(['2026-11-23-ada-observe']);
    expect((await world.run(plan)).text).toMatch(/over, in its grace: 2026-11-23-ada-observe until 12:30 \(11:30Z\)/);
    until(world, '11:30');
    expect(done(await world.apply())).toEqual(LAPSED);
  });

  it('is reached past the end that history gives, though somebody stretched the mark by hand; from another commit by the mark alone', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('11:00'), 'grants/payments/2026-11-23-chi.yaml': grantFile({ principal: 'chi' }) });
    await world.apply();
    until(world, '10:55');
    await world.land({ 'grants/payments/2026-11-23-chi.yaml': grantFile({ principal: 'chi', expires: '16:00' }) });
    await world.apply();
    await editedGcp(world, PROD, (binding) => binding.replaceAll('2026-11-23T11:00:00Z', '2026-12-23T11:00:00Z'));
    await editedAzure(world, (description) => description.replace('2026-11-23T11:00:00Z', '2026-12-23T11:00:00Z'));
    until(world, '11:05');
    expect(await may(world, 'ada', DASHBOARDS, PROD)).toBe(true);
    await world.propose({ 'grants/README.md': 'Another commit.\n' });
    expect(await world.apply()).toMatchObject({ outcomes: [], confirmed: false });
    await world.checkout();
    const run = await world.apply();
    expect(done(run)).toEqual(LAPSED);
    expect(await may(world, 'ada', DASHBOARDS, PROD)).toBe(false);
    expect(await may(world, 'ada', READER, 'paymentsGroup')).toBe(false);
  });
});

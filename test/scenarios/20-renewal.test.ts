import { describe, expect, it } from 'vitest';
import { headCommit } from '../../src/git/repository.ts';
import { at, done, reasons, refused, until } from './deeds.ts';
import { may } from './rights.ts';
import { AZURE_ONE, callsTo, GCP_WRITE } from './wire.ts';
import { aWorld, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada-observe.yaml';
const CHI = 'grants/payments/2026-11-23-chi.yaml';
const ID = '2026-11-23-ada-observe';
const DASHBOARDS = 'roles/monitoring.viewer';
const READER = 'Monitoring Reader';
const PROD = 'projects/payments-prod';

function observe(expires: string, more = ''): string {
  return grantFile({ access: ['{ role: observe, place: payments-prod }'], expires, more });
}

describe('20 renewal', () => {
  it('is one change in place on each cloud, with an approval of its own and without a gap', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('11:00') });
    await world.apply();
    const names = await world.azureState.update(({ roleAssignments }) => roleAssignments.map((one) => one.name));
    const written = () => [callsTo(world.gcp, GCP_WRITE).length, callsTo(world.azure, AZURE_ONE, 'PUT').length];
    expect(written()).toEqual([1, 1]);
    until(world, '10:30');
    await world.land({ [PATH]: observe('14:00') }, { approve: ['chi-p'], merge: 'chi-p' });
    expect(done(await world.apply())).toEqual([
      `applied extend renewed ada ${READER} 14:00`,
      `applied extend renewed ada ${DASHBOARDS} 14:00`,
    ]);
    expect(written()).toEqual([2, 2]);
    expect(await world.azureState.update(({ roleAssignments }) => roleAssignments.map((one) => one.name))).toEqual(names);
    for (const time of ['10:30', '10:59', '11:00', '13:59'])
      expect([time, await may(world, 'ada', DASHBOARDS, PROD, at(time))]).toEqual([time, true]);
    expect(await may(world, 'ada', DASHBOARDS, PROD, at('14:00'))).toBe(false);
    until(world, '11:00');
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    expect(await may(world, 'ada', READER, 'paymentsGroup')).toBe(true);
  });

  it('gives no more than `duration` from its own landing', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('17:00', 'duration: 2h\n') });
    await world.apply();
    until(world, '10:00');
    await world.land({ [PATH]: observe('17:00', 'duration: 3h\n') });
    expect(done(await world.apply())).toEqual([
      `applied extend renewed ada ${READER} 13:00`,
      `applied extend renewed ada ${DASHBOARDS} 13:00`,
    ]);
  });

  it('after the end is refused: the id is spent, and a free one is offered', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('11:00') });
    await world.apply();
    until(world, '11:00');
    await world.land({ [PATH]: observe('14:00') });
    const run = await world.apply();
    expect(done(run)).toEqual([`applied revoke lapsed ada ${READER} none`, `applied revoke lapsed ada ${DASHBOARDS} none`]);
    expect(refused(run)).toEqual([`GK3101 ${ID}`]);
    expect(run.refusals[0]).toMatchObject({ hint: expect.stringContaining(`${ID}-2`) as string });
    expect(run.exit).toBe(4);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 3 });
    expect(await may(world, 'ada', DASHBOARDS, PROD)).toBe(false);
  });

  it('that policy refuses leaves what was approved before until its own end', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('11:00') });
    await world.apply();
    until(world, '10:00');
    await world.land({ [PATH]: observe('16:00') });
    const run = await world.apply();
    expect(run.outcomes).toEqual([]);
    expect(refused(run)).toEqual([`GK2103 ${ID}`]);
    expect(reasons(run)).toMatch(/6h is longer than the 4h that environment prod allows/);
    expect(await may(world, 'ada', DASHBOARDS, PROD, at('10:59'))).toBe(true);
    until(world, '11:00');
    expect(done(await world.apply())).toEqual([`applied revoke lapsed ada ${READER} none`, `applied revoke lapsed ada ${DASHBOARDS} none`]);
  });

  it('that nobody approved does nothing, and is said; an unapproved shortening or removal takes away', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('11:00') });
    await world.apply();
    await world.pushToMain({ [PATH]: observe('12:30') });
    const unseen = await world.apply();
    expect(unseen).toMatchObject({ outcomes: [], exit: 3 });
    expect(refused(unseen)).toEqual([`GK2001 ${ID}`]);
    expect(reasons(unseen)).toMatch(/What was approved before counts, until 2026-11-23T11:00:00Z/);
    await world.pushToMain({ [PATH]: observe('10:00') });
    expect(done(await world.apply())).toEqual([
      `applied shorten withdrawn ada ${READER} 10:00`,
      `applied shorten withdrawn ada ${DASHBOARDS} 10:00`,
    ]);
    const narrower = observe('10:00').replace(
      '{ role: observe, place: payments-prod }',
      '{ gcp: payments-prod, role: roles/storage.objectViewer }',
    );
    await world.pushToMain({ [PATH]: narrower });
    expect(done(await world.apply())).toEqual([
      `applied revoke withdrawn ada ${READER} none`,
      `applied revoke withdrawn ada ${DASHBOARDS} none`,
    ]);
    expect(await may(world, 'ada', 'roles/storage.objectViewer', PROD)).toBe(false);
  });
});

describe('20 an old commit that is checked out', () => {
  it('changes nothing after a renewal; only what is past the end in its own mark is revoked', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: observe('11:00'), [CHI]: grantFile({ principal: 'chi', expires: '10:30' }) });
    const old = await headCommit(world.repository);
    await world.apply();
    until(world, '10:00');
    const files = { [PATH]: observe('13:00'), [CHI]: null, 'grants/payments/2026-11-23-bo.yaml': grantFile({ principal: 'bo' }) };
    await world.land(files, { approve: ['chi-p'], merge: 'chi-p' });
    await world.apply({ only: 'grants' });
    await world.checkout(old);
    const first = await world.apply();
    expect(first).toMatchObject({ outcomes: [], confirmed: false, exit: 3 });
    expect(refused(first)).toEqual(['GK3001']);
    until(world, '11:00');
    const second = await world.apply();
    expect(done(second)).toEqual([
      'applied revoke lapsed chi roles/cloudsql.viewer none',
      'applied revoke lapsed chi roles/logging.viewer none',
    ]);
    expect(await may(world, 'ada', DASHBOARDS, PROD)).toBe(true);
    expect(await may(world, 'ada', READER, 'paymentsGroup')).toBe(true);
    expect(await may(world, 'bo', 'roles/logging.viewer', 'projects/payments-test')).toBe(true);
    await world.checkout();
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
  });
});

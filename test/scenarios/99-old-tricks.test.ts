import { describe, expect, it } from 'vitest';
import { done, planned, refused, until } from './deeds.ts';
import { editedGcp } from './hands.ts';
import { may } from './rights.ts';
import { aWorld, exampleFile, grantFile } from './world.ts';

const LOGS = 'roles/logging.viewer';
const TEST = 'projects/payments-test';
const PATH = 'grants/payments/2026-11-23-ada.yaml';
const POLICY = 'policy/policy.yaml';
const BY_SECURITY = { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' };

function viewer(expires = '17:00'): string {
  return grantFile({ access: [`{ gcp: payments-test, role: ${LOGS} }`], expires });
}

describe('99 an old trick', () => {
  it('a revert brings the file of a recalled grant back, with the same bytes and approved: the id is spent', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: viewer() });
    await world.apply();
    const recall = 'principal: ada\nsince: 2026-11-23T09:00:00Z\nreason: Laptop stolen\n';
    await world.pushToMain({ 'recalls/ada.yaml': recall, [PATH]: null });
    expect(done(await world.apply())).toEqual([`applied revoke recalled ada ${LOGS} none`]);
    await world.land({ 'recalls/ada.yaml': null }, BY_SECURITY);
    until(world, '10:00');
    await world.land({ [PATH]: viewer() });
    const run = await world.apply();
    expect(done(run)).toEqual([]);
    expect(refused(run)).toEqual(['GK3101 2026-11-23-ada']);
    expect(await may(world, 'ada', LOGS, TEST)).toBe(false);
  });

  it('an end creeps forward by one small renewal after the other: the sum of all has an end', async () => {
    const world = await aWorld();
    await world.land({ [POLICY]: exampleFile(POLICY).replace('maxTotal: 30d', 'maxTotal: 10h') }, BY_SECURITY);
    await world.land({ [PATH]: viewer('12:00') });
    await world.apply();
    const ends: string[] = [];
    for (const [now, end] of [
      ['11:00', '14:00'],
      ['13:00', '16:00'],
      ['15:00', '18:00'],
      ['17:00', '20:00'],
      ['17:30', '21:00'],
    ] as const) {
      until(world, now);
      await world.land({ [PATH]: viewer(end) });
      const run = await world.apply();
      ends.push(...done(run).map((line) => line.slice(-5)), ...refused(run));
    }
    // From nine to six are nine hours; eight o'clock would be eleven.
    expect(ends).toEqual(['14:00', '16:00', '18:00', 'GK2106 2026-11-23-ada', 'GK2106 2026-11-23-ada']);
    until(world, '18:00');
    expect(done(await world.apply())).toEqual([`applied revoke lapsed ada ${LOGS} none`]);
  });

  it('an account is deleted and made again under its name: the new one holds nothing by what the old one had', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: viewer('12:00') });
    await world.apply();
    await editedGcp(world, TEST, (binding) => binding.replaceAll('"user:ada@example.com"', '"deleted:user:ada@example.com?uid=1"'));
    expect(await may(world, 'ada', LOGS, TEST)).toBe(false);
    expect(planned(await world.apply())).toEqual([]);
    expect(await may(world, 'ada', LOGS, TEST)).toBe(false);
    until(world, '12:00');
    expect(done(await world.apply())).toEqual([`applied revoke lapsed ada ${LOGS} none`]);
  });
});

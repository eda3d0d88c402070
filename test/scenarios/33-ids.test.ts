import { describe, expect, it } from 'vitest';
import { validate } from '../../src/commands/validate.ts';
import { done, refused, until } from './deeds.ts';
import { may } from './rights.ts';
import { ours } from './standing.ts';
import { aWorld, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada.yaml';
const ID = '2026-11-23-ada';
const LOGS = 'roles/logging.viewer';
const TEST = 'projects/payments-test';
const OTHER = { 'grants/payments/2026-11-23-gil.yaml': grantFile({ principal: 'gil', expires: '16:00' }) };

describe('33 ids', () => {
  it('may come back by a revert, with the same bytes, as long as nothing was taken away', async () => {
    const world = await aWorld();
    const text = grantFile({ more: 'duration: 3h\n' });
    await world.land({ [PATH]: text, ...OTHER });
    await world.apply();
    until(world, '10:00');
    await world.land({ [PATH]: null });
    await world.pushToMain({ [PATH]: text });
    expect(await world.apply()).toMatchObject({ outcomes: [], refusals: [], exit: 0, summary: { kept: 4 } });
    until(world, '12:00');
    expect(await may(world, 'ada', LOGS, TEST)).toBe(false);
  });

  it('are spent once they were deleted and everything of them is gone; a free one is offered', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile(), ...OTHER });
    await world.apply();
    await world.land({ [PATH]: null, 'grants/payments/2026-11-23-ada-2.yaml': grantFile({ expires: '10:00' }) });
    const run = await world.apply();
    expect(done(run)).toEqual(['applied shorten withdrawn ada roles/cloudsql.viewer 10:00', `applied shorten withdrawn ada ${LOGS} 10:00`]);
    until(world, '10:00');
    await world.apply();
    await world.propose({ [PATH]: grantFile() });
    expect((await world.run(validate)).text).toMatch(
      /2026-11-23-ada\.yaml:1:1 +GK1506 +warning: 2026-11-23-ada was deleted before; plan decides/,
    );
    await world.checkout();
    await world.land({ [PATH]: grantFile() });
    const back = await world.apply();
    expect(back).toMatchObject({ outcomes: [], exit: 3 });
    expect(refused(back)).toEqual([`GK3101 ${ID}`]);
    expect(back.refusals[0]).toMatchObject({ hint: expect.stringContaining(`${ID}-3`) as string });
    expect(await may(world, 'ada', LOGS, TEST)).toBe(false);
    await world.land({ [PATH]: null, [`grants/payments/${ID}-3.yaml`]: grantFile() });
    expect(done(await world.apply())).toEqual([
      'applied grant asked ada roles/cloudsql.viewer 17:00',
      `applied grant asked ada ${LOGS} 17:00`,
    ]);
  });

  it('that ended stay ended, whatever their file says later, as validate foretells', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ expires: '10:00' }), ...OTHER });
    await world.apply();
    until(world, '10:00');
    await world.propose({ [PATH]: grantFile({ expires: '12:00' }) });
    expect((await world.run(validate)).text).toMatch(
      /GK1507 +warning: 2026-11-23-ada ended at 2026-11-23T10:00:00Z(.*\n)+?  2026-11-23-ada-2 is free/,
    );
    await world.checkout();
    await world.land({ [PATH]: grantFile({ expires: '12:00' }) });
    expect(refused(await world.apply())).toEqual([`GK3101 ${ID}`]);
    expect(await ours(world)).toHaveLength(2);
  });

  it('that stand twice in the tree keep what was approved and give nothing more', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ expires: '12:00' }) });
    await world.apply();
    const twin = `grants/search/${ID}.yaml`;
    await world.land({ [twin]: grantFile({ principal: 'ben', access: ['{ role: debug, place: search-test }'] }) }, { by: 'ben-a', approve: ['dan-r'], merge: 'dan-r' }); // prettier-ignore
    expect(await world.apply()).toMatchObject({ outcomes: [] });
    const text = (await world.run(validate)).text;
    expect(text).toMatch(/grants\/payments\/2026-11-23-ada\.yaml:1:1 +GK1405/);
    expect(text).toMatch(/grants\/search\/2026-11-23-ada\.yaml:1:1 +GK1405/);
    await world.land({ [twin]: null }, { by: 'ben-a', approve: ['dan-r'], merge: 'dan-r' });
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    expect(await may(world, 'ada', LOGS, TEST)).toBe(true);
  });
});

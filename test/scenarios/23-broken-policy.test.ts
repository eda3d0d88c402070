import { describe, expect, it } from 'vitest';
import { validate } from '../../src/commands/validate.ts';
import { done, held, reasons, refused, until } from './deeds.ts';
import { may } from './rights.ts';
import { aWorld, exampleFile, grantFile, type TestWorld } from './world.ts';

const POLICY = 'policy/policy.yaml';
const LOGS = 'roles/logging.viewer';
const TEST = 'projects/payments-test';
const SHORT = 'grants/payments/2026-11-23-short.yaml';
const LONG = 'grants/payments/2026-11-23-long.yaml';
const FRESH = 'grants/payments/2026-11-23-fresh.yaml';
const GONE = 'grants/payments/2026-11-23-gone.yaml';
const BY_SECURITY = { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' };
const BROKEN = `${exampleFile(POLICY)}surprise: true\n`;

/** One that lapses at 10:00, one that is renewed, one that is deleted, and one that is new, with a broken policy in between. */
async function overBroken(breakIt: (world: TestWorld) => Promise<unknown>): Promise<TestWorld> {
  const world = await aWorld();
  await world.land({
    [SHORT]: grantFile({ expires: '10:00' }),
    [LONG]: grantFile({ principal: 'chi', expires: '12:00' }),
    [GONE]: grantFile({ principal: 'gil', expires: '12:00' }),
  });
  expect((await world.apply()).outcomes).toHaveLength(6);
  await breakIt(world);
  await world.land({ [LONG]: grantFile({ principal: 'chi', expires: '14:00' }), [FRESH]: grantFile({ principal: 'zoe' }), [GONE]: null });
  until(world, '10:00');
  return world;
}

const TAKEN = [
  'applied revoke lapsed ada roles/cloudsql.viewer none',
  `applied revoke lapsed ada ${LOGS} none`,
  'applied revoke withdrawn gil roles/cloudsql.viewer none',
  `applied revoke withdrawn gil ${LOGS} none`,
];
const HELD = [
  'extend renewed chi roles/cloudsql.viewer 14:00',
  `extend renewed chi ${LOGS} 14:00`,
  'grant asked zoe roles/cloudsql.viewer 17:00',
  `grant asked zoe ${LOGS} 17:00`,
];

describe('23 a broken policy', () => {
  it('that was approved gives and changes nothing, while what is due goes; once mended all goes on', async () => {
    const world = await overBroken((one) => one.land({ [POLICY]: BROKEN }, BY_SECURITY));
    const run = await world.apply();
    expect(done(run).filter((one) => one.startsWith('applied'))).toEqual(TAKEN);
    expect(held(run)).toEqual(HELD);
    expect(refused(run)).toEqual(['GK3004']);
    expect(reasons(run)).toMatch(/first: policy\/policy\.yaml:\d+.*the version before them counts/);
    expect(run.exit).toBe(4);
    expect((await world.run(validate)).text).toMatch(/policy\/policy\.yaml:\d+:1 +GK1101/);
    await world.land({ [POLICY]: exampleFile(POLICY) }, BY_SECURITY);
    expect(done(await world.apply())).toEqual(HELD.map((one) => `applied ${one}`));
  });

  it('that nobody of security approved does no more, though it reads well', async () => {
    const generous = exampleFile(POLICY).replace('maxDuration: 8h, maxTotal', 'maxDuration: 3d, maxTotal');
    const world = await overBroken((one) => one.pushToMain({ [POLICY]: generous }));
    const run = await world.apply();
    expect(done(run).filter((one) => one.startsWith('applied'))).toEqual(TAKEN);
    expect(held(run)).toEqual(HELD);
    expect(refused(run)).toEqual(['GK3004']);
    await world.land({ [POLICY]: exampleFile(POLICY) }, BY_SECURITY);
    expect(done(await world.apply())).toEqual(HELD.map((one) => `applied ${one}`));
  });

  it('does not even withdraw: people, places and roles that an unapproved version drops keep what they have', async () => {
    const world = await aWorld();
    await world.land({ [LONG]: grantFile() });
    await world.apply();
    await world.pushToMain({ 'policy/teams/payments.yaml': null, 'policy/roles/debug.yaml': null });
    expect(await world.apply()).toMatchObject({ outcomes: [] });
    expect(await may(world, 'ada', LOGS, TEST)).toBe(true);
  });
});

describe('23 control files and grants in one request', () => {
  it('are refused for the grants, which a second request then gives', async () => {
    const world = await aWorld();
    const policy = exampleFile(POLICY).replace('maxGrace: 30m', 'maxGrace: 45m');
    await world.land({ [POLICY]: policy, [FRESH]: grantFile() }, { approve: ['bo-s', 'sam-o'] });
    const run = await world.apply();
    expect(run).toMatchObject({ outcomes: [], exit: 3 });
    expect(refused(run)).toEqual(['GK2006 2026-11-23-fresh']);
    expect(run.refusals[0]).toMatchObject({ hint: 'Send the grants in a second pull request' });
    await world.land({ [FRESH]: grantFile({ more: 'grace: 40m\n', expires: '16:00' }) });
    expect(done(await world.apply())).toEqual([
      'applied grant asked ada roles/cloudsql.viewer 16:40',
      `applied grant asked ada ${LOGS} 16:40`,
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { done, planned, reasons, refused, until } from './deeds.ts';
import { aGithubWorld, REPO } from './github-world.ts';
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
  it('a revert brings the file of a recalled grant back, with the same bytes and approved: the id gives nothing there', async () => {
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
    expect(refused(run)).toEqual(['GK3105 2026-11-23-ada']);
    expect(await may(world, 'ada', LOGS, TEST)).toBe(false);
  });

  it('an end creeps forward by one small renewal after the other: the sum of all has an end', async () => {
    const world = await aWorld();
    await world.land({ [POLICY]: exampleFile(POLICY).replace('maxTotal: 30d', 'maxTotal: 10h') }, BY_SECURITY);
    await world.land({ [PATH]: viewer('12:00') });
    await world.apply();
    const ends: string[] = [];
    for (const [now, end] of [
      ['11:00', '15:00'],
      ['14:00', '18:00'],
      ['17:00', '20:00'],
    ] as const) {
      until(world, now);
      await world.land({ [PATH]: viewer(end) });
      const run = await world.apply();
      ends.push(...done(run).map((line) => line.slice(-5)), ...refused(run));
    }
    // From nine to six are nine hours; eight o'clock would be eleven.
    expect(ends).toEqual(['15:00', '18:00', 'GK2106 2026-11-23-ada']);
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

  it('the default branch is pushed over with an older history: the next run says so, and what was given ends all the same', async () => {
    const world = await aGithubWorld();
    const before = world.tip();
    await world.land({ [PATH]: grantFile({ access: ['{ azure: payments-prod, role: Reader }'], expires: '12:00' }) });
    expect(refused(await world.apply())).toEqual([]);
    const gone = world.tip();
    world.push({ branch: 'main', files: { 'docs/x.md': 'x' }, by: 'sam-o', from: before });
    await world.pull();
    await world.land({ ['grants/payments/2026-11-23-chi.yaml']: viewer().replace('ada', 'chi') });
    const run = await world.apply();
    expect([done(run), refused(run), run.exit]).toEqual([[`applied grant asked chi ${LOGS} 17:00`], ['GK3009'], 4]);
    expect(reasons(run)).toContain(gone.slice(0, 12));
    const ledger = await world.as('sam-o', 'GET', `${REPO}/contents/2026-11.jsonl?ref=grantkeeper/ledger`);
    expect(Buffer.from(String(ledger['content']), 'base64').toString('utf8')).toContain('"reason":"GK3009: ');
    expect(refused(await world.apply())).toEqual([]);
    // On Azure nothing ends by itself, and no file says any more that this has to.
    until(world, '12:00');
    expect(done(await world.apply())).toEqual(['applied revoke lapsed ada Reader none']);
  });
});

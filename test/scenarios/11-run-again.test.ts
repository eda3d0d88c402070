import { describe, expect, it } from 'vitest';
import { done, reasons, refused, until } from './deeds.ts';
import { may } from './rights.ts';
import { writesOf } from './wire.ts';
import { aWorld, exampleFile, grantFile } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada-debug.yaml';
const LOGS = 'roles/logging.viewer';

describe('11 run again', () => {
  it('changes nothing, neither at once nor later nor after a typo was mended; landing and end stay', async () => {
    const world = await aWorld();
    const access = ['{ role: debug, place: payments-prod }'];
    await world.land({ [PATH]: grantFile({ access, more: 'duration: 2h\n' }) });
    expect(done(await world.apply())).toEqual([
      'applied grant asked ada Reader 11:00',
      'applied grant asked ada roles/cloudsql.viewer 11:00',
      'applied grant asked ada roles/logging.viewer 11:00',
    ]);
    const writes = writesOf(world).length;
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    until(world, '10:00');
    await world.land({ [PATH]: grantFile({ access, more: 'duration: 2h\n' }).replace('A scenario', 'A better told scenario') });
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0, summary: { kept: 3 } });
    expect(await world.plan()).toMatchObject({ changes: [], refusals: [], exit: 0 });
    expect(writesOf(world)).toHaveLength(writes);
    until(world, '11:00');
    expect(await may(world, 'ada', LOGS, 'projects/payments-prod')).toBe(false);
  });

  it('changes nothing when a place goes to another team and the file moves to its folder', async () => {
    const world = await aWorld();
    const text = grantFile({ more: 'duration: 3h\n' });
    await world.land({ [PATH]: text });
    await world.apply();
    const writes = writesOf(world).length;
    until(world, '10:00');
    const [place] = exampleFile('policy/teams/payments.yaml').match(/^ {2}payments-test:.*\n/m) ?? [''];
    await world.land(
      {
        'policy/teams/payments.yaml': exampleFile('policy/teams/payments.yaml').replace(place, ''),
        'policy/teams/search.yaml': exampleFile('policy/teams/search.yaml') + place,
      },
      { by: 'bo-s', approve: ['sam-o'] },
    );
    await world.land({ [PATH]: null, 'grants/search/2026-11-23-ada-debug.yaml': text }, { approve: ['bo-s', 'dan-r'], merge: 'dan-r' });
    expect(await world.apply()).toMatchObject({ outcomes: [], refusals: [], exit: 0, summary: { kept: 2 } });
    expect(writesOf(world)).toHaveLength(writes);
    until(world, '11:59');
    expect(await may(world, 'ada', LOGS, 'projects/payments-test')).toBe(true);
    until(world, '12:00');
    expect(await may(world, 'ada', LOGS, 'projects/payments-test')).toBe(false);
  });

  it('gives nothing new for a move that the approvers of the new folder have not seen: what both files ask for stays', async () => {
    const world = await aWorld();
    const raw = grantFile({ access: [`{ gcp: projects/payments-test, role: ${LOGS} }`] });
    const placed = grantFile({ principal: 'chi', access: [`{ gcp: payments-test, role: ${LOGS} }`] });
    const chi = 'grants/payments/2026-11-23-chi.yaml';
    await world.land({ [PATH]: raw, [chi]: placed });
    await world.apply();
    const moved = (path: string) => path.replace('/payments/', '/search/');
    await world.pushToMain({ [PATH]: null, [moved(PATH)]: raw, [chi]: null, [moved(chi)]: placed });
    const run = await world.apply();
    // payments-test is none of search's places, so from there chi's file asks for nothing.
    expect(done(run)).toEqual([`applied revoke withdrawn chi ${LOGS} none`]);
    expect(refused(run)).toEqual(['GK2001 2026-11-23-ada-debug', 'GK2001 2026-11-23-chi']);
    expect(reasons(run)).toContain(moved(PATH));
    expect(await may(world, 'ada', LOGS, 'projects/payments-test')).toBe(true);
  });
});

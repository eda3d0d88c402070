import { describe, expect, it } from 'vitest';
import { done, planned, seen, until } from './deeds.ts';
import { changedGcp } from './hands.ts';
import { aWorld, exampleFile, grantFile } from './world.ts';

const LOGS = 'roles/logging.viewer';
const TEST = 'projects/payments-test';
const POLICY = 'policy/policy.yaml';
const GLASS = 'breakGlass: { who: [payments-oncall], roles: [debug], maxDuration: 1h, reviewWithin: 24h }\n';

function taken(id: string, person: string, end: string, role = LOGS) {
  const expression = `request.time < timestamp("2026-11-23T${end}:00Z")`;
  return { role, members: [`user:${person}@example.com`], condition: { title: `gk:acme-access:bg-${id}`, expression } };
}

describe('25 broken glass', () => {
  it('stands until its own end as far as policy allows it, is an alarm without a record, and goes where it is beyond policy', async () => {
    const world = await aWorld();
    await world.land({
      'grants/payments/2026-11-23-zoe.yaml': grantFile({ principal: 'zoe', access: ['{ role: browse, place: payments-test }'] }),
    });
    await world.apply();
    await changedGcp(world, TEST, (bindings) => [
      ...bindings,
      taken('1', 'ada', '10:00'),
      taken('2', 'bo', '10:00'),
      taken('3', 'chi', '15:00'),
      taken('4', 'ada', '10:00', 'roles/run.developer'),
    ]);
    await world.land({ [POLICY]: `${exampleFile(POLICY)}${GLASS}` }, { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' });
    const run = await world.apply();
    expect(done(run).toSorted()).toEqual([
      'applied revoke lapsed ada roles/run.developer none',
      `applied revoke lapsed bo ${LOGS} none`,
      `applied revoke lapsed chi ${LOGS} none`,
    ]);
    expect(seen(run, 'unrecorded').toSorted()).toEqual([
      `${LOGS} user:ada@example.com bg-1`,
      `${LOGS} user:bo@example.com bg-2`,
      `${LOGS} user:chi@example.com bg-3`,
      'roles/run.developer user:ada@example.com bg-4',
    ]);
    const notes = run.observations.flatMap((one) => ('text' in one && one.kind === 'note' ? [[one.grant, one.text].join(' ')] : []));
    expect(notes.toSorted()).toEqual([
      'bg-2 break-glass is taken away: bo is none of those who may break the glass',
      'bg-3 break-glass is taken away: it ends at 2026-11-23T15:00:00Z, more than the 1h ahead that break-glass allows',
      'bg-4 break-glass is taken away: roles/run.developer is no role of break-glass',
    ]);
    expect(planned(await world.plan())).toEqual([]);
    until(world, '10:01');
    expect(done(await world.apply())).toEqual([`applied revoke lapsed ada ${LOGS} none`]);
  });
});

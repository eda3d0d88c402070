import { describe, expect, it } from 'vitest';
import { done, planned, refused, seen, until } from './deeds.ts';
import { may } from './rights.ts';
import { ours } from './standing.ts';
import { aWorld, exampleFile, grantFile, type TestWorld } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada.yaml';
const PEOPLE = 'policy/people/engineering.yaml';
const DEBUG = 'policy/roles/debug.yaml';
const PAYMENTS = 'policy/teams/payments.yaml';
const LOGS = 'roles/logging.viewer';
const SQL = 'roles/cloudsql.viewer';
const TEST = 'projects/payments-test';
const BY_SECURITY = { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' };

async function change(world: TestWorld, path: string, ...words: readonly (readonly [string, string])[]): Promise<void> {
  let text = exampleFile(path);
  for (const [from, to] of words) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  await world.land({ [path]: text }, BY_SECURITY);
}

describe('21 people, roles and places that change', () => {
  it('ends at once, outside the guard, all that somebody holds who has left, by every account, and gives nothing any more', async () => {
    const world = await aWorld();
    const access = ['{ role: debug, place: payments-prod }', '{ role: observe, place: payments-prod }'];
    await world.land({
      [PATH]: grantFile({ access, expires: '13:00' }),
      'grants/payments/2026-11-23-both.yaml': grantFile({ principal: '[ada-adm, chi]', expires: '13:00' }),
    });
    await world.apply();
    expect(await ours(world)).toHaveLength(9);
    until(world, '10:00');
    await change(world, PEOPLE, [
      'ada@example.com", azure: 1b2c0000-0000-4000-8000-000000000001 }',
      'ada@example.com", azure: 1b2c0000-0000-4000-8000-000000000001, left: 2026-11-23T09:45:00Z }',
    ]);
    const run = await world.apply();
    expect(run.exit).toBe(0);
    expect(done(run)).toEqual([
      'applied revoke left ada Monitoring Reader none',
      'applied revoke left ada Reader none',
      `applied revoke left ada ${SQL} none`,
      `applied revoke left ada ${LOGS} none`,
      'applied revoke left ada roles/monitoring.viewer none',
      `applied revoke left ada-adm ${SQL} none`,
      `applied revoke left ada-adm ${LOGS} none`,
    ]);
    expect(await ours(world)).toEqual([`gcp payments-test ${SQL} chi 2026-11-23-both`, `gcp payments-test ${LOGS} chi 2026-11-23-both`]);
    await world.land({ 'grants/payments/2026-11-23-again.yaml': grantFile({ principal: 'ada-adm', expires: '12:00' }) }, { by: 'chi-p' });
    expect(await world.apply()).toMatchObject({ outcomes: [] });
  });

  it('ends on time what somebody holds who is to leave, and a later day reaches it only by renewal', async () => {
    const world = await aWorld();
    const leaving = (time: string) =>
      [
        'azure: 1b2c0000-0000-4000-8000-000000000001 }',
        `azure: 1b2c0000-0000-4000-8000-000000000001, left: 2026-11-23T${time}:00Z }`,
      ] as const;
    await change(world, PEOPLE, leaving('11:00'));
    await world.land({ [PATH]: grantFile() });
    expect(planned(await world.apply())).toEqual([`grant asked ada ${SQL} 11:00`, `grant asked ada ${LOGS} 11:00`]);
    await change(world, PEOPLE, leaving('12:00'));
    const moved = await world.apply();
    expect(moved).toMatchObject({ outcomes: [], exit: 0 });
    expect(seen(moved, 'tampered')).toEqual([]);
    await world.land({ [PATH]: grantFile({ expires: '16:00' }) });
    expect(await world.apply()).toMatchObject({ outcomes: [] });
    await world.land({ [PATH]: grantFile({ expires: '18:00' }) });
    const tooLong = await world.apply();
    expect(tooLong).toMatchObject({ outcomes: [] });
    expect(new Set(refused(tooLong))).toEqual(new Set(['GK2103 2026-11-23-ada']));
    await world.land({ [PATH]: grantFile({ expires: '16:30', more: 'grace: 10m\n' }) });
    expect(planned(await world.apply())).toEqual([`extend renewed ada ${SQL} 12:00`, `extend renewed ada ${LOGS} 12:00`]);
  });

  it('lets a role that grows reach a live grant only by renewal, and one that shrinks at once', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile() });
    await world.apply();
    const more = '  - { gcp: $place, role: roles/monitoring.viewer }\n';
    const wider = `${exampleFile(DEBUG)}${more}`;
    await world.land({ [DEBUG]: wider }, BY_SECURITY);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0 });
    await world.land({ [DEBUG]: wider.replace(`  - { gcp: $place, role: ${SQL} }\n`, '') }, BY_SECURITY);
    expect(done(await world.apply())).toEqual([`applied revoke withdrawn ada ${SQL} none`]);
    await world.land({ [PATH]: grantFile({ expires: '16:30' }) });
    expect(done(await world.apply())).toEqual([`applied shorten withdrawn ada ${LOGS} 16:30`]);
    await world.land({ [PATH]: grantFile({ expires: '16:45' }) });
    expect(done(await world.apply())).toEqual([
      `applied extend renewed ada ${LOGS} 16:45`,
      'applied grant asked ada roles/monitoring.viewer 16:45',
    ]);
  });

  it('withdraws what was at a place that is none any more', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile() });
    await world.apply();
    await change(world, PAYMENTS, ['  payments-test: { env: test, gcp: projects/payments-test }\n', '']);
    const run = await world.apply();
    expect(done(run)).toEqual([`applied revoke withdrawn ada ${SQL} none`, `applied revoke withdrawn ada ${LOGS} none`]);
    expect(JSON.stringify(run.observations)).toContain("the place payments-test is none of payments's");
    expect(await world.apply()).toMatchObject({ outcomes: [] });
  });

  it('withdraws the old identity of a person and gives the new one nothing before a renewal', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile() });
    await world.apply();
    await change(world, PEOPLE, ['"user:ada@example.com"', '"user:ada.byron@example.com"']);
    const run = await world.apply();
    expect(run.changes.map(({ verb, because, role }) => `${verb} ${because} ${role}`)).toEqual([
      `revoke withdrawn ${SQL}`,
      `revoke withdrawn ${LOGS}`,
    ]);
    expect(await may(world, 'ada', LOGS, TEST)).toBe(false);
    expect(await may(world, 'ada.byron', LOGS, TEST)).toBe(false);
    await world.land({ [PATH]: grantFile({ expires: '16:00', more: '' }) });
    expect(await world.apply()).toMatchObject({ outcomes: [] });
    await world.land({ [PATH]: grantFile({ expires: '16:30' }) });
    expect(planned(await world.apply())).toEqual([`grant asked ada ${SQL} 16:30`, `grant asked ada ${LOGS} 16:30`]);
    expect(await may(world, 'ada.byron', LOGS, TEST)).toBe(true);
    expect(await may(world, 'ada', LOGS, TEST)).toBe(false);
  });

  it('keeps what an approver approved who is none any more, and takes nothing new from that person', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile() });
    await world.apply();
    await change(world, PAYMENTS, ['approvers: [bo, chi]', 'approvers: [chi, gil]']);
    expect(await world.apply()).toMatchObject({ outcomes: [], refusals: [], exit: 0 });
    await world.land({ 'grants/payments/2026-11-23-next.yaml': grantFile({ principal: 'zoe' }) });
    const run = await world.apply();
    expect(run).toMatchObject({ outcomes: [] });
    expect(refused(run)).toEqual(['GK2010 2026-11-23-next']);
    expect(run.refusals[0]?.message).toContain('it needs 1 of chi, gil and has none');
  });
});

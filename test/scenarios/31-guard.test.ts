import { describe, expect, it } from 'vitest';
import { validate } from '../../src/commands/validate.ts';
import { done, held, reasons, refused, until } from './deeds.ts';
import { may } from './rights.ts';
import { ours } from './standing.ts';
import { type ApplyJson, aWorld, exampleFile, grantFile, type TestWorld } from './world.ts';

const POLICY = 'policy/policy.yaml';
const TEST = 'projects/payments-test';
const LOGS = 'roles/logging.viewer';
const ROLES = ['roles/cloudsql.viewer', LOGS, 'roles/monitoring.viewer'];
const THREE = ['{ role: debug, place: payments-test }', '{ role: observe, place: payments-test }'];
const BY_SECURITY = { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' };

function file(id: string): string {
  return `grants/payments/2026-11-23-${id}.yaml`;
}

/** Three bindings for one person each. */
function three(principal: string, expires = '17:00'): string {
  return grantFile({ principal, access: THREE, expires });
}

function all(verb: string, people: readonly string[], end = 'none'): readonly string[] {
  return people.flatMap((person) => ROLES.map((role) => `${verb} ${person} ${role} ${end}`));
}

async function approve(world: TestWorld, run: ApplyJson, edit: (text: string) => string = (text) => text): Promise<void> {
  const override = run.refusals.find((one) => one.override !== null)?.override;
  if (override === null || override === undefined) throw new Error('the plan prints no override');
  await world.land({ [override.path]: edit(override.text) }, BY_SECURITY);
}

describe('31 the guard', () => {
  it('holds withdrawals above the limit, and neither what lapsed nor new grants: a flood of deletions keeps nothing alive', async () => {
    const world = await aWorld();
    await world.land({ [file('ada')]: three('ada', '10:00'), [file('chi')]: three('chi'), [file('gil')]: three('gil') });
    await world.apply();
    await world.land({ [file('ada')]: null, [file('chi')]: null, [file('gil')]: null, [file('zoe')]: three('zoe') });
    const early = await world.apply();
    expect(done(early).filter((one) => one.startsWith('applied'))).toEqual(all('applied grant asked', ['zoe'], '17:00'));
    expect(held(early)).toEqual(all('revoke withdrawn', ['ada', 'chi', 'gil']));
    expect(refused(early)).toEqual(['GK3201']);
    expect(reasons(early)).toBe('9 withdrawals are above the limit of 3 (the larger of 3 and 10 % of 9): 9 held back');
    expect(early.exit).toBe(4);
    until(world, '10:00');
    const later = await world.apply();
    expect(done(later).filter((one) => one.startsWith('applied'))).toEqual(all('applied revoke lapsed', ['ada']));
    expect(held(later)).toEqual(all('revoke withdrawn', ['chi', 'gil']));
    expect(await may(world, 'ada', LOGS, TEST)).toBe(false);
    expect(await may(world, 'chi', LOGS, TEST)).toBe(true);
  });

  it('lets exactly what an approved override lists through, until its end', async () => {
    const world = await aWorld();
    await world.land({
      [file('ada')]: three('ada'),
      [file('chi')]: three('chi'),
      [file('gil')]: three('gil'),
      [file('zoe')]: three('zoe'),
    });
    await world.apply();
    await world.land({ [file('ada')]: null, [file('chi')]: null });
    const first = await world.apply();
    expect(held(first)).toEqual(all('revoke withdrawn', ['ada', 'chi']));
    const override = first.refusals[0]?.override;
    expect(override?.path).toBe('policy/overrides/2026-11-23-withdrawals-0900.yaml');
    await world.pushToMain({ [override?.path ?? '']: override?.text ?? '' });
    expect(held(await world.apply())).toEqual(all('revoke withdrawn', ['ada', 'chi']));
    await approve(world, first, (text) => text.replace('2026-11-24T09:00:00Z', '2026-11-23T10:00:00Z'));
    await world.land({ [file('zoe')]: null });
    const second = await world.apply();
    expect(done(second).filter((one) => one.startsWith('applied'))).toEqual(all('applied revoke withdrawn', ['ada', 'chi']));
    expect(held(second)).toEqual(all('revoke withdrawn', ['zoe']));
    expect(await ours(world)).toHaveLength(6);
  });

  it('lets nothing through any more when the override is over', async () => {
    const world = await aWorld();
    await world.land({ [file('ada')]: three('ada'), [file('chi')]: three('chi') });
    await world.apply();
    await world.land({ [file('ada')]: null, [file('chi')]: null, [file('zoe')]: grantFile({ principal: 'zoe' }) });
    const first = await world.apply();
    expect(held(first)).toHaveLength(6);
    await approve(world, first, (text) => text.replace('2026-11-24T09:00:00Z', '2026-11-23T10:00:00Z'));
    until(world, '10:00');
    expect(held(await world.apply())).toEqual(all('revoke withdrawn', ['ada', 'chi']));
    expect(await ours(world)).toHaveLength(8);
  });

  it('lets an override count for 24 hours after its landing at the most, whatever it says', async () => {
    const world = await aWorld();
    const days = exampleFile(POLICY).replace('maxDuration: 8h, maxTotal', 'maxDuration: 5d, maxTotal');
    const role = (name: string) => exampleFile(`policy/roles/${name}.yaml`).replace('maxDuration: 8h', 'maxDuration: 5d');
    const roles = { 'policy/roles/debug.yaml': role('debug'), 'policy/roles/observe.yaml': role('observe') };
    await world.land({ [POLICY]: days, ...roles }, BY_SECURITY);
    const end = '2026-11-27T09:00:00Z';
    await world.land({ [file('ada')]: three('ada', end), [file('chi')]: three('chi', end), [file('zoe')]: three('zoe', end) });
    await world.apply();
    await world.land({ [file('ada')]: null, [file('chi')]: null });
    const longer = (text: string) => text.replace('2026-11-24T09:00:00Z', '2026-11-30T09:00:00Z');
    const first = await world.apply();
    await world.propose({ 'policy/overrides/x.yaml': longer(first.refusals[0]?.override?.text ?? '') });
    expect((await world.run(validate)).text).toMatch(/policy\/overrides\/x\.yaml:\d+:\d+ +GK1505/);
    await world.checkout();
    await approve(world, first, longer);
    until(world, '2026-11-24T09:00:00Z');
    expect(held(await world.apply())).toEqual(all('revoke withdrawn', ['ada', 'chi']));
  });

  it('holds all new grants of a run above the limit, privileged ones sooner, and nothing else', async () => {
    const world = await aWorld();
    const people = '[ada, ada-adm, ben, dan, gil, kim, sam]';
    await world.land({ [file('chi')]: grantFile({ principal: 'chi', expires: '10:00' }) }, { approve: ['bo-s'] });
    await world.apply();
    const release = {
      [file('release')]: grantFile({
        principal: '[ada, ben, dan, gil, kim, sam]',
        expires: '12:00',
        access: ['{ role: release, place: payments-test }'],
      }),
    };
    await world.land(release, { approve: ['bo-s', 'chi-p'] });
    expect(reasons(await world.plan())).toMatch(/^6 new bindings, 6 of privileged roles, are above the limit of 20 and 5 in one run/);
    await world.land({ [file('release')]: null, [file('many')]: three(people) });
    until(world, '10:00');
    const first = await world.apply();
    expect(done(first).filter((one) => one.startsWith('applied'))).toEqual([
      'applied revoke lapsed chi roles/cloudsql.viewer none',
      `applied revoke lapsed chi ${LOGS} none`,
    ]);
    expect(first.held).toHaveLength(21);
    expect(refused(first)).toEqual(['GK3202']);
    expect(reasons(first)).toBe('21 new bindings, 0 of privileged roles, are above the limit of 20 and 5 in one run: 21 held back');
    await approve(world, first);
    expect(await world.apply()).toMatchObject({ exit: 0, summary: { grant: 21, held: 0 } });
  });

  it('withdraws nothing from a protected principal; what lapses is taken all the same', async () => {
    const world = await aWorld();
    await world.land({ [file('ada')]: grantFile({ expires: '11:00' }), [file('chi')]: grantFile({ principal: 'chi' }) });
    await world.apply();
    await world.land({ [POLICY]: exampleFile(POLICY).replace('protect: [deployer]', 'protect: [deployer, ada]') }, BY_SECURITY);
    await world.land({ [file('ada')]: null });
    const run = await world.apply();
    expect(held(run)).toEqual([`revoke withdrawn ada roles/cloudsql.viewer none`, `revoke withdrawn ada ${LOGS} none`]);
    expect(refused(run)).toEqual(['GK3203 2026-11-23-ada', 'GK3203 2026-11-23-ada']);
    until(world, '11:00');
    expect(done(await world.apply())).toEqual([
      'applied revoke lapsed ada roles/cloudsql.viewer none',
      `applied revoke lapsed ada ${LOGS} none`,
    ]);
  });
});

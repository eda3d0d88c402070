import { describe, expect, it } from 'vitest';
import { validate } from '../../src/commands/validate.ts';
import { at, done, planned, reasons, refused, seen } from './deeds.ts';
import { may } from './rights.ts';
import { aWorld, exampleFile, type FileMap, grantFile, type TestWorld } from './world.ts';

const POLICY = 'policy/policy.yaml';
const LOGS = 'roles/logging.viewer';
const TEST = 'projects/payments-test';
const BY_SECURITY = { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' };
const BY_TWO = { approve: ['bo-s', 'chi-p'] };

function file(id: string): string {
  return `grants/payments/2026-11-23-${id}.yaml`;
}

async function changePolicy(world: TestWorld, from: string, to: string): Promise<void> {
  const text = exampleFile(POLICY);
  expect(text).toContain(from);
  await world.land({ [POLICY]: text.replace(from, to) }, BY_SECURITY);
}

/** By grant: every code that it is refused with. */
function codes(run: Parameters<typeof refused>[0]): Readonly<Record<string, readonly string[]>> {
  const pairs = [...new Set(refused(run))].map((one) => one.split(' 2026-11-23-') as [string, string]);
  return Object.fromEntries([...Map.groupBy(pairs, ([, grant]) => grant)].map(([grant, all]) => [grant, all.map(([code]) => code)]));
}

describe('22 policy', () => {
  it('refuses in the plan, each for its own reason, what it does not allow, and gives the rest', async () => {
    const world = await aWorld();
    const files: FileMap = {
      [file('fine')]: grantFile(),
      [file('long')]: grantFile({ expires: '18:30', access: ['{ role: observe, place: payments-test }'] }),
      [file('prod')]: grantFile({ access: ['{ role: observe, place: payments-prod }'] }),
      [file('ticket')]: grantFile({ principal: 'zoe' }).replace('INC-1', 'INC-x'),
      [file('silent')]: grantFile({ principal: 'zoe' }).replace('ticket: INC-1\n', ''),
      [file('denied')]: grantFile({ access: ['{ gcp: payments-test, role: roles/cloudsql.admin }'] }),
      [file('strong')]: grantFile({ access: ['{ gcp: payments-test, role: roles/iam.serviceAccountTokenCreator }'] }),
      [file('owner')]: grantFile({ access: ['{ azure: payments-prod, role: Owner }'], expires: '12:00' }),
      [file('grace')]: grantFile({ principal: 'gil', more: 'grace: 45m\n', expires: '12:00' }),
      [file('far')]: grantFile({ principal: 'gil', more: 'starts: 2026-12-24T09:00:00Z\n', expires: '2026-12-24T12:00:00Z' }),
      [file('none')]: grantFile({ access: ['{ gcp: projects/finance-archive, role: roles/browser }'], expires: '12:00' }),
      [file('theirs')]: grantFile({ access: ['{ gcp: projects/search-test, role: roles/browser }'], expires: '12:00' }),
      [file('kept')]: grantFile({ principal: 'deployer', expires: '12:00' }),
    };
    await world.land(files);
    const plan = await world.plan();
    expect(planned(plan)).toEqual(['grant asked ada roles/cloudsql.viewer 17:00', `grant asked ada ${LOGS} 17:00`]);
    expect(codes(plan)).toEqual({
      long: ['GK2103'],
      prod: ['GK2103'],
      ticket: ['GK2108'],
      silent: ['GK2107'],
      denied: ['GK2111'],
      strong: ['GK3304'],
      owner: ['GK2111'],
      grace: ['GK2105'],
      far: ['GK2104'],
      none: ['GK2110'],
      theirs: ['GK2109'],
      kept: ['GK2113'],
    });
    expect(reasons(plan)).toMatch(/prod: 8h is longer than the 4h that environment prod allows/);
    expect(reasons(plan)).toMatch(/strong: roles\/iam\.serviceAccountTokenCreator can change access or act as others/);
    expect(await world.apply()).toMatchObject({ exit: 4, summary: { grant: 2 } });
    expect(await world.apply()).toMatchObject({ exit: 3, outcomes: [] });
  });

  it('keeps duties apart that one person may not hold at once, also by another account', async () => {
    const world = await aWorld();
    await world.land({ [file('debug')]: grantFile({ expires: '11:00' }) });
    await world.apply();
    const release = '{ role: release, place: payments-test }';
    await world.land(
      {
        [file('both')]: grantFile({ principal: 'ada-adm', access: [release], expires: '12:00' }),
        [file('later')]: grantFile({ access: [release], more: 'starts: 2026-11-23T11:00:00Z\n', expires: '12:00' }),
      },
      BY_TWO,
    );
    const run = await world.apply();
    expect(done(run)).toEqual(['applied grant asked ada roles/run.developer 12:00']);
    expect(codes(run)).toEqual({ both: ['GK2115'] });
    expect(reasons(run)).toContain('ada would hold release and debug at the same time');
  });

  it('gives a privileged role of the catalogue only with two approvals and those that the role names', async () => {
    const world = await aWorld();
    const asked = (expires: string) => grantFile({ access: ['{ role: act-as-service, place: payments-test }'], expires });
    await world.land({ [file('one')]: asked('09:30') });
    const one = await world.plan();
    expect(planned(one)).toEqual([]);
    expect(codes(one)).toEqual({ one: ['GK2010'] });
    expect(reasons(one)).toMatch(/it needs 2 of bo, chi and has bo.*besides/);
    await world.land({ [file('one')]: asked('09:40') }, BY_TWO);
    expect(codes(await world.plan())).toEqual({ one: ['GK2011'] });
    await world.land({ [file('one')]: asked('09:50') }, { approve: ['bo-s', 'chi-p', 'sam-o'] });
    expect(done(await world.apply())).toEqual(['applied grant asked ada roles/iam.serviceAccountTokenCreator 09:50']);
  });

  it('has rules of its own, in CEL: true is let through and nothing else; one that does not compile makes the policy one that does not count', async () => {
    const world = await aWorld();
    const rule = (expression: string) =>
      `rules:\n  - { name: no-logs-prod, expression: '${expression}', message: Ask for less }\nunmanaged`;
    await changePolicy(world, 'unmanaged', rule('!(place.env == "prod" && grant.reason.contains("scenario"))'));
    const observe = (place: string) => grantFile({ access: [`{ role: observe, place: ${place} }`], expires: '12:00' });
    await world.land({ [file('prod')]: observe('payments-prod'), [file('test')]: observe('payments-test') });
    const run = await world.apply();
    expect(done(run)).toEqual(['applied grant asked ada roles/monitoring.viewer 12:00']);
    expect(codes(run)).toEqual({ prod: ['GK2201'] });
    expect(run.refusals[0]?.message).toBe('2026-11-23-prod: Ask for less');
    await world.propose({ [file('more')]: observe('payments-prod') });
    expect((await world.run(validate)).text).toMatch(/2026-11-23-more\.yaml:5:\d+ +GK2201 +Ask for less/);
    await world.checkout();
    await changePolicy(world, 'unmanaged', rule('place.colour == "red"'));
    await world.land({ [file('chi')]: observe('payments-test').replace('ada', 'chi') });
    const broken = await world.apply();
    expect(done(broken)).toEqual(['held grant asked chi roles/monitoring.viewer 12:00']);
    expect(broken.exit).toBe(3);
    expect(refused(broken)).toEqual(['GK2201 2026-11-23-prod', 'GK3004']);
    expect((await world.run(validate)).text).toMatch(/policy\/policy\.yaml:\d+:\d+ +GK2203 +the rule no-logs-prod cannot be used/);
    await changePolicy(world, 'unmanaged', rule('place.env != "prod"'));
    expect(done(await world.apply())).toEqual(['applied grant asked chi roles/monitoring.viewer 12:00']);
    expect(await may(world, 'ada', 'roles/monitoring.viewer', TEST)).toBe(true);
  });

  it('that grows stricter lets a started grant run to its end and says so, and withdraws one that has not begun', async () => {
    const world = await aWorld();
    await world.land({
      [file('begun')]: grantFile(),
      [file('waits')]: grantFile({ principal: 'chi', more: 'starts: 2026-11-23T11:00:00Z\n' }),
    }, { approve: ['bo-s'] }); // prettier-ignore
    expect((await world.apply()).outcomes).toHaveLength(4);
    expect(await may(world, 'chi', LOGS, TEST, at('11:00'))).toBe(true);
    await changePolicy(world, 'maxDuration: 8h, maxTotal', 'maxDuration: 2h, maxTotal');
    const run = await world.apply();
    expect(done(run)).toEqual(['applied revoke withdrawn chi roles/cloudsql.viewer none', `applied revoke withdrawn chi ${LOGS} none`]);
    expect(codes(run)).toEqual({ waits: ['GK2103'] });
    expect(seen(run, 'note')).toContain('2026-11-23-begun');
    expect(JSON.stringify(run.observations)).toContain(
      'policy would now refuse it (8h is longer than the 2h that policy allows); it runs to its end',
    );
    expect(await may(world, 'ada', LOGS, TEST, at('16:59'))).toBe(true);
    expect(await may(world, 'chi', LOGS, TEST, at('11:00'))).toBe(false);
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 3 });
  });
});

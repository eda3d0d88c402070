import { describe, expect, it } from 'vitest';
import { readSnapshot } from '../../src/ledger/snapshot.ts';
import { done, reasons, refused } from './deeds.ts';
import { changedGcp } from './hands.ts';
import { aWorld, grantFile } from './world.ts';

const ACT = 'roles/iam.serviceAccountUser';
const TASKS = 'roles/cloudtasks.enqueuer';
const TEST = 'projects/payments-test';
const KEEPER = `${TEST}/roles/keeper`;
const CLERK = `${TEST}/roles/clerk`;
const BY_SECURITY = { by: 'bo-s', approve: ['sam-o'], merge: 'sam-o' };

function file(id: string): string {
  return `grants/payments/2026-11-23-${id}.yaml`;
}

const tasks = (principal: string) => grantFile({ principal, access: [`{ gcp: payments-test, role: ${TASKS} }`], expires: '12:00' });

describe('24 roles that are dangerous together', () => {
  it('are refused where the second is asked for, whoever gave the first; and alone they are given', async () => {
    const world = await aWorld();
    await world.gcpState.update(({ roles }) => {
      roles[CLERK] = { title: 'Clerk', stage: 'GA', includedPermissions: ['run.services.get'] };
      roles[KEEPER] = { title: 'Keeper', stage: 'GA', includedPermissions: ['iam.serviceAccounts.actAs', 'iam.serviceAccounts.get'] };
    });
    await changedGcp(world, TEST, (bindings) => [
      ...bindings,
      { role: ACT, members: ['user:bo@example.com'] },
      { role: KEEPER, members: ['user:gil@example.com'] },
    ]);
    const catalogue = `description: Act as a service account\nmaxDuration: 8h\nprivileged: true\napprovers: []\naccess:\n  - { gcp: $place, role: ${ACT} }\n`;
    await world.land({ 'policy/roles/act.yaml': catalogue }, BY_SECURITY);
    await world.land(
      { [file('act')]: grantFile({ principal: 'ben', access: ['{ role: act, place: payments-test }'], expires: '11:00' }) },
      { approve: ['bo-s', 'chi-p'] },
    );
    expect(done(await world.apply())).toEqual([`applied grant asked ben ${ACT} 11:00`]);

    const clerk = grantFile({ principal: 'zoe', access: [`{ gcp: payments-test, role: ${CLERK} }`], expires: '12:00' });
    await world.land({
      [file('ada')]: tasks('ada'),
      [file('ben')]: tasks('ben'),
      [file('gil')]: tasks('gil'),
      [file('zoe')]: tasks('zoe'),
      [file('clerk')]: clerk,
    });
    await world.land({ [file('bo')]: tasks('bo') }, { approve: ['chi-p'] });
    const run = await world.apply();
    // As a member of payments-oncall, which is an editor by hand, ada has all of it already.
    expect(done(run).toSorted()).toEqual([
      `applied grant asked ada ${TASKS} 12:00`,
      `applied grant asked zoe ${CLERK} 12:00`,
      `applied grant asked zoe ${TASKS} 12:00`,
    ]);
    expect(refused(run)).toEqual(['ben', 'bo', 'gil'].map((name) => `GK2120 2026-11-23-${name}`));
    expect(reasons(run)).toContain(
      `ben would have iam.serviceAccounts.actAs by ${ACT} of 2026-11-23-act and cloudtasks.tasks.create by ${TASKS}, which together let ben have things run`,
    );
    expect(reasons(run)).toContain(`bo would have iam.serviceAccounts.actAs by ${ACT} by hand and cloudtasks.tasks.create`);
    expect(reasons(run)).toContain(`gil would have iam.serviceAccounts.actAs by ${KEEPER} by hand`);

    // A custom role that a grant asks for is known from then on without asking the cloud.
    const snapshot = await readSnapshot(world.forge);
    expect(snapshot).toMatchObject({
      ok: true,
      value: { roles: [{ cloud: 'gcp', role: { id: CLERK, name: CLERK }, permissions: [{ name: 'run.services.get' }] }] },
    });
  });
});

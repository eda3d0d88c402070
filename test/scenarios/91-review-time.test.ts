import { describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { commitOn } from '../../src/git/branch.ts';
import { headCommit } from '../../src/git/repository.ts';
import { emailOf } from '../../src/forge/local/people.ts';
import { fetchBranches } from '../../src/git/transfer.ts';
import { at, done, planned, reasons, until } from './deeds.ts';
import { aWorld, exampleFile, grantFile, type TestWorld } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada.yaml';
const POLICY = 'policy/policy.yaml';
const ACCESS = ['{ gcp: payments-test, role: roles/logging.viewer }'];

function lasting(more: string, expires = '2026-11-25T09:00:00Z', access: readonly string[] = ACCESS): string {
  return grantFile({ access, expires, more });
}

/** A commit straight on main that claims a date of its own. */
async function pushDated(world: TestWorld, path: string, content: string, date: string): Promise<void> {
  const head = await headCommit(world.repository);
  const author = { name: 'ada-b', email: emailOf('ada-b') };
  await commitOn(world.forge.repository, 'main', head, [{ path, content }], { message: 'Dated', author, at: at(date) });
  await fetchBranches(world.repository, world.forge.repository.root);
  await world.checkout();
}

async function trusting(): Promise<TestWorld> {
  const world = await aWorld();
  const policy = exampleFile(POLICY).replace('mode: enforce', 'mode: trust-branch-protection');
  await world.land({ [POLICY]: policy }, { approve: ['sam-o'], merge: 'sam-o' });
  return world;
}

describe('91 review: dates and ends', () => {
  it('a commit that is dated ahead grants nothing, and its end does not run away before the clock', async () => {
    const world = await trusting();
    await pushDated(world, PATH, lasting('duration: 3h\n'), '12:00');
    const plan = await world.plan();
    expect(planned(plan)).toEqual([]);
    expect(reasons(plan)).toMatch(/is dated 2026-11-23T12:00:00Z, which lies ahead/);
    until(world, '12:00');
    expect(done(await world.apply())).toEqual(['applied grant asked ada roles/logging.viewer 15:00']);
    until(world, '14:00');
    expect(planned(await world.plan())).toEqual([]);
  });

  it('what an unapproved edit cuts is written once, whatever else the edit asks for', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: lasting('duration: 3h\n') });
    expect(done(await world.apply())).toEqual(['applied grant asked ada roles/logging.viewer 12:00']);
    until(world, '09:30');
    await world.pushToMain({
      [PATH]: lasting('duration: 2h\n', undefined, [...ACCESS, '{ gcp: payments-test, role: roles/compute.viewer }']),
    });
    expect(done(await world.apply())).toEqual(['applied shorten withdrawn ada roles/logging.viewer 11:00']);
    const again = await world.plan();
    expect(planned(again)).toEqual([]);
    expect(again.observations.filter(({ kind }) => kind === 'tampered')).toEqual([]);
  });

  it('a plan that a person agrees to much later is made anew instead', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ access: ACCESS }) });
    const agreeing = (time: string) => ({
      ask: () => {
        until(world, time);
        return Promise.resolve('yes');
      },
    });
    const late = await world.run(apply, {}, [], agreeing('09:20'));
    expect([late.exit, late.text]).toEqual([3, expect.stringContaining('Run it again')]);
    expect(planned(await world.plan())).toEqual(['grant asked ada roles/logging.viewer 17:00']);
    expect((await world.run(apply, {}, [], agreeing('09:29'))).exit).toBe(0);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../../src/git/command.ts';
import { fetchBranches, push } from '../../src/git/transfer.ts';
import { headCommit } from '../../src/git/repository.ts';
import { done, planned, refused } from './deeds.ts';
import { aWorld, exampleFile, grantFile, type TestWorld } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada.yaml';
const GRANT = grantFile({ access: ['{ gcp: payments-test, role: roles/logging.viewer }'] });
const GRANTED = ['applied grant asked ada roles/logging.viewer 17:00'];

async function granted(): Promise<TestWorld> {
  const world = await aWorld();
  await world.land({ [PATH]: GRANT });
  expect(done(await world.apply())).toEqual(GRANTED);
  return world;
}

/** A grant that Git knows as a program, straight on main. */
async function pushExecutable(world: TestWorld): Promise<void> {
  const { root } = world.repository;
  mkdirSync(join(root, 'grants/payments'), { recursive: true });
  writeFileSync(join(root, PATH), GRANT);
  await git(root, 'add', PATH);
  await git(root, 'update-index', '--chmod=+x', PATH);
  await git(root, 'commit', '--quiet', '-m', 'A program');
  await push(world.repository, world.forge.repository.root, { commit: await headCommit(world.repository), branch: 'main' });
  await fetchBranches(world.repository, world.forge.repository.root);
  await world.checkout();
}

describe('93 review: files that do not read', () => {
  it.each(['2026-11-23-ada.yaml.bak', '2026-11-23-ada.yml', '2026-11-23-ADA.yaml', '.2026-11-23-ada.yaml', 'old/2026-11-23-ada.yaml'])(
    'hold their stem, whatever surrounds it: %s',
    async (name) => {
      const world = await granted();
      await world.pushToMain({ [PATH]: null, [`grants/payments/${name}`]: GRANT });
      expect(planned(await world.plan())).toEqual([]);
    },
  );

  it('are read again once their mode is right', async () => {
    const world = await aWorld();
    await pushExecutable(world);
    expect(planned(await world.plan())).toEqual([]);
    await world.land({ [PATH]: GRANT });
    expect(done(await world.apply())).toEqual(GRANTED);
  });

  it('give nothing from a folder that nobody owns, though the team is in its path', async () => {
    const world = await aWorld();
    const policy = exampleFile('policy/policy.yaml').replace('mode: enforce', 'mode: trust-branch-protection');
    await world.land({ 'policy/policy.yaml': policy }, { approve: ['sam-o'], merge: 'sam-o' });
    await world.pushToMain({ 'grants/free/payments/2026-11-23-ada.yaml': GRANT });
    expect(planned(await world.plan())).toEqual([]);
  });

  it('do not pass for grants where all grants are gone', async () => {
    const world = await granted();
    await world.pushToMain({ [PATH]: null, 'grants/.gitkeep': '' });
    const plan = await world.plan();
    expect(planned(plan)).toEqual([]);
    expect(refused(plan)).toContain('GK3003');
  });
});

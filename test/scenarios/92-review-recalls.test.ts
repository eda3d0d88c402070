import { describe, expect, it } from 'vitest';
import { recall } from '../../src/commands/recall.ts';
import { done, planned, until } from './deeds.ts';
import { changedGcp } from './hands.ts';
import { ours } from './standing.ts';
import { aWorld, exampleFile, grantFile, type TestWorld } from './world.ts';

const PATH = 'grants/payments/2026-11-23-gil.yaml';
const GRANT = grantFile({ principal: 'gil', access: ['{ gcp: payments-test, role: roles/logging.viewer }'] });
const REVOKED = 'revoke recalled gil roles/logging.viewer none';
const GRANTED = 'applied grant asked gil roles/logging.viewer 17:00';
const PEOPLE = 'policy/people/engineering.yaml';
const POLICY = 'policy/policy.yaml';
const BY_SECURITY = { approve: ['sam-o'], merge: 'sam-o' };

function recallFile(principal = 'gil'): string {
  return `principal: ${principal}\nsince: 2026-11-23T09:00:00Z\nreason: Laptop stolen\n`;
}

/** Gil has access, and is recalled by a file that nobody approved. */
async function withRecall(file = 'recalls/gil.yaml'): Promise<TestWorld> {
  const world = await aWorld();
  await world.land({ [PATH]: GRANT });
  expect(done(await world.apply())).toEqual([GRANTED]);
  await world.pushToMain({ [file]: recallFile() });
  expect(done(await world.apply())).toEqual([`applied ${REVOKED}`]);
  return world;
}

describe('92 review: a recall file', () => {
  it('lifts nobody by an edit that nobody approved', async () => {
    const world = await withRecall();
    await world.pushToMain({ 'recalls/gil.yaml': recallFile('zoe') }, 'gil-m');
    until(world, '10:00');
    expect(planned(await world.plan())).toEqual([]);
  });

  it('may not be deleted with the approval of whom it named before an edit', async () => {
    const world = await aWorld();
    await world.pushToMain({ 'recalls/sam.yaml': recallFile('sam') });
    await world.pushToMain({ 'recalls/sam.yaml': recallFile('zoe') });
    await world.land({ 'recalls/sam.yaml': null }, { approve: ['sam-o'], merge: 'sam-o' });
    await world.land({ [PATH]: grantFile({ principal: 'sam' }) });
    expect(planned(await world.plan())).toEqual([]);
  });

  it('still stands where another file of its stem is deleted', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: GRANT });
    await world.pushToMain({ 'recalls/gil.yml': recallFile() });
    expect(planned(await world.plan())).toEqual([]);
    await world.land({ 'recalls/gil.yml': null, 'recalls/gil.yaml': recallFile() }, { approve: ['sam-o'], merge: 'sam-o' });
    expect(planned(await world.plan())).toEqual([]);
  });

  it('is not overruled by a branch of its name', async () => {
    const world = await withRecall();
    await world.forge.proposeFile('grantkeeper/recall/gil', 'recalls/gil.yaml', recallFile('zoe'), { title: 'x', body: 'x' });
    expect(planned(await world.plan())).toEqual([]);
  });
});

describe('92 review: a recall branch', () => {
  const BRANCH = 'grantkeeper/recall/gil';
  const PATHS = { file: 'recalls/gil.yaml', again: 'grants/payments/2026-11-23-gil-2.yaml' };

  /** Gil was recalled by a branch that was merged, lifted, and granted access anew. */
  async function lifted(): Promise<TestWorld> {
    const world = await aWorld();
    await world.forge.proposeFile(BRANCH, PATHS.file, recallFile(), { title: 'Recall gil', body: '' });
    await world.pushToMain({ [PATHS.file]: recallFile() });
    until(world, '10:00');
    await world.land({ [PATHS.file]: null }, BY_SECURITY);
    until(world, '10:30');
    await world.land({ [PATHS.again]: GRANT });
    return world;
  }

  it('that has landed, and was lifted, recalls nobody any more', async () => {
    expect(planned(await (await lifted()).plan())).toEqual(['grant asked gil roles/logging.viewer 17:00']);
  });

  it('that is newer than the lifting counts, whenever its file says that it began', async () => {
    const world = await lifted();
    await world.apply();
    until(world, '11:00');
    const file = recallFile().replace('Laptop stolen', 'Stolen again, and before the lifting');
    const open = (await world.forge.listRequests()) as { value: readonly { number: number; branch: string }[] };
    const stale = open.value.find((one) => one.branch === BRANCH);
    await world.forge.close(stale?.number ?? 0, 'sam-o');
    await world.forge.proposeFile(BRANCH, PATHS.file, file, { title: 'Recall gil', body: '' });
    expect(planned(await world.plan())).toEqual([REVOKED]);
  });
});

describe('92 review: the command recall', () => {
  it('of a name that fits nobody does nothing, and says so', async () => {
    const world = await aWorld();
    const report = await world.run(recall, { yes: true }, ['Gil Moreu']);
    expect(report.exit).toBe(64);
    expect(report.text).toMatch(/nobody is called Gil Moreu/);
    expect(await world.forge.branches('grantkeeper/recall/')).toMatchObject({ value: new Map() });
  });

  it('finds who was taken out of policy/people, and still holds what the guard kept', async () => {
    const world = await aWorld();
    const teams = exampleFile('policy/teams/platform.yaml').replaceAll('gil', 'zoe');
    const paths = ['a', 'b', 'c', 'd'].map((name) => `grants/payments/2026-11-23-${name}.yaml`);
    const roles = ['roles/logging.viewer', 'roles/monitoring.viewer', 'roles/cloudsql.viewer', 'roles/compute.viewer'];
    const files = paths.map((path, at) => [
      path,
      grantFile({ principal: 'gil', access: [`{ gcp: payments-test, role: ${roles[at] ?? ''} }`] }),
    ]);
    await world.land(Object.fromEntries(files) as Record<string, string>);
    await world.apply();
    expect((await ours(world)).length).toBe(4);
    const people = exampleFile(PEOPLE).replace(/^ {2}gil:.*\n/m, '');
    await world.land({ [PEOPLE]: people, 'policy/teams/platform.yaml': teams }, BY_SECURITY);
    expect((await world.apply()).held.length).toBe(4);
    const report = await world.run(recall, { yes: true }, ['gil']);
    expect(report.exit).toBe(0);
    expect(await ours(world)).toEqual([]);
    expect(report.text).toMatch(/Recorded in recalls\/gil.yaml/);
  });

  it('takes what is not ours from nobody but whom it confirms', async () => {
    const world = await withRecall();
    const foreign = ['gil', 'zoe'].map((name) => ({ role: 'roles/compute.viewer', members: [`user:${name}@example.com`] }));
    await changedGcp(world, 'projects/payments-test', (bindings) => [...bindings, ...foreign]);
    const report = await world.run(recall, { yes: true, foreign: true, confirm: 'zoe' }, ['zoe']);
    expect(report.exit).toBe(0);
    const left = await world.gcpState.update((state) => JSON.stringify(state.policies['projects/payments-test']?.bindings));
    expect(left).not.toContain('user:zoe@example.com');
    expect(left).toContain('user:gil@example.com');
  });

  it('is not finished while policy protects what is ours', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: GRANT });
    await world.apply();
    await world.land({ [POLICY]: exampleFile(POLICY).replace('protect: [deployer]', 'protect: [deployer, gil]') }, BY_SECURITY);
    const report = await world.run(recall, { yes: true }, ['gil']);
    expect(report.exit).toBe(4);
    expect(report.text).toMatch(/NOT FINISHED: 1 binding of ours left, since policy protects it/);
    const all = await world.run(recall, { yes: true, foreign: true, confirm: 'gil' }, ['gil']);
    // His ownership of a subscription is found, and is its last one: that is said, and ours are gone all the same.
    expect(all.exit).toBe(4);
    expect(all.text).toContain('LastRbacAdminAssignment');
    expect(all.text).not.toContain('left: ');
    expect(await ours(world)).toEqual([]);
  });

  it('does not write over a file that recalls somebody else', async () => {
    const world = await aWorld();
    for (const stranger of ['user:a-b@x.example', 'user:a.b@x.example']) {
      expect((await world.run(recall, { yes: true }, [stranger])).text).toMatch(/Recorded in/);
    }
    expect(await world.forge.branches('grantkeeper/recall/')).toMatchObject({
      value: new Map([
        ['grantkeeper/recall/user-a-b-x-example', expect.any(String)],
        ['grantkeeper/recall/user-a-b-x-example-2', expect.any(String)],
      ]),
    });
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { codeowners } from '../../src/commands/codeowners.ts';
import { plan } from '../../src/commands/plan.ts';
import { validate } from '../../src/commands/validate.ts';
import { onDisk } from './child.ts';
import { ours } from './standing.ts';
import { AZURE_ONE, GCP_WRITE, over, writesOf } from './wire.ts';
import { aWorld, beginning, grantFile, type TestWorld } from './world.ts';

const ACCESS = ['{ gcp: payments-test, role: roles/logging.viewer }', '{ azure: payments-prod, role: Reader }'];
const FILE = 'grants/payments/ada.yaml';
const BOTH = ['azure payments Reader ada ada', 'gcp payments-test roles/logging.viewer ada ada'];

const aRequest = beginning(async () => {
  const world = await aWorld();
  await world.land({ [FILE]: grantFile({ access: ACCESS, expires: '12:00' }) });
  return world;
});

/** CODEOWNERS as the command writes it: without it `validate` has a finding. */
async function withOwners(world: TestWorld): Promise<TestWorld> {
  const path = '.github/CODEOWNERS';
  expect((await world.run(codeowners)).exit).toBe(0);
  await world.pushToMain({ [path]: readFileSync(join(world.dir, path), 'utf8') }, 'sam-o');
  return world;
}

/** Fails with everything that the published schema has against a value. */
function expectPublished(value: unknown, schema: string): void {
  const text = readFileSync(new URL(`../../schemas/${schema}.schema.json`, import.meta.url), 'utf8');
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  expect(ajv.validate(JSON.parse(text), value) ? [] : ajv.errors).toEqual([]);
}

describe.concurrent('53 exit codes', () => {
  it('is 0 when all was done, and when there was nothing to do', async () => {
    const world = await withOwners(await aRequest());
    expect((await world.run(plan)).exit).toBe(0);
    expect((await world.run(apply, { yes: true })).exit).toBe(0);
    expect((await world.run(apply, { yes: true })).exit).toBe(0);
    expect((await world.run(validate)).exit).toBe(0);
  });

  it('is 2 for a plan with changes, if that is asked for', async () => {
    const world = await aRequest();
    expect((await world.run(plan, { 'detailed-exitcode': true })).exit).toBe(2);
    await world.apply();
    expect((await world.run(plan, { 'detailed-exitcode': true })).exit).toBe(0);
  });

  it('is 3 when refusals kept everything', async () => {
    const world = await aWorld();
    await world.pushToMain({ [FILE]: grantFile({ access: ACCESS, expires: '12:00' }) });
    expect((await world.run(plan)).exit).toBe(3);
    expect((await world.run(apply, { yes: true })).exit).toBe(3);
    expect((await world.run(apply, { yes: true, only: 'grants' })).exit).toBe(3);
    // To refuse a grant is no failure of a run that only takes away.
    expect((await world.run(apply, { yes: true, only: 'revocations' })).exit).toBe(0);
    expect(writesOf(world)).toEqual([]);
  });

  it('is 3 for files with findings', async () => {
    const world = await aWorld();
    await world.pushToMain({ [FILE]: 'principal: nobody\n' });
    const report = await world.run(validate);
    expect(report.exit).toBe(3);
    expectPublished(report.json, 'findings');
  });

  it('is 4 when something was done and something was not', async () => {
    const world = await aRequest();
    await world.pushToMain({ 'grants/payments/chi.yaml': grantFile({ principal: 'chi' }) });
    const report = await world.run(apply, { yes: true });
    expect([report.exit, await ours(world)]).toEqual([4, BOTH]);
  });

  it('is 1 when nothing that was tried succeeded', async () => {
    const world = await aRequest();
    world.gcp.faults.push({ path: GCP_WRITE, effect: { kind: 'answer', status: 403 } });
    world.azure.faults.push({ method: 'PUT', path: AZURE_ONE, effect: { kind: 'answer', status: 403 } });
    expect((await world.run(apply, { yes: true })).exit).toBe(1);
  });

  it('is 64 where nobody can be asked and nobody said yes, with the plan all the same', async () => {
    const world = await aRequest();
    const report = await world.run(apply);
    expect(report.exit).toBe(64);
    expect(report.text).toMatch(/^\+ ada +roles\/logging\.viewer/m);
    expect(report.text).toMatch(/Nothing was changed: nobody can be asked here\. Say --yes to apply this plan\.\n$/);
    expectPublished(report.json, 'apply');
    expect([writesOf(world), await ours(world)]).toEqual([[], []]);
  });

  it('asks a person after showing the plan, and takes nothing but yes for yes', async () => {
    const world = await aRequest();
    const said: string[] = [];
    const answers = (answer: string) => ({
      print: (line: string) => void said.push(line),
      ask: async (question: string) => {
        said.push(question);
        return answer;
      },
    });
    for (const answer of ['', 'y', 'no', 'YES please']) {
      const report = await world.run(apply, {}, [], answers(answer));
      expect([report.exit, report.text]).toEqual([0, 'Nothing was changed.\n']);
    }
    expect(await ours(world)).toEqual([]);
    said.length = 0;
    expect((await world.run(apply, {}, [], answers(' yes \n'))).exit).toBe(0);
    expect(said.at(-1)).toMatch(/^Apply these 2 changes\? Type yes/);
    expect(said.findIndex((line) => line.includes('Reader'))).toBeGreaterThanOrEqual(0);
    expect(await ours(world)).toEqual(BOTH);
    said.length = 0;
    expect((await world.run(apply, {}, [], answers('no'))).exit).toBe(0);
    expect(said).toEqual([]);
  });

  it('says in JSON what its published schemas say, whatever became of it', async () => {
    const world = await aRequest();
    expectPublished((await world.run(plan)).json, 'plan');
    const nowhere = over(world, () => Promise.reject(new TypeError('fetch failed')));
    expectPublished((await world.run(plan, {}, [], nowhere)).json, 'plan');
    expectPublished((await world.run(apply, { yes: true }, [], nowhere)).json, 'apply');
    await world.gcpState.update((state) => (state.missing = ['ada@example.com']));
    await world.azureState.update((state) => (state.manner.lag.get = 60_000));
    const report = await world.run(apply, { yes: true });
    expect(report.outputs).toMatchObject({ granted: 0, revoked: 0, failed: 2, 'has-changes': true });
    expectPublished(report.json, 'apply');
    expectPublished((await world.run(validate)).json, 'findings');
  });

  it('puts one JSON object on stdout and talk on stderr, as a process of its own', async () => {
    const world = await withOwners(await aRequest());
    const disk = await onDisk(world);
    const runs: readonly { args: readonly [string, ...string[]]; exit: number; schema: string }[] = [
      { args: ['validate', '--json'], exit: 0, schema: 'findings' },
      { args: ['plan', '--json', '--detailed-exitcode'], exit: 2, schema: 'plan' },
      { args: ['apply', '--json'], exit: 64, schema: 'apply' },
    ];
    const ends = await Promise.all(runs.map(({ args }) => disk.start(...args).end));
    for (const [at, { stdout, stderr, exit }] of ends.entries()) {
      expect([exit, stderr], stdout).toEqual([runs[at]?.exit, '']);
      expectPublished(JSON.parse(stdout), runs[at]?.schema ?? '');
    }
    expect(await ours(disk)).toEqual([]);
    const real = await disk.start('apply', '--json', '--yes').end;
    expect([real.exit, real.stderr, await ours(disk)]).toEqual([0, '', BOTH]);
    expectPublished(JSON.parse(real.stdout), 'apply');
  });

  it('tells mistakes of the command line with 64, and trouble with 1, on stderr', async () => {
    const world = await aWorld();
    const disk = await onDisk(world);
    const empty = mkdtempSync(join(tmpdir(), 'grantkeeper-nothing-'));
    const [only, nowhere] = await Promise.all([
      disk.start('apply', '--only', 'everything').end,
      disk.start('plan', '--json', `--repo=${empty}`).end,
    ]);
    rmSync(empty, { recursive: true });
    expect([only.exit, only.stdout]).toEqual([64, '']);
    expect(only.stderr).toMatch(/revocations, grants/);
    expect(nowhere.exit).toBe(1);
    expect(JSON.parse(nowhere.stdout)).toMatchObject({ error: expect.stringMatching(/./) });
    expect(nowhere.stderr).not.toBe('');
  });
});

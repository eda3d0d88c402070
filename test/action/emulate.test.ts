import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { scratchDir } from '../cli/child.ts';
import { aboutRequest, approved, asked, emulatedAction, type EmulatedAction } from './emulated-action.ts';
import { type EmulatedClone, grant } from './emulated-clone.ts';
import { type EmulatedGithub, REPOSITORY } from './emulated-github.ts';

let ground: EmulatedAction;
let github: EmulatedGithub;
let clone: EmulatedClone;

beforeAll(async () => {
  const compiled = { NODE_COMPILE_CACHE: join(scratchDir(), 'compiled') };
  ground = await emulatedAction(join(inject('bundle'), 'action.js'), scratchDir(), compiled);
  ({ github, clone } = ground);
}, 60_000);

afterAll(async () => {
  await ground.close();
});

describe('prune, with the rights of its job and against a GitHub of other people', () => {
  const prune = async () => {
    const token = await ground.token('prune');
    const ran = await ground.run(token, { command: 'prune' });
    expect(ran.reached.toSorted()).toEqual(ground.known.toSorted());
    expect(ran.stdout.replace(`::add-mask::${token}`, '') + ran.stderr + ran.summary).not.toContain(token);
    return ran;
  };
  const told = async () => {
    const { exit, outputs, summary } = await prune();
    expect({ exit, code: outputs['exit-code'] }).toEqual({ exit: 0, code: '0' });
    const [, said = summary] = /^### grantkeeper prune\n\n```text\n([\s\S]*)\n```\n$/.exec(summary) ?? [];
    return { operation: outputs['operation'], number: outputs['pull-request-number'], said };
  };

  it('opens one request for what is over', async () => {
    const writes = github.log.length;
    expect(await told()).toEqual({
      operation: 'opened',
      number: '1',
      said: expect.stringMatching(
        /^Prune request #1 opened: 1 lapsed grant\. http\S+\/acme\/grants\/pull\/1\n- grants\/payments\/first\.yaml$/,
      ),
    });
    const calls = github.log.slice(writes).filter((one) => !one.startsWith('GET '));
    expect(calls.length).toBeLessThanOrEqual(8);
  });

  it('changes nothing the second time', async () => {
    const before = github.log.length;
    expect(await told()).toMatchObject({ operation: 'unchanged', number: '1' });
    expect(github.log.slice(before).filter((one) => !/^(GET|POST \/graphql)/.test(one))).toEqual([]);
  });

  it('puts what lapsed since then into the same request', async () => {
    await clone.pushed(60, grant('second', 50));
    expect(await told()).toMatchObject({ operation: 'updated', number: '1', said: expect.stringContaining('2 lapsed grants') });
  });

  it('leaves it alone once somebody approved it', async () => {
    await approved(ground, 1);
    await clone.pushed(40, grant('third', 30));
    expect(await told()).toMatchObject({ operation: 'frozen', number: '1' });
  });

  it('closes it when nothing is left to remove, and then rests', async () => {
    await clone.pushed(20, Object.fromEntries(['first', 'second', 'third'].map((id) => [`grants/payments/${id}.yaml`, null])));
    expect(await told()).toMatchObject({ operation: 'closed', number: '1' });
    expect(await told()).toEqual({ operation: 'none', number: '', said: 'No grant has lapsed: nothing to prune.' });
  });
});

describe('plan on a pull request, with the rights of its job', () => {
  const at = `/repos/${REPOSITORY}`;
  let request = 0;
  const plan = async (less: Readonly<Record<string, 'read'>> = {}) =>
    ground.run(await ground.token('plan', less), { command: 'plan' }, aboutRequest(scratchDir(), request));
  const comments = async () =>
    (await github.as('acme', 'GET', `${at}/issues/${request}/comments`)) as unknown as readonly { body: string; user: { login: string } }[];
  let head = '';

  it('is red with one right fewer, and says what it could not write', async () => {
    ({ number: request, head } = await asked(ground));
    const { exit, stdout } = await plan({ checks: 'read' });
    expect(exit).toBe(4);
    expect(stdout).toMatch(/^not written on the request: GitHub answered 403 to POST \S+check-runs/m);
  });

  it('says what it would do and who may approve, in one comment and a check', async () => {
    const { exit, outputs, summary } = await plan();
    expect({ exit, code: outputs['exit-code'] }).toEqual({ exit: 0, code: '0' });
    const [comment, ...more] = await comments();
    expect(more).toEqual([]);
    expect(comment?.user.login).toBe('grantkeeper[bot]');
    expect(comment?.body).toContain('**Ada Byron gets `roles/logging.viewer` at `payments-prod` from the merge until');
    expect(summary).toContain('**Needs 1 of `bo`, `chi`.**');
    expect(await github.as('acme', 'GET', `${at}/commits/${head}/check-runs`)).toMatchObject({ total_count: 1 });
  });

  it('says it once', async () => {
    const before = github.log.length;
    expect((await plan()).exit).toBe(0);
    clone.git('switch', '--quiet', 'main');
    expect(github.log.slice(before).filter((one) => !/^(GET|POST \/graphql)/.test(one))).toEqual([]);
  });
});

describe('the other jobs, with the rights of each', () => {
  it('recall records itself and says where', async () => {
    const token = await ground.token('recall');
    const { exit, outputs, summary } = await ground.run(token, { command: 'recall', principal: 'ada', reason: 'Laptop stolen' });
    expect({ exit, code: outputs['exit-code'], revoked: outputs['revoked'] }).toEqual({ exit: 0, code: '0', revoked: '0' });
    expect(outputs['pull-request-url']).toMatch(new RegExp(`/pull/${outputs['pull-request-number']}$`));
    expect(summary).toContain('Recorded in recalls/ada.yaml');
  });

  it('reach nobody but the forge and the cloud, and a package that phones home is seen', async () => {
    expect((await ground.run('', { command: 'validate' })).reached).toEqual([]);
    const evil = `data:text/javascript,process.getBuiltinModule('node:http').get('http://127.0.0.2:9/').on('error', () => 0)`;
    const { reached } = await ground.run('', { command: 'validate' }, { NODE_OPTIONS: `--import="${evil}"` });
    expect(reached).toEqual(['127.0.0.2:9']);
  });

  it('validate asks nobody, and is told how long it takes', async () => {
    const before = github.log.length;
    const began = performance.now();
    const { exit, outputs } = await ground.run('', { command: 'validate' });
    const took = performance.now() - began;
    expect({ exit, outputs }).toMatchObject({ exit: 3, outputs: { errors: '1', 'exit-code': '3' } }); // CODEOWNERS is missing
    expect(github.log.slice(before)).toEqual([]);
    const bare = performance.now();
    execFileSync(process.execPath, ['-e', '0']);
    console.log(`validate in ${Math.round(took)} ms, bare node in ${Math.round(performance.now() - bare)} ms`);
  });
});

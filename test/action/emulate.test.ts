import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rightsOf } from '../../src/commands/init/workflow.ts';
import { workflows } from '../../src/commands/init/workflows.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { exampleGcp } from '../../src/sim/gcp/example.ts';
import { simulateGcp } from '../../src/sim/gcp/gcp.ts';
import { serve, type Served } from '../../src/sim/serve.ts';
import { memoryStore } from '../../src/sim/store.ts';
import { scratchDir, startedEntry } from '../cli/child.ts';
import { type EmulatedClone, emulatedClone, grant, NOW, POLICY } from './emulated-clone.ts';
import { type EmulatedGithub, emulatedGithub, REPOSITORY } from './emulated-github.ts';

let github: EmulatedGithub;
let clouds: Served;
let home: string;
let clone: EmulatedClone;

beforeAll(async () => {
  home = scratchDir();
  const clock = { now: () => Date.now() as Instant };
  [github, clouds] = await Promise.all([
    emulatedGithub(),
    serve([{ service: simulateGcp({ store: memoryStore(exampleGcp(NOW as Instant)), clock }) }]),
  ]);
  writeFileSync(
    join(home, 'user.json'),
    JSON.stringify({ type: 'authorized_user', client_id: 'c', client_secret: 's', refresh_token: 'r' }),
  );
  clone = emulatedClone(github);
  await clone.pushed(96, { ...POLICY, 'grants/payments/README.md': '# Grants\n', ...grant('first', 80) });
}, 60_000);

afterAll(async () => {
  await Promise.all([github.close(), clouds.close()]);
});

/** Takes the place of the network: the cloud's hosts are the simulated ones, and signing in gives their token. */
const route = (cloud: string) =>
  `data:text/javascript,${encodeURIComponent(`
const real = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.hostname === '127.0.0.1') return real(input, init);
  if (url.hostname === 'oauth2.googleapis.com') return Promise.resolve(Response.json({ access_token: 'sim-token-grantkeeper', token_type: 'Bearer', expires_in: 3600 }));
  return real('${cloud}/' + url.host + url.pathname + url.search, init);
};
// The gaps that GitHub asks for between writes take no time here.
const timers = process.getBuiltinModule('node:timers/promises');
const wait = timers.setTimeout;
timers.setTimeout = (ms, value, options) => wait(ms <= 5000 ? 0 : ms, value, options);
`)}`;

/** The built Action as the runner starts it. */
async function action(token: string, inputs: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  const dir = scratchDir();
  const [output, summary] = [join(dir, 'output'), join(dir, 'summary')];
  for (const file of [output, summary]) writeFileSync(file, '');
  const given = Object.fromEntries(Object.entries({ ...inputs, token }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  const ended = await startedEntry(join(inject('bundle'), 'action.js'), [], {
    cwd: clone.dir,
    node: ['--import', route(clouds.urls['gcp'] ?? '')],
    env: {
      ...given,
      ...more,
      CI: 'true',
      NODE_COMPILE_CACHE: join(home, 'compiled'),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: REPOSITORY,
      GOOGLE_APPLICATION_CREDENTIALS: join(home, 'user.json'),
    },
  });
  const pairs = [...readFileSync(output, 'utf8').matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)];
  const outputs = Object.fromEntries(pairs.map(([, name = '', , value = '']) => [name, value]));
  return { ...ended, outputs, summary: readFileSync(summary, 'utf8') };
}

/** What the shipped workflow gives the job, in the spelling of an app. */
function rights(workflow: string, less: Readonly<Record<string, 'read'>> = {}) {
  const job = workflows('main').find(({ name }) => name === workflow)?.jobs[0];
  if (job === undefined) throw new Error(`there is no job in ${workflow}`);
  const named = Object.entries(rightsOf(job, { identity: false })).map(([name, right]) => [name.replace('-', '_'), right] as const);
  return { ...Object.fromEntries(named), ...less };
}

describe('prune, with the rights of its job and against a GitHub of other people', () => {
  const prune = async () => {
    const token = await github.token(rights('prune'));
    const ran = await action(token, { command: 'prune' });
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
    const head = await github.as('acme', 'GET', `/repos/${REPOSITORY}/git/ref/heads/grantkeeper/prune`);
    const commit_id = (head as { readonly object: { readonly sha: string } }).object.sha;
    await github.as('bo-s', 'POST', `/repos/${REPOSITORY}/pulls/1/reviews`, { event: 'APPROVE', commit_id });
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
  const plan = async (less: Readonly<Record<string, 'read'>> = {}) => {
    const event = join(scratchDir(), 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { number: request } }));
    const said = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event };
    return action(await github.token(rights('plan', less)), { command: 'plan' }, said);
  };
  const comments = async () =>
    (await github.as('acme', 'GET', `${at}/issues/${request}/comments`)) as unknown as readonly { body: string; user: { login: string } }[];
  let head = '';

  it('is red with one right fewer, and says what it could not write', async () => {
    head = await clone.pushed(10, grant('ask', -3), 'ask');
    request = Number((await github.as('acme', 'POST', `${at}/pulls`, { title: 'Ask', head: 'ask', base: 'main' }))['number']);
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
    const token = await github.token(rights('recall'));
    const { exit, outputs, summary } = await action(token, { command: 'recall', principal: 'ada', reason: 'Laptop stolen' });
    expect({ exit, code: outputs['exit-code'], revoked: outputs['revoked'] }).toEqual({ exit: 0, code: '0', revoked: '0' });
    expect(outputs['pull-request-url']).toMatch(new RegExp(`/pull/${outputs['pull-request-number']}$`));
    expect(summary).toContain('Recorded in recalls/ada.yaml');
  });

  it('validate asks nobody, and is told how long it takes', async () => {
    const before = github.log.length;
    const began = performance.now();
    const { exit, outputs } = await action('', { command: 'validate' });
    const took = performance.now() - began;
    expect({ exit, outputs }).toMatchObject({ exit: 3, outputs: { errors: '1', 'exit-code': '3' } }); // CODEOWNERS is missing
    expect(github.log.slice(before)).toEqual([]);
    const bare = performance.now();
    execFileSync(process.execPath, ['-e', '0']);
    console.log(`validate in ${Math.round(took)} ms, bare node in ${Math.round(performance.now() - bare)} ms`);
  });
});

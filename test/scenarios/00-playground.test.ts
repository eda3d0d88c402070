import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const run = promisify(execFile);
const ROOT = new URL('../..', import.meta.url).pathname;
const MAIN = join(inject('bundle'), 'cli.js');
const top = mkdtempSync(join(tmpdir(), 'grantkeeper-playground-'));
let dir = '';

interface Told {
  readonly granted: number;
  readonly revoked: number;
  readonly foreignChanged: number;
  readonly prunePullRequest: number;
  readonly recalled: string;
  readonly playground: string;
}

async function demo(): Promise<Told> {
  const { stdout } = await run(process.execPath, [MAIN, 'demo', '--json', '--dir', join(top, 'not', 'there', 'yet')], { cwd: top });
  return JSON.parse(stdout) as Told;
}

/** `./grantkeeper …` of the playground, as a person types it: what it printed, and how it ended. */
async function keeper(...args: readonly string[]): Promise<{ readonly out: string; readonly exit: number }> {
  try {
    const { stdout } = await run('./grantkeeper', [...args], { cwd: dir });
    return { out: stdout, exit: 0 };
  } catch (error) {
    const { stdout, code } = error as { stdout: string; code: number };
    return { out: stdout, exit: code };
  }
}

async function git(...args: readonly string[]): Promise<string> {
  return (await run('git', [...args], { cwd: dir })).stdout;
}

function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3600_000).toISOString().replace(/\.\d+Z$/, 'Z');
}

function grantText(place: string): string {
  return `principal: you\nreason: Have a look around\nticket: INC-1234\naccess:\n  - { role: debug, place: ${place} }\nduration: 2h\nexpires: ${inHours(4)}\n`;
}

async function commit(path: string, text: string): Promise<void> {
  writeFileSync(join(dir, path), text);
  await git('add', '-A');
  await git('commit', '--quiet', '-m', `Ask by ${path}`);
}

beforeAll(async () => {
  dir = (await demo()).playground;
}, 60_000);

afterAll(() => rmSync(top, { recursive: true, force: true }));

describe('00 the playground', () => {
  it('is made anew each time, never over an older one, and tells what came of it', async () => {
    const second = await demo();
    expect(second).toMatchObject({ granted: 5, revoked: 5, foreignChanged: 0, prunePullRequest: 3, recalled: 'ben' });
    expect(second.playground).not.toBe(dir);
  });

  it('tells the story in git log, and its clock is the real one', async () => {
    const log = await git('log', '--format=%s');
    expect(log).toMatch(/Start with a policy/);
    expect(log).toMatch(/Merge pull request #1 from ada-debug/);
    expect(log).toMatch(/Prune 1 lapsed grant/);
    const [newest] = (await git('log', '-1', '--format=%ct')).trim().split('\n');
    expect(Math.abs(Number(newest) * 1000 - Date.now())).toBeLessThan(120_000);
  });

  it('takes a grant written by hand through request, approval, merge, apply, end and prune', { timeout: 120_000 }, async () => {
    await git('switch', '--quiet', '-c', 'mine');
    await commit('grants/payments/you-look.yaml', grantText('payments-prod'));
    expect(await keeper('validate')).toMatchObject({ exit: 0 });
    expect((await keeper('sim', 'pr', 'open')).out).toMatch(/^Request #\d+ by you/);
    expect(await keeper('sim', 'pr', 'approve', '--as', 'you')).toMatchObject({ exit: 3 });
    expect((await keeper('sim', 'pr', 'approve', '--as', 'bo')).out).toMatch(/^bo-s approved/);
    expect((await keeper('sim', 'pr', 'merge')).out).toMatch(/is merged. This folder is on main now/);
    expect((await keeper('plan')).out).toMatch(/^3 grant; 1 ends by our run only/m);
    expect(await keeper('apply')).toMatchObject({ exit: 64 });
    expect((await keeper('apply', '--yes')).out).toMatch(/3 applied of 3 changes/);
    expect(await keeper('plan', '--detailed-exitcode')).toMatchObject({ exit: 0 });
    await overTheWire();
    expect((await keeper('plan', '--at', '+3h')).out).toMatch(/^3 revoke/m);
    expect((await keeper('apply', '--yes')).out).toMatch(/3 applied of 3 changes/);
    expect((await keeper('prune', '--at', '+2h')).out).toMatch(/^Prune request #\d+ opened: \d lapsed grant/);
    expect((await keeper('plan', '--at', '+-1h')).exit).toBe(64);
  });

  it('refuses the same file committed straight to main, with the reason', { timeout: 60_000 }, async () => {
    await git('switch', '--quiet', 'main');
    await commit('grants/payments/you-again.yaml', grantText('payments-test'));
    const unpushed = await keeper('plan');
    expect(unpushed.exit).toBe(3);
    expect(unpushed.out).toMatch(/is not the tip of the default branch/);
    expect(unpushed.out).toMatch(/committed straight to the default branch/);
    await git('push', '--quiet', 'origin', 'main');
    const pushed = await keeper('plan');
    expect(pushed.exit).toBe(3);
    expect(pushed.out).toMatch(/you-again\.yaml at [0-9a-f]+: it was committed straight to the default branch/);
  });
});

/** What other people's clients read from the served clouds, while the grant lives. */
async function overTheWire(): Promise<void> {
  const child = spawn('./grantkeeper', ['sim'], { cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const urls = await addresses(child.stderr);
    const policy = await curlPolicy(urls['gcp'] ?? '');
    const ours = policy.bindings.filter((one) => one.members.includes('user:you@example.com'));
    expect(policy.version).toBe(3);
    expect(ours.map((one) => one.role).sort()).toEqual(['roles/cloudsql.viewer', 'roles/logging.viewer']);
    expect(ours[0]?.condition).toMatchObject({
      title: 'gk:acme-access:you-look',
      description: expect.stringContaining('grants/payments/you-look.yaml') as string,
      expression: expect.stringMatching(/^request\.time < timestamp\("[0-9TZ:-]+"\)$/) as string,
    });
    const { stdout } = await run(process.execPath, [join(ROOT, 'test/scenarios/list-assignments.ts'), urls['azure'] ?? ''], { cwd: ROOT });
    expect(stdout).toMatch(/grantkeeper\/1 stamp=acme-access grant=you-look until=\S+ sha=[0-9a-f]{12}/);
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

async function addresses(stderr: NodeJS.ReadableStream): Promise<Readonly<Record<string, string>>> {
  const urls: Record<string, string> = {};
  for await (const chunk of stderr) {
    for (const [, name = '', url = ''] of String(chunk).matchAll(/^(gcp|azure) {2}(http:\S+)$/gm)) urls[name] = url;
    if ('gcp' in urls && 'azure' in urls) return urls;
  }
  throw new Error('sim printed no addresses');
}

interface Policy {
  readonly version: number;
  readonly bindings: readonly { readonly role: string; readonly members: readonly string[]; readonly condition?: object }[];
}

async function curlPolicy(url: string): Promise<Policy> {
  const body = JSON.stringify({ options: { requestedPolicyVersion: 3 } });
  const headers = ['-H', 'authorization: Bearer sim-token-reader', '-H', 'content-type: application/json'];
  const { stdout } = await run('curl', [
    '--silent',
    '--fail',
    '--noproxy',
    '*',
    ...headers,
    '-d',
    body,
    `${url}/v3/projects/payments-prod:getIamPolicy`,
  ]);
  return JSON.parse(stdout) as Policy;
}

import { describe, expect, it } from 'vitest';

import { seedToken } from '../../../src/sim/github/seed.ts';
import { fileStore } from '../../../src/sim/store.ts';
import { simulateGithub } from '../../../src/sim/github/service.ts';
import { ask, BOT_TOKEN, call, REPO, review, world } from './world.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('access', () => {
  it('is refused without a token and with an unknown one', async () => {
    const { fetch } = world();
    const bare = await fetch('https://api.github.com/user');
    expect(bare.status).toBe(401);
    expect(await bare.json()).toMatchObject({ message: 'Requires authentication' });
    expect(await call(fetch, 'nonsense', 'GET', REPO)).toMatchObject({ status: 401, body: { message: 'Bad credentials' } });
  });

  it('hides a private repository from strangers, and lets them only read and speak in a public one', async () => {
    const github = world();
    expect((await github.as('mallory', 'GET', REPO)).status).toBe(404);
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    github.state.repositories[0] = { ...github.repository, private: false };
    expect((await github.as('mallory', 'GET', REPO)).status).toBe(200);
    expect((await review(github, 'mallory', number, 'COMMENT')).status).toBe(200);
    expect(await github.as('mallory', 'POST', `${REPO}/git/refs`, {})).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by personal access token' },
    });
  });

  it('gives an app what its installation has, and no user', async () => {
    const github = world();
    seedToken(github.state, 'ghs_readonly', 'github-actions[bot]', { contents: 'read' });
    const refused = await call(github.fetch, 'ghs_readonly', 'POST', `${REPO}/git/refs`, {});
    expect(refused).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } });
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('contents=write');
    expect((await call(github.fetch, 'ghs_readonly', 'GET', `${REPO}/pulls`)).status).toBe(403);
    expect((await call(github.fetch, 'ghs_readonly', 'GET', REPO)).status).toBe(200);
    expect((await call(github.fetch, BOT_TOKEN, 'GET', '/user')).status).toBe(403);
    const who = await call(github.fetch, BOT_TOKEN, 'POST', '/graphql', { query: 'query {\n viewer { login }\n}' });
    expect(who.body).toEqual({ data: { viewer: { login: 'github-actions[bot]' } } });
    expect((await call(github.fetch, BOT_TOKEN, 'POST', '/graphql', { query: '{ rateLimit { cost } }' })).body.errors).toHaveLength(1);
  });

  it('marks what an app commits as signed by GitHub', async () => {
    const github = world();
    const tree = (await github.as('ada-b', 'GET', `${REPO}/git/commits/${github.tip()}`)).body.tree.sha as string;
    const commit = await call(github.fetch, BOT_TOKEN, 'POST', `${REPO}/git/commits`, { message: 'x', tree });
    expect(commit.body).toMatchObject({
      author: { name: 'github-actions[bot]' },
      committer: { name: 'GitHub' },
      verification: { verified: true },
    });
  });
});

describe('every answer', () => {
  it('counts against the hour of its token, which then opens again', async () => {
    const github = world();
    seedToken(github.state, 'ghp_small', 'ada-b', undefined, 2);
    const go = async () => call(github.fetch, 'ghp_small', 'GET', '/user');
    expect((await go()).headers.get('x-ratelimit-remaining')).toBe('1');
    await go();
    const over = await go();
    expect(over).toMatchObject({ status: 403, body: { message: expect.stringContaining('API rate limit exceeded for user ID') } });
    expect(over.headers.get('x-ratelimit-reset')).toBe(String((github.clock.now() + 3600_000) / 1000));
    expect((await call(github.fetch, 'ghp_small', 'GET', '/rate_limit')).body.rate).toMatchObject({ limit: 2, remaining: 0 });
    github.clock.advance(3600_000);
    expect((await go()).status).toBe(200);
  });

  it('pages lists with Link headers', async () => {
    const github = world();
    for (const text of ['a', 'b', 'c']) github.push({ branch: 'main', files: { x: text }, by: 'ada-b' });
    const page = await github.as('ada-b', 'GET', `${REPO}/commits?per_page=2&page=2`);
    expect(page.body).toHaveLength(2);
    expect(page.headers.get('link')).toMatch(/page=1>; rel="prev", .*page=1>; rel="first"$/);
    const first = await github.as('ada-b', 'GET', `${REPO}/commits?per_page=1000`);
    expect(first.headers.get('link')).toBeNull();
    expect((await github.as('ada-b', 'GET', `${REPO}/commits?per_page=-1`)).body).toHaveLength(4);
  });

  it('is 404 where nothing is, and 400 to what is no JSON', async () => {
    const github = world();
    expect((await github.as('ada-b', 'GET', '/nowhere')).status).toBe(404);
    expect((await github.as('ada-b', 'DELETE', REPO)).status).toBe(404);
    const headers = { authorization: 'bearer token-ada-b' };
    for (const body of ['{', '[]', '7']) {
      const answer = await github.fetch(`https://api.github.com${REPO}/git/refs`, { method: 'POST', headers, body });
      expect(answer.status).toBe(400);
    }
  });

  it('fails in the words of GitHub when a test scripts it so', async () => {
    const github = world();
    github.service.faults.push({ path: /\/user$/, effect: { kind: 'answer', status: 503 } });
    github.service.faults.push({ path: /\/user$/, after: 1, effect: { kind: 'answer', status: 418 } });
    expect((await github.as('ada-b', 'GET', '/user')).body.message).toContain('No server is currently available');
    expect((await github.as('ada-b', 'GET', '/user')).body).toMatchObject({ message: 'Unavailable', status: '418' });
    expect(github.service.calls.map((one) => one.status)).toEqual([503, 418]);
  });

  it('comes from a state that any store can keep', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'github-state-'));
    const github = world();
    const service = () => simulateGithub({ store: fileStore(join(folder, 'github.json'), github.state), clock: github.clock });
    const made = await call(service().fetch, 'token-ada-b', 'POST', `${REPO}/git/refs`, { ref: 'refs/heads/x', sha: github.tip() });
    const read = await call(service().fetch, 'token-ada-b', 'GET', `${REPO}/git/ref/heads/x`);
    rmSync(folder, { recursive: true });
    expect([made.status, read.body.object.sha]).toEqual([201, github.tip()]);
  });
});

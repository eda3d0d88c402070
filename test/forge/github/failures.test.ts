import { describe, expect, it } from 'vitest';

import { failureOf } from '../../../src/forge/github/failures.ts';
import { openGithubForge } from '../../../src/forge/github/forge.ts';
import { once, onceFor } from '../../../src/forge/memory.ts';
import { pace } from '../../../src/forge/github/pacing.ts';
import { seedToken } from '../../../src/sim/github/seed.ts';
import { ask, BOT_TOKEN, instant, world } from '../../sim/github/world.ts';
import { failure, forgeOf, value } from './setup.ts';

const USER = /^\/repos\/acme\/access$/;

describe.concurrent('a refused call', () => {
  const cases = [
    [401, 'forbidden', 'token is wrong'],
    [403, 'forbidden', 'none'],
    [404, 'not-found', 'where the token may not look'],
    [409, 'conflict', 'none'],
    [410, 'invalid', 'none'],
    [500, 'transient', 'none'],
    [503, 'transient', 'none'],
  ] as const;
  it.each(cases)('of %i is %s', async (status, kind, hint) => {
    const github = world();
    github.service.faults.push({
      path: USER,
      times: 4,
      effect: { kind: 'answer', status, body: '{"message":"Some reason","documentation_url":"https://docs.github.com/x"}' },
    });
    const told = failure(await (await forgeOf(github)).tip());
    expect(told).toMatchObject({ kind, message: `GitHub answered ${status} to GET /repos/acme/access: Some reason` });
    expect(told.hint ?? 'none').toContain(hint);
  });

  it('names the right that is missing', async () => {
    const github = world();
    seedToken(github.state, 'ghs_poor', 'github-actions[bot]', { metadata: 'read' });
    expect(failure(await (await forgeOf(github, { token: 'ghs_poor' })).tip())).toEqual({
      kind: 'forbidden',
      message: 'GitHub answered 403 to GET /repos/acme/access/git/ref/heads%2Fmain: Resource not accessible by integration',
      hint: 'The token needs one of these permissions: contents=read.',
    });
  });

  it('lists what GitHub finds wrong', async () => {
    const github = world();
    await ask(github, 'ada-b', 'taken', { x: '1' });
    const forge = await forgeOf(github);
    const told = async (body: string) => {
      github.service.faults.push({ path: USER, effect: { kind: 'answer', status: 422, body } });
      return failure(await forge.tip());
    };
    expect(
      (await told('{"message":"Validation Failed","errors":["one",{"field":"head","code":"invalid"},{"message":"two"},null,7]}')).message,
    ).toMatch(/: Validation Failed: one; head invalid; two$/);
    expect(await told('{"message":"Reference already exists"}')).toMatchObject({ kind: 'conflict' });
    expect((await told('{"message":7}')).message).toMatch(/no reason given$/);
    expect((await told('<html>')).message).toMatch(/no reason given$/);
  });
});

describe.concurrent('a call without an answer', () => {
  it('is tried again with longer and longer waits, and then transient', async () => {
    const github = world();
    const waits: number[] = [];
    const forge = await forgeOf(github, { sleep: async (ms) => void waits.push(ms) });
    github.service.faults.push({ path: USER, times: 3, effect: { kind: 'cut-before' } });
    expect(value(await forge.tip())).toBe(github.tip());
    expect(waits).toEqual([1000, 4000, 9000]);
    github.service.faults.push({ path: /git\/ref/, times: 4, effect: { kind: 'cut-after' } });
    expect(failure(await forge.tip())).toEqual({
      kind: 'transient',
      message: 'no whole answer from GitHub to GET /repos/acme/access/git/ref/heads%2Fmain: read ECONNRESET',
    });
  });

  it('is also half an answer', async () => {
    const github = world();
    github.service.faults.push({ path: USER, times: 4, effect: { kind: 'truncate', length: 100 } });
    expect(failure(await (await forgeOf(github)).tip())).toMatchObject({
      kind: 'transient',
      message: expect.stringContaining('broke off or is not JSON'),
    });
    github.service.faults.push({ path: USER, effect: { kind: 'truncate', length: 0 } });
    expect(value(await (await forgeOf(github)).tip())).toBe(github.tip());
  });
});

describe.concurrent('without a sleep of its own', () => {
  it('the client waits in real time', async () => {
    const github = world();
    const forge = await openGithubForge({
      owner: 'acme',
      repo: 'access',
      token: BOT_TOKEN,
      fetch: github.fetch,
      now: () => github.clock.now(),
    });
    github.service.faults.push({ path: USER, effect: { kind: 'answer', status: 429, headers: { 'retry-after': '1' } } });
    const before = performance.now();
    expect(value(await forge.tip())).toBe(github.tip());
    expect(performance.now() - before).toBeGreaterThan(900);
  });
});

describe.concurrent('a rate limit', () => {
  it('is waited for when it opens soon, once', async () => {
    const github = world();
    const waits: number[] = [];
    const forge = await forgeOf(github, { sleep: async (ms) => void waits.push(ms) });
    const limited = { kind: 'answer', status: 429, headers: { 'retry-after': '20' } } as const;
    github.service.faults.push({ path: USER, effect: limited });
    expect(value(await forge.tip())).toBe(github.tip());
    expect(waits).toEqual([20_000]);
    github.service.faults.push({ path: /git\/ref/, times: 2, effect: limited });
    expect(failure(await forge.tip())).toEqual({
      kind: 'transient',
      message: "GitHub's rate limit is used up for GET /repos/acme/access/git/ref/heads%2Fmain; it opens again at 2026-11-21T09:00:20Z",
    });
  });

  it('that opens late is told with its time, and not waited for', async () => {
    const github = world();
    seedToken(github.state, 'ghp_small', 'ada-b', undefined, 1);
    const forge = await forgeOf(github, { token: 'ghp_small', sleep: async () => Promise.reject(new Error('waited')) });
    github.clock.set(instant('2099-01-01T00:00:00Z'));
    expect(failure(await forge.tip())).toMatchObject({
      kind: 'transient',
      message: expect.stringContaining('opens again at 2099-01-01T01:00:00Z'),
    });
  });

  it('of the second kind without a time is a minute', async () => {
    const github = world();
    github.service.faults.push({ path: USER, times: 2, effect: { kind: 'answer', status: 403 } });
    expect(failure(await (await forgeOf(github)).tip()).message).toContain('opens again at 2026-11-21T09:01:00Z');
  });
});

const leaky: typeof fetch = async () => Promise.reject(new Error(`connect with ${BOT_TOKEN} failed`));

describe('no message', () => {
  it('holds the token, or any other of that kind, or a character that acts', async () => {
    const github = world();
    const other = 'ghp_0123456789abcdef0123456789abcdef0123';
    const message = `${BOT_TOKEN} and ${other}\u001b[31m\u202e\n::error::x ${'y'.repeat(600)}`;
    github.service.faults.push({ path: USER, effect: { kind: 'answer', status: 400, body: JSON.stringify({ message }), headers: {} } });
    const told = failure(await (await forgeOf(github)).tip());
    expect(told.message).toContain('*** and *** [31m ::error::x yyy');
    expect(told.message.length).toBe(400);
    const header = { 'x-accepted-github-permissions': `contents=${BOT_TOKEN}` };
    github.service.faults.push({ path: USER, effect: { kind: 'answer', status: 403, body: '{"message":"No"}', headers: header } });
    expect(JSON.stringify(failure(await (await forgeOf(github)).tip()))).not.toContain(BOT_TOKEN);
    expect(failure(await (await forgeOf(github, { fetch: leaky })).tip()).message).toContain('connect with *** failed');
  });

  it('is written anywhere by the client itself', async () => {
    const written: unknown[] = [];
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const kept = methods.map((name) => console[name]);
    for (const name of methods) console[name] = (...args: unknown[]) => void written.push(args);
    const github = world();
    github.service.faults.push({
      path: USER,
      times: 9,
      effect: { kind: 'answer', status: 500, headers: { deprecation: 'true', link: '<https://x.example>; rel="deprecation"' } },
    });
    await (await forgeOf(github)).tip();
    await (await forgeOf(github, { token: 'wrong' })).tip();
    for (const [at, name] of methods.entries()) console[name] = kept[at] ?? console[name];
    expect(written).toEqual([]);
  });
});

describe('anything else that is thrown', () => {
  it('is an answer that we do not understand', () => {
    const now = instant('2026-11-21T09:00:00Z');
    expect(failureOf(new TypeError('x is undefined'), now)).toEqual({
      kind: 'unsafe',
      message: "GitHub's answer could not be understood: x is undefined",
    });
    expect(failureOf('odd', now).message).toContain('odd');
  });
});

describe.concurrent('the client', () => {
  it('goes to GitHub Enterprise Server, and nowhere else', async () => {
    const github = world();
    const urls: string[] = [];
    const enterprise: typeof fetch = async (input, init) => {
      const url = new URL(new Request(input).url);
      urls.push(url.href);
      const path = url.pathname === '/api/graphql' ? '/graphql' : url.pathname.replace(/^\/api\/v3/, '');
      return github.service.fetch(`https://api.github.com${path}${url.search}`, init);
    };
    const forge = await forgeOf(github, { baseUrl: 'https://ghe.example.com/api/v3/', fetch: enterprise });
    expect(value(await forge.tip())).toBe(github.tip());
    expect(value(await forge.findPrune())).toBeUndefined();
    expect(urls.every((url) => url.startsWith('https://ghe.example.com/api/'))).toBe(true);
    expect(urls).toContain('https://ghe.example.com/api/graphql');
    const link = { link: '<https://api.github.com/repositories/1/git/matching-refs/heads/x?page=2>; rel="next"' };
    github.service.faults.push({ path: /matching-refs/, effect: { kind: 'answer', status: 200, body: '[]', headers: link } });
    expect(failure(await forge.branches('x/')).message).toContain('pointed to api.github.com, which is not ghe.example.com');
    expect(urls.every((url) => url.startsWith('https://ghe.example.com/api/'))).toBe(true);
  });

  it('says which version of the API it speaks, and who it is', async () => {
    const github = world();
    await (await forgeOf(github)).tip();
    for (const call of github.service.calls) {
      expect(call.headers).toMatchObject({ 'x-github-api-version': '2022-11-28', authorization: `token ${BOT_TOKEN}` });
      expect(call.headers['user-agent']).toContain('grantkeeper');
    }
  });

  it('knows its own login as a user and as an app, and does not guess it', async () => {
    const github = world();
    seedToken(github.state, 'ghp_sam', 'sam-o');
    value(await (await forgeOf(github, { token: 'ghp_sam' })).findPrune());
    expect(github.service.calls.some((call) => call.url.endsWith('/graphql'))).toBe(false);
    const asked = github.service.calls.length;
    value(await (await forgeOf(github)).findPrune());
    // Its token shows that no user is behind it, so the user is not asked for in vain.
    const later = new Set(github.service.calls.slice(asked).map((call) => new URL(call.url).pathname));
    expect([later.has('/graphql'), later.has('/user')]).toEqual([true, false]);
    seedToken(github.state, 'v1.of-an-app', 'github-actions[bot]', { contents: 'write', pull_requests: 'write', metadata: 'read' });
    value(await (await forgeOf(github, { token: 'v1.of-an-app' })).findPrune());
    for (const body of ['{"data":{"viewer":{"login":""}}}', '{"errors":[{"message":"Something"}]}', '{}']) {
      github.service.faults.push({ path: /graphql/, effect: { kind: 'answer', status: 200, body } });
      expect((await (await forgeOf(github)).findPrune()).ok).toBe(false);
    }
    github.service.faults.push({ path: /\/user$/, effect: { kind: 'answer', status: 401 } });
    expect(failure(await (await forgeOf(github, { token: 'ghp_sam' })).findPrune()).kind).toBe('forbidden');
  });

  it('does not walk in a circle', async () => {
    const github = world();
    const round: typeof fetch = async (input, init) => {
      const response = await github.service.fetch(input, init);
      const link = { link: `<${new Request(input).url.replace(/[?&]round$/, '')}&round>; rel="next"` };
      return new Request(input).url.includes('matching-refs') ? Response.json(await response.json(), { headers: link }) : response;
    };
    expect(failure(await (await forgeOf(github, { fetch: round })).branches('')).message).toContain('round in a circle');
  });
});

describe('pacing', () => {
  it('pauses before each turn but the first', async () => {
    const log: unknown[] = [];
    const turns = pace(1000, async (ms) => void log.push(ms)).key();
    await Promise.all([1, 2, 3].map(async (n) => turns.schedule({}, async () => void log.push(`turn ${n}`))));
    expect(log).toEqual(['turn 1', 1000, 'turn 2', 1000, 'turn 3']);
  });
});

describe('memory', () => {
  it('asks once, and again after a failure', async () => {
    let asked = 0;
    const ask = once(async () => {
      asked += 1;
      if (asked === 1) throw new Error('first');
      return asked;
    });
    await expect(ask()).rejects.toThrow('first');
    expect(await Promise.all([ask(), ask()])).toEqual([2, 2]);
    const twice = onceFor(async (key) => `${key}${(asked += 1)}`);
    expect([await twice('a'), await twice('b'), await twice('a')]).toEqual(['a3', 'b4', 'a3']);
  });
});

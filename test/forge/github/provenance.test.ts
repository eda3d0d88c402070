import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../src/domain/outcome.ts';
import { noreplyOf, knownAccount } from '../../../src/sim/github/accounts.ts';
import { ask, merge, REPO, review, world, type World } from '../../sim/github/world.ts';
import { failure, forgeOf, value } from './setup.ts';

const NEW = { 'grants/payments/new.yaml': 'principal: ada\n' };

async function landed(github: World, method: 'merge' | 'squash' | 'rebase'): Promise<string> {
  const number = await ask(github, 'ada-b', 'ask', NEW);
  await review(github, 'bo-s', number, 'APPROVE');
  return merge(github, 'sam-o', number, method);
}

describe.concurrent('the merged request of a commit', () => {
  it.each(['merge', 'squash', 'rebase'] as const)('is found after a %s', async (method) => {
    const github = world();
    const commit = await landed(github, method);
    const request = value(await (await forgeOf(github)).mergedRequest(commit));
    expect(request).toEqual({
      number: 1,
      url: 'https://github.com/acme/access/pull/1',
      author: 'ada-b',
      authorIsBot: false,
      base: 'main',
      defaultBranch: 'main',
      head: github.tip('ask'),
      mergedAt: github.clock.now(),
      mergedBy: 'sam-o',
      writers: ['ada-b'],
      paths: ['grants/payments/new.yaml'],
      reviews: [{ login: 'bo-s', bot: false, state: 'approved', commit: github.tip('ask'), at: github.clock.now() - 60_000 }],
    });
  });

  it('is that of every commit a rebase made', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', NEW);
    github.push({ branch: 'ask', files: { 'grants/payments/two.yaml': 'x' }, by: 'ada-b' });
    github.push({ branch: 'ask', files: { 'grants/payments/three.yaml': 'x' }, by: 'ada-b' });
    await merge(github, 'sam-o', number, 'rebase');
    const forge = await forgeOf(github);
    const commits = (await github.as('ada-b', 'GET', `${REPO}/commits?per_page=3`)).body.map((one: { sha: string }) => one.sha) as string[];
    for (const commit of commits) expect(value(await forge.mergedRequest(commit))?.number).toBe(number);
  });

  it('is found at the far end of a long rebase, and not beyond it', async () => {
    const github = world();
    const direct = github.push({ branch: 'main', files: { w: '1' }, by: 'sam-o' });
    const number = await ask(github, 'ada-b', 'ask', NEW);
    for (let n = 0; n < 130; n += 1) github.push({ branch: 'ask', files: { x: String(n) }, by: 'ada-b' });
    await merge(github, 'sam-o', number, 'rebase');
    const { merged } = github.repository.pulls[0] ?? {};
    const [first = ''] = merged?.landed ?? [];
    const forge = await forgeOf(github);
    expect(value(await forge.mergedRequest(first))?.number).toBe(number);
    const [pull] = github.repository.pulls;
    if (pull?.merged) pull.merged = { ...pull.merged, landed: [...pull.merged.landed, direct] };
    expect(value(await forge.mergedRequest(direct))).toBeUndefined();
  });

  it('is none for a direct push, also just below a rebased request that claims it', async () => {
    const github = world();
    const direct = github.push({ branch: 'main', files: NEW, by: 'sam-o' });
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    await merge(github, 'sam-o', number, 'rebase');
    expect(value(await (await forgeOf(github)).mergedRequest(direct))).toBeUndefined();
    const [pull] = github.repository.pulls;
    if (pull?.merged) pull.merged = { ...pull.merged, landed: [...pull.merged.landed, direct] };
    expect(value(await (await forgeOf(github)).mergedRequest(direct))).toBeUndefined();
  });

  it('is none when a commit on the rebased line has another author than the request', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    github.push({ branch: 'ask', files: { x: '2' }, by: 'ada-b' });
    const last = await merge(github, 'sam-o', number, 'rebase');
    const [pull] = github.repository.pulls;
    const [first = ''] = pull?.merged?.landed ?? [];
    const commit = github.repository.objects[first];
    if (commit?.type !== 'commit') throw new Error('no commit');
    github.repository.objects[first] = { ...commit, author: { ...commit.author, email: 'mallory@example.com' } };
    const forge = await forgeOf(github);
    expect(value(await forge.mergedRequest(first))).toBeUndefined();
    expect(value(await forge.mergedRequest(last))?.number).toBe(number);
  });

  it('is none when two merged requests claim the commit', async () => {
    const github = world();
    const commit = await landed(github, 'merge');
    const [pull] = github.repository.pulls;
    if (pull === undefined) throw new Error('no pull');
    github.repository.pulls.push({ ...pull, id: 9999, number: 99 });
    expect(value(await (await forgeOf(github)).mergedRequest(commit))).toBeUndefined();
  });

  it('is none when it went into another branch, or is open still', async () => {
    const github = world();
    github.push({ branch: 'next', files: { z: '1' }, by: 'ada-b', from: github.tip() });
    const number = await ask(github, 'ada-b', 'ask', NEW);
    await github.as('ada-b', 'PATCH', `${REPO}/pulls/${number}`, { base: 'next' });
    const forge = await forgeOf(github);
    expect(value(await forge.mergedRequest(github.tip('ask')))).toBeUndefined();
    const merged = await merge(github, 'sam-o', number, 'squash');
    expect(value(await forge.mergedRequest(merged))).toBeUndefined();
  });

  it('is told with its facts when somebody pushed it past the button', async () => {
    const github = world();
    await ask(github, 'ada-b', 'ask', NEW);
    await github.as('sam-o', 'PATCH', `${REPO}/git/refs/heads/main`, { sha: github.tip('ask') });
    const request = value(await (await forgeOf(github)).mergedRequest(github.tip()));
    expect(request).toMatchObject({ number: 1, mergedBy: 'sam-o', reviews: [] });
  });
});

describe.concurrent('what is told of reviews', () => {
  it('is each in the order of time, at the commit that was seen', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', NEW);
    const seen = github.tip('ask');
    await review(github, 'bo-s', number, 'APPROVE');
    await review(github, 'chi-p', number, 'REQUEST_CHANGES');
    await review(github, 'chi-p', number, 'COMMENT');
    const moved = github.push({ branch: 'ask', files: { x: '2' }, by: 'ada-b' });
    await review(github, 'chi-p', number, 'APPROVE');
    await github.as('mallory', 'POST', `${REPO}/pulls/${number}/reviews`, {});
    const { reviews } = value(await (await forgeOf(github)).mergedRequest(await merge(github, 'sam-o', number, 'squash'))) ?? {};
    expect(reviews?.map((one) => [one.login, one.state, one.commit])).toEqual([
      ['bo-s', 'approved', seen],
      ['chi-p', 'changes-requested', seen],
      ['chi-p', 'commented', seen],
      ['chi-p', 'approved', moved],
    ]);
  });

  it('says which are dismissed, which a bot gave, and which are of a commit that is gone', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', NEW);
    const { id } = (await review(github, 'bo-s', number, 'APPROVE')).body;
    await github.as('sam-o', 'PUT', `${REPO}/pulls/${number}/reviews/${id}/dismissals`, { message: 'No.' });
    const at = github.clock.now();
    const bot = { author: 'github-actions[bot]', body: '', state: 'APPROVED' as const, submittedAt: at };
    github.repository.pulls[0]?.reviews.push({ ...bot, id: 5000, commitId: null });
    const { reviews } = value(await (await forgeOf(github)).mergedRequest(await merge(github, 'sam-o', number, 'squash'))) ?? {};
    expect(reviews).toEqual([
      { login: 'bo-s', bot: false, state: 'dismissed', commit: github.tip('ask'), at: at - 60_000 },
      { login: 'github-actions[bot]', bot: true, state: 'approved', at },
    ]);
  });

  it('is all of them over many pages', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', NEW);
    const [pull] = github.repository.pulls;
    const one = { author: 'chi-p', body: 'x', state: 'COMMENTED' as const, commitId: github.tip('ask'), submittedAt: github.clock.now() };
    for (let id = 1; id <= 230; id += 1) pull?.reviews.push({ ...one, id: 10_000 + id });
    await review(github, 'bo-s', number, 'APPROVE');
    const { reviews } = value(await (await forgeOf(github)).mergedRequest(await merge(github, 'sam-o', number, 'squash'))) ?? {};
    expect(reviews).toHaveLength(231);
    expect(reviews?.at(-1)).toMatchObject({ login: 'bo-s', state: 'approved' });
  });

  it('is refused with a state or a time that nobody knows', async () => {
    const github = world();
    const commit = await landed(github, 'squash');
    const forge = await forgeOf(github);
    const [given] = github.repository.pulls[0]?.reviews ?? [];
    if (given === undefined) throw new Error('no review');
    given.state = 'BLESSED' as never;
    expect(failure(await forge.mergedRequest(commit))).toMatchObject({ kind: 'unsafe', message: expect.stringContaining('BLESSED') });
    given.state = 'APPROVED';
    given.submittedAt = null;
    expect(failure(await forge.mergedRequest(commit)).message).toContain('a time that does not read');
  });
});

describe.concurrent('what is told of writers', () => {
  it('is all who wrote, committed, co-wrote or pushed', async () => {
    const github = world();
    const { state } = github;
    const chi = { name: 'Chi', email: noreplyOf(knownAccount(state, 'chi-p')) };
    const number = await ask(github, 'ada-b', 'ask', NEW);
    const message =
      'Together\n\nCo-authored-by: Chi <12+Chi-P@users.noreply.github.com>\nco-authored-by: Kim <Kim@Example.com>\nCo-authored-by: nobody';
    github.push({ branch: 'ask', files: { x: '1' }, by: 'bo-s', author: { name: 'Ada', email: 'ada-b@example.com' }, message });
    github.push({
      branch: 'ask',
      files: { x: '2' },
      by: 'ada-b',
      author: { name: 'Stranger', email: 'Stranger@Example.com' },
      committer: chi,
    });
    const { writers } = value(await (await forgeOf(github)).mergedRequest(await merge(github, 'sam-o', number, 'squash'))) ?? {};
    expect(writers).toEqual(['ada-b', 'bo-s', 'chi-p', 'kim@example.com', 'stranger@example.com']);
  });

  it('knows an address of a co-author from the commits themselves', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', NEW);
    github.push({
      branch: 'ask',
      files: { x: '1' },
      by: 'ada-b',
      message: 'x\n\nCo-authored-by: Ada <ADA-B@example.com>',
      author: { name: 'Ada', email: 'ada-b@example.com' },
    });
    const { writers } = value(await (await forgeOf(github)).mergedRequest(await merge(github, 'sam-o', number, 'squash'))) ?? {};
    expect(writers).toEqual(['ada-b']);
  });

  it('sees who pushed behind a forged author, also before a forced push', async () => {
    const github = world();
    const ada = { name: 'Ada', email: 'ada-b@example.com' };
    const first = github.push({ branch: 'ask', files: { x: '1' }, by: 'mallory', author: ada, from: github.tip() });
    github.push({ branch: 'ask', files: { x: '2' }, by: 'chi-p', author: ada });
    github.push({ branch: 'ask', files: { x: '3' }, by: 'ada-b', author: ada, from: first });
    const opened = await github.as('ada-b', 'POST', `${REPO}/pulls`, { title: 'x', head: 'ask', base: 'main' });
    const commit = await merge(github, 'sam-o', opened.body.number, 'squash');
    await github.as('sam-o', 'DELETE', `${REPO}/git/refs/heads/ask`);
    const { writers } = value(await (await forgeOf(github)).mergedRequest(commit)) ?? {};
    expect(writers).toEqual(['ada-b', 'chi-p', 'mallory']);
  });

  it('leaves out who pushed to a long-lived branch before this request, and after it', async () => {
    const github = world();
    github.push({ branch: 'develop', files: { x: '1' }, by: 'bo-s', from: github.tip() });
    await github.as('sam-o', 'PATCH', `${REPO}/git/refs/heads/main`, { sha: github.tip('develop') });
    github.push({ branch: 'develop', files: { x: '2' }, by: 'ada-b' });
    const opened = await github.as('ada-b', 'POST', `${REPO}/pulls`, { title: 'x', head: 'develop', base: 'main' });
    const commit = await merge(github, 'sam-o', opened.body.number, 'merge');
    github.push({ branch: 'develop', files: { x: '3' }, by: 'chi-p' });
    const { writers } = value(await (await forgeOf(github)).mergedRequest(commit)) ?? {};
    expect(writers).toEqual(['ada-b']);
  });

  it('does without the pushers where GitHub does not tell them, and fails where it is down or we have asked too much', async () => {
    const github = world();
    const commit = await landed(github, 'squash');
    const activity = { path: /\/activity/ };
    const body = '{"message":"Resource not accessible by integration"}';
    for (const refusal of [{ status: 404 }, { status: 403, body }]) {
      github.service.faults.push({ ...activity, effect: { kind: 'answer', ...refusal } });
      expect(value(await (await forgeOf(github)).mergedRequest(commit))?.writers).toEqual(['ada-b']);
    }
    const limit = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(github.clock.now() / 1000 + 3000) };
    for (const trouble of [{ status: 502 }, { status: 403, headers: limit }, { status: 403, headers: { 'retry-after': '600' }, body }]) {
      github.service.faults.push({ ...activity, times: 4, effect: { kind: 'answer', ...trouble } });
      expect(failure(await (await forgeOf(github)).mergedRequest(commit)).kind).toBe('transient');
      github.service.faults.length = 0;
    }
  });
});

/** GitHub's answers to some path, changed on their way. */
function changed(github: World, path: RegExp, change: (body: never) => unknown): typeof fetch {
  return async (input, init) => {
    const response = await github.service.fetch(input, init);
    return path.test(new Request(input).url) ? Response.json(change((await response.json()) as never)) : response;
  };
}

describe.concurrent('what GitHub no longer knows', () => {
  it('is a ghost: a deleted account is nobody, and its approval that of no person', async () => {
    const github = world();
    const commit = await landed(github, 'squash');
    const bare = changed(github, /\/(pulls\/1|reviews\?.*)$/, (body: unknown) =>
      Array.isArray(body) ? body.map((one: object) => ({ ...one, user: null })) : { ...(body as object), user: null, merged_by: null },
    );
    const request = value(await (await forgeOf(github, { fetch: bare })).mergedRequest(commit));
    expect(request).toMatchObject({ author: 'ghost', authorIsBot: true, mergedBy: 'ghost', reviews: [{ login: 'ghost', bot: true }] });
  });

  it('is the branch of a fork, whose pushes are not told', async () => {
    const github = world();
    const commit = await landed(github, 'squash');
    const fork = changed(github, /\/pulls\/1$/, (body: { head: object }) => ({ ...body, head: { ...body.head, repo: null } }));
    const before = github.service.calls.length;
    expect(value(await (await forgeOf(github, { fetch: fork })).mergedRequest(commit))?.writers).toEqual(['ada-b']);
    expect(github.service.calls.slice(before).some((call) => /activity\?.*ask/.test(call.url))).toBe(false);
  });

  it('is the commit of a merge, and who wrote without a name or an address', async () => {
    const github = world();
    const commit = await landed(github, 'squash');
    const none = changed(github, /\/pulls\/1$/, (body: object) => ({ ...body, merge_commit_sha: null }));
    expect(value(await (await forgeOf(github, { fetch: none })).mergedRequest(commit))).toBeUndefined();
    const nameless = changed(github, /\/pulls\/1\/commits/, (body: readonly { commit: object }[]) =>
      body.map((one) => ({ ...one, author: null, committer: {}, commit: { ...one.commit, author: null, committer: {} } })),
    );
    github.repository.activity.length = 0;
    expect(value(await (await forgeOf(github, { fetch: nameless })).mergedRequest(commit))?.writers).toEqual([]);
  });
});

describe.concurrent('what is told of paths', () => {
  it('is every path over many pages, both names of one that moved', async () => {
    const github = world();
    const files = Object.fromEntries(Array.from({ length: 230 }, (_, n) => [`grants/payments/${n}.yaml`, `grant ${n}\n`]));
    const moved = { 'grants/payments/old.yaml': null, 'policy/moved.yaml': 'principal: ada\n' };
    const number = await ask(github, 'ada-b', 'ask', { ...files, ...moved });
    const { paths } = value(await (await forgeOf(github)).mergedRequest(await merge(github, 'sam-o', number, 'squash'))) ?? {};
    expect(paths).toHaveLength(232);
    expect(paths).toContain('grants/payments/old.yaml');
    expect(paths).toContain('policy/moved.yaml');
  });

  it('is a failure beyond what GitHub lists, never a shorter list', async () => {
    const github = world();
    const commit = await landed(github, 'squash');
    const told = async (change: object) => toldWith(github, commit, /\/pulls\/1$/, (pull) => ({ ...pull, ...change }));
    expect(await told({ changed_files: 3001 })).toMatchObject({ kind: 'unsafe', hint: expect.stringContaining('Split it') });
    expect((await told({ changed_files: 2 })).message).toBe('GitHub lists 1 of the 2 files of #1');
    expect((await told({ changed_files: undefined })).kind).toBe('unsafe');
    expect((await told({ commits: 251 })).message).toContain('251 commits');
    expect((await told({ commits: 4 })).message).toBe('GitHub lists 1 of the 4 commits of #1');
    expect((await told({ merged: false })).message).toContain('contradicts itself');
  });

  it('is a failure where a file of the list has no name', async () => {
    const github = world();
    const commit = await landed(github, 'squash');
    const nameless = (name: unknown) =>
      toldWith(github, commit, /\/pulls\/1\/files/, (files) => (files as object[]).map((file) => ({ ...file, filename: name })));
    for (const name of [undefined, null, 7]) {
      const { kind, message } = await nameless(name);
      expect([kind, message]).toEqual(['unsafe', 'GitHub lists a file of #1 without a name']);
    }
  });
});

/** Of what failed, where GitHub's answers below a path are others. */
async function toldWith(github: World, commit: string, path: RegExp, change: (body: object) => unknown): Promise<Failure> {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await github.service.fetch(input, init);
    return path.test(new Request(input).url) ? Response.json(change((await response.json()) as object)) : response;
  };
  const forge = await forgeOf(github, { fetch });
  return failure(await forge.mergedRequest(commit));
}

describe.concurrent('a failure of GitHub', () => {
  const kinds = [
    ['an error of 503', 'commits/[0-9a-f]+/pulls', 503],
    ['a conflict, which Octokit alone would take for an empty list', 'commits/[0-9a-f]+/pulls', 409],
    ['a missing right', 'reviews', 403],
    ['a 404 in the middle', 'files', 404],
  ] as const;
  it.each(kinds)('such as %s is never "no request"', async (_, path, status) => {
    const github = world();
    const commit = await landed(github, 'squash');
    github.service.faults.push({ path: new RegExp(path), times: 9, effect: { kind: 'answer', status } });
    expect((await (await forgeOf(github)).mergedRequest(commit)).ok).toBe(false);
  });

  it('is no answer either when half of a list arrives, or something that is no list', async () => {
    const github = world();
    const commit = await landed(github, 'squash');
    const path = /commits\/[0-9a-f]+\/pulls/;
    github.service.faults.push({ path, times: 4, effect: { kind: 'truncate', length: 40 } });
    expect(failure(await (await forgeOf(github)).mergedRequest(commit)).message).toContain('broke off');
    for (const body of ['{}', 'null', '""']) {
      github.service.faults.push({ path, effect: { kind: 'answer', status: 200, body } });
      expect((await (await forgeOf(github)).mergedRequest(commit)).ok).toBe(false);
    }
  });

  it('passes by itself when it is short: what was read is then kept', async () => {
    const github = world();
    const commit = await landed(github, 'squash');
    const forge = await forgeOf(github);
    github.service.faults.push({ path: /reviews/, times: 4, effect: { kind: 'cut-before' } });
    expect(failure(await forge.mergedRequest(commit)).kind).toBe('transient');
    expect(value(await forge.mergedRequest(commit))?.number).toBe(1);
    const calls = github.service.calls.length;
    expect(value(await forge.mergedRequest(commit))?.number).toBe(1);
    expect(github.service.calls.length).toBe(calls);
  });

  it('at any call, of any kind, gives the whole truth or a failure', async () => {
    const clean = world();
    const commit = await landed(clean, 'squash');
    const before = clean.service.calls.length;
    const truth = value(await (await forgeOf(clean)).mergedRequest(commit));
    const paths = clean.service.calls.slice(before).map((call) => new URL(call.url).pathname);
    expect(paths).toHaveLength(10);
    const effects = [
      ...[403, 404, 409, 422, 429, 500].map((status) => ({ kind: 'answer' as const, status })),
      { kind: 'cut-before' as const },
      { kind: 'truncate' as const, length: 30 },
    ];
    const tries = paths.flatMap((path) => effects.map((effect) => ({ path, effect })));
    const outcomes = await Promise.all(
      tries.map(async ({ path, effect }) => {
        const github = world();
        const again = await landed(github, 'squash');
        github.service.faults.push({ path: new RegExp(`${path}(\\?|$)`), times: 99, effect });
        const answer = await (await forgeOf(github)).mergedRequest(again);
        return answer.ok ? answer.value : 'failure';
      }),
    );
    const whole = outcomes.filter((one) => one !== 'failure');
    // Only who pushed, and how it landed, may stay unknown, where GitHub does not know that question; each of both lists of activity is
    // tried by itself.
    expect(whole).toEqual(whole.map(() => truth));
    expect(whole.length).toBeLessThanOrEqual(4);
  });

  it('is an unknown commit', async () => {
    expect(failure(await (await forgeOf(world())).mergedRequest('0'.repeat(40)))).toMatchObject({ kind: 'invalid' });
  });
});

import { describe, expect, it } from 'vitest';

import type { Forge, PruneRequest } from '../../../src/forge/forge.ts';
import { pruneMarker, readPruneMarker, deletionHash } from '../../../src/forge/prune-marker.ts';
import { commitAt } from '../../../src/sim/github/objects.ts';
import { leavesOfCommit } from '../../../src/sim/github/trees.ts';
import { merge, REPO, review, world, type World } from '../../sim/github/world.ts';
import { callsOf, deletionsAt, failure, forgeOf, value } from './setup.ts';

const BRANCH = 'grantkeeper/prune';
const PATHS = ['a', 'b', 'c'].map((name) => `grants/payments/${name}.yaml`);
const FILES = Object.fromEntries(
  [...PATHS, 'grants/payments/keep.yaml', 'policy/policy.yaml'].map((path) => [path, `content of ${path}\n`]),
);
const TEXT = { title: 'Prune 2 lapsed grants', body: 'Two grants.' };

async function opened(github: World, paths = PATHS.slice(0, 2)): Promise<{ readonly forge: Forge; readonly request: PruneRequest }> {
  const forge = await forgeOf(github);
  value(await forge.findPrune());
  return { forge, request: value(await forge.openPrune(github.tip(), deletionsAt(github, paths), TEXT)) };
}

function filesOn(github: World, branch: string): string[] {
  return [...leavesOfCommit(github.repository.objects, github.tip(branch)).keys()];
}

describe.concurrent('the prune request', () => {
  it('is opened as one commit on the base, with label and marker', async () => {
    const github = world(FILES);
    const { forge, request } = await opened(github);
    const deletions = deletionsAt(github, PATHS.slice(0, 2));
    expect(request).toEqual({
      number: 1,
      url: 'https://github.com/acme/access/pull/1',
      deletions,
      approved: false,
      touched: false,
      head: github.tip(BRANCH),
    });
    expect(commitAt(github.repository.objects, github.tip(BRANCH))).toMatchObject({
      parents: [github.tip()],
      message: `Prune 2 lapsed grants\n\nGrant-Id: a\nGrant-Id: b\nGrantkeeper-Prune: ${deletionHash(deletions)}\n`,
      committer: { name: 'GitHub' },
    });
    expect(filesOn(github, BRANCH)).toEqual(['grants/payments/c.yaml', 'grants/payments/keep.yaml', 'policy/policy.yaml']);
    expect(github.repository.pulls[0]).toMatchObject({
      title: 'Prune 2 lapsed grants',
      body: `Two grants.\n\n${pruneMarker(deletions)}\n`,
      labels: ['grantkeeper:prune'],
      author: 'github-actions[bot]',
    });
    expect(value(await forge.findPrune())).toEqual(request);
  });

  it('names each grant, why it ended, and the head of the ledger in its commit', async () => {
    const github = world(FILES);
    const [a, b] = deletionsAt(github, PATHS.slice(0, 2));
    if (a === undefined || b === undefined) throw new Error('no deletions');
    const deletions = [
      { ...a, reason: 'recalled' as const },
      { ...b, reason: 'expired' as const },
    ];
    value(await (await forgeOf(github)).openPrune(github.tip(), deletions, { ...TEXT, ledger: `sha256:${'a'.repeat(64)}` }));
    const commit = commitAt(github.repository.objects, github.tip(BRANCH));
    expect(commit?.message.split('\n').slice(2)).toEqual([
      'Grant-Id: a',
      'Grant-Id: b',
      'Grantkeeper-Reason: expired',
      'Grantkeeper-Reason: recalled',
      `Grantkeeper-Ledger: sha256:${'a'.repeat(64)}`,
      `Grantkeeper-Prune: ${deletionHash(deletions)}`,
      '',
    ]);
    expect(value(await (await forgeOf(github)).findPrune())?.touched).toBe(false);
  });

  it('is none where there is none, with two questions asked but once', async () => {
    const github = world(FILES);
    const forge = await forgeOf(github);
    expect(value(await forge.findPrune())).toBeUndefined();
    expect(await callsOf(github, async () => forge.findPrune())).toEqual([`GET ${REPO}/pulls`]);
  });

  it.each([1, 50, 500])('takes at most eight calls to open or to update, for %i files in one tree call', async (count) => {
    const paths = Array.from({ length: count + 1 }, (_, n) => `grants/team-${n % 20}/${n}.yaml`);
    const github = world(Object.fromEntries([...paths, 'policy/policy.yaml'].map((path) => [path, `content of ${path}\n`])));
    const forge = await forgeOf(github);
    value(await forge.findPrune());
    let request: PruneRequest | undefined;
    const opening = await callsOf(github, async () => {
      request = value(await forge.openPrune(github.tip(), deletionsAt(github, paths.slice(1)), TEXT));
    });
    expect(opening.length).toBeLessThanOrEqual(8);
    const trees = github.service.calls.filter((call) => call.method === 'POST' && call.url.endsWith('/git/trees'));
    expect(trees).toHaveLength(1);
    expect((JSON.parse(trees[0]?.body ?? '') as { tree: { sha: null }[] }).tree.filter((entry) => entry.sha === null)).toHaveLength(count);
    expect(filesOn(github, BRANCH)).toEqual([paths[0], 'policy/policy.yaml']);
    const updating = await callsOf(github, async () => {
      if (request !== undefined) value(await forge.updatePrune(request, github.tip(), deletionsAt(github, paths.slice(0, count)), TEXT));
    });
    expect(updating.length).toBeLessThanOrEqual(8);
    await merge(github, 'sam-o', 1, 'squash');
    const again = await callsOf(github, async () =>
      value(await forge.openPrune(github.tip(), deletionsAt(github, paths.slice(count)), TEXT)),
    );
    expect(again.length).toBeLessThanOrEqual(8);
  });

  it('does not look for a branch that the list of our branches lacked', async () => {
    const github = world(FILES);
    const forge = await forgeOf(github);
    expect(value(await forge.branches('grantkeeper/recall/')).size).toBe(0);
    const calls = await callsOf(github, async () =>
      value(await forge.openPrune(github.tip(), deletionsAt(github, PATHS.slice(0, 1)), TEXT)),
    );
    expect(calls.some((call) => call.includes('/commits/heads'))).toBe(false);
    expect(filesOn(github, BRANCH)).not.toContain(PATHS[0]);
  });

  it('takes two calls less where the clone knows the tree of its base, and looks through that', async () => {
    const github = world(FILES);
    const deletions = deletionsAt(github, PATHS.slice(0, 1));
    const tree = commitAt(github.repository.objects, github.tip())?.tree ?? '';
    const blobs = new Map(deletions.map(({ path, blob }) => [path, blob]));
    const forge = await forgeOf(github, { treeOf: async (commit) => (commit === github.tip() ? { id: tree, blobs } : undefined) });
    const others = deletionsAt(github, PATHS.slice(1, 2));
    expect(failure(await forge.openPrune(github.tip(), others, TEXT)).message).toContain('it is gone');
    const calls = await callsOf(github, async () => value(await forge.openPrune(github.tip(), deletions, TEXT)));
    expect(calls.filter((call) => /git\/(commits|trees)\//.test(call))).toEqual([]);
    expect(filesOn(github, BRANCH)).not.toContain(PATHS[0]);
  });

  it('is updated with another set, on the new base, and not at all with the same', async () => {
    const github = world(FILES);
    const { forge, request } = await opened(github);
    expect(await callsOf(github, async () => forge.updatePrune(request, github.tip(), request.deletions.toReversed(), TEXT))).toEqual([]);
    github.push({ branch: 'main', files: { 'grants/payments/b.yaml': 'renewed\n', z: '1' }, by: 'ada-b' });
    const wanted = deletionsAt(github, [PATHS[0] ?? '', PATHS[2] ?? '']);
    const updated = value(await forge.updatePrune(request, github.tip(), wanted, { title: 'Prune 2 others', body: 'Others.' }));
    expect(updated.deletions).toEqual(wanted);
    expect(value(await forge.findPrune())).toEqual(updated);
    expect(commitAt(github.repository.objects, github.tip(BRANCH))?.parents).toEqual([github.tip()]);
    expect(github.repository.pulls).toHaveLength(1);
    expect(github.repository.pulls[0]?.title).toBe('Prune 2 others');
    expect(readPruneMarker(github.repository.pulls[0]?.body ?? '')).toBe(deletionHash(wanted));
  });

  it('is frozen once somebody approved what it is now', async () => {
    const github = world(FILES);
    const { forge } = await opened(github);
    await review(github, 'bo-s', 1, 'APPROVE');
    const request = value(await forge.findPrune());
    expect(request?.approved).toBe(true);
    if (request === undefined) throw new Error('no request');
    const calls = await callsOf(github, async () => {
      expect(failure(await forge.updatePrune(request, github.tip(), deletionsAt(github, [PATHS[2] ?? '']), TEXT))).toMatchObject({
        kind: 'unsafe',
      });
    });
    expect(calls).toEqual([]);
    await review(github, 'bo-s', 1, 'REQUEST_CHANGES');
    expect(value(await forge.findPrune())?.approved).toBe(false);
  });

  it('is not frozen by an approval of an older commit, by a bot, or by a comment after one', async () => {
    const github = world(FILES);
    const { forge, request } = await opened(github);
    await review(github, 'bo-s', 1, 'APPROVE');
    const [pull] = github.repository.pulls;
    pull?.reviews.push({
      id: 9000,
      author: 'github-actions[bot]',
      body: '',
      commitId: github.tip(BRANCH),
      state: 'APPROVED',
      submittedAt: github.clock.now(),
    });
    await review(github, 'bo-s', 1, 'COMMENT');
    expect(value(await forge.findPrune())?.approved).toBe(true);
    value(await forge.updatePrune({ ...request, approved: false }, github.tip(), deletionsAt(github, PATHS), TEXT));
    expect(value(await forge.findPrune())?.approved).toBe(false);
  });

  it('is closed with a word, and its branch goes', async () => {
    const github = world(FILES);
    const { forge, request } = await opened(github);
    value(await forge.closePrune(request, 'Nothing is left to prune.'));
    expect(github.repository.pulls[0]?.state).toBe('closed');
    expect(github.repository.comments).toMatchObject([{ body: 'Nothing is left to prune.' }]);
    expect(github.tip(BRANCH)).toBe('');
    expect(value(await forge.findPrune())).toBeUndefined();
  });

  it('closes also when the branch is gone by itself', async () => {
    const github = world(FILES);
    const { forge, request } = await opened(github);
    const gone = (state: typeof github.state) => delete state.repositories[0]?.refs[`refs/heads/${BRANCH}`];
    github.service.faults.push({ method: 'GET', path: /git\/ref\//, effect: { kind: 'meanwhile', act: gone } });
    value(await forge.closePrune(request, 'x'));
  });

  it('opens again over a branch of ours that a merge left behind', async () => {
    const github = world(FILES);
    const { forge } = await opened(github);
    await merge(github, 'sam-o', 1, 'squash');
    const request = value(await forge.openPrune(github.tip(), deletionsAt(github, [PATHS[2] ?? '']), TEXT));
    expect(request.number).toBe(2);
    expect(value(await forge.findPrune())).toEqual(request);
  });
});

describe.concurrent("a person's no", () => {
  const other = { title: 'Prune 1 lapsed grant', body: 'One grant.' };

  it('to the very same files is respected until others have lapsed', async () => {
    const github = world(FILES);
    const { request } = await opened(github);
    await github.as('bo-s', 'PATCH', `${REPO}/pulls/1`, { state: 'closed' });
    const ask = async (deletions = request.deletions) => (await forgeOf(github)).openPrune(github.tip(), deletions, other);
    const writes = github.service.calls.length;
    expect(failure(await ask())).toEqual({
      kind: 'unsafe',
      message: 'request 1 asked for the same and was closed by bo-s',
      hint: 'It is asked again when other files have lapsed.',
    });
    expect(github.service.calls.slice(writes).some((call) => call.method !== 'GET' && !call.url.endsWith('/graphql'))).toBe(false);
    expect(value(await ask(request.deletions.slice(1))).number).toBe(2);
    await github.as('sam-o', 'PATCH', `${REPO}/pulls/2`, { state: 'closed' });
    github.clock.advance(30 * 24 * 3600_000);
    expect(failure(await ask()).message).toContain('closed by bo-s');
  });

  it('is not what we closed ourselves, what was merged, or what somebody else asked for', async () => {
    const github = world(FILES);
    const { forge, request } = await opened(github);
    value(await forge.closePrune(request, 'Nothing is left to prune.'));
    const again = await opened(github);
    expect(again.request.number).toBe(2);
    await merge(github, 'sam-o', 2, 'squash');
    github.push({ branch: 'main', files: FILES, by: 'ada-b' });
    expect((await opened(github)).request.number).toBe(3);
    await github.as('bo-s', 'PATCH', `${REPO}/pulls/3`, { state: 'closed' });
    const [, , third] = github.repository.pulls;
    github.repository.pulls.splice(2, 1, { ...(third ?? again.request), author: 'ada-b' } as never);
    expect((await opened(github)).request.number).toBe(4);
  });

  it('is a failure where it cannot be read', async () => {
    const github = world(FILES);
    github.service.faults.push({ path: /state=closed/, times: 4, effect: { kind: 'answer', status: 500 } });
    expect(failure(await (await forgeOf(github)).findPrune()).kind).toBe('transient');
    github.service.faults.push({ path: /state=closed/, effect: { kind: 'answer', status: 200, body: '{}' } });
    expect(failure(await (await forgeOf(github)).openPrune(github.tip(), deletionsAt(github, PATHS), TEXT)).kind).toBe('unsafe');
  });
});

describe.concurrent('the work of people', () => {
  it('on the branch stops us: no update, no closing, no new request over it', async () => {
    const github = world(FILES);
    const { forge, request } = await opened(github);
    const theirs = github.push({ branch: BRANCH, files: { 'grants/payments/a.yaml': 'kept, please\n' }, by: 'ada-b' });
    const found = value(await forge.findPrune());
    expect(found).toMatchObject({ touched: true, deletions: deletionsAt(github, ['grants/payments/b.yaml']) });
    const wanted = deletionsAt(github, PATHS);
    for (const told of found === undefined ? [] : [found, request]) {
      expect(failure(await forge.updatePrune(told, github.tip(), wanted, TEXT))).toMatchObject({
        kind: 'unsafe',
        message: expect.stringContaining('not ours'),
      });
      expect(failure(await forge.closePrune(told, 'x'))).toMatchObject({ kind: 'unsafe' });
    }
    await github.as('ada-b', 'PATCH', `${REPO}/pulls/1`, { state: 'closed' });
    expect(failure(await forge.openPrune(github.tip(), wanted, TEXT))).toMatchObject({ kind: 'unsafe' });
    expect(github.tip(BRANCH)).toBe(theirs);
    expect(github.repository.comments).toEqual([]);
  });

  it('is not overwritten even when it comes in the last moment', async () => {
    for (const finish of ['update', 'close'] as const) {
      const github = world(FILES);
      const { forge, request } = await opened(github);
      let theirs = '';
      const act = () => {
        theirs = github.push({ branch: BRANCH, files: { x: 'mine' }, by: 'ada-b' });
      };
      github.service.faults.push({ method: 'GET', path: /git\/ref\/heads%2Fgrantkeeper%2Fprune/, effect: { kind: 'meanwhile', act } });
      const result =
        finish === 'close'
          ? await forge.closePrune(request, 'x')
          : await forge.updatePrune(request, github.tip(), deletionsAt(github, PATHS), TEXT);
      expect(result).toMatchObject({ ok: false, failure: { kind: 'unsafe' } });
      expect(github.tip(BRANCH)).toBe(theirs);
    }
  });

  it('is seen as theirs when it only rewords, adds a file, or hides in our name', async () => {
    const forms = [
      { files: { 'grants/payments/c.yaml': null }, message: 'One more' },
      { files: { 'policy/policy.yaml': 'stamp: mine\n' }, message: `Prune\n\nGrantkeeper-Prune: ${'0'.repeat(64)}` },
    ];
    for (const form of forms) {
      const github = world(FILES);
      const { forge } = await opened(github);
      const bot = { name: 'github-actions[bot]', email: 'github-actions@example.com' };
      github.push({ branch: BRANCH, ...form, by: 'ada-b', author: bot, from: github.tip() });
      expect(value(await forge.findPrune())?.touched).toBe(true);
    }
  });

  it('is a request of their own with our branch and a forged marker: not ours, and left alone', async () => {
    const github = world(FILES);
    github.push({ branch: BRANCH, files: { 'grants/payments/a.yaml': null, x: '1' }, by: 'ada-b', from: github.tip() });
    const body = `Trust me.\n\n${pruneMarker(deletionsAt(github, PATHS))}\n`;
    await github.as('ada-b', 'POST', `${REPO}/pulls`, { title: 'Prune', head: BRANCH, base: 'main', body });
    const forge = await forgeOf(github);
    expect(value(await forge.findPrune())).toBeUndefined();
    expect(failure(await forge.openPrune(github.tip(), deletionsAt(github, PATHS), TEXT)).kind).toBe('unsafe');
    expect(github.repository.pulls).toMatchObject([{ state: 'open', author: 'ada-b', body }]);
  });

  it('is what took our marker out, or moved our request to another base', async () => {
    const github = world(FILES);
    const { forge } = await opened(github);
    await github.as('sam-o', 'PATCH', `${REPO}/pulls/1`, { body: 'No marker here.' });
    expect(value(await forge.findPrune())).toBeUndefined();
  });
});

describe.concurrent('only the file that lapsed', () => {
  it('is removed: one that changed or is gone by the base stops the whole', async () => {
    const github = world(FILES);
    const wanted = deletionsAt(github, PATHS.slice(0, 2));
    github.push({ branch: 'main', files: { 'grants/payments/a.yaml': 'renewed\n' }, by: 'ada-b' });
    const forge = await forgeOf(github);
    expect(failure(await forge.openPrune(github.tip(), wanted, TEXT))).toMatchObject({
      kind: 'unsafe',
      message: expect.stringContaining('it was changed'),
    });
    github.push({ branch: 'main', files: { 'grants/payments/a.yaml': null }, by: 'ada-b' });
    expect(failure(await forge.openPrune(github.tip(), wanted, TEXT)).message).toContain('it is gone');
    expect(failure(await forge.openPrune(github.tip(), [], TEXT)).kind).toBe('invalid');
    expect(github.tip(BRANCH)).toBe('');
  });

  it('is looked up one by one where the repository is too large to list', async () => {
    const github = world(FILES);
    const cut: typeof fetch = async (input, init) => {
      const response = await github.service.fetch(input, init);
      if (!new Request(input).url.includes('recursive')) return response;
      return Response.json({ ...((await response.json()) as object), tree: [], truncated: true });
    };
    const forge = await forgeOf(github, { fetch: cut });
    expect(value(await forge.openPrune(github.tip(), deletionsAt(github, PATHS), TEXT)).number).toBe(1);
  });
});

describe.concurrent('a failure on the way', () => {
  const steps = [
    ['POST', /git\/trees$/, 'cut-before'],
    ['POST', /git\/commits$/, 'cut-after'],
    ['POST', /git\/refs$/, 'cut-before'],
    ['POST', /git\/refs$/, 'cut-after'],
    ['POST', /pulls$/, 'cut-before'],
    ['POST', /pulls$/, 'cut-after'],
    ['POST', /labels$/, 'cut-after'],
  ] as const;
  it.each(steps)('at %s %s, %s, leaves what the next run can go on from', async (method, path, kind) => {
    const github = world(FILES);
    const wanted = deletionsAt(github, PATHS);
    github.service.faults.push({ method, path, times: 4, effect: { kind } });
    const first = await (await forgeOf(github)).openPrune(github.tip(), wanted, TEXT);
    expect(first.ok).toBe(false);
    github.service.faults.length = 0;
    const next = await forgeOf(github);
    const found = value(await next.findPrune()) ?? value(await next.openPrune(github.tip(), wanted, TEXT));
    expect(found).toMatchObject({ deletions: wanted, touched: false });
    expect(github.repository.pulls).toHaveLength(1);
  });

  it('between body and branch is mended by the next update', async () => {
    const github = world(FILES);
    const { forge, request } = await opened(github);
    github.service.faults.push({ method: 'PATCH', path: /git\/refs/, times: 4, effect: { kind: 'cut-before' } });
    const wanted = deletionsAt(github, PATHS);
    expect(failure(await forge.updatePrune(request, github.tip(), wanted, TEXT)).kind).toBe('transient');
    const found = value(await forge.findPrune());
    expect(found).toMatchObject({ deletions: request.deletions, touched: false });
    if (found !== undefined) value(await forge.updatePrune(found, github.tip(), wanted, TEXT));
    expect(value(await forge.findPrune())?.deletions).toEqual(wanted);
  });

  it('is never taken for a branch or a request that is not there', async () => {
    const github = world(FILES);
    const { forge } = await opened(github);
    for (const path of [/pulls\?/, /pulls\/1\/commits/, /pulls\/1\/files/, /pulls\/1\/reviews/]) {
      github.service.faults.push({ path, times: 12, effect: { kind: 'answer', status: 500 } });
      expect(failure(await forge.findPrune()).kind).toBe('transient');
      github.service.faults.length = 0;
    }
    github.service.faults.push({ path: /commits\/heads/, times: 4, effect: { kind: 'answer', status: 500 } });
    expect(failure(await forge.openPrune(github.tip(), deletionsAt(github, PATHS), TEXT)).kind).toBe('transient');
  });
});

import { describe, expect, it } from 'vitest';

import { commitAt } from '../../../src/sim/github/objects.ts';
import { ask, merge, REPO, review, world, type World } from './world.ts';

function parentsOf(github: World, sha: string): readonly string[] | undefined {
  return commitAt(github.repository.objects, sha)?.parents;
}

async function pull(github: World, number: number) {
  return (await github.as('ada-b', 'GET', `${REPO}/pulls/${number}`)).body;
}

describe('pull requests', () => {
  it('need two branches, something between them, and no twin', async () => {
    const github = world();
    await ask(github, 'ada-b', 'ask', { x: '1' });
    const open = async (head: string, base: string) => github.as('ada-b', 'POST', `${REPO}/pulls`, { title: 'x', head, base });
    expect((await open('ask', 'main')).body.errors[0].message).toBe('A pull request already exists for acme:ask.');
    expect((await open('none', 'main')).body.errors[0].field).toBe('head');
    expect((await open('other:ask', 'main')).body.errors[0].field).toBe('head');
    expect((await open('ask', 'none')).body.errors[0].field).toBe('base');
    github.push({ branch: 'same', files: {}, by: 'ada-b', from: github.tip() });
    github.repository.refs['refs/heads/same'] = github.tip();
    expect((await open('same', 'main')).body.errors[0].message).toBe('No commits between main and same');
    expect((await github.as('ada-b', 'POST', `${REPO}/pulls`, { head: 'ask', base: 'main' })).body.errors[0].code).toBe('missing_field');
  });

  it('follow their branch, keep reviews at the commit that was seen, and close with their branch', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    const seen = github.tip('ask');
    await review(github, 'bo-s', number, 'APPROVE');
    const moved = github.push({ branch: 'ask', files: { x: '2' }, by: 'ada-b' });
    expect((await pull(github, number)).head.sha).toBe(moved);
    expect((await github.as('ada-b', 'GET', `${REPO}/pulls/${number}/reviews`)).body[0]).toMatchObject({
      state: 'APPROVED',
      commit_id: seen,
    });
    await github.as('ada-b', 'DELETE', `${REPO}/git/refs/heads/ask`);
    expect(await pull(github, number)).toMatchObject({ state: 'closed', merged: false });
    expect((await github.as('ada-b', 'PATCH', `${REPO}/pulls/${number}`, { state: 'open' })).status).toBe(422);
  });

  it('are listed by state, head and base, with their commits and files', async () => {
    const github = world();
    const one = await ask(github, 'ada-b', 'one', {
      'grants/new.yaml': 'principal: ada\n',
      'grants/payments/old.yaml': null,
      'README.md': 'x',
    });
    const two = await ask(github, 'bo-s', 'two', { y: '1' });
    await github.as('bo-s', 'PATCH', `${REPO}/pulls/${two}`, { state: 'closed', title: 'No' });
    const numbers = async (query: string) =>
      (await github.as('ada-b', 'GET', `${REPO}/pulls?${query}`)).body.map((each: { number: number }) => each.number);
    expect(await numbers('')).toEqual([one]);
    expect(await numbers('state=all')).toEqual([two, one]);
    expect(await numbers('state=all&direction=asc')).toEqual([one, two]);
    expect(await numbers('head=acme:one&base=main')).toEqual([one]);
    expect(await numbers('head=acme:one&base=other')).toEqual([]);
    const files = (await github.as('ada-b', 'GET', `${REPO}/pulls/${one}/files`)).body;
    expect(files.map((file: { filename: string; status: string }) => [file.filename, file.status])).toEqual([
      ['README.md', 'modified'],
      ['grants/new.yaml', 'renamed'],
    ]);
    expect(files[1].previous_filename).toBe('grants/payments/old.yaml');
    expect((await github.as('ada-b', 'GET', `${REPO}/pulls/${one}/commits`)).body).toHaveLength(1);
    expect(await pull(github, one)).toMatchObject({ commits: 1, changed_files: 2, mergeable: true });
  });

  it('move to another base, and reopen while their branch is there', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    github.push({ branch: 'next', files: { z: '1' }, by: 'ada-b', from: github.tip() });
    expect((await github.as('ada-b', 'PATCH', `${REPO}/pulls/${number}`, { base: 'next' })).body.base.ref).toBe('next');
    expect((await github.as('ada-b', 'PATCH', `${REPO}/pulls/${number}`, { base: 'none' })).status).toBe(422);
    await github.as('ada-b', 'PATCH', `${REPO}/pulls/${number}`, { state: 'closed' });
    expect((await github.as('ada-b', 'PATCH', `${REPO}/pulls/${number}`, { state: 'open' })).body.state).toBe('open');
    expect((await github.as('ada-b', 'PATCH', `${REPO}/pulls/${number}`, { state: 'odd' })).status).toBe(422);
    expect((await github.as('ada-b', 'GET', `${REPO}/pulls/x`)).status).toBe(404);
  });
});

describe('merging', () => {
  it('makes a merge commit', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    const [base, head] = [github.tip(), github.tip('ask')];
    const merged = await merge(github, 'bo-s', number, 'merge');
    expect(parentsOf(github, merged)).toEqual([base, head]);
    expect(github.tip()).toBe(merged);
    expect(await pull(github, number)).toMatchObject({
      merged: true,
      merge_commit_sha: merged,
      merged_by: { login: 'bo-s' },
      head: { sha: head },
      commits: 1,
    });
    expect((await github.as('ada-b', 'GET', `${REPO}/pulls/${number}/merge`)).status).toBe(204);
  });

  it('squashes into one commit by the author, with the others as co-authors', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    github.push({ branch: 'ask', files: { x: '2' }, by: 'chi-p' });
    const base = github.tip();
    const commit = commitAt(github.repository.objects, await merge(github, 'bo-s', number, 'squash'));
    expect(commit).toMatchObject({ parents: [base], author: { name: 'ada-b' }, committer: { name: 'GitHub' } });
    expect(commit?.message).toMatch(/\n\nCo-authored-by: chi-p <\d+\+chi-p@users\.noreply\.github\.com>$/);
  });

  it('rebases each commit onto the base, and every one of them belongs to the request', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    github.push({ branch: 'ask', files: { x: '2' }, by: 'ada-b' });
    github.push({ branch: 'main', files: { y: '1' }, by: 'chi-p' });
    const base = github.tip();
    const last = await merge(github, 'bo-s', number, 'rebase');
    const [first = ''] = parentsOf(github, last) ?? [];
    expect(parentsOf(github, first)).toEqual([base]);
    for (const sha of [first, last]) {
      expect((await github.as('ada-b', 'GET', `${REPO}/commits/${sha}/pulls`)).body).toMatchObject([{ number }]);
      expect(commitAt(github.repository.objects, sha)).toMatchObject({ author: { name: 'ada-b' }, committer: { name: 'bo-s' } });
    }
  });

  it('is refused on a conflict, a moved head, an odd method, and twice', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { 'README.md': 'mine' });
    github.push({ branch: 'main', files: { 'README.md': 'theirs' }, by: 'chi-p' });
    const go = async (body: unknown) => github.as('bo-s', 'PUT', `${REPO}/pulls/${number}/merge`, body);
    expect(await go({})).toMatchObject({ status: 405, body: { message: 'Pull Request is not mergeable' } });
    expect((await go({ merge_method: 'squash' })).status).toBe(405);
    expect((await go({ merge_method: 'rebase' })).status).toBe(405);
    expect((await pull(github, number)).mergeable).toBe(false);
    expect((await go({ sha: github.tip() })).status).toBe(409);
    expect((await go({ merge_method: 'octopus' })).status).toBe(422);
    github.push({ branch: 'ask', files: { 'README.md': 'theirs', z: '1' }, by: 'ada-b' });
    await merge(github, 'bo-s', number, 'merge');
    expect((await go({})).status).toBe(405);
    expect((await github.as('ada-b', 'GET', `${REPO}/pulls/${await ask(github, 'ada-b', 'more', { w: '1' })}/merge`)).status).toBe(404);
  });

  it('happens by itself when the base branch comes to hold the head', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    await github.as('sam-o', 'PATCH', `${REPO}/git/refs/heads/main`, { sha: github.tip('ask') });
    expect(await pull(github, number)).toMatchObject({ merged: true, merged_by: { login: 'sam-o' }, merge_commit_sha: github.tip('ask') });
  });
});

describe('reviews', () => {
  it("are not of one's own request, and need words unless they approve", async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    expect((await review(github, 'ada-b', number, 'APPROVE')).body.errors).toEqual(['Can not approve your own pull request']);
    expect((await review(github, 'ada-b', number, 'REQUEST_CHANGES')).status).toBe(422);
    expect((await review(github, 'ada-b', number, 'COMMENT')).status).toBe(200);
    expect((await github.as('bo-s', 'POST', `${REPO}/pulls/${number}/reviews`, { event: 'COMMENT' })).status).toBe(422);
    expect((await review(github, 'bo-s', number, 'SHRUG')).status).toBe(422);
    expect((await github.as('bo-s', 'POST', `${REPO}/pulls/${number}/reviews`, { event: 'APPROVE', commit_id: 'none' })).status).toBe(422);
  });

  it('change when they are dismissed, and show a pending one to its author alone', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    const { id } = (await review(github, 'bo-s', number, 'APPROVE')).body;
    await github.as('chi-p', 'POST', `${REPO}/pulls/${number}/reviews`, { body: 'Not yet said' });
    const states = async (login: string) =>
      (await github.as(login, 'GET', `${REPO}/pulls/${number}/reviews`)).body.map((one: { state: string }) => one.state);
    expect(await states('chi-p')).toEqual(['APPROVED', 'PENDING']);
    const dismiss = async () => github.as('sam-o', 'PUT', `${REPO}/pulls/${number}/reviews/${id}/dismissals`, { message: 'Wrong person' });
    expect((await dismiss()).body.state).toBe('DISMISSED');
    expect((await dismiss()).status).toBe(422);
    expect(await states('ada-b')).toEqual(['DISMISSED']);
    expect((await github.as('ada-b', 'GET', `${REPO}/pulls/${number}/reviews/7`)).status).toBe(404);
  });
});

describe('comments and labels', () => {
  it('are told apart by request, and long bodies are refused', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    const made = await github.as('bo-s', 'POST', `${REPO}/issues/${number}/comments`, { body: 'one' });
    expect((await github.as('bo-s', 'POST', `${REPO}/issues/${number}/comments`, { body: 'x'.repeat(65_537) })).status).toBe(422);
    await github.as('bo-s', 'PATCH', `${REPO}/issues/comments/${made.body.id}`, { body: 'two' });
    expect((await github.as('bo-s', 'GET', `${REPO}/issues/${number}/comments`)).body).toMatchObject([
      { body: 'two', user: { login: 'bo-s' } },
    ]);
    expect((await github.as('bo-s', 'DELETE', `${REPO}/issues/comments/${made.body.id}`)).status).toBe(204);
    expect((await github.as('bo-s', 'DELETE', `${REPO}/issues/comments/${made.body.id}`)).status).toBe(404);
    expect((await github.as('bo-s', 'GET', `${REPO}/issues/99/comments`)).status).toBe(404);
  });

  it('make a label that is not there yet, and say when one to take off is not on', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    const labels = `${REPO}/issues/${number}/labels`;
    expect((await github.as('bo-s', 'POST', labels, { labels: ['grantkeeper:prune'] })).body).toMatchObject([
      { name: 'grantkeeper:prune' },
    ]);
    expect((await github.as('bo-s', 'GET', `${REPO}/labels`)).body).toHaveLength(1);
    expect((await github.as('bo-s', 'PUT', labels, { labels: ['other'] })).body).toMatchObject([{ name: 'other' }]);
    expect((await github.as('bo-s', 'DELETE', `${labels}/other`)).body).toEqual([]);
    expect((await github.as('bo-s', 'DELETE', `${labels}/other`)).status).toBe(404);
    expect((await github.as('bo-s', 'POST', labels, {})).status).toBe(422);
    expect((await github.as('bo-s', 'GET', `${REPO}/issues/99/labels`)).status).toBe(404);
    expect((await github.as('bo-s', 'POST', `${REPO}/labels`, { name: 'other' })).body.errors[0].code).toBe('already_exists');
  });
});

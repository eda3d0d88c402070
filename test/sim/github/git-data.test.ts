import { describe, expect, it } from 'vitest';

import { ask, BASE, REPO, world } from './world.ts';

describe('refs', () => {
  it('are made once, move forward only, and any way by force', async () => {
    const github = world();
    const first = github.tip();
    const ahead = github.push({ branch: 'work', files: { x: '1' }, by: 'ada-b', from: first });
    const make = async () => github.as('ada-b', 'POST', `${REPO}/git/refs`, { ref: 'refs/heads/mine', sha: ahead });
    expect((await make()).status).toBe(201);
    expect(await make()).toMatchObject({ status: 422, body: { message: 'Reference already exists' } });
    const move = async (sha: string, force: boolean) => github.as('ada-b', 'PATCH', `${REPO}/git/refs/heads%2Fmine`, { sha, force });
    expect(await move(first, false)).toMatchObject({ status: 422, body: { message: 'Update is not a fast forward' } });
    expect((await move(first, true)).status).toBe(200);
    expect((await move(ahead, false)).body.object.sha).toBe(ahead);
    expect(await move('0'.repeat(40), true)).toMatchObject({ status: 422, body: { message: 'Object does not exist' } });
  });

  it('go once, and the default branch stays', async () => {
    const github = world();
    github.push({ branch: 'work', files: { x: '1' }, by: 'ada-b', from: github.tip() });
    const drop = async (branch: string) => (await github.as('ada-b', 'DELETE', `${REPO}/git/refs/heads/${branch}`)).status;
    expect([await drop('work'), await drop('work'), await drop('main')]).toEqual([204, 422, 422]);
    expect((await github.as('ada-b', 'GET', `${REPO}/git/ref/heads/work`)).status).toBe(404);
  });

  it('are refused with a bad name, and unknown ones are not moved', async () => {
    const github = world();
    const sha = github.tip();
    for (const ref of ['main', 'refs/main', 'refs/heads/a b']) {
      expect((await github.as('ada-b', 'POST', `${REPO}/git/refs`, { ref, sha })).status).toBe(422);
    }
    expect((await github.as('ada-b', 'PATCH', `${REPO}/git/refs/heads/none`, { sha })).body.message).toBe('Reference does not exist');
    expect((await github.as('ada-b', 'POST', `${REPO}/git/refs`, { sha })).body.errors[0]).toMatchObject({
      field: 'ref',
      code: 'missing_field',
    });
    expect((await github.as('ada-b', 'POST', `${REPO}/git/refs`, { ref: 7, sha })).status).toBe(422);
  });

  it('match by prefix, and none is an empty list', async () => {
    const github = world();
    for (const branch of ['grantkeeper/recall/gil', 'grantkeeper/prune'])
      github.push({ branch, files: { x: branch }, by: 'ada-b', from: github.tip() });
    const names = async (prefix: string) =>
      (await github.as('ada-b', 'GET', `${REPO}/git/matching-refs/heads/${prefix}`)).body.map((one: { ref: string }) => one.ref);
    expect(await names('grantkeeper/')).toEqual(['refs/heads/grantkeeper/prune', 'refs/heads/grantkeeper/recall/gil']);
    expect(await names('none/')).toEqual([]);
  });
});

describe('trees and commits', () => {
  it('change a base tree by content, by blob and by taking away', async () => {
    const github = world();
    const root = (await github.as('ada-b', 'GET', `${REPO}/git/commits/${github.tip()}`)).body.tree.sha as string;
    const blob = (await github.as('ada-b', 'POST', `${REPO}/git/blobs`, { content: 'by blob' })).body.sha as string;
    const entry = { mode: '100644', type: 'blob' };
    const tree = [
      { ...entry, path: 'grants/payments/old.yaml', sha: null },
      { ...entry, path: 'grants/search/new.yaml', content: 'by content' },
      { ...entry, path: 'README.md', sha: blob },
    ];
    const made = await github.as('ada-b', 'POST', `${REPO}/git/trees`, { base_tree: root, tree });
    const all = await github.as('ada-b', 'GET', `${REPO}/git/trees/${made.body.sha}?recursive=1`);
    expect(all.body.tree.map((one: { path: string }) => one.path)).toEqual([
      'README.md',
      'grants',
      'grants/search',
      'grants/search/new.yaml',
      'policy',
      'policy/policy.yaml',
    ]);
    expect((await github.as('ada-b', 'GET', `${REPO}/git/blobs/${blob}`)).body).toMatchObject({
      size: 7,
      encoding: 'base64',
      content: 'YnkgYmxvYg==\n',
    });
  });

  it('refuse what is not there or not well formed', async () => {
    const github = world();
    const root = (await github.as('ada-b', 'GET', `${REPO}/git/commits/${github.tip()}`)).body.tree.sha as string;
    const make = async (body: unknown) => (await github.as('ada-b', 'POST', `${REPO}/git/trees`, body)).body.message as string;
    const entry = { path: 'none', mode: '100644', type: 'blob' };
    expect(await make({ base_tree: root, tree: [{ ...entry, sha: null }] })).toBe('GitRPC::BadObjectState');
    expect(await make({ base_tree: github.tip(), tree: [{ ...entry, content: 'x' }] })).toBe('base_tree is not a valid tree oid');
    expect(await make({ tree: [] })).toBe('Invalid tree info');
    expect(await make({ tree: [{ ...entry, mode: '777', content: 'x' }] })).toBe('Must supply a valid tree.mode');
    expect(await make({ tree: [{ ...entry, sha: root, content: 'x' }] })).toBe('Must supply either tree.sha or tree.content');
    expect(await make({ tree: [{ ...entry, sha: '0'.repeat(40) }] })).toBe('tree.sha is not a valid blob');
    const commit = async (body: unknown) => (await github.as('ada-b', 'POST', `${REPO}/git/commits`, body)).body.message as string;
    expect(await commit({ message: 'x', tree: 'none' })).toBe('Tree SHA does not exist');
    expect(await commit({ message: 'x', tree: root, parents: ['none'] })).toContain('Parent SHA does not exist');
    expect(await commit({ message: 'x', tree: root, parents: 'none' })).toContain('not an array');
    expect(await commit({ message: 'x', tree: root, author: { name: 'Ada' } })).toContain("weren't supplied");
  });

  it('carry the author that was given, else the one who calls', async () => {
    const github = world();
    const tree = (await github.as('ada-b', 'GET', `${REPO}/git/commits/${github.tip()}`)).body.tree.sha as string;
    const own = await github.as('ada-b', 'POST', `${REPO}/git/commits`, { message: 'x', tree });
    expect(own.body.author.email).toMatch(/^\d+\+ada-b@users\.noreply\.github\.com$/);
    const author = { name: 'Bo', email: 'bo-s@example.com', date: '2020-01-01T00:00:00Z' };
    const forged = await github.as('ada-b', 'POST', `${REPO}/git/commits`, { message: 'x', tree, author });
    expect(forged.body).toMatchObject({ author, committer: author, verification: { verified: false } });
    expect((await github.as('ada-b', 'GET', `${REPO}/commits/${forged.body.sha}`)).body.author.login).toBe('bo-s');
  });
});

describe('contents', () => {
  it('are a file in base64, or the list of a folder', async () => {
    const github = world();
    const file = await github.as('ada-b', 'GET', `${REPO}/contents/policy/policy.yaml`);
    expect(Buffer.from(file.body.content, 'base64').toString()).toBe(BASE['policy/policy.yaml']);
    const root = await github.as('ada-b', 'GET', `${REPO}/contents/?ref=main`);
    expect(root.body.map((one: { type: string; path: string }) => [one.type, one.path])).toEqual([
      ['file', 'README.md'],
      ['dir', 'grants'],
      ['dir', 'policy'],
    ]);
    const folder = await github.as('ada-b', 'GET', `${REPO}/contents/grants/payments`);
    expect(folder.body).toMatchObject([{ type: 'file', path: 'grants/payments/old.yaml' }]);
  });

  it('are not found at an unknown path or ref', async () => {
    const github = world();
    expect((await github.as('ada-b', 'GET', `${REPO}/contents/none.yaml`)).status).toBe(404);
    expect((await github.as('ada-b', 'GET', `${REPO}/contents/README.md?ref=none`)).body.message).toBe('No commit found for the ref none');
    expect((await github.as('ada-b', 'GET', `${REPO}/contents/README.md/below`)).status).toBe(404);
  });
});

describe('commits', () => {
  it('are listed newest first, by path and by author', async () => {
    const github = world();
    const one = github.push({ branch: 'main', files: { 'grants/a.yaml': '1' }, by: 'ada-b' });
    const two = github.push({ branch: 'main', files: { 'grants/b.yaml': '2' }, by: 'bo-s' });
    const shas = async (query: string) =>
      (await github.as('ada-b', 'GET', `${REPO}/commits${query}`)).body.map((commit: { sha: string }) => commit.sha);
    expect((await shas('')).slice(0, 2)).toEqual([two, one]);
    expect(await shas('?path=grants/a.yaml')).toEqual([one]);
    expect(await shas('?author=BO-S')).toEqual([two]);
    expect(await shas(`?sha=${one}&author=bo-s@example.com`)).toEqual([]);
  });

  it('compare as ahead, behind, diverged and identical', async () => {
    const github = world();
    const first = github.tip();
    github.push({ branch: 'work', files: { x: '1' }, by: 'ada-b', from: first });
    const status = async (range: string) => (await github.as('ada-b', 'GET', `${REPO}/compare/${range}`)).body.status;
    expect([await status('main...work'), await status('work...main'), await status('main...main')]).toEqual([
      'ahead',
      'behind',
      'identical',
    ]);
    github.push({ branch: 'main', files: { y: '1' }, by: 'ada-b' });
    expect(await status('main...work')).toBe('diverged');
    expect((await github.as('ada-b', 'GET', `${REPO}/compare/main...none`)).status).toBe(404);
  });

  it('know the open request that holds them, and nothing of a direct push', async () => {
    const github = world();
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    const numbers = async (sha: string) =>
      (await github.as('ada-b', 'GET', `${REPO}/commits/${sha}/pulls`)).body.map((one: { number: number }) => one.number);
    expect(await numbers(github.tip('ask'))).toEqual([number]);
    expect(await numbers(github.push({ branch: 'main', files: { y: '1' }, by: 'bo-s' }))).toEqual([]);
    expect((await github.as('ada-b', 'GET', `${REPO}/commits/none/pulls`)).status).toBe(422);
  });
});

function told(body: readonly { readonly activity_type: string; readonly actor: { readonly login: string } }[]): string[][] {
  return body.map((one) => [one.activity_type, one.actor.login]);
}

describe('activity', () => {
  it('tells who moved a branch and how, newest first, page by page', async () => {
    const github = world();
    const first = github.tip();
    github.push({ branch: 'work', files: { x: '1' }, by: 'ada-b', from: first });
    github.push({ branch: 'work', files: { x: '2' }, by: 'bo-s' });
    github.push({ branch: 'work', files: { x: '3' }, by: 'chi-p', from: first });
    await github.as('sam-o', 'DELETE', `${REPO}/git/refs/heads/work`);
    const page = await github.as('ada-b', 'GET', `${REPO}/activity?ref=work&per_page=3`);
    expect(told(page.body)).toEqual([
      ['branch_deletion', 'sam-o'],
      ['force_push', 'chi-p'],
      ['push', 'bo-s'],
    ]);
    const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
    const rest = await github.as('ada-b', 'GET', next);
    expect(told(rest.body)).toEqual([['branch_creation', 'ada-b']]);
    expect(rest.headers.get('link')).toBeNull();
    expect((await github.as('ada-b', 'GET', `${REPO}/activity?activity_type=force_push`)).body).toHaveLength(1);
  });
});

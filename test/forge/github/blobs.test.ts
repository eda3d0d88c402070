import { describe, expect, it } from 'vitest';

import { type Objects, put, textBlob, tree } from '../../../src/sim/github/objects.ts';
import { leavesOfCommit } from '../../../src/sim/github/trees.ts';
import { ask, BASE, REPO, world, type World } from '../../sim/github/world.ts';
import { callsOf, failure, forgeOf, value } from './setup.ts';

/** A commit whose root holds a symlink, a program, a submodule and a file that is no text. */
function oddCommit(github: World): string {
  const objects: Objects = github.repository.objects;
  const entries = [
    { mode: '120000' as const, name: 'link', sha: put(objects, textBlob('README.md')) },
    { mode: '100755' as const, name: 'run', sha: put(objects, textBlob('#!/bin/sh\n')) },
    { mode: '160000' as const, name: 'module', sha: github.tip() },
    { mode: '100644' as const, name: 'binary', sha: put(objects, { type: 'blob', base64: '/w==' }) },
    { mode: '100644' as const, name: 'bom', sha: put(objects, textBlob('\ufeffx')) },
  ];
  const who = { name: 'Ada', email: 'ada@example.com', at: github.clock.now() };
  return put(objects, { type: 'commit', tree: put(objects, tree(entries)), parents: [], author: who, committer: who, message: 'odd' });
}

describe.concurrent('what stands at a path', () => {
  it('is the blob and the text of a file, in any commit that GitHub has', async () => {
    const github = world();
    await ask(github, 'ada-b', 'ask', { 'grants/payments/old.yaml': 'changed\n' });
    const forge = await forgeOf(github);
    for (const [branch, text] of [
      ['main', BASE['grants/payments/old.yaml']],
      ['ask', 'changed\n'],
    ] as const) {
      const commit = github.tip(branch);
      expect(value(await forge.blobAt(commit, 'grants/payments/old.yaml'))).toBe(
        leavesOfCommit(github.repository.objects, commit).get('grants/payments/old.yaml')?.sha,
      );
      expect(value(await forge.textAt(commit, 'grants/payments/old.yaml'))).toBe(text);
    }
  });

  it('is nothing where there is no file', async () => {
    const github = world();
    const forge = await forgeOf(github);
    for (const path of ['none', 'grants', 'grants/none.yaml', 'README.md/below', 'Grants/payments/old.yaml']) {
      expect(value(await forge.blobAt(github.tip(), path))).toBeUndefined();
      expect(value(await forge.textAt(github.tip(), path))).toBeUndefined();
    }
  });

  it('is refused where it is a link, a submodule or no text, and kept to the byte', async () => {
    const github = world();
    const commit = oddCommit(github);
    const forge = await forgeOf(github);
    for (const path of ['link', 'module']) expect(failure(await forge.blobAt(commit, path))).toMatchObject({ kind: 'invalid' });
    expect(failure(await forge.textAt(commit, 'binary'))).toMatchObject({ kind: 'invalid', message: 'binary is not UTF-8' });
    expect(value(await forge.textAt(commit, 'run'))).toBe('#!/bin/sh\n');
    expect(value(await forge.textAt(commit, 'bom'))).toBe('\ufeffx');
  });

  it('is a failure for an unknown commit, a short tree and a short file', async () => {
    const github = world();
    const forge = await forgeOf(github);
    expect(failure(await forge.blobAt('0'.repeat(40), 'README.md')).kind).toBe('not-found');
    const trees = { path: /git\/trees/ };
    github.service.faults.push({ ...trees, effect: { kind: 'answer', status: 200, body: '{"sha":"x","tree":[],"truncated":true}' } });
    expect(failure(await forge.blobAt(github.tip(), 'README.md'))).toMatchObject({
      kind: 'unsafe',
      message: expect.stringContaining('only a part'),
    });
    github.service.faults.push({ ...trees, effect: { kind: 'answer', status: 200, body: '{"sha":"x"}' } });
    expect(failure(await forge.blobAt(github.tip(), 'README.md')).kind).toBe('unsafe');
    const blob = (body: object) =>
      github.service.faults.push({ path: /git\/blobs/, effect: { kind: 'answer', status: 200, body: JSON.stringify(body) } });
    blob({ encoding: 'base64', content: 'eA==', size: 2 });
    expect(failure(await forge.textAt(github.tip(), 'README.md')).message).toContain('1 of the 2 bytes');
    blob({ encoding: 'none', content: '', size: 0 });
    expect(failure(await forge.textAt(github.tip(), 'README.md')).message).toContain('not as base64');
  });

  it('is asked of each folder once, for all commits that share it', async () => {
    const github = world();
    const before = github.tip();
    const after = github.push({ branch: 'main', files: { 'README.md': 'other' }, by: 'ada-b' });
    const forge = await forgeOf(github);
    await forge.blobAt(before, 'grants/payments/old.yaml');
    await forge.blobAt(before, 'grants/payments/none.yaml');
    expect(await callsOf(github, async () => forge.blobAt(after, 'grants/payments/old.yaml'))).toEqual([`GET ${REPO}/git/trees/${after}`]);
  });
});

describe.concurrent('the default branch and others', () => {
  it('are told as they are now', async () => {
    const github = world();
    const forge = await forgeOf(github);
    expect(value(await forge.tip())).toBe(github.tip());
    const moved = github.push({ branch: 'main', files: { x: '1' }, by: 'ada-b' });
    expect(value(await forge.tip())).toBe(moved);
  });

  it('are all those with a prefix', async () => {
    const github = world();
    for (let n = 0; n < 130; n += 1) github.repository.refs[`refs/heads/grantkeeper/recall/${n}`] = github.tip();
    const forge = await forgeOf(github);
    const branches = value(await forge.branches('grantkeeper/recall/'));
    expect(branches.size).toBe(130);
    expect(branches.get('grantkeeper/recall/129')).toBe(github.tip());
    expect(value(await forge.branches('none/')).size).toBe(0);
  });

  it('are failures when they cannot be read', async () => {
    const github = world();
    const forge = await forgeOf(github);
    github.service.faults.push({ path: /matching-refs/, effect: { kind: 'answer', status: 409 } });
    expect(failure(await forge.branches('x'))).toMatchObject({ kind: 'conflict' });
    const odd = { ref: 'refs/heads/main', object: { type: 'tag', sha: github.tip() } };
    github.service.faults.push({ path: /git\/ref/, effect: { kind: 'answer', status: 200, body: JSON.stringify(odd) } });
    expect(failure(await forge.tip()).message).toBe('refs/heads/main does not point to a commit');
    delete github.repository.refs['refs/heads/main'];
    expect(failure(await forge.tip()).kind).toBe('not-found');
  });
});

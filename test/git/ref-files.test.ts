import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { branchesOf, createBranch } from '../../src/git/branch.ts';
import { refFiles } from '../../src/git/ref-files.ts';
import { gitOutput } from '../../src/git/stream.ts';
import { commit, scratchRepository } from './scratch.ts';

async function told(root: string): Promise<ReadonlyMap<string, string>> {
  const { bytes } = await gitOutput(root, ['for-each-ref', '--format=%(refname:lstrip=2) %(objectname)', 'refs/heads/']);
  const lines = bytes.toString('utf8').trim().split('\n');
  return new Map(lines.map((line) => line.split(' ') as [string, string]));
}

describe('refs read from their files', () => {
  it('are what Git tells of them: loose, packed, and both', async () => {
    const repo = await scratchRepository();
    const first = await commit(repo, 'main', undefined, [{ path: 'a', content: '1' }], '2026-11-23T09:00:00Z');
    await createBranch(repo, 'grantkeeper/recall/gil', first);
    expect(refFiles(repo, 'refs/heads/')).toEqual(await told(repo.root));
    await gitOutput(repo.root, ['pack-refs', '--all']);
    expect(refFiles(repo, 'refs/heads/')).toEqual(await told(repo.root));
    const second = await commit(repo, 'main', first, [{ path: 'a', content: '2' }], '2026-11-23T10:00:00Z');
    expect(refFiles(repo, 'refs/heads/')).toEqual(await told(repo.root));
    expect(refFiles(repo, 'refs/heads/')?.get('main')).toBe(second);
    expect([...(refFiles(repo, 'refs/heads/grantkeeper/') ?? [])]).toEqual([['recall/gil', first]]);
  });

  it('are left to Git where one stands for another, is half written, or all are kept elsewhere', async () => {
    const repo = await scratchRepository();
    const first = await commit(repo, 'main', undefined, [{ path: 'a', content: '1' }], '2026-11-23T09:00:00Z');
    writeFileSync(join(repo.gitDir, 'refs/heads/main.lock'), '');
    expect(refFiles(repo, 'refs/heads/')?.get('main')).toBe(first);
    await gitOutput(repo.root, ['symbolic-ref', 'refs/heads/alias', 'refs/heads/main']);
    expect(refFiles(repo, 'refs/heads/')).toBeUndefined();
    expect((await branchesOf(repo)).get('alias')).toBe(first);
    expect(refFiles(repo, 'refs/tags/v1/')).toEqual(new Map());
    mkdirSync(join(repo.gitDir, 'packed-refs'));
    expect(() => refFiles(repo, 'refs/tags/v1/')).toThrow('EISDIR');
    mkdirSync(join(repo.gitDir, 'reftable'));
    expect(refFiles(repo, 'refs/heads/')).toBeUndefined();
  });
});

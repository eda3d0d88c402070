import { join } from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBranch } from '../../src/git/branch.ts';
import { blobIdOf } from '../../src/git/blobs.ts';
import { writeCommit } from '../../src/git/commit.ts';
import { committedAt, firstParentHistory } from '../../src/git/history.ts';
import { sourceOf } from '../../src/git/source.ts';
import { mergeCommits } from '../../src/git/merge.ts';
import { openRepository, type Repository } from '../../src/git/repository.ts';
import { gitOutput } from '../../src/git/stream.ts';
import { ADA, commit, instant, scratchFolder, scratchRepository } from './scratch.ts';

const FOLDERS = ['grants/', 'policy/', 'recalls/'];
const A = { path: 'grants/payments/a.yaml', content: 'a: 1\n' };
const BLOB_A = blobIdOf(Buffer.from(A.content));

async function begun() {
  const repo = await scratchRepository();
  const root = await commit(repo, 'main', undefined, [A], '2026-11-23T09:00:00Z');
  return { repo, root };
}

function told(repo: Repository, tip: string) {
  return firstParentHistory(repo, tip, FOLDERS);
}

function imported(at: number): string {
  const file = `M 100644 inline grants/t${at % 7}/g${at}.yaml\ndata 3\n${at % 10}ab\n`;
  return `commit refs/heads/main\ncommitter a <a@users.local> ${1_800_000_000 + at} +0000\ndata 0\n${file}`;
}

describe.concurrent('firstParentHistory', () => {
  it('tells the commits oldest first, with their own parents and dates', async () => {
    const { repo, root } = await begun();
    const aside = await commit(repo, 'main', root, [{ path: 'README.md', content: 'x' }], '2026-11-23T10:00:00Z');
    const tip = await commit(repo, 'main', aside, [{ path: 'policy/policy.yaml', content: 'p' }], '2026-11-23T11:00:00Z');
    expect(await told(repo, tip)).toEqual([
      {
        commit: root,
        committedAt: instant('2026-11-23T09:00:00Z'),
        changes: [{ path: A.path, kind: 'added', blob: BLOB_A, mode: '100644' }],
      },
      {
        commit: tip,
        parent: aside,
        committedAt: instant('2026-11-23T11:00:00Z'),
        parentCommittedAt: instant('2026-11-23T10:00:00Z'),
        changes: [{ path: 'policy/policy.yaml', kind: 'added', blob: blobIdOf(Buffer.from('p')), mode: '100644' }],
      },
    ]);
  });

  it('sees what the first commit brought, whatever the repository is set to', async () => {
    const { repo, root } = await begun();
    await gitOutput(repo.root, ['config', 'log.showRoot', 'false']);
    expect((await told(repo, root)).map((step) => step.changes.length)).toEqual([1]);
  });

  it('tells a rename as a deletion and an addition, and a deleted file that comes back', async () => {
    const { repo, root } = await begun();
    const b = { path: 'grants/search/a.yaml', content: A.content };
    const moved = await commit(repo, 'main', root, [{ path: A.path, gone: true }, b], '2026-11-23T10:00:00Z');
    const gone = await commit(repo, 'main', moved, [{ path: b.path, gone: true }], '2026-11-23T11:00:00Z');
    const back = await commit(repo, 'main', gone, [b], '2026-11-23T12:00:00Z');
    expect((await told(repo, back)).slice(1).map((step) => step.changes)).toEqual([
      [
        { path: A.path, kind: 'deleted' },
        { path: b.path, kind: 'added', blob: BLOB_A, mode: '100644' },
      ],
      [{ path: b.path, kind: 'deleted' }],
      [{ path: b.path, kind: 'added', blob: BLOB_A, mode: '100644' }],
    ]);
  });

  it('tells what a merge brings, as one commit, whatever the repository is set to', async () => {
    const { repo, root } = await begun();
    await createBranch(repo, 'ask', root);
    const first = await commit(repo, 'ask', root, [{ path: 'grants/payments/b.yaml', content: '1' }], '2026-11-23T10:00:00Z');
    const ask = await commit(repo, 'ask', first, [{ path: 'grants/payments/b.yaml', content: '2' }], '2026-11-23T11:00:00Z');
    const merge = await mergeCommits(repo, root, ask, { message: 'merge\n', author: ADA, at: instant('2026-11-23T12:00:00Z') });
    if (!merge.ok) throw new Error('conflict');
    await gitOutput(repo.root, ['config', 'log.diffMerges', 'off']);
    const steps = await told(repo, merge.commit);
    expect(steps.map((step) => step.commit)).toEqual([root, merge.commit]);
    expect(steps[1]).toMatchObject({
      parent: root,
      changes: [{ path: 'grants/payments/b.yaml', kind: 'added', blob: blobIdOf(Buffer.from('2')) }],
    });
  });

  it('sees a file that only the merge commit itself holds', async () => {
    const { repo, root } = await begun();
    const aside = await writeCommit(repo, {
      message: 'x',
      author: ADA,
      at: instant('2026-11-23T10:00:00Z'),
      parents: [root],
      changes: [{ path: 'README.md', content: 'x' }],
    });
    const evil = await writeCommit(repo, {
      message: 'merge',
      author: ADA,
      at: instant('2026-11-23T11:00:00Z'),
      parents: [root, aside],
      changes: [
        { path: 'grants/payments/evil.yaml', content: 'e' },
        { path: A.path, content: 'a: 2\n' },
      ],
    });
    expect((await told(repo, evil))[1]?.changes).toEqual([
      { path: A.path, kind: 'modified', blob: blobIdOf(Buffer.from('a: 2\n')), mode: '100644' },
      { path: 'grants/payments/evil.yaml', kind: 'added', blob: blobIdOf(Buffer.from('e')), mode: '100644' },
    ]);
  });

  it('sees links, executables and submodules, and a file that turns into one', async () => {
    const { repo, root } = await begun();
    const [one, two] = ['1'.repeat(40), '2'.repeat(40)];
    const odd = await commit(
      repo,
      'main',
      root,
      [
        { path: A.path, content: 'b.yaml', mode: '120000' },
        { path: 'grants/payments/x.yaml', content: 'x', mode: '100755' },
        { path: 'grants/search', blob: one, mode: '160000' },
      ],
      '2026-11-23T10:00:00Z',
    );
    await gitOutput(repo.root, ['config', 'diff.ignoreSubmodules', 'all']);
    const more = await commit(repo, 'main', odd, [{ path: 'grants/search', blob: two, mode: '160000' }], '2026-11-23T11:00:00Z');
    const steps = await told(repo, more);
    expect(steps[1]?.changes.map(({ path, kind, mode }) => `${kind} ${mode} ${path}`)).toEqual([
      `modified 120000 ${A.path}`,
      'added 100755 grants/payments/x.yaml',
      'added 160000 grants/search',
    ]);
    expect(steps[2]?.changes).toEqual([{ path: 'grants/search', kind: 'modified', blob: two, mode: '160000' }]);
  });

  it('takes names for names, whatever they look like', async () => {
    const { repo, root } = await begun();
    const names = ['grants/:(exclude)a', 'grants/commit 1 2 3', 'grants/two\nlines.yaml', 'grants/ümlaut.yaml'];
    const tip = await commit(
      repo,
      'main',
      root,
      names.map((path) => ({ path, content: path })),
      '2026-11-23T10:00:00Z',
    );
    expect((await told(repo, tip))[1]?.changes.map((change) => change.path)).toEqual(names);
    expect(await firstParentHistory(repo, tip, [':(glob)**'])).toEqual([]);
  });

  it('knows what lies on the line of a tip, and what is only merged, went back, or is not there', async () => {
    const { repo, root } = await begun();
    const on = (name: string, parents: readonly string[], at: string) =>
      writeCommit(repo, { message: name, author: ADA, at: instant(at), parents, changes: [{ path: name, content: name }] });
    const aside = await on('aside', [root], '2026-11-23T10:00:00Z');
    const next = await on('next', [root], '2026-11-23T11:00:00Z');
    const tip = await on('tip', [next, aside], '2026-11-23T12:00:00Z');
    const lies = async (commit: string, of = tip) => sourceOf(repo).isOnLine?.(of, commit);
    expect([await lies(tip), await lies(next), await lies(root)]).toEqual([true, true, true]);
    expect([await lies(aside), await lies(tip, root), await lies('f'.repeat(40))]).toEqual([false, false, false]);
    expect(await lies(tip, await on('other', [aside, tip], '2026-11-23T13:00:00Z'))).toBe(false);
  });

  it('believes neither a replacement of a commit nor a graft', async () => {
    const { repo, root } = await begun();
    const tip = await commit(repo, 'main', root, [{ path: 'grants/payments/b.yaml', content: 'b' }], '2026-11-23T10:00:00Z');
    const other = await writeCommit(repo, { message: 'x', author: ADA, at: instant('2026-11-23T10:00:00Z'), parents: [], changes: [] });
    await gitOutput(repo.root, ['update-ref', `refs/replace/${tip}`, other]);
    mkdirSync(join(repo.gitDir, 'info'), { recursive: true });
    writeFileSync(join(repo.gitDir, 'info', 'grafts'), `${tip}\n`);
    expect((await told(repo, tip)).map((step) => step.commit)).toEqual([root, tip]);
  });

  it('refuses a shallow clone and says how to mend it', async () => {
    const { repo, root } = await begun();
    await commit(repo, 'main', root, [{ path: 'grants/payments/b.yaml', content: 'b' }], '2026-11-23T10:00:00Z');
    const dir = join(scratchFolder(), 'clone');
    await gitOutput(repo.root, ['clone', '--quiet', '--bare', '--depth=1', `file://${repo.root}`, dir]);
    await expect(told(await openRepository(dir), 'main')).rejects.toMatchObject({
      finding: { code: 'GK7003', hint: expect.stringMatching(/git fetch --unshallow.*fetch-depth: 0/) },
    });
  });

  it('reads a long history in one pass', async () => {
    const repo = await scratchRepository();
    const input = Array.from({ length: 600 }, (_, at) => imported(at)).join('');
    await gitOutput(repo.root, ['fast-import', '--quiet'], { input });
    const steps = await told(repo, 'main');
    expect(steps).toHaveLength(600);
    expect(
      steps.every(
        (step, at) =>
          step.changes.length === 1 && step.parent === steps[at - 1]?.commit && step.parentCommittedAt === steps[at - 1]?.committedAt,
      ),
    ).toBe(true);
  });
});

describe('committedAt', () => {
  it('tells the date of a commit that is here, and of no other', async () => {
    const { repo, root } = await begun();
    expect(await committedAt(repo, root)).toBe(instant('2026-11-23T09:00:00Z'));
    expect(await committedAt(repo, '1'.repeat(40))).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { branchesOf, commitOn, createBranch, moveBranch, moveRefs, refsBelow } from '../../src/git/branch.ts';
import { writeCommit } from '../../src/git/commit.ts';
import { differences, mergeBase, mergeCommits, mergeTrees } from '../../src/git/merge.ts';
import { gitOutput } from '../../src/git/stream.ts';
import { readTree } from '../../src/git/tree.ts';
import { fetchBranches, push } from '../../src/git/transfer.ts';
import { ADA, commit, instant, scratchRepository } from './scratch.ts';

const NINE = '2026-11-23T09:00:00Z';
const TEXT = { message: 'Ask for access\n\nTwo lines,\nno end', author: ADA, at: instant(NINE) };

async function begun() {
  const repo = await scratchRepository();
  const root = await commit(
    repo,
    'main',
    undefined,
    [
      { path: 'a', content: '1' },
      { path: 'b/c', content: '2' },
    ],
    NINE,
  );
  return { repo, root };
}

async function show(root: string, id: string, format: string): Promise<string> {
  return (await gitOutput(root, ['log', '-1', `--format=${format}`, id])).bytes.toString();
}

async function filesOf(repo: Awaited<ReturnType<typeof scratchRepository>>, id: string) {
  return Object.fromEntries((await readTree(repo, id, [])).map((file) => [file.path, Buffer.from(file.bytes).toString()]));
}

describe.concurrent('writeCommit', () => {
  it('keeps people, date and message to the letter, and moves no branch', async () => {
    const { repo, root } = await begun();
    const committer = { name: 'Bo <bo@x> Stone\nparent 0', email: 'bo-s@users.local>' };
    const id = await writeCommit(repo, { ...TEXT, committer, parents: [root] });
    expect(await show(repo.root, id, '%an|%ae|%at|%cn|%ce|%ct|%P')).toBe(
      `Ada Byron|ada@example.com|1795424400|Bo bo@x Stoneparent 0|bo-s@users.local|1795424400|${root}\n`,
    );
    expect((await gitOutput(repo.root, ['cat-file', 'commit', id])).bytes.toString()).toMatch(/\n\nAsk for access\n\nTwo lines,\nno end$/);
    expect(await refsBelow(repo, 'refs/')).toEqual(new Map([['heads/main', root]]));
  });

  it('adds, changes and deletes files, bytes and odd names as they are', async () => {
    const { repo, root } = await begun();
    const bytes = new Uint8Array([0, 255, 10, 13]);
    const id = await writeCommit(repo, {
      ...TEXT,
      parents: [root],
      changes: [
        { path: 'a', gone: true },
        { path: 'b/"\\\n', content: 'odd' },
        { path: 'b/c', content: bytes },
        { path: 'missing', gone: true },
      ],
    });
    const files = await readTree(repo, id, []);
    expect(files.map((file) => file.path)).toEqual(['b/"\\\n', 'b/c']);
    expect(files[1]?.bytes).toEqual(Buffer.from(bytes));
  });

  it('refuses a path that leaves the tree', async () => {
    const { repo, root } = await begun();
    for (const path of ['../a', '/a', 'a//b', './a', 'a/', '.git/config', 'a/.GIT/hooks/x', '']) {
      await expect(writeCommit(repo, { ...TEXT, parents: [root], changes: [{ path, content: 'x' }] })).rejects.toThrow(
        'is no path inside a repository',
      );
    }
    await expect(writeCommit(repo, { ...TEXT, parents: ['0'.repeat(39) + '1'] })).rejects.toThrow('git fast-import failed');
  });
});

describe.concurrent('branches', () => {
  it('move only from where they were seen', async () => {
    const { repo, root } = await begun();
    const changes = [{ path: 'a', content: '2' }];
    const next = await commitOn(repo, 'main', root, changes, TEXT);
    expect(next).toBeDefined();
    expect(await commitOn(repo, 'main', root, changes, TEXT)).toBeUndefined();
    expect(await commitOn(repo, 'main', undefined, changes, TEXT)).toBeUndefined();
    expect(await createBranch(repo, 'main', root)).toBe(false);
    expect(await moveBranch(repo, 'gone', root, undefined)).toBe(false);
    expect(await branchesOf(repo)).toEqual(new Map([['main', next]]));
    await expect(createBranch(repo, 'bad..name', root)).rejects.toThrow('git update-ref failed');
  });

  it('move together or not at all', async () => {
    const { repo, root } = await begun();
    const next = await writeCommit(repo, { ...TEXT, parents: [root] });
    const main = { ref: 'refs/heads/main', from: root, to: next };
    expect(await moveRefs(repo, [main, { ref: 'refs/heads/gone', from: root, to: undefined }])).toBe(false);
    expect(
      await moveRefs(repo, [
        main,
        { ref: 'refs/heads/main2', from: undefined, to: undefined },
        { ref: 'refs/x/1', from: undefined, to: root },
      ]),
    ).toBe(true);
    expect(await refsBelow(repo, 'refs/')).toEqual(
      new Map([
        ['heads/main', next],
        ['x/1', root],
      ]),
    );
  });
});

describe.concurrent('merging', () => {
  it('makes a merge commit with the given date even where it could move forward', async () => {
    const { repo, root } = await begun();
    const ask = await writeCommit(repo, { ...TEXT, parents: [root], changes: [{ path: 'd', content: '4' }] });
    const merge = await mergeCommits(repo, root, ask, { ...TEXT, at: instant('2026-11-23T12:00:00Z') });
    if (!merge.ok) throw new Error('conflict');
    expect(await show(repo.root, merge.commit, '%P|%ct')).toBe(`${root} ${ask}|1795435200\n`);
    expect(await filesOf(repo, merge.commit)).toEqual({ a: '1', 'b/c': '2', d: '4' });
  });

  it('names the paths that conflict', async () => {
    const { repo, root } = await begun();
    const [ours, theirs] = [
      await writeCommit(repo, { ...TEXT, parents: [root], changes: [{ path: 'a', content: 'x' }] }),
      await writeCommit(repo, { ...TEXT, parents: [root], changes: [{ path: 'a', content: 'y' }] }),
    ];
    expect(await mergeCommits(repo, ours, theirs, TEXT)).toEqual({ ok: false, conflicts: ['a'] });
    expect(await mergeTrees(repo, ours, theirs)).toEqual({ ok: false, conflicts: ['a'] });
    expect(await mergeBase(repo, ours, theirs)).toBe(root);
  });

  it('knows what differs, and histories that have nothing in common', async () => {
    const { repo, root } = await begun();
    const other = await writeCommit(repo, {
      ...TEXT,
      parents: [],
      changes: [
        { path: 'a', content: '1', mode: '100755' },
        { path: 'e', content: '2' },
      ],
    });
    expect(await mergeBase(repo, root, other)).toBeUndefined();
    const one = expect.stringMatching(/^[0-9a-f]{40}$/) as string;
    expect(await differences(repo, root, other)).toEqual([
      { path: 'a', before: one, after: one },
      { path: 'b/c', before: one },
      { path: 'e', after: one },
    ]);
    expect(await differences(repo, root, root)).toEqual([]);
  });
});

describe.concurrent('pushing and fetching', () => {
  it('never loses a commit that is there', async () => {
    const { repo, root } = await begun();
    const there = await scratchRepository();
    const [one, two] = [
      await writeCommit(repo, { ...TEXT, parents: [root] }),
      await writeCommit(repo, { ...TEXT, parents: [root], changes: [{ path: 'z', content: 'z' }] }),
    ];
    expect(await push(repo, there.root, { commit: root, branch: 'main' })).toBe(true);
    expect(await push(repo, there.root, { commit: one, branch: 'main', from: root })).toBe(true);
    expect(await push(repo, there.root, { commit: one, branch: 'main', from: one })).toBe(true);
    expect(await push(repo, there.root, { commit: two, branch: 'main' })).toBe(false);
    expect(await push(repo, there.root, { commit: two, branch: 'main', from: root })).toBe(false);
    expect(await push(repo, there.root, { commit: two, branch: 'main', from: undefined })).toBe(false);
    expect(await push(repo, there.root, { commit: two, branch: 'more', from: undefined })).toBe(true);
    await expect(push(repo, '/nowhere', { commit: two, branch: 'main' })).rejects.toThrow('git push failed');
    await fetchBranches(repo, there.root, 'there');
    expect(await refsBelow(repo, 'refs/remotes/there/')).toEqual(
      new Map([
        ['main', one],
        ['more', two],
      ]),
    );
  });

  it('tells a refusal of the other side from a branch that moved', async () => {
    const { repo, root } = await begun();
    const there = await scratchRepository();
    await gitOutput(there.root, ['config', 'receive.denyDeletes', 'true']);
    await gitOutput(there.root, ['config', 'transfer.hideRefs', 'refs/heads/main']);
    await expect(push(repo, there.root, { commit: root, branch: 'main' })).rejects.toThrow('deny updating a hidden ref');
  });
});

import { appendFileSync, chownSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkoutOnDisk, commitOnDisk, remoteOnDisk } from '../../src/git/layout.ts';
import { askedCheckout, type Repository } from '../../src/git/repository.ts';
import { gitOutput } from '../../src/git/stream.ts';
import { commit, scratchFolder, scratchRepository } from './scratch.ts';

async function checkedOut(): Promise<Repository & { readonly head: string }> {
  const repo = await scratchRepository(false);
  const head = await commit(repo, 'main', undefined, [{ path: 'grants/payments/a.yaml', content: 'a: 1\n' }], '2026-11-23T09:00:00Z');
  await gitOutput(repo.root, ['reset', '--quiet', '--hard']);
  return { ...repo, head };
}

/** What was read from the files, which must be what Git tells. */
async function read(dir: string) {
  const { alone, ...found } = checkoutOnDisk(dir) ?? {};
  expect(found).toEqual(await askedCheckout(dir));
  return { ...found, alone };
}

describe.concurrent('a checkout read from its files', () => {
  it('is what Git tells of it: from below, through a link, by itself, with refs packed', async () => {
    const { root, head } = await checkedOut();
    const link = join(scratchFolder(), 'link');
    symlinkSync(join(root, 'grants'), link);
    expect(await read(root)).toMatchObject({ head, shallow: false, alone: true });
    await read(join(root, 'grants', 'payments'));
    await read(link);
    await gitOutput(root, ['pack-refs', '--all']);
    expect((await read(root)).head).toBe(head);
    await gitOutput(root, ['checkout', '--quiet', '--detach']);
    expect((await read(root)).head).toBe(head);
  });

  it('knows what the clone remembers of its remote, and a shallow one', async () => {
    const { root } = await checkedOut();
    const clone = join(scratchFolder(), 'clone');
    await gitOutput(root, ['clone', '--quiet', '--depth=1', `file://${root}`, clone]);
    const { landed, shallow, alone } = await read(clone);
    expect([typeof landed, shallow, alone]).toEqual(['string', true, undefined]);
    await gitOutput(clone, ['pack-refs', '--all']);
    expect((await read(clone)).landed).toBe(landed);
    await gitOutput(clone, ['remote', 'set-head', 'origin', '--delete']);
    expect((await read(clone)).landed).toBeUndefined();
  });

  it('is left to Git where it is anything out of the ordinary', async () => {
    const bare = await scratchRepository();
    const empty = await scratchRepository(false);
    const { root, gitDir } = await checkedOut();
    const tree = join(scratchFolder(), 'tree');
    await gitOutput(root, ['worktree', 'add', '--quiet', tree]);
    const without = await checkedOut();
    renameSync(join(without.gitDir, 'objects'), join(without.gitDir, 'gone'));
    expect([bare.root, gitDir, empty.root, tree, without.root, scratchFolder()].map(checkoutOnDisk)).toEqual(Array(6).fill(undefined));
  });

  it.each([
    '[include]\n path = x',
    '[includeIf "gitdir:x"]',
    '[core]\n\tworktree = ..',
    '[Core]\nbare = true',
    '[extensions]\n refStorage = x',
  ])('is left to Git where its settings say %j', async (setting) => {
    const { root, gitDir } = await checkedOut();
    appendFileSync(join(gitDir, 'config'), `${setting}\n`);
    expect(checkoutOnDisk(root)).toBeUndefined();
  });

  it('is left to Git where refs are kept or told in another way', async () => {
    const { root, gitDir, head } = await checkedOut();
    writeFileSync(join(gitDir, 'refs/heads/alias'), 'ref: refs/heads/main\n');
    writeFileSync(join(gitDir, 'HEAD'), 'ref: refs/heads/alias\n');
    expect(checkoutOnDisk(root)).toBeUndefined();
    expect((await askedCheckout(root)).head).toBe(head);
    writeFileSync(join(gitDir, 'HEAD'), 'ref: refs/heads/../../../x\n');
    expect(checkoutOnDisk(root)).toBeUndefined();
    writeFileSync(join(gitDir, 'HEAD'), 'ref: refs/heads/main\n');
    mkdirSync(join(gitDir, 'reftable'));
    expect(checkoutOnDisk(root)).toBeUndefined();
  });

  it('tells the commit of a branch by its whole name, and leaves other names to Git', async () => {
    const { root, gitDir, head } = await checkedOut();
    const repo = { root, gitDir, bare: false };
    expect(['HEAD', 'refs/heads/main', 'refs/heads/none'].map((name) => commitOnDisk(repo, name))).toEqual([head, head, '']);
    await gitOutput(root, ['pack-refs', '--all']);
    expect(commitOnDisk(repo, 'refs/heads/main')).toBe(head);
    const others = ['main', head, 'HEAD~1', 'refs/tags/v1', 'refs/heads/../../HEAD', 'refs/heads/main^{tree}'];
    expect(others.map((name) => commitOnDisk(repo, name))).toEqual(others.map(() => undefined));
    mkdirSync(join(gitDir, 'reftable'));
    expect(commitOnDisk(repo, 'refs/heads/main')).toBeUndefined();
  });

  it('fails on what is there and cannot be read', async () => {
    const { root, gitDir } = await checkedOut();
    mkdirSync(join(gitDir, 'refs/remotes/origin/HEAD'), { recursive: true });
    expect(() => checkoutOnDisk(root)).toThrow('EISDIR');
  });

  it.runIf(process.getuid?.() === 0)("is left to Git, which refuses it, where it is another user's", async () => {
    const { root } = await checkedOut();
    chownSync(root, 12_345, 12_345);
    expect(checkoutOnDisk(root)).toBeUndefined();
  });
});

describe.concurrent('a remote read from the file that names it', () => {
  it('is what Git tells of it', async () => {
    const repo = await checkedOut();
    expect(remoteOnDisk(repo, 'origin')).toBe('');
    await gitOutput(repo.root, ['remote', 'add', 'other', 'https://example.com/o/r.git']);
    await gitOutput(repo.root, ['remote', 'add', 'origin', 'https://x:y@github.com/acme/grants.git']);
    for (const name of ['origin', 'other'])
      expect(remoteOnDisk(repo, name)).toBe((await gitOutput(repo.root, ['remote', 'get-url', '--', name])).bytes.toString('utf8').trim());
    expect(remoteOnDisk(repo, 'none')).toBe('');
  });

  it.each([
    ['quoted', '[remote "origin"]\n\turl = "https://example.com/a b"\n'],
    ['with a comment', '[remote "origin"]\n\turl = https://example.com/a # b\n'],
    ['twice', '[remote "origin"]\n\turl = https://example.com/a\n\turl = https://example.com/b\n'],
    ['in another spelling', '[remote.origin]\n\turl = https://example.com/a\n'],
    ['in another case', '[Remote "origin"]\n\turl = https://example.com/a\n'],
    ['on the line of its section', '[remote "origin"] url = https://example.com/a\n'],
    ['without an address', '[remote "origin"]\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n'],
    ['standing for another', '[remote "origin"]\n\turl = gh:a/b\n[url "https://github.com/"]\n\tinsteadOf = gh:\n'],
    ['in a file of its own', '[include]\n\tpath = more\n[remote "origin"]\n\turl = https://example.com/a\n'],
  ])('is left to Git where it is written %s', async (_, text) => {
    const repo = await checkedOut();
    appendFileSync(join(repo.gitDir, 'config'), text);
    expect(remoteOnDisk(repo, 'origin')).toBeUndefined();
  });
});

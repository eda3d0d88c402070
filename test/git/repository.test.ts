import { appendFileSync, chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { git } from '../../src/git/command.ts';
import { createRepository } from '../../src/git/create.ts';
import { explain } from '../../src/git/problem.ts';
import {
  commitOf,
  currentBranch,
  headCommit,
  headOf,
  isDirty,
  isShallow,
  landedCommit,
  openCheckout,
  openRepository,
  remoteUrl,
} from '../../src/git/repository.ts';
import { gitOutput } from '../../src/git/stream.ts';
import { commit, scratchFolder, scratchRepository } from './scratch.ts';

async function checkedOut() {
  const repo = await scratchRepository(false);
  const head = await commit(repo, 'main', undefined, [{ path: 'grants/payments/a.yaml', content: 'a: 1\n' }], '2026-11-23T09:00:00Z');
  await gitOutput(repo.root, ['reset', '--quiet', '--hard']);
  return { repo, head };
}

function finding(code: string) {
  return expect.objectContaining({ finding: expect.objectContaining({ code, severity: 'error' }) });
}

describe.concurrent('openRepository', () => {
  it('finds the root from a folder below it, also through a link', async () => {
    const { repo } = await checkedOut();
    const link = join(scratchFolder(), 'link');
    symlinkSync(join(repo.root, 'grants', 'payments'), link);
    expect(await openRepository(join(repo.root, 'grants', 'payments'))).toEqual(repo);
    expect(await openRepository(link)).toEqual(repo);
    expect(repo).toEqual({ root: repo.root, gitDir: join(repo.root, '.git'), bare: false });
  });

  it('opens a bare repository', async () => {
    const repo = await scratchRepository();
    expect(await openRepository(repo.root)).toEqual({ root: repo.root, gitDir: repo.root, bare: true });
  });

  it('says so where there is none', async () => {
    const { repo } = await checkedOut();
    const folder = scratchFolder();
    await expect(openRepository(folder)).rejects.toEqual(finding('GK7001'));
    await expect(openRepository(join(folder, 'missing'))).rejects.toEqual(finding('GK7001'));
    await expect(openRepository(repo.gitDir)).rejects.toEqual(finding('GK7001'));
  });

  it.runIf(process.getuid?.() === 0)("does not read another user's repository, and says what to do", async () => {
    const { root } = await scratchRepository();
    chownSync(root, 12_345, 12_345);
    await expect(openRepository(root)).rejects.toEqual(finding('GK7002'));
    await expect(gitOutput(root, ['rev-parse', 'HEAD'])).rejects.toEqual(finding('GK7002'));
  });

  it('makes a repository once only', async () => {
    const { repo, head } = await checkedOut();
    expect(await createRepository(repo.root, { branch: 'other' })).toEqual(repo);
    expect(await headCommit(repo)).toBe(head);
  });
});

describe.concurrent('what a repository tells', () => {
  it('knows its head, and that there is none yet', async () => {
    const { repo, head } = await checkedOut();
    expect(await headCommit(repo)).toBe(head);
    expect(await commitOf(repo, head.slice(0, 8))).toBe(head);
    expect(await commitOf(repo, '--all')).toBeUndefined();
    await expect(headCommit(await scratchRepository())).rejects.toEqual(finding('GK7006'));
  });

  it('knows its branch, and a commit that is checked out by itself', async () => {
    const { repo } = await checkedOut();
    expect(await currentBranch(repo)).toBe('main');
    await gitOutput(repo.root, ['checkout', '--quiet', '--detach']);
    expect(await currentBranch(repo)).toBeUndefined();
    await expect(currentBranch({ root: scratchFolder(), gitDir: '', bare: false })).rejects.toEqual(finding('GK7001'));
  });

  it('tells a change below the paths from one elsewhere', async () => {
    const { repo } = await checkedOut();
    writeFileSync(join(repo.root, 'notes.txt'), 'x');
    expect(await isDirty(repo, ['grants'])).toBe(false);
    expect(await isDirty(repo, [])).toBe(true);
    mkdirSync(join(repo.root, 'grants', 'search'));
    writeFileSync(join(repo.root, 'grants', 'search', 'new.yaml'), 'x');
    expect(await isDirty(repo, ['grants'])).toBe(true);
  });

  it('knows where a remote lies, without its password', async () => {
    const { repo } = await checkedOut();
    expect(await remoteUrl(repo)).toBeUndefined();
    await gitOutput(repo.root, ['remote', 'add', 'origin', 'https://ada:s3cret@github.com/acme/access.git']);
    expect(await remoteUrl(repo)).toBe('https://github.com/acme/access.git');
  });

  it('opens a checkout with its commit, as it was then', async () => {
    const { repo, head } = await checkedOut();
    const opened = await openCheckout(repo.root);
    expect(opened).toEqual({ repository: repo, head, shallow: false, alone: true });
    await commit(repo, 'main', head, [{ path: 'b', content: '2' }], '2026-11-23T10:00:00Z');
    expect(headOf(opened)).toBe(head);
    const empty = await openCheckout((await scratchRepository(false)).root);
    expect(() => headOf(empty)).toThrow(finding('GK7006'));
  });

  it('asks the remote for its default branch where the clone does not remember it', async () => {
    const { repo, head } = await checkedOut();
    const landed = async () => landedCommit(await openCheckout(repo.root));
    expect(await landed()).toBeUndefined();
    const there = await createRepository(scratchFolder(), { bare: true, branch: 'trunk' });
    await gitOutput(repo.root, ['remote', 'add', 'origin', there.root]);
    expect(await landed()).toBeUndefined();
    await gitOutput(repo.root, ['push', '--quiet', 'origin', `${head}:refs/heads/trunk`]);
    expect(await landed()).toBe(head);
    const next = await commit(repo, 'main', head, [{ path: 'b', content: '2' }], '2026-11-23T10:00:00Z');
    await gitOutput(repo.root, ['update-ref', 'refs/remotes/origin/stable', next]);
    await gitOutput(repo.root, ['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/stable']);
    expect((await openCheckout(repo.root)).landed).toBe(next);
    expect(await landed()).toBe(next);
  });

  it('knows a shallow clone', async () => {
    const { repo, head } = await checkedOut();
    await commit(repo, 'main', head, [{ path: 'b', content: '2' }], '2026-11-23T10:00:00Z');
    const dir = join(scratchFolder(), 'clone');
    await gitOutput(repo.root, ['clone', '--quiet', '--depth=1', '--no-checkout', `file://${repo.root}`, dir]);
    expect(await isShallow(await openRepository(dir))).toBe(true);
    expect((await openCheckout(dir)).shallow).toBe(true);
    expect(await isShallow(repo)).toBe(false);
  });
});

function said(stderr: string) {
  return explain('/grants', ['--literal-pathspecs', 'log'], stderr);
}

describe.concurrent('explain', () => {
  it('names the remedy for what Git complains about', () => {
    expect(said("fatal: detected dubious ownership in repository at '/grants'\nTo add an exception ...")).toEqual(finding('GK7002'));
    expect(said('fatal: not a git repository (or any of the parent directories): .git')).toEqual(finding('GK7001'));
    expect(said('warning: x\nfatal: bad revision').message).toBe('git log failed: bad revision');
    expect(said('').message).toBe('git log failed: it gave no reason');
  });

  it('tells a missing program from a missing folder', async () => {
    const folder = scratchFolder();
    expect(explain(folder, ['log'], 'spawn git ENOENT')).toEqual(finding('GK7004'));
    await expect(gitOutput(join(folder, 'missing'), ['log'])).rejects.toEqual(finding('GK7001'));
  });

  it('takes nothing for done that failed without a word or was ended by a signal', async () => {
    const { root } = await scratchRepository();
    await expect(git(root, 'config', '--get', 'grantkeeper.missing')).rejects.toEqual(finding('GK7005'));
    appendFileSync(join(root, 'config'), '[alias]\n  dies = "!kill -PIPE $PPID"\n');
    await expect(git(root, 'dies')).rejects.toEqual(finding('GK7005'));
    await expect(gitOutput(root, ['dies'])).rejects.toEqual(finding('GK7005'));
  });

  it('repeats no password', async () => {
    const shown = explain('/grants', ['fetch'], "fatal: unable to access 'https://ada:s3cret@example.com/x.git/': no route");
    expect(JSON.stringify([shown.message, shown.detail])).not.toContain('s3cret');
    const { root } = await scratchRepository();
    const error: unknown = await git(root, 'ls-remote', 'nope://ada:s3cret@example.com/x').catch((failed: unknown) => failed);
    expect(error).toEqual(finding('GK7005'));
    expect(inspect(error)).not.toContain('s3cret');
  });
});

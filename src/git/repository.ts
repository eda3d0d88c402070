import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { GitProblem, noRepository, problem, withoutSecrets } from './problem.ts';
import { gitOutput, gitText } from './stream.ts';

/** A repository on this disk. `root` is the top of its work tree, or the repository itself where it is bare. */
export interface Repository {
  readonly root: string;
  readonly gitDir: string;
  readonly bare: boolean;
}

/** The repository that a folder lies in. Throws a `GitProblem` where there is none, or where it belongs to another user. */
export async function openRepository(dir: string): Promise<Repository> {
  if (!existsSync(dir)) throw noRepository(dir);
  const answer = await gitText(dir, 'rev-parse', '--is-bare-repository', '--is-inside-work-tree', '--absolute-git-dir', '--show-prefix');
  const [bare, inside, gitDir = '', prefix = ''] = answer.split('\n');
  if (bare === 'true') return { root: gitDir, gitDir, bare: true };
  if (inside !== 'true') throw noRepository(dir);
  // The prefix is the way down from the top, such as `grants/payments/`; one step up for each part of it.
  const up = prefix.split('/').filter((part) => part !== '');
  return { root: resolve(realpathSync(dir), ...up.map(() => '..')), gitDir, bare: false };
}

/** The commit that is checked out, or that the default branch of a bare repository points to. */
export async function headCommit(repo: Repository): Promise<string> {
  const head = await commitOf(repo, 'HEAD');
  if (head === undefined) throw problem('GK7006', `${repo.root} has no commit yet`, 'Commit the grants and the policy first.');
  return head;
}

/** The id of the commit that a name or an abbreviated id stands for; undefined where there is none. */
export async function commitOf(repo: Repository, name: string): Promise<string | undefined> {
  try {
    return await gitText(repo.root, 'rev-parse', '--verify', '--end-of-options', `${name}^{commit}`);
  } catch (error) {
    if (error instanceof GitProblem && /Needed a single revision/.test(error.detail)) return undefined;
    throw error;
  }
}

export async function isShallow(repo: Repository): Promise<boolean> {
  return (await gitText(repo.root, 'rev-parse', '--is-shallow-repository')) === 'true';
}

/** The branch that is checked out, such as `main`; undefined where a commit is checked out by itself. */
export async function currentBranch(repo: Repository): Promise<string | undefined> {
  try {
    return (await gitText(repo.root, 'symbolic-ref', 'HEAD')).replace(/^refs\/heads\//, '');
  } catch (error) {
    if (error instanceof GitProblem && /not a symbolic ref/.test(error.detail)) return undefined;
    throw error;
  }
}

/** Whether anything below the paths differs from the commit that is checked out; untracked files count, ignored ones do not. */
export async function isDirty(repo: Repository, paths: readonly string[]): Promise<boolean> {
  const args = ['--literal-pathspecs', 'status', '--porcelain', '-z', '--untracked-files=all', '--ignore-submodules=none', '--', ...paths];
  return (await gitOutput(repo.root, args)).bytes.length > 0;
}

/** Where a remote lies, without user and password; undefined where there is no such remote. */
export async function remoteUrl(repo: Repository, remote = 'origin'): Promise<string | undefined> {
  try {
    return withoutSecrets(await gitText(repo.root, 'remote', 'get-url', '--', remote));
  } catch (error) {
    if (error instanceof GitProblem && /No such remote/.test(error.detail)) return undefined;
    throw error;
  }
}

/** The default branch of a remote: as the clone remembers it, else as the remote itself says; undefined where neither knows. */
export async function defaultBranchOf(repo: Repository, remote = 'origin'): Promise<string | undefined> {
  const ref = `refs/remotes/${remote}/HEAD`;
  const { bytes } = await gitOutput(repo.root, ['for-each-ref', '--format=%(symref)', '--end-of-options', ref]);
  const remembered = bytes.toString('utf8').trim();
  if (remembered !== '') return remembered.slice(`refs/remotes/${remote}/`.length);
  const told = await gitOutput(repo.root, ['ls-remote', '--symref', '--end-of-options', remote, 'HEAD']);
  return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(told.bytes.toString('utf8'))?.[1];
}

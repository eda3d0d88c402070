import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkoutOnDisk, commitOnDisk, remoteOnDisk } from './layout.ts';
import { GitProblem, noRepository, problem, withoutSecrets } from './problem.ts';
import { isStoredCommit } from './stored.ts';
import { gitOutput, gitText } from './stream.ts';

/** A repository on this disk. `root` is the top of its work tree, or the repository itself where it is bare. */
export interface Repository {
  readonly root: string;
  readonly gitDir: string;
  readonly bare: boolean;
}

/** A repository as it was found: later commits do not change what a run began with. */
export interface Checkout {
  readonly repository: Repository;
  /** The commit that is checked out; absent where there is none yet. */
  readonly head?: string;
  /** The default branch of `origin` as this clone remembers it; absent where it does not. */
  readonly landed?: string;
  /** Whether its history is cut off. */
  readonly shallow: boolean;
  /** Set where it is known to have no remote. */
  readonly alone?: true;
}

const ASKED = ['--is-bare-repository', '--is-inside-work-tree', '--is-shallow-repository', '--absolute-git-dir', '--show-prefix'];

/** The repository that a folder lies in. Throws a `GitProblem` where there is none, or where it belongs to another user. */
export async function openCheckout(dir: string): Promise<Checkout> {
  if (!existsSync(dir)) throw noRepository(dir);
  return checkoutOnDisk(dir) ?? askedCheckout(dir);
}

/** The same from Git itself, which knows every form that a repository may have. */
export async function askedCheckout(dir: string): Promise<Checkout> {
  // One child for all of it: each costs more than what it is asked.
  const answer = await gitText(dir, 'rev-parse', ...ASKED, '--revs-only', 'HEAD^{commit}', 'refs/remotes/origin/HEAD^{commit}');
  // With `--revs-only` the first name that stands for nothing ends the answer, so the first id is always the head.
  const [bare, inside, shallow, gitDir = '', prefix = '', head, landed] = answer.split('\n');
  if (bare !== 'true' && inside !== 'true') throw noRepository(dir);
  const repository = bare === 'true' ? { root: gitDir, gitDir, bare: true } : { root: topOf(dir, prefix), gitDir, bare: false };
  return { repository, shallow: shallow === 'true', ...(head === undefined ? {} : { head }), ...(landed === undefined ? {} : { landed }) };
}

/** The prefix is the way down from the top, such as `grants/payments/`; one step up for each part of it. */
function topOf(dir: string, prefix: string): string {
  const up = prefix.split('/').filter((part) => part !== '');
  return resolve(realpathSync(dir), ...up.map(() => '..'));
}

export async function openRepository(dir: string): Promise<Repository> {
  return (await openCheckout(dir)).repository;
}

/** The commit that was checked out when the repository was opened. Throws a `GitProblem` where there was none. */
export function headOf({ head, repository }: Checkout): string {
  if (head === undefined) throw noCommit(repository);
  return head;
}

/** The commit that is checked out now, or that the default branch of a bare repository points to. */
export async function headCommit(repo: Repository): Promise<string> {
  const head = await commitOf(repo, 'HEAD');
  if (head === undefined) throw noCommit(repo);
  return head;
}

function noCommit({ root }: Repository): GitProblem {
  return problem('GK7006', `${root} has no commit yet`, 'Commit the grants and the policy first.');
}

/** The id of the commit that a name or an abbreviated id stands for; undefined where there is none. */
export async function commitOf(repo: Repository, name: string): Promise<string | undefined> {
  const read = commitOnDisk(repo, name);
  if (read !== undefined && read !== '') return read;
  if (isStoredCommit(repo, name)) return name;
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
  const read = remoteOnDisk(repo, remote);
  if (read !== undefined) return read === '' ? undefined : withoutSecrets(read);
  try {
    return withoutSecrets(await gitText(repo.root, 'remote', 'get-url', '--', remote));
  } catch (error) {
    if (error instanceof GitProblem && /No such remote/.test(error.detail)) return undefined;
    throw error;
  }
}

/**
 * The commit of the default branch of `origin` as this clone last saw it. Where the clone does not remember which branch that is,
 * the remote is asked. Undefined where there is no remote, or nobody knows.
 */
export async function landedCommit({ repository, landed, alone }: Checkout): Promise<string | undefined> {
  if (landed !== undefined || alone === true || (await remoteUrl(repository)) === undefined) return landed;
  const told = await gitText(repository.root, 'ls-remote', '--symref', '--end-of-options', 'origin', 'HEAD');
  const branch = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(told)?.[1];
  return branch === undefined ? undefined : commitOf(repository, `refs/remotes/origin/${branch}`);
}

import { GitProblem } from './problem.ts';
import type { Repository } from './repository.ts';
import { writeCommit, type CommitText, type FileChange } from './commit.ts';
import { refFiles } from './ref-files.ts';
import { gitOutput } from './stream.ts';

/** Where a branch or another ref points before and after; undefined where it is not there. */
export interface RefMove {
  /** Whole, such as `refs/heads/main`. */
  readonly ref: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * Names below a prefix of refs, such as `refs/heads/`, and the commits that they point to. They are asked for so often that a child each
 * time would take longer than all the rest.
 */
export async function refsBelow(repo: Repository, prefix: string): Promise<ReadonlyMap<string, string>> {
  const read = refFiles(repo, prefix);
  if (read !== undefined) return read;
  const { bytes } = await gitOutput(repo.root, ['for-each-ref', '--format=%(objectname) %(refname)', '--end-of-options', prefix]);
  const lines = bytes.toString('utf8').split('\n').slice(0, -1);
  return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1 + prefix.length), line.slice(0, line.indexOf(' '))]));
}

/** Names of branches and the commits that they point to. */
export async function branchesOf(repo: Repository): Promise<ReadonlyMap<string, string>> {
  return refsBelow(repo, 'refs/heads/');
}

/**
 * Moves refs, all or none, and only from where they were seen: false when one of them has moved, come or gone meanwhile.
 * The work tree of a branch that is checked out does not follow.
 */
export async function moveRefs(repo: Repository, moves: readonly RefMove[]): Promise<boolean> {
  const input = ['start', ...moves.map(commandOf), 'prepare', 'commit'].map((line) => `${line}\0`).join('');
  try {
    await gitOutput(repo.root, ['update-ref', '-z', '--stdin'], { input });
    return true;
  } catch (error) {
    if (error instanceof GitProblem && /cannot lock ref/.test(error.detail)) return false;
    throw error;
  }
}

/** Moves one branch, such as `main`; makes it where `from` is undefined, deletes it where `to` is. */
export async function moveBranch(repo: Repository, branch: string, from: string | undefined, to: string | undefined): Promise<boolean> {
  return moveRefs(repo, [{ ref: `refs/heads/${branch}`, from, to }]);
}

/** Makes a branch at a commit; false when there is one of that name. */
export async function createBranch(repo: Repository, branch: string, commit: string): Promise<boolean> {
  return moveBranch(repo, branch, undefined, commit);
}

/**
 * Puts changed files on a branch as one commit on top of `from`, and gives the commit's id; without `from` the branch must
 * not be there yet and starts anew. Undefined when the branch is not at `from` any more.
 */
export async function commitOn(
  repo: Repository,
  branch: string,
  from: string | undefined,
  changes: readonly FileChange[],
  text: CommitText,
): Promise<string | undefined> {
  const commit = await writeCommit(repo, { ...text, parents: from === undefined ? [] : [from], changes });
  return (await moveBranch(repo, branch, from, commit)) ? commit : undefined;
}

function commandOf({ ref, from, to }: RefMove): string {
  if (to === undefined) return from === undefined ? `verify ${ref}\0` : `delete ${ref}\0${from}`;
  return from === undefined ? `create ${ref}\0${to}` : `update ${ref}\0${to}\0${from}`;
}

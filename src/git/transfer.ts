import { explain } from './problem.ts';
import type { Repository } from './repository.ts';
import { gitOutput } from './stream.ts';

export interface Push {
  readonly commit: string;
  /** The branch over there, such as `main`. */
  readonly branch: string;
  /** Where that branch must be, so that another's commit is never lost; undefined: it must not be there. Absent: only forward. */
  readonly from?: string | undefined;
}

/** Pushes a commit to a remote, by its name or the path of a repository. False when the branch there has moved meanwhile. */
export async function push(repo: Repository, remote: string, { commit, branch, ...seen }: Push): Promise<boolean> {
  const lease = 'from' in seen ? [`--force-with-lease=refs/heads/${branch}:${seen.from ?? ''}`] : [];
  const args = ['push', '--porcelain', '--no-verify', '--no-follow-tags', ...lease, '--end-of-options', remote];
  const { bytes, exit } = await gitOutput(repo.root, [...args, `${commit}:refs/heads/${branch}`], { exits: [0, 1] });
  if (exit === 0) return true;
  const refused = /^!\t\S+\t(.*)$/m.exec(bytes.toString('utf8'))?.[1] ?? '';
  if (MOVED.test(refused)) return false;
  throw explain(repo.root, args, refused);
}

/** How Git words it when the branch over there is not where it was thought to be. Anything else, such as a hook that refuses, is a failure. */
const MOVED = /stale info|fetch first|non-fast-forward|already exists|cannot lock ref|failed to update ref/;

/** Brings every branch of a remote, by its name or the path of a repository, to `refs/remotes/<name>/`. */
export async function fetchBranches(repo: Repository, remote: string, name = 'origin'): Promise<void> {
  const quiet = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', '--prune'];
  await gitOutput(repo.root, ['fetch', ...quiet, '--end-of-options', remote, `+refs/heads/*:refs/remotes/${name}/*`]);
}

import { type Commit, commitAt } from './objects.ts';
import type { Repository } from './state.ts';

export interface Revision {
  readonly sha: string;
  readonly commit: Commit;
}

/** What a commit SHA, a branch (`main`, `heads/main`) or a full ref names. */
export function revision(repository: Repository, name: string): Revision | undefined {
  const refs = repository.refs;
  const sha = refs[`refs/heads/${name}`] ?? refs[`refs/${name}`] ?? refs[name] ?? name;
  const commit = commitAt(repository.objects, sha);
  return commit === undefined ? undefined : { sha, commit };
}

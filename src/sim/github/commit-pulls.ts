import { standsOn } from './graph.ts';
import { commitsOf } from './pull-range.ts';
import type { Pull, Repository } from './state.ts';

/**
 * Of a commit on the default branch the merged requests that brought it; of any other the open and merged requests that hold it
 * (REST API: list pull requests associated with a commit).
 */
export function pullsHolding(repository: Repository, sha: string): readonly Pull[] {
  const brings = (pull: Pull): boolean => pull.merged?.landed.includes(sha) ?? false;
  const bringing = repository.pulls.filter(brings);
  if (bringing.some((pull) => pull.baseRef === repository.defaultBranch)) return bringing;
  const tip = repository.refs[`refs/heads/${repository.defaultBranch}`];
  if (tip !== undefined && standsOn(repository.objects, tip, sha)) return bringing;
  const holds = (pull: Pull): boolean => (pull.state === 'open' || pull.merged !== null) && commitsOf(repository, pull).includes(sha);
  return repository.pulls.filter((pull) => brings(pull) || holds(pull));
}

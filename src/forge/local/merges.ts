import { refsBelow } from '../../git/branch.ts';
import type { Repository } from '../../git/repository.ts';

/** The merge commit of each merged request stands under its number; written in one step with the branch that it moved. */
export const MERGES = 'refs/grantkeeper/merged/';

/** Finds the request that a commit merged, by its number. What was merged once stays so; what is none yet is looked up again. */
export function numbersOf(repo: Repository): (commit: string) => Promise<string | undefined> {
  const known = new Map<string, string>();
  return async (commit) => {
    if (!known.has(commit)) for (const [number, merge] of await refsBelow(repo, MERGES)) known.set(merge, number);
    return known.get(commit);
  };
}

import { changesBetween, type FileChange } from './changes.ts';
import { between, mergeBase } from './graph.ts';
import type { Pull, Repository } from './state.ts';

/** GitHub lists at most this many commits of a pull request (REST API: list commits on a pull request). */
export const MAX_COMMITS = 250;

/** GitHub lists at most this many files of one (REST API: list pull requests files). */
export const MAX_FILES = 3000;

/** The commits that a pull request brings, oldest first. Both ends stand still once it is closed. */
export function commitsOf(repository: Repository, pull: Pull): string[] {
  return between(repository.objects, pull.baseSha, pull.headSha);
}

/** What it changes, seen from where its branch left the base. */
export function changesOf(repository: Repository, pull: Pull): FileChange[] {
  const base = mergeBase(repository.objects, pull.baseSha, pull.headSha);
  return changesBetween(repository.objects, base, pull.headSha);
}

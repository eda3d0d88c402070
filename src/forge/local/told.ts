import { differences, mergeBase, type Difference } from '../../git/merge.ts';
import type { Repository } from '../../git/repository.ts';
import { listTree } from '../../git/tree.ts';
import { onceFor } from '../memory.ts';
import { numbersOf } from './merges.ts';
import { commitFacts, commitsBetween, type CommitFacts } from './commits.ts';

/** What Git says of commits by their ids. It can never change, so each is asked once and the answer is kept. */
export interface Told {
  commits(ids: readonly string[]): Promise<readonly CommitFacts[]>;
  /** The commits that `head` has and `base` has not, newest first. */
  between(base: string, head: string): Promise<readonly CommitFacts[]>;
  mergeBase(a: string, b: string): Promise<string | undefined>;
  differences(from: string, to: string): Promise<readonly Difference[]>;
  /** The blob at a path; undefined where there is none. */
  blobAt(commit: string, path: string): Promise<string | undefined>;
  /** The request that a commit merged, by its number; what is none yet may become one. */
  numberOf(commit: string): Promise<string | undefined>;
}

export function toldBy(repo: Repository): Told {
  // No id and no path holds a NUL, so no two asks share a key.
  const kept = <T>(ask: (...parts: string[]) => Promise<T>) => {
    const asked = onceFor(async (key) => ask(...key.split('\0')));
    return async (...parts: readonly string[]) => asked(parts.join('\0'));
  };
  const commits = kept(async (...ids) => commitFacts(repo, ids));
  return {
    commits: async (ids) => (ids.length === 0 ? [] : commits(...ids)),
    between: kept(async (base = '', head = '') => commitsBetween(repo, base, head)),
    mergeBase: kept(async (a = '', b = '') => mergeBase(repo, a, b)),
    differences: kept(async (from = '', to = '') => differences(repo, from, to)),
    numberOf: numbersOf(repo),
    blobAt: kept(async (commit = '', path = '') => blobAt(repo, commit, path)),
  };
}

async function blobAt(repo: Repository, commit: string, path: string): Promise<string | undefined> {
  const entries = await listTree(repo, commit, [path]);
  return entries.find((entry) => entry.path === path && entry.type === 'blob')?.blob;
}

import type { CommitStep } from '../domain/history.ts';
import type { Instant } from '../domain/instant.ts';
import { readBlobs } from './blobs.ts';
import { committedAt, firstParentHistory, type Line, lineTo } from './history.ts';
import { withObjects } from './objects.ts';
import { type Checkout, headCommit, headOf, isShallow, type Repository } from './repository.ts';
import { withChecked } from './stored.ts';
import { walkStored } from './walk.ts';

/** What a run reads of Git, however it is kept. Each may throw a `GitProblem`; what is missing is never read as empty. */
export interface GitSource {
  /** The commit that is checked out. */
  head(): Promise<string>;
  /** Whether the history ends before its first commit: a shallow clone. */
  isCutOff(): Promise<boolean>;
  /** The first-parent line of a commit, oldest first, as far as it touches the folders. */
  steps(commit: string, folders: readonly string[]): Promise<readonly CommitStep[]>;
  /** The contents of blobs, by id. */
  blobs(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** The committer date of any commit; undefined where this clone does not have it. */
  committedAt(commit: string): Promise<Instant | undefined>;
  /** Whether a commit lies on the first-parent line of another; absent where a source cannot tell. */
  isOnLine?(tip: string, commit: string): Promise<boolean>;
}

/** Contents that Git reads quicker than they are read from its files. */
const MANY = 500;

/** As it was when it was opened: what is committed meanwhile does not change what a run began with. */
export function sourceAt(checkout: Checkout): GitSource {
  return { ...sourceOf(checkout.repository), head: async () => headOf(checkout), isCutOff: async () => checkout.shallow };
}

export function sourceOf(repo: Repository): GitSource {
  const lines = new Map<string, Promise<Line>>();
  // What ends at a commit can never change: it is walked once for all who ask.
  const lineOf = (tip: string): Promise<Line> => {
    const line = lines.get(tip) ?? lineTo(repo, tip);
    lines.set(tip, line);
    return line;
  };
  return {
    head: () => headCommit(repo),
    isCutOff: () => isShallow(repo),
    steps: async (commit, folders) => {
      const walked = walkStored(repo, commit, folders);
      if (walked === undefined) return firstParentHistory(repo, commit, folders, { cutOff: true, line: lineOf(commit) });
      lines.set(commit, Promise.resolve(walked.line));
      return walked.steps;
    },
    blobs: (ids) => readBlobs(repo, ids, ids.length > MANY ? withObjects : withChecked),
    committedAt: (commit) => committedAt(repo, commit),
    isOnLine: async (tip, commit) => (await lineOf(tip)).has(commit),
  };
}

import type { Instant } from '../domain/instant.ts';
import type { Failure } from '../domain/outcome.ts';
import type { MergedRequest } from '../domain/request.ts';

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** A file that prune wants gone: only this very blob of it. */
export interface Deletion {
  readonly path: string;
  readonly blob: string;
  readonly grant: string;
}

export interface PruneRequest {
  readonly number: number;
  readonly url: string;
  /** What its branch deletes now, against the default branch. */
  readonly deletions: readonly Deletion[];
  readonly approved: boolean;
  /** True when its branch holds a commit that is not ours. */
  readonly touched: boolean;
}

export interface RequestText {
  readonly title: string;
  readonly body: string;
}

/** Where people ask and approve: pull requests, reviews and the default branch. */
export interface Forge {
  readonly kind: 'local' | 'github';
  /** The commit that the default branch of the remote points to now. */
  tip(): Promise<Answer<string>>;
  /** The merged request that brought a first-parent commit to the default branch; undefined when there is none: a direct push. */
  mergedRequest(commit: string): Promise<Answer<MergedRequest | undefined>>;
  /** The id of the blob at a path in a commit that may exist on the forge alone; undefined where there is none. */
  blobAt(commit: string, path: string): Promise<Answer<string | undefined>>;
  /** Names of branches that begin with a prefix, and the commits they point to. */
  branches(prefix: string): Promise<Answer<ReadonlyMap<string, string>>>;
  /** The text of a file at a commit that may exist on the forge alone; undefined where there is none. */
  textAt(commit: string, path: string): Promise<Answer<string | undefined>>;
  /** Our open prune request, found by its branch, its marker and its author. */
  findPrune(): Promise<Answer<PruneRequest | undefined>>;
  openPrune(base: string, deletions: readonly Deletion[], text: RequestText): Promise<Answer<PruneRequest>>;
  updatePrune(request: PruneRequest, base: string, deletions: readonly Deletion[], text: RequestText): Promise<Answer<PruneRequest>>;
  closePrune(request: PruneRequest, comment: string): Promise<Answer<void>>;
  /** Puts one file on a branch of its own and opens a request for it; again with the same file changes nothing. */
  proposeFile(
    branch: string,
    path: string,
    content: string,
    text: RequestText,
  ): Promise<Answer<{ readonly number: number; readonly url: string }>>;
  /** The author date of what the forge writes. */
  readonly now: () => Instant;
}

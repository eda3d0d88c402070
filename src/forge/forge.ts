import type { Finding } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import type { Failure } from '../domain/outcome.ts';
import type { MergedRequest, OpenRequest } from '../domain/request.ts';
import type { ForgeSettings, SettingsQuestion } from './settings.ts';

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** A file that prune wants gone: only this very blob of it. */
export interface Deletion {
  readonly path: string;
  readonly blob: string;
  readonly grant: string;
  /** How its access ended: its time was over, its principal was recalled, or has left. Kept in the commit for people. */
  readonly reason?: 'expired' | 'recalled' | 'orphaned';
}

export interface PruneRequest {
  readonly number: number;
  readonly url: string;
  /** What its branch deletes now, against the default branch. */
  readonly deletions: readonly Deletion[];
  readonly approved: boolean;
  /** True when its branch holds a commit that is not ours. */
  readonly touched: boolean;
  /** The commit of its branch, where a forge is to find out later whether somebody pushed to it. */
  readonly head?: string;
}

export interface RequestText {
  readonly title: string;
  readonly body: string;
  /** The head of the ledger, which the commit carries as a trailer: a later cut of the ledger's end shows. */
  readonly ledger?: string;
}

/** A branch of this program's own, beside the history of the repository: the ledger, the snapshot. */
export interface OwnBranch {
  readonly head: string;
  /** Of the files at its top, those that were picked. */
  readonly files: ReadonlyMap<string, string>;
}

/** What this program reads and writes of branches of its own; all files lie at the top, in no folder. */
export interface OwnBranches {
  /** `pick` gets the names of all files and says which to read; undefined where there is no such branch. */
  read(branch: string, pick: (names: readonly string[]) => readonly string[]): Promise<Answer<OwnBranch | undefined>>;
  /**
   * One commit with these files on top of `from`, which keeps its others; without `from` the branch begins with it. Never forced: a
   * failure of kind `conflict` where the branch is not at `from` any more. Answers the new head.
   */
  append(branch: string, from: string | undefined, files: ReadonlyMap<string, string>, message: string): Promise<Answer<string>>;
  /** These files, and nothing of what the branch held before, as one commit without a parent. */
  replace(branch: string, files: ReadonlyMap<string, string>, message: string): Promise<Answer<string>>;
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
  /**
   * Says beforehand of which commits and files the two above will be asked, so that a forge can find out about many at once. An answer
   * or a failure changes nothing in what they say later. Absent where asking singly costs nothing.
   */
  foresee?(landed: readonly { readonly commit: string; readonly path: string }[]): Promise<Answer<void>>;
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
  /**
   * Puts files that are new on a branch that is new, and opens a request for it; a failure of kind `conflict` where there is such a branch.
   * Absent where a forge does not take several files at once.
   */
  proposeFiles?(
    branch: string,
    files: ReadonlyMap<string, string>,
    text: RequestText,
  ): Promise<Answer<{ readonly number: number; readonly url: string }>>;
  /** How the forge guards what people approve, as far as the token may see it; absent where a forge has no settings. */
  settings?(question: SettingsQuestion): Promise<ForgeSettings>;
  /** What is said to people on open requests; absent where a forge has none. */
  readonly requests?: RequestDesk;
  /** The ledger and the snapshot live here. */
  readonly own: OwnBranches;
  /** The author date of what the forge writes. */
  readonly now: () => Instant;
}

/** A comment that our own login wrote. */
export interface OwnComment {
  readonly id: number;
  readonly body: string;
}

/** How a request stands, where the forge can require it before a merge. */
export interface RequestCheck {
  /** The commit that it is about. */
  readonly head: string;
  readonly passed: boolean;
  /** One line of plain text. */
  readonly title: string;
  /** Markdown, at most 65,535 characters. */
  readonly summary: string;
  /** What is wrong, on its lines. */
  readonly findings: readonly Finding[];
}

/** Something to say on one line of a file that a request adds. */
export interface LineNote {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Markdown. */
  readonly body: string;
}

/** What is said to people on an open request. All of it can be done again and changes nothing then. */
export interface RequestDesk {
  /** Undefined for one that is closed or merged. */
  request(number: number): Promise<Answer<OpenRequest | undefined>>;
  /** The first comment on a request that `isOurs` knows by its text and that our own login wrote. */
  findComment(number: number, isOurs: (body: string) => boolean): Promise<Answer<OwnComment | undefined>>;
  /** Writes a comment, or edits the one that is known. */
  putComment(number: number, body: string, known: OwnComment | undefined): Promise<Answer<void>>;
  /** Sets those of `among` that are wanted, takes the others of them away, and leaves all other labels alone. */
  setLabels(request: OpenRequest, wanted: readonly string[], among: readonly string[]): Promise<Answer<void>>;
  putCheck(check: RequestCheck): Promise<Answer<void>>;
  /** Once for each last commit; absent where a forge has no notes on lines. */
  noteLines?(request: OpenRequest, notes: readonly LineNote[]): Promise<Answer<void>>;
}

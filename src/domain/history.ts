import type { Instant } from './instant.ts';

/** One file that a commit changed, against the commit's first parent. A rename is a deletion and an addition. */
export interface PathChange {
  readonly path: string;
  readonly kind: 'added' | 'modified' | 'deleted';
  /** The blob that stands there after the commit; absent on deletions. */
  readonly blob?: string;
  /** As Git writes it: 100644, 100755, 120000 for a symlink, 160000 for a submodule; absent on deletions. */
  readonly mode?: string;
}

/** One commit of the first-parent line, with what it changed in the folders that were asked for. */
export interface CommitStep {
  readonly commit: string;
  /** The first parent, whether or not it touched the folders; absent on a root commit. */
  readonly parent?: string;
  /** The committer date, as the commit claims it. */
  readonly committedAt: Instant;
  /** The committer date of the first parent, which a landing is never earlier than. */
  readonly parentCommittedAt?: Instant;
  readonly changes: readonly PathChange[];
}

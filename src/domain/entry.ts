import type { CloudName } from './access.ts';
import type { Change } from './change.ts';
import type { Instant } from './instant.ts';

/**
 * What a line of the ledger says happened. `granted` is any binding written or written anew, `verified` that a second read showed what
 * was done, `refused` also what failed, `spent` that nothing of a deleted id is left, `heartbeat` that a run was there.
 */
export type EntryKind = 'asked' | 'approved' | 'granted' | 'verified' | 'ended' | 'recalled' | 'lifted' | 'refused' | 'spent' | 'heartbeat';

/** What a run has to say; its place in the chain it gets when it is appended. */
export interface Fact {
  readonly at: Instant;
  /** The run that says it, such as `1234567890/1`. */
  readonly run: string;
  readonly kind: EntryKind;
  readonly grant?: string;
  readonly cloud?: CloudName;
  readonly scope?: string;
  readonly role?: string;
  /** A name of policy/people, or the cloud's spelling where no name fits. */
  readonly principal?: string;
  /** Who holds it, in the spelling of the cloud. */
  readonly member?: string;
  /** `sha256:…` over cloud, scope, role and holder by their ids: two lines about one binding have the same. */
  readonly access?: string;
  readonly condition?: string;
  /** The end that was written, or that the binding had when it was taken away. */
  readonly until?: Instant;
  readonly because?: Change['because'];
  readonly requestedBy?: string;
  readonly approvedBy?: readonly string[];
  readonly commit?: string;
  /** When what was approved landed, as its request told it. */
  readonly landed?: Instant;
  readonly request?: number;
  /** The file that says so, such as `recalls/gil.yaml`. */
  readonly file?: string;
  readonly evidence?: string;
  readonly reason?: string;
  /** True where a line of an earlier month is said again, so that one month tells all that stands. */
  readonly carried?: true;
}

export interface Entry extends Fact {
  /** From 1, without gaps, over all months. */
  readonly seq: number;
  /** The hash of the line before; of nothing, for the first. */
  readonly prev: string;
  readonly hash: string;
}

/** What all lines about one binding share: its access and its own condition. */
export function recordKey(access: string, condition = ''): string {
  return `${access}\n${condition}`;
}

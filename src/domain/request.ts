import type { Instant } from './instant.ts';

export type ReviewState = 'approved' | 'changes-requested' | 'dismissed' | 'commented';

export interface Review {
  readonly login: string;
  readonly bot: boolean;
  readonly state: ReviewState;
  /** The commit that was looked at; absent when the forge no longer knows it. */
  readonly commit?: string;
  readonly at: Instant;
}

/** A merged pull request as its forge tells it: facts, no judgement. */
export interface MergedRequest {
  readonly number: number;
  readonly url: string;
  readonly author: string;
  readonly authorIsBot: boolean;
  readonly base: string;
  readonly defaultBranch: string;
  /** The last commit of its branch when it was merged. */
  readonly head: string;
  readonly mergedAt: Instant;
  readonly mergedBy: string;
  /** Logins of all who wrote, committed, pushed or co-wrote a commit of it; undefined members are people without an account. */
  readonly writers: readonly string[];
  /** Every path that it changes, for the rule that control files and grants go separately. */
  readonly paths: readonly string[];
  /** In the order of time. */
  readonly reviews: readonly Review[];
  /** When its base last became another branch or another history: who looked before saw another difference. */
  readonly turnedAt?: Instant;
  /** Absent where the forge calls it a merge under the rules, and where it does not tell. */
  readonly astray?: Astray;
}

/** What the forge itself recorded of how a commit came to the default branch, where that is no merge under the rules. */
export interface Astray {
  readonly way: 'push' | 'force-push' | 'bypass';
  /** Who did so, by login. */
  readonly by: string;
}

/** A request that is open, as its forge tells it now. */
export interface OpenRequest extends Omit<MergedRequest, 'mergedAt' | 'mergedBy'> {
  /** Its branch lies in another repository: what runs for it may read and not write. */
  readonly fromFork: boolean;
  readonly labels: readonly string[];
}

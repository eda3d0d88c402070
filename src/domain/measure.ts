import type { CloudName, Member } from './access.ts';
import type { Instant } from './instant.ts';
import type { Failure } from './outcome.ts';

/** What a recall does to an identity beside taking its bindings; `unlock` and `enable` undo it when the recall is lifted. */
export type MeasureKind = 'lock' | 'unlock' | 'disable' | 'enable' | 'sign-out' | 'revoke-sessions';

export interface Measure {
  readonly kind: MeasureKind;
  readonly cloud: CloudName;
  /** In the spelling of the cloud. */
  readonly member: string;
}

/** What became of a measure; `skipped` is one that policy does not ask for or that cannot be taken, with the reason as its failure. */
export interface MeasureOutcome {
  readonly measure: Measure;
  readonly status: 'applied' | 'already-so' | 'unverified' | 'failed' | 'skipped';
  readonly at: Instant;
  /** What the cloud answered, and what a second look showed. */
  readonly evidence?: string;
  readonly failure?: Failure;
}

/** An identity that a standing recall is to lock out. */
export interface Locked {
  /** The stem of the recall's file. */
  readonly recall: string;
  readonly member: Member;
}

/** What a recall does in a cloud beside taking bindings, as policy has it. */
export interface RecallMeans {
  /** Where the lockdown stands, as files write scopes; absent: nobody is locked out. */
  readonly lockdown?: string;
  /** Permissions that it denies, as the cloud spells them there; absent: those that come with the program. */
  readonly denies?: readonly string[];
  /** Whether service accounts are disabled while they are locked out. */
  readonly disables: boolean;
  /** Who signs users out; absent: nobody does. */
  readonly signOut?: SignOut;
}

/** A service account that may sign users out: by a role of its own, or for an administrator whose domain delegated that. */
export interface SignOut {
  readonly account: string;
  readonly admin?: string;
}

import type { Change } from './change.ts';
import type { Instant } from './instant.ts';
import type { Residue } from './residue.ts';

/**
 * transient: may pass by itself; conflict: somebody else wrote; forbidden: a right is missing; not-found: the scope or
 * principal is not there; invalid: the cloud refuses this change as it is; unsafe: we refuse to write on what we read.
 */
export type FailureKind = 'transient' | 'conflict' | 'forbidden' | 'not-found' | 'invalid' | 'unsafe';

export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  /** What a person can do about it. */
  readonly hint?: string;
}

export type OutcomeStatus = 'applied' | 'already-so' | 'unverified' | 'held' | 'failed' | 'skipped';

/** What became of one change. `evidence` is what the cloud answered, such as an etag or a request id. */
export interface Outcome {
  readonly status: OutcomeStatus;
  readonly change: Change;
  readonly at: Instant;
  readonly evidence?: string;
  readonly failure?: Failure;
  /** Of what was taken: what the principal still has there. */
  readonly residue?: Residue;
}

import type { Grant } from './grant.ts';
import type { Instant } from './instant.ts';
import type { Pointer, Source } from './source.ts';

/** A stretch of access beside the grant that is judged. */
export interface CaseAccess {
  readonly principal: string;
  readonly role: string;
  readonly place: string;
  readonly from?: Instant;
  readonly to: Instant;
}

/** One grant of policy-tests/, and what policy must say of it. */
export interface PolicyCase {
  readonly name: string;
  readonly now: Instant;
  readonly grant: Grant;
  readonly held: readonly CaseAccess[];
  readonly history: readonly CaseAccess[];
  /** Names of rules; both empty: it must be allowed. */
  readonly refusedBy: readonly string[];
  readonly warnedBy: readonly string[];
  readonly approvals?: number;
  /** Who must have to approve besides the team. */
  readonly approvers?: readonly string[];
  readonly source: Source;
  /** Such as `/cases/0`. */
  readonly pointer: Pointer;
}

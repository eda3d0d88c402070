import type { Change } from './change.ts';
import type { Finding } from './finding.ts';
import type { Scope } from './access.ts';
import type { Instant } from './instant.ts';
import type { LiveBinding } from './live-binding.ts';
import type { Failure } from './outcome.ts';

/** What a plan says without acting on it. */
export type Observation =
  /** Not ours; left alone. `note` says what is known of its origin. */
  | { readonly kind: 'foreign'; readonly live: LiveBinding; readonly note?: string }
  /** An unmarked binding of the same scope, role and member as one that is asked for. */
  | { readonly kind: 'twin'; readonly live: LiveBinding; readonly grant: string }
  /** Such a twin without a condition: the end of ours has no effect while it stands. */
  | { readonly kind: 'masked'; readonly live: LiveBinding; readonly grant: string }
  /** Unmarked, while the ledger says that we wrote ours and never ended it: an alarm. */
  | { readonly kind: 'escaped'; readonly live: LiveBinding }
  /** Ours, with an end or a condition that we did not write; the plan rewrites it or takes it away. */
  | { readonly kind: 'tampered'; readonly live: LiveBinding; readonly grant: string }
  /** Our stamp, but no grant that history knows asked for it. */
  | { readonly kind: 'forged'; readonly live: LiveBinding; readonly grant: string }
  /** Taken by breaking the glass, while the ledger has no line of it: an alarm. */
  | { readonly kind: 'unrecorded'; readonly live: LiveBinding; readonly grant: string }
  | { readonly kind: 'expiring'; readonly grant: string; readonly until: Instant }
  | { readonly kind: 'in-grace'; readonly grant: string; readonly until: Instant }
  | { readonly kind: 'scheduled'; readonly grant: string; readonly starts: Instant; readonly begunBy: 'cloud' | 'run' }
  /** Entries of a catalogue role that fall away, and the like. */
  | { readonly kind: 'note'; readonly grant: string; readonly text: string }
  /** What would keep access from ending in time, told while somebody can mend it. */
  | { readonly kind: 'alarm'; readonly grant: string; readonly text: string };

/** What a cloud would make of changes, told on a reading and before anything is written. */
export type Foreseen =
  | { readonly kind: 'refused'; readonly change: Change; readonly failure: Failure }
  | { readonly kind: 'note' | 'alarm'; readonly grant: string; readonly text: string };

/** Something that holds changes back, or a grant that is not made: what, why, and the way out. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly grant?: string;
  /** Digests of the changes that it holds. */
  readonly holds: readonly string[];
  /** The whole override file that would let them through. */
  readonly override?: { readonly path: string; readonly text: string };
}

/** A scope that was not read; nothing is decided about it. */
export interface Unread {
  readonly scope: Scope;
  readonly message: string;
  readonly hint?: string;
}

export interface Plan {
  readonly at: Instant;
  readonly stamp: string;
  readonly basis: {
    readonly commit: string;
    /** False: not known to be the tip of the default branch; only what is past its own mark's end, or recalled, is taken. */
    readonly confirmed: boolean;
    readonly scopes: number;
    readonly unread: readonly Unread[];
  };
  /** In the order of the doing: what takes before what gives, then by cloud, scope, role, member. */
  readonly changes: readonly Change[];
  /** Held back by a refusal. */
  readonly held: readonly Change[];
  readonly observations: readonly Observation[];
  readonly refusals: readonly Refusal[];
  readonly findings: readonly Finding[];
  /** Bindings of ours that stay as they are. */
  readonly kept: number;
  /** sha256 over the digests of the changes, in order. */
  readonly digest: string;
}

import type { CloudName } from '../domain/access.ts';
import type { Finding } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import type { Lateness } from '../domain/lateness.ts';
import type { Period } from '../domain/period.ts';
import type { PolicyEffect } from '../domain/policy-effect.ts';
import type { Takeover } from '../domain/terms.ts';
import type { EffectFacts } from './effect-text.ts';
import type { Suggestion } from './request-suggestion.ts';

/** What is known of an open request: all that its comment is made of. */
export interface RequestFacts {
  /** When it was looked at. */
  readonly at: Instant;
  readonly number: number;
  /** The last commit of its branch. */
  readonly head: string;
  readonly grants: readonly GrantFacts[];
  /** How many files of grants it removes whose time is over. */
  readonly lapsed: number;
  /** Changed files that decide who may get or approve access. */
  readonly control: readonly string[];
  /** What those do to grants that have not ended; absent where none of them changed, or where they do not read. */
  readonly policy?: { readonly effects: readonly PolicyEffect[]; readonly open: number };
  /** What stands against it, or should be known. */
  readonly findings: readonly Finding[];
  /** What one click would mend. */
  readonly suggestions: readonly Suggestion[];
  /** How many rules the policy has. */
  readonly rules: number;
  readonly approval: ApprovalFacts;
  /** When the clouds were last seen, or why nobody can tell. */
  readonly seen: Instant | string;
  /** The runs that end what the clouds do not; absent where nobody looked for them. */
  readonly runs?: RunFacts;
  /** What could not be found out; whole sentences of ours. */
  readonly unknown: readonly string[];
  /** Whether only this run's summary has it all, because the token may not write: a request from a fork. */
  readonly readOnly: boolean;
}

/** When a run was last there, by the record of it, or why nobody can tell. */
export interface RunFacts {
  readonly last: Instant | string;
  /** Whether that is longer ago than policy allows. */
  readonly late: boolean;
  readonly maxAge: Period;
}

/** What a request does to a grant: it asks, lengthens, changes what is asked for, takes something away, or leaves access as it is. */
export type GrantChange = 'new' | 'renewal' | 'change' | 'shortening' | 'ending' | 'wording';

export interface GrantFacts {
  readonly id: string;
  readonly path: string;
  readonly change: GrantChange;
  readonly principals: readonly PrincipalFacts[];
  readonly access: readonly AccessFacts[];
  /** What it no longer asks for. */
  readonly lost: readonly AccessFacts[];
  readonly reason?: string;
  readonly ticket?: string;
  readonly requestedBy?: string;
  /** An IANA zone for the times. */
  readonly zone: string;
  /** Environments of the places, each once. */
  readonly environments: readonly string[];
  /** Whether the catalogue marks a role of it as one that lets its holder change access or act as others. */
  readonly privileged: boolean;
  /** Absent when its access begins at the merge. */
  readonly starts?: Instant;
  /** From begin to end, grace included; absent where only the latest end counts. */
  readonly length?: Period;
  /** The end that it can never pass, grace included. */
  readonly latest: Instant;
  /** The end that counts now, where the grant stands already. */
  readonly before?: Instant;
  readonly rows: readonly RowFacts[];
  /** What falls away and why, and the like. */
  readonly notes: readonly string[];
  /** One for each person behind it. */
  readonly holdings: readonly HoldingFacts[];
  /** One for each principal of a grant that asks for something: what it would add. */
  readonly effects?: readonly EffectFacts[];
}

export interface PrincipalFacts {
  readonly name: string;
  readonly kind: 'person' | 'account' | 'group' | 'service' | 'unknown';
  /** The human's own name, of a person or of an account's owner. */
  readonly fullName?: string;
  /** Of a group: its people. */
  readonly members: readonly string[];
}

/** A role at a place, or at what the file writes instead. */
export interface AccessFacts {
  readonly role: string;
  readonly at: string;
  readonly description?: string;
}

/** One binding. */
export interface RowFacts {
  /** `+` comes, `-` goes, `~` gets another end, `=` stays. */
  readonly sign: '+' | '-' | '~' | '=';
  readonly principal: string;
  readonly role: string;
  readonly cloud: CloudName;
  readonly scope: string;
  readonly member: string;
  readonly condition?: string;
  /** `either`: the cloud where it can, which only it can tell; else our run. */
  readonly endsBy: 'cloud' | 'run' | 'either';
  /** Of the last 30 days, where our run ends it and that was measured. */
  readonly lateness?: Lateness;
  /** What somebody made by hand there: `masked` has no condition, so that the end of ours would have no effect. */
  readonly twin?: 'masked' | 'beside';
  /** What the file says is to become of such a thing. */
  readonly takeover?: Takeover;
}

/** What a person holds by grants on the default branch. */
export interface HoldingFacts {
  readonly person: string;
  readonly fullName?: string;
  readonly now: readonly { readonly grant: string; readonly access: readonly AccessFacts[]; readonly until: Instant }[];
  /** Of the last 90 days, those that go on among them. */
  readonly past: { readonly grants: number; readonly time: Period };
}

export interface ApprovalFacts {
  /** Whether it could be merged as far as approvals go. */
  readonly met: boolean;
  /** Whose approval counts and was given. */
  readonly by: readonly string[];
  /** What is still missing: so many of these people. */
  readonly open: readonly { readonly count: number; readonly from: readonly string[] }[];
  /** Who of those could approve and may not, and why. */
  readonly barred: readonly { readonly person: string; readonly why: string }[];
  /** A sentence for each approval that does not count. */
  readonly discounted: readonly string[];
  /** Whose last word is a request for changes. */
  readonly against: readonly string[];
  /** What no approval mends, such as grants and policy in one request. */
  readonly faults: readonly { readonly reason: string; readonly hint: string }[];
}

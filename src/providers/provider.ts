import type { Member, MemberKind, Scope } from '../domain/access.ts';
import type { Change, DesiredBinding } from '../domain/change.ts';
import type { CloudSyntax, Parsed } from '../domain/cloud.ts';
import type { Instant } from '../domain/instant.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { Locked, Measure, MeasureOutcome, RecallMeans } from '../domain/measure.ts';
import type { Failure, Outcome } from '../domain/outcome.ts';
import type { PermissionTable } from '../domain/permission.ts';
import type { Foreseen } from '../domain/plan.ts';
import type { Residue } from '../domain/residue.ts';
import type { RoleFacts, RoleTable } from '../domain/role-facts.ts';
import type { Enforce } from '../domain/terms.ts';
import type { Trust } from '../domain/trust.ts';

export type { RoleFacts } from '../domain/role-facts.ts';

/** What a provider is given of the world. All waits, times and calls go through it. */
export interface Access {
  /** Every network call of the cloud and of its SDK goes through this one. */
  readonly fetch: typeof fetch;
  readonly identity: Identity;
  clock(): Instant;
  sleep(ms: number): Promise<void>;
  /** A number from 0 up to but not including 1, for jitter. */
  random(): number;
  /** Sent with each write where the cloud keeps it in its audit log: the run and its commit. */
  readonly reason: string;
  /** What policy says of this cloud: stamp to write, stamps to know, tenant to assert. */
  readonly stamp: string;
  readonly formerStamps: readonly string[];
  readonly tenant?: string;
  /** `none` where the service is known to have none, as in a measurement of the program alone; published ones when absent. */
  readonly quotas?: 'published' | 'none';
}

/** Who calls: a fixed token for the simulated clouds, or whatever the machine is signed in as. */
export type Identity =
  | {
      readonly kind: 'token';
      readonly token: string;
      /** As the cloud spells its own members, where it is known. */ readonly self?: string;
    }
  | { readonly kind: 'ambient'; readonly env: Readonly<Record<string, string | undefined>> };

/** All bindings of one scope, or why they could not be read. A short read is a failure, never a shorter list. */
export type Reading =
  | {
      readonly ok: true;
      readonly scope: Scope;
      readonly live: readonly LiveBinding[];
      /** For the writer of the same provider: what it must send back, such as the policy and its etag. */
      readonly basis: unknown;
      /** The Date header of the answer. */
      readonly cloudTime?: Instant;
      /** What could not be read beside the bindings: what the cloud ends by itself may then look like anybody's. */
      readonly partial?: Failure;
    }
  | { readonly ok: false; readonly scope: Scope; readonly failure: Failure; readonly cloudTime?: Instant };

export type Readable = Extract<Reading, { ok: true }>;

/**
 * Where principals hold something, as an index of the cloud tells. The index lags and may leave out what we may not see: each scope
 * is to be read fresh, and a scope that is not named proves nothing.
 */
export interface Discovered {
  readonly scopes: readonly DiscoveredScope[];
  /** What is held where the reader cannot read: listed, and no more. */
  readonly beyond: readonly Beyond[];
  /** What gives nothing yet and may give it later; absent where a cloud has nothing of the kind. */
  readonly standbys?: readonly LiveBinding[];
  /** Parts of the search that failed; what they would have shown is not known. */
  readonly failed: readonly { readonly where: string; readonly failure: Failure }[];
}

export interface DiscoveredScope {
  readonly scope: Scope;
  /** The same place by its other name, such as the number of a project: whoever knows it by that name need not read it twice. */
  readonly alias?: Scope;
}

/** Policies as an index of a cloud has them, which lags: fit to compare, never to write on. */
export interface Swept {
  readonly scopes: readonly SweptScope[];
  /** What is held at kinds of things that nothing is asked at. */
  readonly beyond: readonly Beyond[];
  /** Bounds that could not be searched, and policies that did not read. */
  readonly failed: Discovered['failed'];
  /** How many calls the index took. */
  readonly pages: number;
  /** The Date header of its last answer. */
  readonly cloudTime?: Instant;
}

export interface SweptScope {
  /** Its `basis` is nothing. */
  readonly reading: Readable;
  /** The same place by its other name. */
  readonly alias?: Scope;
}

export interface Beyond {
  /** As the cloud names it. */
  readonly where: string;
  /** As the cloud names them, in order. */
  readonly roles: readonly string[];
  readonly why: string;
}

/** What is to be done at one scope, on the reading that it was planned on. */
export interface Proposed {
  readonly reading: Readable;
  readonly changes: readonly Change[];
}

/** What is wanted at a scope, before its role is known. */
export interface Wanted {
  /** As `Member.id` has it. */
  readonly member: string;
  /** As files write it. */
  readonly role?: string;
  readonly kind?: MemberKind;
  readonly enforce?: Enforce;
}

/** What a directory knows of one identity. */
export interface KnownMember {
  /** As `Member.id` has it. */
  readonly id: string;
  /** Absent where nobody has the id. */
  readonly kind?: MemberKind;
  /** As the directory shows it. */
  readonly name?: string;
  readonly isDisabled?: boolean;
  /** Whom the id belonged to is not there any more, or never was. */
  readonly gone?: true;
  /** Why no role can be given to it, and what to write instead. */
  readonly problem?: string;
  readonly hint?: string;
}

export type Identified = { readonly ok: true; readonly known: readonly KnownMember[] } | { readonly ok: false; readonly failure: Failure };

/** Whom the cloud lets act as the identity of this run; empty where it is not signed in by the token of a workflow. */
export type Trusted =
  | { readonly ok: true; readonly trusts: readonly Trust[] }
  | { readonly ok: false; readonly source: string; readonly failure: Failure };

/** All that lies beside something, which few calls tell of instead of one for each. */
export interface Siblings {
  /** The same for all that lies there. */
  readonly key: string;
  /** What `ancestry` would say; undefined of what the list does not have, which may lie anywhere. Never fails: a list may have nothing. */
  list(): Promise<(scope: Scope) => readonly Scope[] | undefined>;
}

export interface CloudReader {
  /** What the cloud asks of the tokens of workflows. */
  trusted?(): Promise<Trusted>;
  /** Who members are, one answer for each of their ids. A cloud whose members say so themselves has none. */
  identify?(members: readonly Member[]): Promise<Identified>;
  /** Where members, as `Member.id` has them, hold something at or below the bounds. A cloud without such an index has none. */
  discover?(members: readonly string[], bounds: readonly Scope[]): Promise<Discovered>;
  /** All that is held at and below the bounds, in few calls. A cloud without such an index has none. */
  sweep?(bounds: readonly Scope[]): Promise<Swept>;
  /**
   * What would become of the changes of one scope, as far as the reading that they were planned on tells: what is too much for the
   * cloud, and what others will notice. `forged` is what carries our mark there for somebody whom neither a grant nor policy knows.
   * Asks nobody. A cloud that knows nothing in advance has none.
   */
  foresee?(reading: Readable, changes: readonly Change[], forged?: readonly LiveBinding[]): readonly Foreseen[];
  /**
   * The same of what scopes share, such as the room that a subscription has; told what is left of the changes of all scopes that were
   * read. A cloud in which each scope stands for itself has none.
   */
  foreseeTogether?(all: readonly Proposed[]): readonly Foreseen[];
  /** What would keep bindings of ours that stand from ending in time. A cloud that knows nothing of the kind has none. */
  alarms?(reading: Readable, standing: readonly LiveBinding[]): readonly Foreseen[];
  /**
   * The reading with all that must be known of what is wanted at its scope before it is planned, such as the rules of PIM. Where that
   * cannot be had for the moment, the scope counts as unread. A cloud that needs to know no more has none.
   */
  equip?(reading: Readable, wanted: readonly Wanted[]): Promise<Reading>;
  /** Who ends what a change leaves behind, where that is not the same for all of a cloud: see `capabilities.nativeExpiry`. */
  endsBy?(reading: Readable, change: Change): 'cloud' | 'run';
  /** Whether the cloud would hold a binding back until its start, where that is not the same for all: see `capabilities.nativeStart`. */
  holdsStart?(reading: Readable, wish: DesiredBinding): boolean;
  /** What a member still has at the scope of a reading, after something was taken from it there. A cloud that cannot tell has none. */
  residue?(reading: Readable, member: Member): Promise<Residue>;
  read(scope: Scope): Promise<Reading>;
  /** `role` as files write it, at the scope where it is wanted. Never throws for what a person can mend. */
  role(scope: Scope, role: string): Promise<RoleFacts>;
  /** The same as far as it is known by now, without asking anybody: undefined where somebody would have to be asked. */
  told?(scope: Scope, role: string): RoleFacts | undefined;
  /** The scope itself and everything above it, nearest first. */
  ancestry(
    scope: Scope,
  ): Promise<{ readonly ok: true; readonly chain: readonly Scope[] } | { readonly ok: false; readonly failure: Failure }>;
  /** Beside what it lies whose `ancestry` was told; undefined where no list tells that. A cloud whose paths tell has none. */
  siblings?(chain: readonly Scope[]): Siblings | undefined;
}

export interface CloudWriter {
  /**
   * Makes the changes of one scope, all of them taking or all of them giving, and answers one outcome for each, in order.
   * After a conflict it reads anew and asks `again` what of the changes is still to do on what it read; a change that is
   * not in that answer is already so. The reading that comes back is the state after the write, for a further call.
   */
  apply(
    reading: Readable,
    changes: readonly Change[],
    again: (live: readonly LiveBinding[]) => readonly Change[],
  ): Promise<{ readonly outcomes: readonly Outcome[]; readonly reading: Readable }>;
}

/** Whom a lockdown is to hold, whom it is to leave, and whom it must never reach. */
export interface LockWish {
  readonly locked: readonly Locked[];
  /** Whether a lock of ours that is not among them stays as it is: its recall still stands, or nobody can say that it was lifted. */
  stays(recall: string): boolean;
  /** Emergency access must work while somebody is locked out. */
  readonly exceptions: readonly Member[];
}

/** Looks at the lockdown that stands. Never throws. */
export interface LockReader {
  /** What would have to be done for the wish. */
  foresee(
    wish: LockWish,
  ): Promise<{ readonly ok: true; readonly measures: readonly Measure[] } | { readonly ok: false; readonly failure: Failure }>;
}

/** What a cloud does for a recall beside taking bindings. Never throws. */
export interface LockWriter {
  /** Has the lockdown be as wished, and reads it back; no outcome where all was so already. */
  keep(wish: LockWish): Promise<readonly MeasureOutcome[]>;
  /** Ends sessions and tokens by kind of identity; what cannot be ended is an outcome too. */
  endSessions(members: readonly Member[]): Promise<readonly MeasureOutcome[]>;
}

/** What an identity of the tool must be allowed in a cloud for one of its duties, and no more. */
export interface Duty {
  /**
   * `look` is the part of a recall that reaches beyond what the tool manages; `pim` is what apply needs besides where PIM ends access;
   * `see`, `keep` and `lock` are what plan, apply and recall do about a lockdown, `sign` lets a recall sign users out; `glass` is what the
   * people of `breakGlass.who` need to give themselves its roles.
   */
  readonly name: 'plan' | 'apply' | 'pim' | 'recall' | 'look' | 'see' | 'keep' | 'lock' | 'sign' | 'glass';
  readonly who: 'plan' | 'apply' | 'recall' | 'glass';
  /** In the cloud's own names, in order. */
  readonly permissions: readonly string[];
  /** Where, as files write scopes; what lies below is meant too. */
  readonly at: readonly string[];
  /** A condition on the right itself: what it may be used for. */
  readonly limit?: string;
  /** Counts from 2, where one condition cannot hold all that a duty is limited to. */
  readonly part?: number;
}

/** What the rights are worked out from. */
export interface WantedRights {
  readonly reads: readonly Scope[];
  readonly manages: readonly Scope[];
  /** Where grants are or may be asked for: places, and what files name below them. */
  readonly grants: readonly Scope[];
  /** Roles that may be given, as files write them. */
  readonly roles: readonly string[];
  /** Whom anything can be given to; of every kind when absent. */
  readonly kinds?: readonly MemberKind[];
  /** Who ends access, where policy says so. */
  readonly enforce?: Enforce;
  /** What a recall does beside taking bindings; absent: nothing. */
  readonly recall?: RecallMeans;
  /** Roles that break-glass may give, as files write them; absent where policy has none. */
  readonly glass?: readonly string[];
}

export interface Rights {
  readonly duties: readonly Duty[];
  /** The same as commands of the cloud's own command line, and as Terraform. */
  readonly shell: string;
  readonly terraform: string;
  /** What these rights do not do, for people. */
  readonly notes?: readonly string[];
}

/** One folder of `providers`, one line of its registry. SDKs load when `reader` or `writer` is first called. */
export interface Cloud {
  readonly syntax: CloudSyntax;
  reader(access: Access): Promise<CloudReader>;
  writer(access: Access): Promise<CloudWriter>;
  /** Absent where the cloud has no lockdown; `means` are what policy says of recalls there. */
  lockReader?(access: Access, means: RecallMeans): Promise<LockReader>;
  lockWriter?(access: Access, means: RecallMeans): Promise<LockWriter>;
  /**
   * The checker of own conditions, loaded only when a file has one: undefined for a condition that is fine alone, else what is
   * wrong. On Google Cloud it parses the CEL expression; a condition that could get out of the brackets around it is refused. `role`
   * is the one that it is asked with, where that is known: not each knows each attribute.
   */
  conditions(): Promise<(condition: string, role?: string) => Parsed<string>>;
  /** Published roles and what they let their holder do, without asking the cloud; absent where no list comes with the program. */
  publishedRoles?(): Promise<RoleTable>;
  /** What permissions mean and what published roles give, which is much to load; absent where no list comes with the program. */
  permissions?(): Promise<PermissionTable>;
  /** The least that the tool's identities need; absent where nobody has worked it out yet. */
  rights?(wanted: WantedRights): Promise<Rights>;
}

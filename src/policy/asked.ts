import type { CloudName, Scope } from '../domain/access.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import { humansBehind } from '../domain/directory.ts';
import type { Grant } from '../domain/grant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Period } from '../domain/period.ts';
import type { CombinationPart } from '../domain/permission.ts';
import type { Control } from '../domain/policy.ts';
import type { Pointer } from '../domain/source.ts';
import type { Place } from '../domain/team.ts';

/** One thing that a grant asks for: one principal, one access entry, one place and one cloud role. */
export interface Use {
  /** A name of policy/people. */
  readonly principal: string;
  /** The role of the catalogue that is asked for; absent for a cloud's own role. */
  readonly catalogueRole?: string;
  /** The cloud's role that it comes down to; absent where that is not known, and then the catalogue's entries are judged. */
  readonly role?: UsedRole;
  /** The nearest place over the scope, whoever owns it; absent under no place. */
  readonly place?: Place;
  /** The place's environment; `none` under no place. */
  readonly env: string;
  /** For people, as written. */
  readonly scope: string;
  /** The scope and what lies above it, where the cloud was asked; absent: only its text is known. */
  readonly above?: readonly Scope[];
  /** As `HeldAccess` and `PastUse` spell the same role and scope; compared as a whole. */
  readonly roleKey: string;
  readonly scopeKey: string;
  /** The access entry, such as `/access/0`. */
  readonly pointer: Pointer;
}

export interface UsedRole {
  readonly cloud: CloudName;
  /** As files write it. */
  readonly text: string;
  /** Its other spellings, such as the id and the name that the cloud gives it, once they were looked up. */
  readonly aliases?: readonly string[];
  /** Whether its permissions let it change access or act as others, once they were looked up. */
  readonly privileged?: boolean;
  /** What its permissions bring to ways that take several, once they were looked up. */
  readonly parts?: readonly CombinationPart[];
}

/** A role that somebody has beside what is asked for, by another grant or by hand, as far as it brings something to a combination. */
export interface PoweredAccess {
  readonly principal: string;
  /** For people. */
  readonly role: string;
  readonly scope: Scope;
  readonly above?: readonly Scope[];
  readonly parts: readonly CombinationPart[];
  /** Absent when it stands already, and when nothing ends it. */
  readonly from?: Instant;
  readonly until?: Instant;
}

/** Access of ours, by other live grants, that stands or is to begin. */
export interface HeldAccess {
  readonly principal: string;
  readonly catalogueRole?: string;
  readonly roleKey: string;
  readonly scopeKey: string;
  /** Absent when it stands already. */
  readonly from?: Instant;
  readonly until: Instant;
}

/** A stretch of time in which somebody held a role at a scope, by whatever grant, this one's earlier spans among them. */
export interface PastUse {
  /** A person's name, or the principal's own where no person stands behind it. */
  readonly person: string;
  readonly roleKey: string;
  readonly scopeKey: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** A grant as proposed, or before it is first written or extended: what rules judge. */
export interface Asked {
  readonly grant: Grant;
  readonly control: Control;
  readonly now: Instant;
  /** Absent at the proposal. */
  readonly landing?: Instant;
  /** The end, grace included, if it lands at `landing`, or now. */
  readonly end: Instant;
  readonly uses: readonly Use[];
  readonly held: readonly HeldAccess[];
  readonly history: readonly PastUse[];
  /** Names of policy/people for whom a recall stands; absent where the run itself leaves out what they would get. */
  readonly recalled?: ReadonlySet<string>;
  /** What the same people have by other grants and by hand; absent where nobody looked. */
  readonly beside?: readonly PoweredAccess[];
  readonly clouds: ReadonlyMap<CloudName, CloudSyntax>;
  /** Principals of the grant that are left out here, since a rule counts differently for them. */
  readonly elsewhere?: ReadonlySet<string>;
}

/** When it lands: at the proposal, as if now. */
export function landsAt(asked: Asked): Instant {
  return asked.landing ?? asked.now;
}

/** When its access begins: at the later of landing and `starts`. */
export function beginsAt(asked: Asked): Instant {
  return Math.max(landsAt(asked), asked.grant.starts ?? 0) as Instant;
}

/** From its begin to its end, grace included; in milliseconds. */
export function lengthOf(asked: Asked): Period {
  return asked.end - beginsAt(asked);
}

/** The key of the file that sets the end. */
export function endPointer({ grant, end }: Asked): Pointer {
  return grant.duration !== undefined && end - grant.grace < grant.expires ? '/duration' : '/expires';
}

/** Where the file names its principals, one by one. */
export function principalsOf({ grant, elsewhere }: Asked): readonly { readonly name: string; readonly pointer: Pointer }[] {
  return grant.principals.map((name, at) => ({ name, pointer: `/principal/${at}` })).filter(({ name }) => elsewhere?.has(name) !== true);
}

/** Who holds what is given to a principal: the people behind it, or itself where there are none. */
export function holdersOf({ control }: Asked, principal: string): readonly string[] {
  const people = humansBehind(control.directory, principal);
  return people.length > 0 ? people : [principal];
}

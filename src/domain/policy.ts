import type { CloudName } from './access.ts';
import type { CatalogueRole } from './catalogue.ts';
import type { Directory } from './directory.ts';
import type { RecallMeans } from './measure.ts';
import type { Override } from './override.ts';
import type { Period } from './period.ts';
import type { Source } from './source.ts';
import type { Team } from './team.ts';
import type { Enforce } from './terms.ts';

/** What the organisation lets the tool look at and write to, in one cloud. Scopes are as written. */
export interface CloudBounds {
  readonly reads: readonly string[];
  readonly manages: readonly string[];
  /** The tenant, where the cloud has one; asserted before the first read. */
  readonly tenant?: string;
  /** Who ends access, where the cloud leaves the choice and neither entry nor role says it; absent: our run. */
  readonly enforce?: Enforce;
  /** What entries and roles may say instead; absent: all of it. */
  readonly mayEnforce?: readonly Enforce[];
  /** What a recall does there beside taking bindings; absent: nothing. */
  readonly recall?: RecallMeans;
}

export interface GrantLimits {
  readonly maxDuration?: Period;
  readonly maxTotal?: Period;
  readonly maxHorizon?: Period;
  readonly maxGrace: Period;
  readonly require: readonly ('reason' | 'ticket')[];
  /** Over the whole string. */
  readonly ticketPattern?: string;
}

export interface EnvironmentLimit {
  readonly env: string;
  readonly maxDuration?: Period;
  readonly deny: boolean;
}

export interface Guard {
  readonly withdrawals: { readonly max: number; readonly percent: number; readonly window: Period };
  readonly newGrants: { readonly max: number; readonly privileged: number };
  /** Names that are never withdrawn and never granted. */
  readonly protect: readonly string[];
}

export interface Approval {
  readonly mode: 'enforce' | 'warn' | 'trust-branch-protection';
  readonly minimum: number;
  readonly privileged: number;
  /** What a part of the access needs beyond that. */
  readonly more?: readonly MoreApproval[];
}

/** What of a grant a rule speaks of; an empty list leaves nothing out. */
export interface Where {
  /** Teams, by the folder of the grant. */
  readonly folders: readonly string[];
  readonly environments: readonly string[];
  readonly clouds: readonly CloudName[];
  /** Names of the catalogue, or a cloud, a colon and a glob over its roles. */
  readonly roles: readonly string[];
  /** Names of policy/people. */
  readonly principals: readonly string[];
}

export interface MoreApproval {
  readonly where: Where;
  /** True: of privileged roles alone. */
  readonly privileged: boolean;
  readonly minimum?: number;
  /** People who must approve besides, all of them. */
  readonly approvers: readonly string[];
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A stretch of working days in which access may be had. */
export interface Hours {
  readonly where: Where;
  readonly days: readonly Weekday[];
  /** Minutes after midnight; `to` is the first minute outside and at most 1440. */
  readonly from: number;
  readonly to: number;
  /** An IANA zone; absent: the team's. */
  readonly zone?: string;
  /** Whether the access must lie in the hours from its begin to its end, or only begin in them. */
  readonly part: 'whole' | 'begin';
}

/** Who may ask for whom. */
export interface Asking {
  /** Names of principals; empty: everybody. */
  readonly for: readonly string[];
  /** Names of people and groups. */
  readonly by: readonly string[];
  /** Whether they may ask for themselves, for their accounts and their groups. */
  readonly self: boolean;
}

/** How a rule counts where it is not to refuse; of several that fit the last counts. */
export interface RuleMode {
  readonly rule: string;
  readonly mode: 'deny' | 'warn' | 'off';
  readonly where: Where;
}

export interface CelRule {
  readonly name: string;
  readonly expression: string;
  readonly message: string;
}

export interface BreakGlass {
  readonly who: readonly string[];
  readonly roles: readonly string[];
  readonly maxDuration: Period;
  readonly reviewWithin: Period;
}

/** policy/policy.yaml, with its defaults filled in. */
export interface Policy {
  readonly stamp: string;
  readonly formerStamps: readonly string[];
  readonly security: readonly string[];
  readonly clouds: ReadonlyMap<CloudName, CloudBounds>;
  readonly grants: GrantLimits;
  readonly limits: readonly EnvironmentLimit[];
  readonly deny: {
    readonly roles: readonly string[];
    readonly principals: readonly string[];
    /** A cloud, a colon and a scope: nothing is granted there, nor below. */
    readonly scopes?: readonly string[];
  };
  readonly separationOfDuties: readonly (readonly string[])[];
  readonly hours?: readonly Hours[];
  readonly asking?: readonly Asking[];
  readonly groups?: { readonly maxMembers?: number };
  readonly rules: readonly CelRule[];
  readonly modes?: readonly RuleMode[];
  readonly approval: Approval;
  readonly guard: Guard;
  readonly unmanaged: { readonly mode: 'report' | 'ignore'; readonly ignore: readonly string[] };
  readonly notices: { readonly before: readonly Period[]; readonly to: readonly string[] };
  readonly prune: { readonly after: Period };
  readonly breakGlass?: BreakGlass;
  readonly heartbeat: { readonly maxAge: Period };
  readonly source: Source;
}

/** All that control files say together, as of one commit. */
export interface Control {
  readonly policy: Policy;
  readonly teams: ReadonlyMap<string, Team>;
  readonly directory: Directory;
  readonly roles: ReadonlyMap<string, CatalogueRole>;
  readonly overrides: readonly Override[];
}

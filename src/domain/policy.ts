import type { CloudName } from './access.ts';
import type { CatalogueRole } from './catalogue.ts';
import type { Directory } from './directory.ts';
import type { Override } from './override.ts';
import type { Period } from './period.ts';
import type { Source } from './source.ts';
import type { Team } from './team.ts';

/** What the organisation lets the tool look at and write to, in one cloud. Scopes are as written. */
export interface CloudBounds {
  readonly reads: readonly string[];
  readonly manages: readonly string[];
  /** The tenant, where the cloud has one; asserted before the first read. */
  readonly tenant?: string;
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
  readonly deny: { readonly roles: readonly string[]; readonly principals: readonly string[] };
  readonly separationOfDuties: readonly (readonly string[])[];
  readonly rules: readonly CelRule[];
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

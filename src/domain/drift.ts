import type { Observation, Unread } from './plan.ts';

type Seen = Extract<Observation, { live: unknown }>;

/** What is known of access that no grant explains. */
export type DriftKind = Seen['kind'];

/** Kinds that are to be settled and can never be accepted: each run speaks of them until they are gone. */
const ALARMS: ReadonlySet<DriftKind> = new Set(['escaped', 'tampered', 'forged', 'unrecorded']);

export function isAlarming(kind: DriftKind): boolean {
  return ALARMS.has(kind);
}

/** One line of the baseline: access that somebody has looked at and let stand. */
export interface BaselineEntry {
  readonly cloud: string;
  /** In the spelling of the cloud, as are role and member. */
  readonly scope: string;
  readonly role: string;
  /** What the cloud knows the role by, where people know it by another name. */
  readonly roleId?: string;
  readonly member: string;
  readonly condition?: string;
  /** Whose machinery made it, such as `pim` or `stamp other-team`; absent for what people made. */
  readonly by?: string;
  /** `sha256:` and hexadecimal digits, over cloud, scope, role, member, condition and `by` as they compare. */
  readonly digest: string;
}

/** A live binding that no grant explains. */
export interface Drifted {
  readonly seen: Seen;
  readonly digest: string;
  /** Absent where it could not be found out what the role lets its holder do. */
  readonly privileged?: boolean;
  /** The name of policy/people that holds it; absent for strangers. */
  readonly principal?: string;
  /** Whom it is for is not in the directory any more. */
  readonly orphaned?: true;
  /** False: it stands in the baseline. */
  readonly fresh: boolean;
}

/** What the clouds have beside the grants, against the baseline. */
export interface Drift {
  /** Privileged roles first, then those that nobody could judge; alarms before the rest. */
  readonly found: readonly Drifted[];
  /** In the baseline, and not there any more. */
  readonly gone: readonly BaselineEntry[];
  /** In the baseline and still there, but a grant explains it now, or policy leaves it out. */
  readonly explained: readonly BaselineEntry[];
  /** In the baseline, at a scope that this run did not read: nothing is known of it. */
  readonly unseen: readonly BaselineEntry[];
  /** In the baseline, but what the line says is not what its digest stands for: it counts for nothing. */
  readonly misstated: readonly BaselineEntry[];
  /** Bindings that policy leaves out. */
  readonly ignored: number;
  /** Scopes that were read. */
  readonly scopes: number;
  readonly unread: readonly Unread[];
}

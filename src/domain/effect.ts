import type { CloudName } from './access.ts';
import type { PermissionKind } from './permission.ts';

/** How many permissions of each kind. */
export type Counts = Readonly<Record<PermissionKind, number>>;

export interface ServiceCounts extends Counts {
  readonly cloud: CloudName;
  readonly service: string;
}

/** What somebody would gain over what he holds. A permission at several scopes counts once. */
export interface Effect {
  readonly gained: Counts;
  /** The worst first. */
  readonly services: readonly ServiceCounts[];
  /** Those of the gained that change access or act as others, each with its reason. */
  readonly escalating: readonly { readonly cloud: CloudName; readonly permission: string; readonly reason: string }[];
  /** How many of what is asked for he holds already, wherever it is asked for. */
  readonly held: number;
  /** Roles that are asked for and of which nobody can tell what they give: never taken for nothing. */
  readonly unknown: readonly string[];
  /** Roles that he holds there and of which nobody can tell: he may gain less than is said. */
  readonly unsure: readonly string[];
}

/** A role of the catalogue that gives less than what is asked for. */
export interface SmallerRole {
  readonly name: string;
  /** `all`: it gives everything that would be gained. `looking`: it gives a part of that, and changes nothing. */
  readonly does: 'all' | 'looking';
  /** What it gives, and what is asked for: at each scope by itself. */
  readonly gives: Counts;
  readonly asked: Counts;
  /** How many of the reading permissions that would be gained it gives. */
  readonly looks: number;
}

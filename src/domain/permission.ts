import type { CloudName } from './access.ts';

/** One thing that a role lets its holder do, as its cloud spells it: a permission, or a pattern over actions. */
export interface Permission {
  readonly name: string;
  /** True where it is about the data inside of a thing, which a cloud may keep apart. */
  readonly data?: true;
  /** What a pattern leaves out, as its role says. */
  readonly except?: readonly string[];
}

/** What a permission comes to. `escalates`: it changes access or acts as others; else it changes something, or only looks. */
export type PermissionKind = 'reads' | 'writes' | 'escalates';

export interface JudgedPermission {
  readonly kind: PermissionKind;
  /** Why it escalates. */
  readonly reason?: string;
}

/** A permission that is dangerous beside others, whatever roles bring them. */
export interface CombinationPart {
  readonly combination: string;
  /** Which of the parts, from 0, and how many there are. */
  readonly part: number;
  readonly of: number;
  /** The permission that decides, as its role spells it. */
  readonly permission: string;
  /** Whether the parts must be held in one project, subscription or what lies below, or count wherever they are held. */
  readonly reach: 'near' | 'anywhere';
  /** What all of them together let somebody do. */
  readonly reason: string;
}

/** What one cloud's permissions mean, and what its published roles give. */
export interface PermissionTable {
  /** Where the list of roles comes from and of which day it is, for people. */
  readonly source: string;
  /** By the role's name or id as files write it; undefined where the list has not got it, or no permissions of it. */
  of(role: string): readonly Permission[] | undefined;
  judge(permission: Permission): JudgedPermission;
  /** The service that it is about, such as `storage` or `Microsoft.Storage`; `*` for all of them. */
  service(permission: Permission): string;
  /** Whether who holds all of `held` can do a thing already. False where nobody can tell. */
  covering(held: readonly Permission[]): (wanted: Permission) => boolean;
  /** What permissions bring to ways that take several. */
  parts(permissions: readonly Permission[]): readonly CombinationPart[];
}

/** By cloud, what is known of permissions without asking it. */
export type PermissionTables = ReadonlyMap<CloudName, PermissionTable>;

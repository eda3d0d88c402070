import type { Role } from './access.ts';
import type { Failure } from './outcome.ts';
import type { CombinationPart, Permission } from './permission.ts';

/** What a role is and lets its holder do, judged from its permissions and not from its name. */
export type RoleFacts =
  | {
      readonly ok: true;
      readonly role: Role;
      readonly privileged: boolean;
      readonly reasons: readonly string[];
      /** What it gives, as the cloud told; absent where the cloud was not asked. */
      readonly permissions?: readonly Permission[];
      /** What it brings to ways that take several permissions. */
      readonly parts?: readonly CombinationPart[];
    }
  | { readonly ok: false; readonly problem: string; readonly hint?: string; readonly failure?: Failure };

/** What a published role lets its holder do, from the list that comes with the program. */
export interface RoleVerdict {
  /** `escalates`: it changes access or acts as others. `unknown`: the list has no permissions for it, or has not got it. */
  readonly verdict: 'escalates' | 'writes' | 'reads' | 'unknown';
  /** The permission that decided; absent where none does. */
  readonly decidedBy?: string;
  /** Why that permission escalates. */
  readonly reason?: string;
}

/** The published roles of one cloud. */
export interface RoleTable {
  /** Where the list comes from and of which day it is, for people. */
  readonly source: string;
  readonly size: number;
  /** By the role's name or id as files write it. */
  verdict(role: string): RoleVerdict;
  /** How bindings name it; undefined for a role that the list has not got. Absent where they name it as files do. */
  id?(role: string): string | undefined;
}

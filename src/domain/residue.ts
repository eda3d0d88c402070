import type { Member, Role, Scope } from './access.ts';
import type { Failure } from './outcome.ts';

/** Something that lets a principal use a role at a scope after something else was taken from them there. */
export interface Residual {
  readonly role: Role;
  /** Where it stands: the scope itself, or one above it. */
  readonly scope: Scope;
  /** `inherited` stands above; `group` is held by a group around the principal, wherever that stands. */
  readonly by: 'direct' | 'inherited' | 'group';
  /** Of `group` alone. */
  readonly group?: Member;
  /** As `LiveBinding` has it. */
  readonly handle: string;
}

/** What somebody still has at a scope, as far as the cloud tells, or why nobody knows. */
export type Residue =
  | {
      readonly known: true;
      readonly held: readonly Residual[];
      /** What was not looked at, for people; absent where the cloud told all of it. */
      readonly unseen?: string;
    }
  | { readonly known: false; readonly failure: Failure };

const MOST = 5;

/** One line for the record: `still 2: Reader inherited from /subscriptions/…, Owner through group 3d4e…`; nothing where nothing is left. */
export function residueLine(residue: Residue): string | undefined {
  if (!residue.known) return `what is left is not known: ${residue.failure.message}`;
  const { held } = residue;
  if (held.length === 0) return undefined;
  const more = held.length > MOST ? [`and ${held.length - MOST} more`] : [];
  return `still ${held.length}: ${[...held.slice(0, MOST).map(residualText), ...more].join(', ')}`;
}

function residualText({ role, scope, by, group }: Residual): string {
  if (by === 'group') return `${role.name} through group ${group?.shown ?? 'unknown'} at ${scope.path}`;
  return by === 'inherited' ? `${role.name} inherited from ${scope.path}` : `${role.name} at the scope itself`;
}

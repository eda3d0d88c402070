import type { CloudName } from './access.ts';
import type { Source } from './source.ts';

/** A name for a spot in the clouds that a team owns; grants ask for access at it, or below it. */
export interface Place {
  readonly name: string;
  readonly env: string;
  /** By cloud, the scope as written. */
  readonly scopes: ReadonlyMap<CloudName, string>;
}

/** policy/teams/<name>.yaml: owns the folder grants/<name>/. */
export interface Team {
  readonly name: string;
  readonly approvers: readonly string[];
  /** An IANA zone: how ends are shown, never how they are read. */
  readonly zone: string;
  readonly places: ReadonlyMap<string, Place>;
  readonly source: Source;
}

/** What lies below the scope of a place: `rest` is empty, or begins with a slash. The scope may end with one, as the root of a cloud does. */
export function belowScope(scope: string, rest: string): string {
  return rest === '' ? scope : scope.replace(/\/$/, '') + rest;
}

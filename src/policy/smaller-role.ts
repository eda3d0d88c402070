import { scopeKey } from '../domain/access.ts';
import type { SmallerRole } from '../domain/effect.ts';
import { compare } from '../domain/finding.ts';
import type { PermissionTables } from '../domain/permission.ts';
import { countsOf, gainsOf, keyOf, type Piece, type Reaches, type Spot, spotsOf, worse } from './effect.ts';

/** A role of the catalogue as it would come out where something is asked for. */
export interface Candidate {
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/**
 * The smallest role of the catalogue that would do: one that gives all that is gained and weighs less than what is asked for, else the
 * one that gives most of what only looks, where what is asked for changes something. Nothing where anything about it is not known.
 */
export function smallerRole(
  asked: readonly Piece[],
  held: readonly Piece[],
  candidates: readonly Candidate[],
  tables: PermissionTables,
  reaches: Reaches,
): SmallerRole | undefined {
  const gained = gainsOf(asked, held, tables, reaches);
  if (gained.length === 0 || asked.some(isUnknown)) return undefined;
  const weight = countsOf(once(asked), tables);
  const known = candidates.filter(({ pieces }) => pieces.length > 0 && !pieces.some(isUnknown));
  const smaller = known
    .map(({ name, pieces }) => ({ name, pieces, gives: countsOf(once(pieces), tables) }))
    .filter(({ gives }) => worse(weight, gives) < 0);
  const looking = gained.filter((spot) => isLooking(spot, tables));
  const rated = smaller.map(({ name, pieces, gives }) => {
    const given = coverage(gained, pieces, tables, reaches);
    const looks = looking.filter((spot) => given.has(keyOf(spot))).length;
    return { name, pieces, gives, looks, asked: weight, all: gained.every((spot) => given.has(keyOf(spot))) };
  });
  const [whole] = rated.filter(({ all }) => all).sort((a, b) => worse(b.gives, a.gives) || compare(a.name, b.name));
  if (whole !== undefined) return suggested(whole, 'all');
  const within = rated.filter(
    ({ pieces, gives, looks }) =>
      looks > 0 && gives.escalates + gives.writes === 0 && gainsOf(pieces, [...asked, ...held], tables, reaches).length === 0,
  );
  const [part] = looking.length === gained.length ? [] : within.sort((a, b) => b.looks - a.looks || compare(a.name, b.name));
  return part === undefined ? undefined : suggested(part, 'looking');
}

function suggested({ name, gives, asked, looks }: Omit<SmallerRole, 'does'>, does: SmallerRole['does']): SmallerRole {
  return { name, does, gives, asked, looks };
}

function isUnknown({ permissions }: Piece): boolean {
  return permissions === undefined;
}

function isLooking(spot: Spot, tables: PermissionTables): boolean {
  return countsOf([spot], tables).reads === 1;
}

function once(pieces: readonly Piece[]): readonly Spot[] {
  return [...new Map(spotsOf(pieces).map((spot) => [keyOf(spot), spot])).values()];
}

/** Which of the permissions that would be gained the pieces give too, where they are asked for. */
function coverage(gained: readonly Spot[], pieces: readonly Piece[], tables: PermissionTables, reaches: Reaches): ReadonlySet<string> {
  const byScope = Map.groupBy(gained, ({ scope }) => scopeKey(scope));
  const covered = [...byScope.values()].flatMap((spots) => {
    const { cloud, scope } = spots[0] as Spot;
    const own = pieces.filter((one) => one.cloud === cloud && one.condition === undefined && reaches(one.scope, scope));
    const covers = tables.get(cloud)?.covering(own.flatMap(({ permissions = [] }) => permissions));
    return spots.filter(({ permission }) => covers?.(permission) === true);
  });
  return new Set(covered.map(keyOf));
}

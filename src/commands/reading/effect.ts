import type { CloudName } from '../../domain/access.ts';
import { humansBehind } from '../../domain/directory.ts';
import type { Effect, SmallerRole } from '../../domain/effect.ts';
import type { Grant } from '../../domain/grant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { CombinationPart, Permission, PermissionTables } from '../../domain/permission.ts';
import type { Control } from '../../domain/policy.ts';
import type { Asked, PoweredAccess } from '../../policy/asked.ts';
import { effectOf, type Piece, type Reaches } from '../../policy/effect.ts';
import { judgements } from '../../policy/judge.ts';
import type { Rule } from '../../policy/rule.ts';
import { type Candidate, smallerRole } from '../../policy/smaller-role.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import { expand, type Unit } from '../../reconcile/expand.ts';
import type { Context } from '../context.ts';
import { proposalOf } from './judge.ts';

/** What an effect is worked out from. */
export interface Powers {
  readonly now: Instant;
  readonly control: Control;
  readonly clouds: Clouds;
  readonly tables: PermissionTables;
  /** What a cloud told of a role that is in no published list; undefined where it was not asked. */
  readonly told: (cloud: CloudName, role: string) => readonly Permission[] | undefined;
  readonly rules: readonly Rule[];
}

/** What one principal of a grant would gain, and what would do instead. */
export interface PrincipalEffect {
  readonly principal: string;
  readonly effect: Effect;
  readonly smaller?: SmallerRole;
}

/**
 * The tables of every cloud that has some; where states of the control files are given, of those alone that they speak of. Much to load:
 * only for who is asked what a role can do.
 */
export async function permissionTables({ clouds }: Pick<Context, 'clouds'>, ...states: readonly Control[]): Promise<PermissionTables> {
  const named = Object.entries(clouds).filter(([name]) => states.length === 0 || states.some((state) => speaksOf(state, name)));
  const all = await Promise.all(named.map(async ([name, cloud]) => [name, await cloud.permissions?.()] as const));
  return new Map(all.flatMap(([name, table]) => (table === undefined ? [] : [[name, table] as const])));
}

function speaksOf({ policy, teams }: Control, cloud: CloudName): boolean {
  return policy.clouds.has(cloud) || [...teams.values()].some(({ places }) => [...places.values()].some(({ scopes }) => scopes.has(cloud)));
}

/** A role at a scope with what is known of it. */
export function pieceOf({ scope, role, condition }: Pick<Unit, 'scope' | 'role' | 'condition'>, powers: Powers, id = role): Piece {
  const permissions = permissionsOf(scope.cloud, role, powers) ?? permissionsOf(scope.cloud, id, powers);
  return {
    cloud: scope.cloud,
    role,
    scope,
    ...(condition === undefined ? {} : { condition }),
    ...(permissions === undefined ? {} : { permissions }),
  };
}

function permissionsOf(cloud: CloudName, role: string, { tables, told }: Powers): readonly Permission[] | undefined {
  return tables.get(cloud)?.of(role) ?? told(cloud, role);
}

/** Whether all who stand behind a principal have what is given to a holder: each by some account, or as a member of a group. */
export function givesTo(holder: string, principal: string, { directory }: Pick<Control, 'directory'>): boolean {
  if (holder === principal) return true;
  const reached = new Set(humansBehind(directory, holder));
  const own = humansBehind(directory, principal);
  return own.length > 0 && own.every((person) => reached.has(person));
}

/** One for each principal that the grant names. `heldBy` is what one of them holds without it. */
export function effectsOf(grant: Grant, heldBy: (principal: string) => readonly Piece[], powers: Powers): readonly PrincipalEffect[] {
  const { control, clouds, tables } = powers;
  const reaches: Reaches = (outer, inner) => outer.cloud === inner.cloud && clouds.get(outer.cloud)?.covers(outer, inner) === true;
  const { units } = expand(grant, control, clouds);
  const offered = alternatives(grant, units, powers);
  return grant.principals.map((principal) => {
    const asked = units.filter((unit) => unit.principal === principal).map((unit) => pieceOf(unit, powers));
    const held = heldBy(principal);
    const candidates = offered.map(({ name, units: own }): Candidate => {
      const pieces = own.filter((unit) => unit.principal === principal).map((unit) => pieceOf(unit, powers));
      return { name, pieces };
    });
    const smaller = smallerRole(asked, held, candidates, tables, reaches);
    return { principal, effect: effectOf(asked, held, tables, reaches), ...(smaller === undefined ? {} : { smaller }) };
  });
}

/** A proposal with what its roles bring to combinations, and what is held beside it. */
export function powered(asked: Asked, units: readonly Unit[], beside: readonly PoweredAccess[], powers: Powers): Asked {
  const uses = asked.uses.map((use, at) => {
    const unit = units[at];
    return use.role === undefined || unit === undefined
      ? use
      : { ...use, role: { ...use.role, parts: partsOf(pieceOf(unit, powers), powers) } };
  });
  return { ...asked, uses, beside };
}

/** What a role that is held brings to combinations; nothing where it brings none, or nobody can tell. */
export function powersOf(unit: Pick<Unit, 'principal' | 'scope' | 'role'>, held: Held, powers: Powers): readonly PoweredAccess[] {
  const { principal, scope, role } = unit;
  const { by, id = role, ...times } = held;
  const parts = partsOf(pieceOf({ scope, role }, powers, id), powers);
  return parts.length === 0 ? [] : [{ principal, role: `${role} ${by}`, scope, parts, ...times }];
}

/** When, and for people by what. */
export interface Held extends Pick<PoweredAccess, 'from' | 'until'> {
  readonly by: string;
  /** The id of the role, where that is not how it is called. */
  readonly id?: string;
}

function partsOf({ cloud, permissions }: Piece, { tables }: Powers): readonly CombinationPart[] {
  return permissions === undefined ? [] : (tables.get(cloud)?.parts(permissions) ?? []);
}

interface Alternative {
  readonly name: string;
  readonly units: readonly Unit[];
}

/** Roles of the catalogue that the same people could ask for at the same places: none where something below a place is asked for. */
function alternatives(grant: Grant, units: readonly Unit[], powers: Powers): readonly Alternative[] {
  const { control, clouds } = powers;
  const places = wholePlaces(grant, units);
  if (places === undefined) return [];
  const refused = refusing(grant, units, powers);
  const strong = units.some(({ catalogueRole }) => catalogueRole?.privileged === true);
  return [...control.roles.values()].flatMap(({ name, privileged }) => {
    if (privileged && !strong) return [];
    const other: Grant = { ...grant, access: [{ kind: 'catalogue', role: name, places }] };
    const own = expand(other, control, clouds).units;
    const worse = [...refusing(other, own, powers)].some((rule) => !refused.has(rule));
    return worse ? [] : [{ name, units: own }];
  });
}

function wholePlaces({ access }: Grant, units: readonly Unit[]): readonly string[] | undefined {
  const targets = access.flatMap((entry) => (entry.kind === 'catalogue' ? entry.places : [entry.target]));
  const places = [...new Set(targets)];
  const known = new Set(units.flatMap(({ place }) => place?.name ?? []));
  return places.every((name) => known.has(name)) ? places : undefined;
}

function refusing(grant: Grant, units: readonly Unit[], { control, clouds, now, rules }: Powers): ReadonlySet<string> {
  const found = judgements(proposalOf(grant, units, control, clouds, now), rules);
  return new Set(found.filter(({ finding }) => finding.severity === 'error').map(({ rule }) => rule.id));
}

import { type CloudName, type Scope, scopeKey } from '../domain/access.ts';
import type { Counts, Effect, ServiceCounts } from '../domain/effect.ts';
import { compare } from '../domain/finding.ts';
import type { Permission, PermissionKind, PermissionTables } from '../domain/permission.ts';

/** One cloud role at one scope, asked for or held. */
export interface Piece {
  readonly cloud: CloudName;
  /** For people. */
  readonly role: string;
  readonly scope: Scope;
  /** Of its own; what counts under one condition is held under no other. */
  readonly condition?: string;
  /** What the role gives; absent where nobody can tell. */
  readonly permissions?: readonly Permission[];
}

/** Whether what is held at `outer` reaches `inner`. */
export type Reaches = (outer: Scope, inner: Scope) => boolean;

/** A permission at a scope where it is asked for. */
export interface Spot {
  readonly cloud: CloudName;
  readonly scope: Scope;
  readonly permission: Permission;
}

export function effectOf(asked: readonly Piece[], held: readonly Piece[], tables: PermissionTables, reaches: Reaches): Effect {
  const spots = spotsOf(asked);
  const gains = gainsOf(asked, held, tables, reaches);
  const gained = distinct(gains);
  const there = held.filter(({ permissions, scope }) => permissions === undefined && asked.some((one) => reaches(scope, one.scope)));
  return {
    gained: countsOf(gained, tables),
    services: servicesOf(gained, tables),
    escalating: gained.flatMap((spot) => {
      const { kind, reason = '' } = judgeOf(spot, tables);
      return kind === 'escalates' ? [{ cloud: spot.cloud, permission: spot.permission.name, reason }] : [];
    }),
    held: distinct(spots).length - gained.length,
    unknown: rolesOf(asked.filter(({ permissions }) => permissions === undefined)),
    unsure: rolesOf(there),
  };
}

/** What is asked for and not held at the same scope or above it, once for each scope. */
export function gainsOf(asked: readonly Piece[], held: readonly Piece[], tables: PermissionTables, reaches: Reaches): readonly Spot[] {
  return asked.flatMap((piece) => {
    const own = held.filter((one) => counts(one, piece) && reaches(one.scope, piece.scope));
    const covered = tables.get(piece.cloud)?.covering(own.flatMap(({ permissions = [] }) => permissions));
    return spotsOf([piece]).filter(({ permission }) => covered?.(permission) !== true);
  });
}

function counts(held: Piece, asked: Piece): boolean {
  return held.cloud === asked.cloud && (held.condition === undefined || held.condition === asked.condition);
}

/** What roles give, at each scope. */
export function spotsOf(pieces: readonly Piece[]): readonly Spot[] {
  return pieces.flatMap(({ cloud, scope, permissions = [] }) => permissions.map((permission) => ({ cloud, scope, permission })));
}

/** Each permission once, wherever it is given. */
function distinct(spots: readonly Spot[]): readonly Spot[] {
  return [...new Map(spots.map((spot) => [nameOf(spot), spot])).values()].sort((a, b) => compare(nameOf(a), nameOf(b)));
}

/** The same at each scope once. */
export function keyOf(spot: Spot): string {
  return `${scopeKey(spot.scope)}\n${nameOf(spot)}`;
}

function nameOf({ cloud, permission: { name, data, except = [] } }: Spot): string {
  return [cloud, name, data ? 'data' : '', ...except].join('\n');
}

export function countsOf(spots: readonly Spot[], tables: PermissionTables): Counts {
  const kinds = spots.map((spot) => judgeOf(spot, tables).kind);
  const numberOf = (kind: PermissionKind) => kinds.filter((one) => one === kind).length;
  return { escalates: numberOf('escalates'), writes: numberOf('writes'), reads: numberOf('reads') };
}

function servicesOf(spots: readonly Spot[], tables: PermissionTables): readonly ServiceCounts[] {
  const services = Map.groupBy(spots, ({ cloud, permission }) => `${cloud}\n${tables.get(cloud)?.service(permission) ?? '*'}`);
  const all = [...services].map(([key, own]) => {
    const [cloud, service] = key.split('\n') as [string, string];
    return { cloud, service, ...countsOf(own, tables) };
  });
  return all.sort((a, b) => worse(a, b) || compare(a.cloud, b.cloud) || compare(a.service, b.service));
}

/** Below zero where the first weighs more: one that escalates outweighs any number that write. */
export function worse(a: Counts, b: Counts): number {
  return b.escalates - a.escalates || b.writes - a.writes || b.reads - a.reads;
}

/** Of a cloud without a list of permissions the worst is taken for true. */
function judgeOf({ cloud, permission }: Spot, tables: PermissionTables): { readonly kind: PermissionKind; readonly reason?: string } {
  return tables.get(cloud)?.judge(permission) ?? { kind: 'escalates', reason: 'what it does is not known' };
}

function rolesOf(pieces: readonly Piece[]): readonly string[] {
  return [...new Set(pieces.map(({ role }) => role))].sort(compare);
}

import type { Scope } from '../../domain/access.ts';
import { compare } from '../../domain/finding.ts';
import type { Instant } from '../../domain/instant.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Beyond, Swept, SweptScope } from '../provider.ts';
import { askAll } from './arm.ts';
import type { Connection } from './client.ts';
import { type Below, containersBelow, type Unsearched } from './containers.ts';
import type { Basis } from './reader.ts';
import { indexedAssignments, indexedRoleNames } from './resource-graph.ts';
import type { Roles } from './roles.ts';
import { containerOf, covers, isContainer, parseScope, textualChain } from './scope.ts';
import { type Assignment, assignmentOf, liveOf } from './wire.ts';

/** All that is held around a bound, and how many calls told it. */
interface Around {
  readonly below: Below;
  readonly rows: readonly Assignment[];
  readonly names: ReadonlyMap<string, string>;
  readonly pages: number;
  readonly failed: readonly Unsearched[];
  readonly time?: Instant;
}

/**
 * Every role assignment below the bounds, scope by scope: from Resource Graph, 1,000 a call, and where that cannot be asked or is cut
 * off, from a list of each subscription and management group. Neither knows of PIM, so both are fit to compare and never to write on. The
 * bounds themselves are left to be read: who may read there may read below, and so what the index would hide is noticed.
 */
export async function sweep(connection: Connection, roles: Roles, bounds: readonly Scope[]): Promise<Swept> {
  const keys = new Set(bounds.map(({ key }) => key));
  const around = await Promise.all(bounds.map((bound) => lookAround(connection, roles, bound)));
  const told = around.map((one, at) => tellingsOf(one, bounds[at] as Scope, keys));
  const times = around.flatMap(({ time }) => time ?? []);
  return {
    scopes: [...new Map(told.flatMap(({ scopes }) => scopes).map((one) => [one.reading.scope.key, one])).values()].sort((a, b) =>
      compare(a.reading.scope.key, b.reading.scope.key),
    ),
    beyond: [...new Map(told.flatMap(({ beyond }) => beyond).map((one) => [one.where, one])).values()],
    failed: around.flatMap(({ failed }) => failed),
    pages: around.reduce((sum, { pages }) => sum + pages, 0),
    ...(times.length === 0 ? {} : { cloudTime: times.reduce((a, b) => (a > b ? a : b)) }),
  };
}

async function lookAround(connection: Connection, roles: Roles, bound: Scope): Promise<Around> {
  const [below, told, named] = await Promise.all([
    containersBelow(connection, bound),
    indexedAssignments(connection, bound),
    indexedRoleNames(connection, bound),
  ]);
  // Without them nobody knows which groups lie below the bound, and which above.
  if (below.failed.length > 0) return { below, rows: [], names: new Map(), pages: 0, failed: below.failed };
  const found = told.ok ? { ...told, failed: [] } : await listedAround(connection, [bound, ...below.scopes]);
  const ids = [...new Set(found.rows.map(({ role }) => role))];
  const names = named.ok ? new Map(named.rows) : await roles.names(bound, ids);
  return { below, names, ...found, pages: found.pages + (named.ok ? named.pages : 0) };
}

/** List Azure role assignments using the REST API: without a filter at, above and below a scope, but not from a management group down. */
async function listedAround({ access, client }: Connection, scopes: readonly Scope[]): Promise<Pick<Around, 'rows' | 'pages' | 'failed'>> {
  const distinct = [...new Map(scopes.map((scope) => [scope.key, scope])).values()];
  const answers = await Promise.all(
    distinct.map(async (scope) => {
      const purpose = `list the role assignments below ${scope.path}`;
      const listed = await askAll(access, purpose, (options) => client.roleAssignments.listForScope(scope.path.slice(1), options));
      return listed.ok ? { rows: listed.value.flatMap((row) => assignmentOf(row) ?? []) } : { where: scope.path, failure: listed.failure };
    }),
  );
  const rows = answers.flatMap((one) => ('rows' in one ? one.rows : []));
  return {
    rows: [...new Map(rows.map((row) => [row.id.toLowerCase(), row])).values()],
    pages: distinct.length,
    failed: answers.flatMap((one) => ('rows' in one ? [] : [one])),
  };
}

type Told = Pick<Swept, 'scopes' | 'beyond'>;

/** What is at each scope, and what it inherits. The same that is inherited by many is told at the first of them, as it is one finding. */
function tellingsOf({ below, rows, names }: Around, bound: Scope, bounds: ReadonlySet<string>): Told {
  const within = new Set([bound, ...below.scopes].map(({ key }) => key));
  const at = Map.groupBy(rows, ({ scope }) => scope.key);
  const shown = new Set<Assignment>();
  const inherited = (keys: readonly string[]): readonly Assignment[] => {
    const fresh = [...new Set(keys)].flatMap((key) => at.get(key) ?? []).filter((row) => !shown.has(row));
    for (const row of fresh) shown.add(row);
    return fresh;
  };
  const above = rows.filter(({ scope }) => isAbove(scope, bound, within)).map(({ scope }) => scope.key);
  const scopes: SweptScope[] = [];
  const beyond: Beyond[] = [];
  for (const [key, held] of [...at].sort(([a], [b]) => compare(a, b))) {
    const scope = held[0]?.scope ?? bound;
    if (bounds.has(key) || isAbove(scope, bound, within)) continue;
    const parsed = parseScope(scope.path);
    if (!parsed.ok) {
      beyond.push({ where: scope.path, roles: [...new Set(held.map(({ role }) => role))].sort(compare), why: parsed.problem });
      continue;
    }
    const all = [...held, ...inherited([...chainAbove(scope, below.parents), ...above])];
    scopes.push({ reading: { ok: true, scope, live: livesOf(all, scope, names), basis: {} satisfies Basis } });
  }
  return { scopes, beyond };
}

function livesOf(rows: readonly Assignment[], at: Scope, roleNames: ReadonlyMap<string, string>): readonly LiveBinding[] {
  return rows.map((row) => liveOf(row, { at, schedules: new Map(), roleNames }));
}

/** A group that is not below the bound was told because it is above it; so was what the text of the bound lies in. */
function isAbove(scope: Scope, bound: Scope, within: ReadonlySet<string>): boolean {
  return isContainer(scope) ? !within.has(scope.key) : scope.key !== bound.key && covers(scope, bound);
}

/** Everything above a scope, as far as its text and the groups below the bound tell. */
function chainAbove(scope: Scope, parents: ReadonlyMap<string, string>): readonly string[] {
  const keys = textualChain(scope).map(({ key }) => key);
  for (let key = parents.get(containerOf(scope).key); key !== undefined && !keys.includes(key); key = parents.get(key)) keys.push(key);
  return [...keys, '/'].filter((key) => key !== scope.key);
}

import type { Scope } from '../../domain/access.ts';
import { compare } from '../../domain/finding.ts';
import type { Beyond, Discovered, DiscoveredScope } from '../provider.ts';
import { askAll } from './arm.ts';
import { glanceAt } from './assignments.ts';
import type { Connection } from './client.ts';
import { containersBelow, type Unsearched } from './containers.ts';
import { indexedAssignments } from './resource-graph.ts';
import { GUID, lastOf, parseScope } from './scope.ts';
import { standbysBelow } from './standbys.ts';
import { type Assignment, assignmentOf } from './wire.ts';

/**
 * Role assignments by principal: a list at a subscription goes down to its resources, one at a management group does not go down
 * into subscriptions, so each subscription below is asked too (List Azure role assignments using the REST API). Resource Graph is asked
 * besides: it lags, so it replaces no list, and it may know of places that no list of ours reaches.
 */
export async function discover(connection: Connection, members: readonly string[], bounds: readonly Scope[]): Promise<Discovered> {
  const principals = [...new Set(members.filter((one) => GUID.test(one)))];
  const indexed = principals.length === 0 ? [] : bounds.map((bound) => indexedAssignments(connection, bound, principals));
  const below = await Promise.all(bounds.map((bound) => containersBelow(connection, bound)));
  const scopes = [...new Map([...bounds, ...below.flatMap((one) => one.scopes)].map((scope) => [scope.key, scope])).values()];
  const asked = scopes.flatMap((scope) => principals.map((principal) => heldBelow(connection, scope, principal)));
  const [answers, standing, told] = await Promise.all([
    Promise.all(asked),
    standbysBelow(connection, scopes, principals),
    Promise.all(indexed),
  ]);
  const failed = [...below.flatMap((one) => one.failed), ...answers.flatMap((one) => ('failure' in one ? [one] : [])), ...standing.failed];
  const listed = answers.flatMap((one) => ('failure' in one ? [] : one.rows));
  const rows = [
    ...listed,
    ...(await stillThere(
      connection,
      beside(
        listed,
        told.flatMap((one) => (one.ok ? one.rows : [])),
      ),
    )),
  ];
  return {
    ...sorted([...rows, ...standing.standbys.map(({ binding: { scope, role } }) => ({ scope, role: role.id }))]),
    standbys: standing.standbys,
    failed: [...new Map(failed.map((one) => [one.where, one])).values()],
  };
}

/** One row for each scope that the index alone names. */
function beside(listed: readonly Assignment[], indexed: readonly Assignment[]): readonly Assignment[] {
  const known = new Set(listed.map(({ scope }) => scope.key));
  return [...new Map(indexed.filter(({ scope }) => !known.has(scope.key)).map((row) => [row.scope.key, row])).values()];
}

/** An index that lags names places that are gone: to read those would look as if something could not be searched. */
async function stillThere(connection: Connection, rows: readonly Assignment[]): Promise<readonly Assignment[]> {
  const answers = await Promise.all(rows.map(({ scope, id }) => glanceAt(connection, scope, lastOf(id))));
  return rows.filter((_, at) => answers[at]?.ok === true || answers[at]?.status !== 404);
}

async function heldBelow(
  { access, client }: Connection,
  scope: Scope,
  principal: string,
): Promise<Unsearched | { readonly rows: readonly Assignment[] }> {
  const filter = `principalId eq '${principal}'`;
  const listed = await askAll(access, `find what ${principal} holds below ${scope.path}`, (options) =>
    client.roleAssignments.listForScope(scope.path.slice(1), { ...options, filter }),
  );
  if (!listed.ok) return { where: scope.path, failure: listed.failure };
  // A row that is not whole is no ground for anything here: the scopes are read fresh.
  return { rows: listed.value.map(assignmentOf).filter((row) => row?.principal === principal) as readonly Assignment[] };
}

function sorted(rows: readonly Pick<Assignment, 'scope' | 'role'>[]): Pick<Discovered, 'scopes' | 'beyond'> {
  const scopes = new Map<string, DiscoveredScope>();
  const beyond = new Map<string, Beyond>();
  for (const { scope, role } of rows) {
    const parsed = parseScope(scope.path);
    if (parsed.ok) scopes.set(scope.key, { scope });
    else
      beyond.set(scope.key, {
        where: scope.path,
        roles: [...new Set([...(beyond.get(scope.key)?.roles ?? []), role])].sort(compare),
        why: parsed.problem,
      });
  }
  const inOrder = [...scopes.values()].sort((a, b) => compare(a.scope.key, b.scope.key));
  return { scopes: inOrder, beyond: [...beyond.values()].sort((a, b) => compare(a.where, b.where)) };
}

import type { Scope } from '../../domain/access.ts';
import { compare } from '../../domain/finding.ts';
import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import type { Beyond, Discovered, DiscoveredScope } from '../provider.ts';
import { askAll } from './arm.ts';
import type { Connection } from './client.ts';
import { readList } from './rest.ts';
import { cloudScope, GUID, isContainer, parseScope } from './scope.ts';
import { standbysBelow } from './standbys.ts';
import { type Assignment, assignmentOf } from './wire.ts';

interface Failed {
  readonly where: string;
  readonly failure: Failure;
}

/**
 * Role assignments by principal: a list at a subscription goes down to its resources, one at a management group does not go down
 * into subscriptions, so each subscription below is asked too (List Azure role assignments using the REST API).
 */
export async function discover(connection: Connection, members: readonly string[], bounds: readonly Scope[]): Promise<Discovered> {
  const principals = [...new Set(members.filter((one) => GUID.test(one)))];
  const below = await Promise.all(bounds.map((bound) => containersBelow(connection, bound)));
  const scopes = [...new Map([...bounds, ...below.flatMap((one) => one.scopes)].map((scope) => [scope.key, scope])).values()];
  const asked = scopes.flatMap((scope) => principals.map((principal) => heldBelow(connection, scope, principal)));
  const [answers, standing] = await Promise.all([Promise.all(asked), standbysBelow(connection, scopes, principals)]);
  const failed = [...below.flatMap((one) => one.failed), ...answers.flatMap((one) => ('failure' in one ? [one] : [])), ...standing.failed];
  const rows = answers.flatMap((one) => ('failure' in one ? [] : one.rows));
  return {
    ...sorted([...rows, ...standing.standbys.map(({ binding: { scope, role } }) => ({ scope, role: role.id }))]),
    standbys: standing.standbys,
    failed: [...new Map(failed.map((one) => [one.where, one])).values()],
  };
}

async function heldBelow(
  { access, client }: Connection,
  scope: Scope,
  principal: string,
): Promise<Failed | { readonly rows: readonly Assignment[] }> {
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

interface Below {
  readonly scopes: readonly Scope[];
  readonly failed: readonly Failed[];
}

const GROUPS = '/providers/Microsoft.Management/managementGroups/';

/** Management Groups - Get Descendants. The root of the tenant is asked as its root group, whose name is the tenant's id. */
async function containersBelow(connection: Connection, bound: Scope): Promise<Below> {
  if (!isContainer(bound)) return { scopes: [], failed: [] };
  const { tenant } = connection.access;
  const group = bound.key === '/' ? GROUPS + (tenant ?? '') : bound.path;
  if (group === GROUPS) return { scopes: [], failed: [{ where: bound.path, failure: unknownTenant }] };
  const listed = await readList(connection, `list what lies below ${group}`, `${group}/descendants?api-version=2020-05-01`);
  if (!listed.ok) return { scopes: [], failed: [{ where: group, failure: listed.failure }] };
  const ids = listed.value.map((one) => field(one, 'id')).filter((id) => typeof id === 'string');
  return { scopes: [group, ...ids].map((id) => cloudScope(id)), failed: [] };
}

const unknownTenant: Failure = {
  kind: 'invalid',
  message: 'what lies below / is not known without the tenant',
  hint: 'Name clouds.azure.tenant in policy/policy.yaml.',
};

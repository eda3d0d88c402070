import type { Scope } from '../../domain/access.ts';
import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import type { Connection } from './client.ts';
import { readList } from './rest.ts';
import { cloudScope, isContainer } from './scope.ts';

/** A part of a search that failed. */
export interface Unsearched {
  readonly where: string;
  readonly failure: Failure;
}

/** The management groups and subscriptions at and below a bound, and by key of each that of the group above it. */
export interface Below {
  readonly scopes: readonly Scope[];
  readonly parents: ReadonlyMap<string, string>;
  readonly failed: readonly Unsearched[];
}

const GROUPS = '/providers/Microsoft.Management/managementGroups/';

/** The group that a bound is asked as: the root of the tenant as its root group, whose name is the tenant's id. */
export function groupOf({ access: { tenant } }: Connection, bound: Scope): string | undefined {
  if (bound.key !== '/') return bound.path;
  return tenant === undefined ? undefined : GROUPS + tenant;
}

/** Management Groups - Get Descendants. What is no management group has nothing to be asked for. */
export async function containersBelow(connection: Connection, bound: Scope): Promise<Below> {
  if (!isContainer(bound)) return { ...NOTHING, failed: [] };
  const group = groupOf(connection, bound);
  if (group === undefined) return { ...NOTHING, failed: [{ where: bound.path, failure: unknownTenant }] };
  const listed = await readList(connection, `list what lies below ${group}`, `${group}/descendants?api-version=2020-05-01`);
  if (!listed.ok) return { ...NOTHING, failed: [{ where: group, failure: listed.failure }] };
  const pairs = listed.value.flatMap((row) => {
    const [id, parent] = [field(row, 'id'), field(field(field(row, 'properties'), 'parent'), 'id')];
    return typeof id === 'string' ? [{ scope: cloudScope(id), parent }] : [];
  });
  const known = pairs.flatMap(({ scope, parent }) => (typeof parent === 'string' ? [[scope.key, cloudScope(parent).key] as const] : []));
  return { scopes: [cloudScope(group), ...pairs.map(({ scope }) => scope)], parents: new Map(known), failed: [] };
}

const NOTHING = { scopes: [], parents: new Map<string, string>() };

const unknownTenant: Failure = {
  kind: 'invalid',
  message: 'what lies below / is not known without the tenant',
  hint: 'Name clouds.azure.tenant in policy/policy.yaml.',
};

import type { DenyAssignment } from '@azure/arm-authorization';
import type { Scope } from '../../domain/access.ts';
import { field } from '../answer.ts';
import { type Answer, askAll } from './arm.ts';
import type { Connection } from './client.ts';
import { readList } from './rest.ts';
import { cloudScope, containerOf, isContainer } from './scope.ts';

/** What stands in the way of writes below one subscription or management group; as a text, why that is not known. */
export interface Obstacles {
  readonly locks: readonly Lock[] | string;
  readonly denies: readonly Deny[] | string;
}

export interface Lock {
  readonly name: string;
  readonly scope: Scope;
  /** `ReadOnly` keeps assignments from being made, too. */
  readonly level: string;
}

export interface Deny {
  readonly name: string;
  readonly scope: Scope;
  /** False: it ends at its very scope. */
  readonly below: boolean;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly principals: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
}

/** Asks once for each subscription and management group. */
export function obstaclesOf(connection: Connection): (scope: Scope) => Promise<Obstacles> {
  const asked = new Map<string, Promise<Obstacles>>();
  return (scope) => {
    const container = containerOf(scope);
    const known = asked.get(container.key) ?? obstaclesAt(connection, container);
    asked.set(container.key, known);
    return known;
  };
}

async function obstaclesAt(connection: Connection, container: Scope): Promise<Obstacles> {
  const [locks, denies] = await Promise.all([locksAt(connection, container), deniesAt(connection, container)]);
  return { locks, denies };
}

/** Management Locks - List At Subscription Level: those of resource groups and resources below, too. Management groups have none. */
async function locksAt(connection: Connection, container: Scope): Promise<readonly Lock[] | string> {
  if (isContainer(container)) return [];
  const path = `${container.path}/providers/Microsoft.Authorization/locks?api-version=2020-05-01`;
  const listed = await readList(connection, `read the locks of ${container.path}`, path);
  return listed.ok ? listed.value.flatMap(lockOf) : listed.failure.message;
}

function lockOf(row: unknown): readonly Lock[] {
  const [id, name, level] = [field(row, 'id'), field(row, 'name'), field(field(row, 'properties'), 'level')];
  if (typeof id !== 'string' || typeof name !== 'string' || typeof level !== 'string') return [];
  return [{ name, level, scope: cloudScope(id.replace(/\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i, '')) }];
}

/** Deny Assignments - List For Scope: at the scope, above it and below. */
async function deniesAt({ access, client }: Connection, container: Scope): Promise<readonly Deny[] | string> {
  const listed: Answer<readonly DenyAssignment[]> = await askAll(
    access,
    `read the deny assignments of ${container.path}`,
    // Of groups and subscriptions below a management group nothing is asked here.
    (options) =>
      client.denyAssignments.listForScope(container.path.slice(1), {
        ...options,
        ...(isContainer(container) ? { filter: 'atScope()' } : {}),
      }),
  );
  return listed.ok ? listed.value.map(denyOf) : listed.failure.message;
}

function denyOf({
  denyAssignmentName = '',
  scope = '',
  permissions = [],
  principals = [],
  excludePrincipals = [],
  ...rest
}: DenyAssignment): Deny {
  const ids = (all: readonly { readonly id?: string }[]) => new Set(all.map(({ id = '' }) => id.toLowerCase()));
  return {
    name: denyAssignmentName,
    scope: cloudScope(scope),
    below: rest.doNotApplyToChildScopes !== true,
    actions: permissions.flatMap(({ actions = [] }) => actions),
    notActions: permissions.flatMap(({ notActions = [] }) => notActions),
    principals: ids(principals),
    excluded: ids(excludePrincipals),
  };
}

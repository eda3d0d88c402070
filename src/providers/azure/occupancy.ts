import type { Scope } from '../../domain/access.ts';
import { field } from '../answer.ts';
import { largest } from '../largest.ts';
import type { Readable } from '../provider.ts';
import { askAll } from './arm.ts';
import type { Connection } from './client.ts';
import { readMark } from './mark.ts';
import { readArm } from './rest.ts';
import { cloudScope, containerOf, covers, isContainer, lastOf } from './scope.ts';

// Azure subscription and service limits: Azure role-based access control limits.
const MOST = { subscription: 4000, group: 500 };

/** What takes the room that Azure has for role assignments in one subscription or management group. */
export interface Occupancy {
  /** For people, such as `the management group acme`. */
  readonly of: string;
  readonly most: number;
  readonly count: number;
  /** What uses it up, for people. */
  readonly use: string;
}

/** One role assignment that counts. */
interface Counted {
  readonly scope: Scope;
  /** With the word that Azure has for its kind. */
  readonly holder: string;
  readonly stamp?: string;
}

/** Asks once for each subscription; as a text, why it is not known. Of a management group its own reading tells. */
export function occupancies(connection: Connection): (scope: Scope) => Promise<Occupancy | string | undefined> {
  const asked = new Map<string, Promise<Occupancy | string>>();
  return async (scope) => {
    const container = containerOf(scope);
    if (isContainer(container)) return undefined;
    const known = asked.get(container.key) ?? subscriptionNow(connection, container);
    asked.set(container.key, known);
    return known;
  };
}

/** Azure RBAC limits: what counts for a subscription lies at it, or at whatever is below; what it inherits does not. */
async function subscriptionNow(connection: Connection, subscription: Scope): Promise<Occupancy | string> {
  const { access, client } = connection;
  const [listed, name] = await Promise.all([
    askAll(access, `count the role assignments of ${subscription.path}`, (options) =>
      client.roleAssignments.listForScope(subscription.path.slice(1), options),
    ),
    nameOf(connection, subscription),
  ]);
  if (!listed.ok) return listed.failure.message;
  const rows = listed.value.flatMap(({ scope = '/', principalId = '', principalType = 'principal', description }) => {
    const stamp = readMark(description)?.stamp;
    return [{ scope: cloudScope(scope), holder: `${principalType} ${principalId}`, ...(stamp === undefined ? {} : { stamp }) }];
  });
  const counted = rows.filter(({ scope }) => covers(subscription, scope));
  const id = lastOf(subscription.path);
  const of = name === undefined ? `the subscription ${id}` : `the subscription ${JSON.stringify(name)} (${id})`;
  return {
    of,
    most: MOST.subscription,
    count: counted.length,
    use: `${placesOf(counted, subscription)}; ${useOf(counted, access.stamp)}`,
  };
}

/** Subscriptions - Get. Who may not ask knows it by its id alone. */
async function nameOf(connection: Connection, subscription: Scope): Promise<string | undefined> {
  const answer = await readArm(connection, `read ${subscription.path}`, 'GET', `${subscription.path}?api-version=2022-12-01`);
  const name = answer.ok ? field(answer.body, 'displayName') : undefined;
  return typeof name === 'string' ? name : undefined;
}

const PLACES = ['at the subscription itself', 'at resource groups', 'at resources'] as const;

function placesOf(counted: readonly Counted[], subscription: Scope): string {
  const at = Map.groupBy(counted, ({ scope: { key } }) => PLACES[placeOf(key, subscription)]);
  return PLACES.map((place) => `${at.get(place)?.length ?? 0} ${place}`).join(', ');
}

function placeOf(key: string, subscription: Scope): 0 | 1 | 2 {
  if (key === subscription.key) return 0;
  return /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/.test(key) ? 1 : 2;
}

function useOf(counted: readonly Counted[], stamp: string): string {
  const ours = counted.filter((one) => one.stamp === stamp).length;
  return `held most by ${largest(counted.map(({ holder }) => [holder, 1] as const))}; ${ours} with our stamp`;
}

/** What is known of the room where a reading was made; nothing where Azure has no limit, or where it could not be counted. */
export function occupancyAt({ scope, live, basis }: Readable, stamp: string): Occupancy | undefined {
  const told = field(basis, 'occupancy') as Occupancy | string | undefined;
  if (!isContainer(scope)) return typeof told === 'string' ? undefined : told;
  if (scope.key === '/') return undefined;
  // What PIM begins later makes no assignment before.
  const here = live.filter((one) => one.binding.scope.key === scope.key && one.starts === undefined);
  const counted = here.map(({ binding, mark }) => {
    const holder = `${binding.member.kind} ${binding.member.id}`;
    return { scope, holder, ...(mark === undefined ? {} : { stamp: mark.stamp }) };
  });
  return { of: `the management group ${lastOf(scope.path)}`, most: MOST.group, count: counted.length, use: useOf(counted, stamp) };
}

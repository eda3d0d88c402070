import type { Scope } from '../../domain/access.ts';
import type { Instant } from '../../domain/instant.ts';
import { field } from '../answer.ts';
import { type Failed, waitBefore } from '../transport.ts';
import { type Answer, ask, broken } from './arm.ts';
import type { Connection } from './client.ts';
import { groupOf } from './containers.ts';
import { sendArm } from './rest.ts';
import { containerOf, covers, GUID, isContainer, lastOf } from './scope.ts';
import { type Assignment, assignmentOf } from './wire.ts';

/** What the index told, or why it is not to be relied on even as an index. */
export type Told<T> = Failed | { readonly ok: true; readonly rows: readonly T[]; readonly pages: number; readonly time?: Instant };

const ASSIGNMENTS = "authorizationresources | where type =~ 'microsoft.authorization/roleassignments'";
const DEFINITIONS = "authorizationresources | where type =~ 'microsoft.authorization/roledefinitions'";

/**
 * Role assignments at, below and above a bound, of these principals or of all, as Azure Resource Graph has them: 1,000 a call. It is an
 * index that lags, leaves out what we may not read without a word, and knows nothing of PIM: a ground to read, and to write nothing.
 */
export async function indexedAssignments(connection: Connection, bound: Scope, principals?: readonly string[]): Promise<Told<Assignment>> {
  const ids = principals?.filter((one) => GUID.test(one)).map((one) => `'${one}'`);
  const theirs = ids === undefined ? '' : ` | where tostring(properties.principalId) in~ (${ids.join(', ')})`;
  const query = `${ASSIGNMENTS}${theirs} | project id, properties | order by id asc`;
  const told = await rowsOf(connection, `ask Resource Graph for what is held below ${bound.path}`, query, bound);
  if (!told.ok) return told;
  const rows = told.rows.map((row) => assignmentOf({ ...propertiesOf(row), id: textAt(row, 'id') }));
  if (rows.includes(undefined)) return broken('ask Resource Graph', 'a row has no scope, role or principal');
  const near = rows.filter((row) => row !== undefined && isNear(bound, row.scope)) as readonly Assignment[];
  return { ...told, rows: near };
}

/** The names of all roles that can be given there, by GUID. */
export async function indexedRoleNames(connection: Connection, bound: Scope): Promise<Told<readonly [id: string, name: string]>> {
  const query = `${DEFINITIONS} | project id, roleName = tostring(properties.roleName) | order by id asc`;
  const told = await rowsOf(connection, `ask Resource Graph for the names of roles`, query, bound);
  if (!told.ok) return told;
  const names = told.rows.map((row) => [lastOf(textAt(row, 'id')).toLowerCase(), textAt(row, 'roleName')] as const);
  return { ...told, rows: names.filter(([, name]) => name !== '') };
}

/** What is asked of a subscription is more than a bound in it: only what is at, below or above it is meant. */
function isNear(bound: Scope, scope: Scope): boolean {
  return isContainer(bound) || covers(bound, scope) || isContainer(scope) || covers(scope, bound);
}

function propertiesOf(row: unknown): Parameters<typeof assignmentOf>[0] {
  const properties = field(row, 'properties');
  return typeof properties === 'object' && properties !== null ? properties : {};
}

function textAt(row: unknown, name: string): string {
  const value = field(row, name);
  return typeof value === 'string' ? value : '';
}

/** More pages than any tenant has role assignments for. */
const MOST_PAGES = 1000;

/** All pages or a failure. Pages count rows, so the number of all of them must stay the same while they are turned. */
async function rowsOf(connection: Connection, purpose: string, query: string, bound: Scope): Promise<Told<unknown>> {
  const rows = new Map<string, unknown>();
  let token: string | undefined;
  let total: number | undefined;
  for (let pages = 1; pages <= MOST_PAGES; pages += 1) {
    const options = { $top: 1000, authorizationScopeFilter: 'AtScopeAboveAndBelow', ...(token === undefined ? {} : { $skipToken: token }) };
    const answer = await asked(connection, purpose, { ...placeOf(connection, bound), query, options });
    if (!answer.ok) return answer;
    const page = pageIn(answer.body);
    if (page === undefined) return broken(purpose, 'the answer is cut off, or is no page of a result');
    for (const row of page.rows) rows.set(textAt(row, 'id').toLowerCase(), row);
    total ??= page.total;
    const time = answer.time === undefined ? {} : { time: answer.time };
    if (page.next === undefined && page.total === total && rows.size === total)
      return { ok: true, rows: [...rows.values()], pages, ...time };
    if (page.next === undefined || page.next === token) break;
    token = page.next;
  }
  return broken(purpose, 'its pages do not add up to the number of its records');
}

/** Microsoft.ResourceGraph 2022-10-01, QueryRequest. Without a tenant that is known: all that the sign-in has access to. */
function placeOf(
  connection: Connection,
  bound: Scope,
): { readonly managementGroups?: readonly string[]; readonly subscriptions?: readonly string[] } {
  const group = groupOf(connection, bound);
  if (group === undefined) return {};
  return isContainer(bound) ? { managementGroups: [lastOf(group)] } : { subscriptions: [lastOf(containerOf(bound).path)] };
}

interface Page {
  readonly rows: readonly unknown[];
  readonly total: number;
  readonly next?: string;
}

/** Microsoft.ResourceGraph 2022-10-01, QueryResponse. What is truncated has no token, so the rest of it cannot be had. */
function pageIn(body: unknown): Page | undefined {
  const [data, total, token] = [field(body, 'data'), field(body, 'totalRecords'), field(body, '$skipToken') ?? undefined];
  if (!Array.isArray(data) || typeof total !== 'number' || field(body, 'resultTruncated') !== 'false') return undefined;
  if (token === undefined || token === '') return { rows: data, total };
  return typeof token === 'string' ? { rows: data, total, next: token } : undefined;
}

const PATH = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';

const TRIES = 3;
/** Milliseconds. There is another way to learn the same, so nobody waits longer than for two windows of the quota. */
const LONGEST = 10_000;

async function asked({ access, client }: Connection, purpose: string, body: object): Promise<Answer<unknown>> {
  for (let attempt = 0; ; attempt += 1) {
    const headers = new Map<string, string>();
    const answer = await ask<unknown>(access, purpose, async ({ onResponse }) => {
      const response = await sendArm(client, 'POST', PATH, body);
      for (const [name, value] of response.headers) headers.set(name.toLowerCase(), value);
      onResponse(response);
    });
    if (answer.ok) return headers.get(CUT_OFF) === 'true' ? broken(purpose, 'it sees the first 10,000 subscriptions only') : answer;
    const wait = waitBefore(attempt, access.random(), answer.retryAfter ?? resetIn(headers));
    if (answer.failure.kind !== 'transient' || attempt + 1 >= TRIES || wait > LONGEST) return answer;
    await access.sleep(wait);
  }
}

const CUT_OFF = 'x-ms-tenant-subscription-limit-hit';

/** Milliseconds. A 429 of Resource Graph has no Retry-After but hh:mm:ss (Guidance for throttled requests in Azure Resource Graph). */
function resetIn(headers: ReadonlyMap<string, string>): number | undefined {
  const [, hours, minutes, seconds] = /^(\d+):(\d+):(\d+)$/.exec(headers.get('x-ms-user-quota-resets-after') ?? '') ?? [];
  if (seconds === undefined || headers.get('x-ms-user-quota-remaining') !== '0') return undefined;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

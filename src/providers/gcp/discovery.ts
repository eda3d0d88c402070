import type { Scope } from '../../domain/access.ts';
import { compare } from '../../domain/finding.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import type { Beyond, Discovered, DiscoveredScope } from '../provider.ts';
import { explained, getProject, searchPolicies } from './api.ts';
import { scopeOfAsset } from './asset-name.ts';
import { FEDERATED } from './deny-principal.ts';
import { inProject } from './kind.ts';
import type { Session } from './session.ts';

/** One policy with a binding that fits, as google.cloud.asset.v1.IamPolicySearchResult has it. */
export interface Result {
  readonly resource: string;
  /** `projects/NUMBER`. */
  readonly project?: string;
  readonly roles: readonly string[];
  /** Without an etag, so that nothing can be written on it. */
  readonly policy: unknown;
}

type Pages =
  | { readonly ok: true; readonly results: readonly Result[]; readonly pages: number; readonly time?: Instant }
  | { readonly ok: false; readonly failure: Failure };

/** More pages than any search here has: 500 policies each. */
const MOST_PAGES = 1000;

/** Cloud Asset's index of allow policies, member by member; what is below a project is found by a search of the project. */
export async function discover(session: Session, members: readonly string[], bounds: readonly Scope[]): Promise<Discovered> {
  const within = bounds.filter(({ path }) => (inProject(path)?.below ?? '') === '');
  const addresses = [...new Set(members.flatMap((member) => addressOf(member) ?? []))];
  const asked = within.flatMap((bound) => addresses.map((address) => ({ bound, address })));
  const answers = await Promise.all(asked.map(async ({ bound, address }) => ({ bound, pages: await pagesOf(session, bound, address) })));
  const results = answers.flatMap(({ pages }) => (pages.ok ? pages.results : []));
  const failed = answers.flatMap(({ bound, pages }) => (pages.ok ? [] : [{ where: bound.path, failure: pages.failure }]));
  // Each member says the same of a bound that cannot be searched.
  const reasons = [...new Map(failed.map((one) => [one.where, one])).values()];
  const ids = await projectIds(session, results);
  return { ...sorted(results, ids), failed: reasons };
}

/** A search has words, and an address is one, or the name of a federated identity; a quote would end it. */
function addressOf(member: string): string | undefined {
  const address = member.slice(member.indexOf(':') + 1);
  const isOne = /^[^"\s@]+@[^"\s@]+$/.test(address) || (FEDERATED.test(member) && !member.includes('"'));
  return isOne ? address : undefined;
}

export async function pagesOf(session: Session, bound: Scope, address?: string): Promise<Pages> {
  const results: Result[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const reply = await searchPolicies(session, bound, address, token);
    if (!reply.ok) return { ok: false, failure: explained(reply, bound, 'searchAllIamPolicies') };
    const rows = field(reply.body, 'results') ?? [];
    const read = Array.isArray(rows) ? rows.map(resultOf) : [undefined];
    if (read.includes(undefined)) break;
    results.push(...read.filter((one) => one !== undefined));
    const next = field(reply.body, 'nextPageToken');
    const time = reply.time === undefined ? {} : { time: reply.time };
    if (typeof next !== 'string' || next === '') return { ok: true, results, pages: page + 1, ...time };
    if (next === token) break;
    token = next;
  }
  return { ok: false, failure: { kind: 'unsafe', message: `the search of the policies below ${bound.path} does not read` } };
}

function resultOf(row: unknown): Result | undefined {
  const resource = field(row, 'resource');
  const project = field(row, 'project');
  const policy = field(row, 'policy');
  const bindings = field(policy, 'bindings');
  if (typeof resource !== 'string' || !Array.isArray(bindings)) return undefined;
  const roles = bindings.map((binding) => field(binding, 'role')).filter((role) => typeof role === 'string');
  return { resource, roles, policy, ...(typeof project === 'string' ? { project } : {}) };
}

const NUMBERED = /^projects\/[1-9]\d*$/;

/** `projects/NUMBER` to `projects/ID`: told by other results, or asked for; a number that cannot be resolved stays as it is. */
export async function projectIds(session: Session, results: readonly Result[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const open = new Set<string>();
  for (const { resource, project } of results) {
    const scope = scopeOfAsset(resource, project);
    const written = scope.ok ? inProject(scope.value.path)?.project : undefined;
    if (written === undefined) continue;
    if (NUMBERED.test(written)) open.add(written);
    else if (project !== undefined && NUMBERED.test(project)) ids.set(project, written);
  }
  const unknown = [...open].filter((number) => !ids.has(number));
  const asked = unknown.map(async (number) => {
    const reply = await getProject(session, { cloud: 'gcp', path: number, key: number });
    const id = reply.ok ? field(reply.body, 'projectId') : undefined;
    if (typeof id === 'string') ids.set(number, `projects/${id}`);
  });
  await Promise.all(asked);
  return ids;
}

function sorted(results: readonly Result[], ids: ReadonlyMap<string, string>): Pick<Discovered, 'scopes' | 'beyond'> {
  const scopes = new Map<string, DiscoveredScope>();
  const beyond = new Map<string, Beyond>();
  for (const { resource, project, roles } of results) {
    const parsed = scopeOfAsset(resource, project);
    if (parsed.ok) {
      const found = named(parsed.value, project, ids);
      scopes.set(found.scope.key, found);
    } else {
      const all = [...new Set([...(beyond.get(resource)?.roles ?? []), ...roles])].sort(compare);
      beyond.set(resource, { where: resource, roles: all, why: parsed.problem });
    }
  }
  const inOrder = [...scopes.values()].sort((a, b) => compare(a.scope.key, b.scope.key));
  return { scopes: inOrder, beyond: [...beyond.values()].sort((a, b) => compare(a.where, b.where)) };
}

/** By the id of the project where it is known; by its number as well, since files may write either. */
export function named(scope: Scope, project: string | undefined, ids: ReadonlyMap<string, string>): DiscoveredScope {
  const written = inProject(scope.path)?.project;
  if (written === undefined) return { scope };
  const at = (other: string): Scope => {
    const path = other + scope.path.slice(written.length);
    return { ...scope, path, key: path };
  };
  const id = ids.get(written);
  if (id !== undefined) return { scope: at(id), alias: scope };
  return project === undefined || project === written ? { scope } : { scope, alias: at(project) };
}

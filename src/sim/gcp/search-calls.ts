import type { GcpCall, Reply } from './call.ts';
import { query } from './call.ts';
import { denied, may } from './caller.ts';
import { invalid } from './google-error.ts';
import { visiblePolicy } from './lag.ts';
import { pageOf } from './pages.ts';
import { collectionOf, fullName, isNode, lineage, numberOf, resourceNamed, type ResourceName, typeOf } from './resources.ts';
import type { GcpBinding, GcpState } from './state.ts';

/** Page size is capped at 500 (google.cloud.asset.v1 SearchAllIamPoliciesRequest.page_size). */
const MOST = 500;

interface Found {
  readonly name: ResourceName;
  readonly bindings: readonly GcpBinding[];
}

/** Cloud Asset v1 searchAllIamPolicies: one result for each policy with a fitting binding, and of it those bindings only. */
export function searchPolicies(call: GcpCall): Reply {
  const { collection = '', id = '' } = call.path;
  const scope = resourceNamed(call.state, collection, id);
  const permission = 'cloudasset.assets.searchAllIamPolicies';
  if (scope === undefined || !may(call, permission, scope)) return { error: denied(call, permission, `${collection}/${id}`) };
  const terms = termsOf(query(call, 'query') ?? '');
  const strange = terms.find((term) => !Object.hasOwn(FIELDS, term.field));
  if (strange !== undefined) return { error: invalid(`The simulated search does not know the field ${strange.field}.`) };
  const page = pageOf(call, matching(call, scope, terms), MOST);
  if ('error' in page) return page;
  const { items, nextPageToken } = page;
  const results = items.map((found) => shown(call.state, found));
  return { value: { ...(results.length > 0 ? { results } : {}), ...(nextPageToken === undefined ? {} : { nextPageToken }) } };
}

function matching(call: GcpCall, scope: ResourceName, terms: readonly Term[]): readonly Found[] {
  const kinds = call.asked.url.searchParams.getAll('assetTypes').map((kind) => new RegExp(`^(?:${kind})$`));
  return Object.keys(call.state.policies)
    .toSorted()
    .filter((name) => lineage(call.state, name).includes(scope))
    .filter((name) => kinds.length === 0 || kinds.some((kind) => kind.test(typeOf(name))))
    .map((name) => ({ name, bindings: visiblePolicy(call.state, 'searches', name).bindings }))
    .map(({ name, bindings }) => ({ name, bindings: bindings.filter((binding) => fits(name, binding, terms)) }))
    .filter(({ bindings }) => bindings.length > 0);
}

interface Term {
  readonly field: string;
  readonly wanted: string;
}

/** `policy:ada@example.com memberTypes:user`; a value may stand in double quotes, a bare word is looked for everywhere. */
function termsOf(text: string): readonly Term[] {
  return [...text.matchAll(/(?:(\w+)[:=])?(?:"([^"]*)"|(\S+))/g)]
    .filter(([whole]) => whole !== 'AND')
    .map(([, field = 'policy', quoted, bare]) => ({ field, wanted: (quoted ?? bare ?? '').toLowerCase() }));
}

/** What each field of a query looks at (Cloud Asset Inventory: search IAM policies, how to construct a query). */
const FIELDS: Readonly<Record<string, (name: ResourceName, binding: GcpBinding) => readonly string[]>> = {
  resource: (name) => [fullName(name), name],
  roles: (_, { role }) => [role],
  memberTypes: (_, { members }) => members.map((member) => member.slice(0, member.indexOf(':'))),
  policy: (_, { role, members, condition }) => [role, ...members.flatMap(wordsOf), ...Object.values(condition ?? {})],
};

/** A principal is found by its whole name and by its address. */
function wordsOf(member: string): readonly string[] {
  return [member, member.slice(member.indexOf(':') + 1)];
}

function fits(name: ResourceName, binding: GcpBinding, terms: readonly Term[]): boolean {
  return terms.every(({ field, wanted }) => (FIELDS[field]?.(name, binding) ?? []).some((text) => text.toLowerCase() === wanted));
}

/** No etag comes along, so nothing can be written from it (google.cloud.asset.v1 IamPolicySearchResult). */
function shown(state: GcpState, { name, bindings }: Found): unknown {
  const above = lineage(state, name);
  const of = (collection: string): readonly ResourceName[] => above.filter((one) => collectionOf(one) === collection && isNode(one));
  const [project] = of('projects');
  return {
    resource: fullName(name),
    assetType: typeOf(name),
    ...(project === undefined ? {} : { project: `projects/${numberOf(state, project)}` }),
    folders: of('folders'),
    organization: of('organizations')[0],
    policy: { bindings },
  };
}

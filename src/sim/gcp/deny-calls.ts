import { formatInstant, type Instant } from '../../domain/instant.ts';
import { type GcpCall, isJson, type Json, query, type Reply } from './call.ts';
import { denied, may } from './caller.ts';
import { denyPoliciesOn, denyPolicyAt } from './deny-evaluation.ts';
import { denyProblem } from './deny-rules.ts';
import { nextEtag, sameEtag } from './etag.ts';
import { type GoogleError, invalid, notFound } from './google-error.ts';
import { pageOf } from './pages.ts';
import { numberOf, resourceNamed, type ResourceName } from './resources.ts';
import type { GcpDenyPolicy, GcpDenyRule } from './state.ts';

/** `page_size` is ignored (google.iam.v2 ListPoliciesRequest). */
const PAGE = 1000;
const ID = /^[a-z][a-z0-9.-]{2,62}$/;

type Verb = 'get' | 'list' | 'create' | 'update' | 'delete';

/** The resource that a policy is attached to, if the caller may do that there. */
function attachment(call: GcpCall, verb: Verb): { readonly resource: ResourceName } | { readonly error: GoogleError } {
  const { collection = '', id = '' } = call.path;
  const resource = resourceNamed(call.state, collection, id);
  const permission = `iam.denypolicies.${verb}`;
  return resource === undefined || !may(call, permission, resource)
    ? { error: denied(call, permission, `${collection}/${id}`) }
    : { resource };
}

/** google.iam.v2 Policies.ListPolicies: what they are, without their rules. */
export function listDenyPolicies(call: GcpCall): Reply {
  const at = attachment(call, 'list');
  if ('error' in at) return at;
  const page = pageOf(call, denyPoliciesOn(call.state, at.resource, call.now), PAGE);
  if ('error' in page) return page;
  const policies = page.items.map((name) => {
    const { rules: _rules, ...rest } = shown(call, at.resource, name) as { readonly rules: unknown };
    return rest;
  });
  return { value: { ...(policies.length > 0 ? { policies } : {}), ...(page.nextPageToken && { nextPageToken: page.nextPageToken }) } };
}

/** google.iam.v2 Policies.GetPolicy. */
export function getDenyPolicy(call: GcpCall): Reply {
  const at = attachment(call, 'get');
  if ('error' in at) return at;
  const name = nameOf(call, at.resource);
  return denyPolicyAt(call.state, name, call.now) === undefined ? { error: missing() } : { value: shown(call, at.resource, name) };
}

/** google.iam.v2 Policies.CreatePolicy; an etag in the request is ignored. */
export function createDenyPolicy(call: GcpCall): Reply {
  const at = attachment(call, 'create');
  if ('error' in at) return at;
  const id = query(call, 'policyId') ?? '';
  if (!ID.test(id)) return { error: invalid('The policy ID is not valid.') };
  const name = `${at.resource}/denypolicies/${id}`;
  if (newest(call, name) !== undefined)
    return { error: { code: 409, status: 'ALREADY_EXISTS', message: 'Requested entity already exists', reason: 'alreadyExists' } };
  return written(call, at.resource, name, (sent) => ({ ...sent, createTime: formatInstant(call.now), uid: `uid-${id}` }));
}

/** google.iam.v2 Policies.UpdatePolicy: rules and display name alone, and only where the etag is the one that stands. */
export function updateDenyPolicy(call: GcpCall): Reply {
  const at = attachment(call, 'update');
  if ('error' in at) return at;
  const name = nameOf(call, at.resource);
  const before = newest(call, name);
  if (before === undefined) return { error: missing() };
  const etag = call.body['etag'];
  if (typeof etag !== 'string' || !sameEtag(etag, before.etag)) return { error: aborted() };
  return written(call, at.resource, name, ({ rules, displayName }) => ({ ...before, rules, ...(displayName && { displayName }) }));
}

/** google.iam.v2 Policies.DeletePolicy; without an etag whatever stands is deleted. */
export function deleteDenyPolicy(call: GcpCall): Reply {
  const at = attachment(call, 'delete');
  if ('error' in at) return at;
  const name = nameOf(call, at.resource);
  const before = newest(call, name);
  if (before === undefined) return { error: missing() };
  const etag = query(call, 'etag');
  if (etag !== undefined && !sameEtag(etag, before.etag)) return { error: aborted() };
  return begun(call, at.resource, name, undefined);
}

/** google.longrunning Operations.GetOperation; `operations/<milliseconds>` is done from that moment on. */
export function getDenyOperation(call: GcpCall): Reply {
  const at = attachment(call, 'get');
  if ('error' in at) return at;
  const { operation = '' } = call.path;
  const name = nameOf(call, at.resource);
  const known = call.state.denyPolicies?.[name]?.some(({ from }) => operation === `op-${from}`);
  return known === true
    ? { value: operationOf(call, at.resource, name, Number(operation.slice('op-'.length)) as Instant) }
    : { error: missing() };
}

function written(
  call: GcpCall,
  resource: ResourceName,
  name: string,
  of: (sent: Pick<GcpDenyPolicy, 'rules' | 'displayName' | 'annotations'>) => Omit<GcpDenyPolicy, 'etag' | 'updateTime'>,
): Reply {
  const problem = denyProblem(call.body);
  if (problem !== undefined) return { error: problem };
  const { displayName, annotations } = call.body as { displayName?: string; annotations?: Record<string, string> };
  const rules = (call.body['rules'] ?? []) as readonly GcpDenyRule[];
  const made = of({ rules, ...(displayName && { displayName }), ...(isJson(annotations) && { annotations }) });
  return begun(call, resource, name, { ...made, etag: nextEtag(call.state, call.now), updateTime: formatInstant(call.now) });
}

/** What was written is there once its operation is done. */
function begun(call: GcpCall, resource: ResourceName, name: string, policy: GcpDenyPolicy | undefined): Reply {
  const { state, now } = call;
  const before = state.denyPolicies?.[name] ?? [];
  const from = Math.max(now + (state.denyDelay ?? 0), before.at(-1)?.from ?? 0) as Instant;
  state.denyPolicies = { ...state.denyPolicies, [name]: [...before, { from, ...(policy === undefined ? {} : { policy }) }] };
  return { value: operationOf(call, resource, name, from) };
}

function operationOf(call: GcpCall, resource: ResourceName, name: string, from: Instant): Json {
  const id = name.slice(name.lastIndexOf('/') + 1);
  const version = call.state.denyPolicies?.[name]?.findLast((one) => one.from === from);
  const done = from <= call.now;
  return {
    name: `${fullName(call, resource)}/${id}/operations/op-${from}`,
    metadata: { '@type': 'type.googleapis.com/google.iam.v2.PolicyOperationMetadata', createTime: formatInstant(call.now) },
    ...(done
      ? { done, response: { '@type': 'type.googleapis.com/google.iam.v2.Policy', ...bodyOf(call, resource, id, version?.policy) } }
      : {}),
  };
}

function shown(call: GcpCall, resource: ResourceName, name: string): Json {
  return bodyOf(call, resource, name.slice(name.lastIndexOf('/') + 1), denyPolicyAt(call.state, name, call.now));
}

/** Names come back with the number of a project, whatever was sent (google.iam.v2 Policy.name). */
function bodyOf(call: GcpCall, resource: ResourceName, id: string, policy: GcpDenyPolicy | undefined): Json {
  return { name: `${fullName(call, resource)}/${id}`, kind: 'DenyPolicy', ...policy };
}

function fullName({ state }: GcpCall, resource: ResourceName): string {
  const collection = resource.slice(0, resource.indexOf('/'));
  return `policies/cloudresourcemanager.googleapis.com%2F${collection}%2F${numberOf(state, resource)}/denypolicies`;
}

function nameOf(call: GcpCall, resource: ResourceName): string {
  return `${resource}/denypolicies/${call.path['policy'] ?? ''}`;
}

/** The policy as it was last written, its operation done or not. */
function newest({ state }: GcpCall, name: string): GcpDenyPolicy | undefined {
  return state.denyPolicies?.[name]?.at(-1)?.policy;
}

function missing(): GoogleError {
  return notFound('Requested entity was not found.');
}

/** The status is documented (google.iam.v2 UpdatePolicyRequest.policy), the words are those of allow policies. */
function aborted(): GoogleError {
  return {
    code: 409,
    status: 'ABORTED',
    message: 'There were concurrent policy changes. Please retry the whole read-modify-write with exponential backoff.',
    reason: 'aborted',
  };
}

import type { Scope } from '../../domain/access.ts';
import type { Failure } from '../../domain/outcome.ts';
import { oneLine } from '../answer.ts';
import type { Failed, Reply } from '../transport.ts';
import { accessOf, policyOfDataset } from './dataset.ts';
import { kindOf, namesIn } from './kind.ts';
import type { ResourceKind } from './kinds.ts';
import type { Policy } from './policy.ts';
import { readSigned, sendSigned, type Session } from './session.ts';

const RESOURCE_MANAGER = 'https://cloudresourcemanager.googleapis.com';
const IAM = 'https://iam.googleapis.com';
const STORAGE = 'https://storage.googleapis.com';
const ASSET = 'https://cloudasset.googleapis.com';

/** Milliseconds. A write that is given up too early leaves us not knowing what became of it. */
const WRITE_DEADLINE = 60_000;

/** The allow policy of a scope with its conditions; a lower version would hide them (google.iam.v1 GetPolicyOptions). */
export async function getPolicy(session: Session, scope: Scope): Promise<Reply> {
  const kind = kindOf(scope);
  const reply = await readSigned(session, {
    method: kind.get,
    url: policyAddress(scope, 'getIamPolicy') + (kind.version === 'body' ? '' : `?${kind.version}=3`),
    ...(kind.version === 'body' ? { body: { options: { requestedPolicyVersion: 3 } } } : kind.get === 'POST' ? { body: {} } : {}),
    purpose: `read the policy of ${scope.path}`,
  });
  return asPolicy(kind, scope, reply);
}

/**
 * Replaces the policy, if its etag is still the one that stands. Without `updateMask` only bindings and etag are taken
 * (google.iam.v1.SetIamPolicyRequest), so audit configurations cannot be harmed. Sent once; the reason goes into the audit log.
 */
export async function setPolicy(session: Session, scope: Scope, policy: Policy): Promise<Reply> {
  const kind = kindOf(scope);
  const list = kind.verb === 'access';
  const reply = await sendSigned(session, {
    method: kind.set,
    url: policyAddress(scope, 'setIamPolicy') + (list ? `?${kind.version}=3` : ''),
    headers: { 'x-goog-request-reason': headerText(session.access.reason), ...(list ? { 'if-match': policy.etag ?? '' } : {}) },
    body: list ? { access: accessOf(policy) } : kind.set === 'PUT' ? policy : { policy },
    purpose: `write the policy of ${scope.path}`,
    deadline: WRITE_DEADLINE,
  });
  return asPolicy(kind, scope, reply);
}

/** The answer of a kind that keeps a list of its own, told as a policy. */
function asPolicy({ verb }: ResourceKind, scope: Scope, reply: Reply): Reply {
  return reply.ok && verb === 'access' ? { ...reply, body: policyOfDataset(scope, reply.body) } : reply;
}

/** `…/secrets/db:getIamPolicy`, `…/instances/a/getIamPolicy`, `…/b/ledger/iam`, `…/datasets/books`. */
function policyAddress(scope: Scope, verb: 'getIamPolicy' | 'setIamPolicy'): string {
  const kind = kindOf(scope);
  const [first = '', second = ''] = namesIn(scope);
  const address = kind.url.replace('$1', first).replace('$2', second).replace(/\$$/, scope.path);
  if (kind.verb === 'access') return address;
  return address + (kind.verb === 'iam' ? '/iam' : kind.verb + verb);
}

/** What a bucket says of itself: the number of its project, and whether it takes conditions (Cloud Storage JSON API: buckets.get). */
export function getBucket(session: Session, bucket: string): Promise<Reply> {
  const url = `${STORAGE}/storage/v1/b/${bucket}?fields=projectNumber,iamConfiguration`;
  return readSigned(session, { method: 'GET', url, purpose: `find where bucket ${bucket} lies` });
}

/** A project with its number as `name` and its id (Resource Manager v3, projects.get). */
export function getProject(session: Session, project: Scope): Promise<Reply> {
  return readSigned(session, { method: 'GET', url: `${RESOURCE_MANAGER}/v3/${project.path}`, purpose: `look up ${project.path}` });
}

/** What lies above a project, the project first (Resource Manager v1, projects.getAncestry: one call for the whole chain). */
export function getAncestry(session: Session, project: Scope): Promise<Reply> {
  const url = `${RESOURCE_MANAGER}/v1/${project.path}:getAncestry`;
  return readSigned(session, { method: 'POST', url, body: {}, purpose: `find what lies above ${project.path}` });
}

/**
 * One page of the projects that lie directly in a folder or organization, as it is now and without those that are being deleted
 * (Resource Manager v3, projects.list: "a strongly consistent view"). Sent once: what the list does not tell is asked for one by one.
 */
export function listProjects(session: Session, parent: Scope, pageToken?: string): Promise<Reply> {
  const page: Record<string, string> = pageToken === undefined ? {} : { pageToken };
  const query = new URLSearchParams({ parent: parent.path, pageSize: '500', ...page });
  const url = `${RESOURCE_MANAGER}/v3/projects?${query.toString()}`;
  return sendSigned(session, { method: 'GET', url, purpose: `list the projects in ${parent.path}` });
}

/** A folder with its `parent` (Resource Manager v3, folders.get). */
export function getFolder(session: Session, path: string): Promise<Reply> {
  return readSigned(session, { method: 'GET', url: `${RESOURCE_MANAGER}/v3/${path}`, purpose: `find what lies above ${path}` });
}

/** A role with its `includedPermissions` (IAM v1, roles.get, projects.roles.get, organizations.roles.get). */
export function getRole(session: Session, name: string): Promise<Reply> {
  return readSigned(session, { method: 'GET', url: `${IAM}/v1/${name}`, purpose: `look up ${name}` });
}

/**
 * One page of the policies at and below a project, folder or organization that name the address (Cloud Asset v1,
 * searchAllIamPolicies; at most 500 a page). The answer has only the bindings that fit; without an address it has all policies whole.
 */
export function searchPolicies(session: Session, within: Scope, address: string | undefined, pageToken?: string): Promise<Reply> {
  const page: Record<string, string> = pageToken === undefined ? {} : { pageToken };
  const query = new URLSearchParams({ ...(address === undefined ? {} : { query: `policy:"${address}"` }), pageSize: '500', ...page });
  const url = `${ASSET}/v1/${within.path}:searchAllIamPolicies?${query.toString()}`;
  return readSigned(session, { method: 'GET', url, purpose: `search the policies below ${within.path}` });
}

/** `resourcemanager.projects.setIamPolicy` and the like: what a refused call needs at its scope. */
function permissionFor(scope: Scope, verb: Verb): string {
  if (verb === 'searchAllIamPolicies') return `cloudasset.assets.${verb}`;
  const { permissions, also } = kindOf(scope);
  const more = verb === 'getIamPolicy' ? also?.reading : verb === 'setIamPolicy' ? also?.writing : undefined;
  return [`${permissions}.${verb}`, ...(more ?? [])].join(' and ');
}

type Verb = 'getIamPolicy' | 'setIamPolicy' | 'get' | 'searchAllIamPolicies';

/** A refused call in words that help: Google says the same whether a right is missing or the scope does not exist. */
export function explained({ failure }: Failed, scope: Scope, verb: Verb): Failure {
  if (failure.kind !== 'forbidden' || failure.hint !== undefined) return failure;
  const limited = verb === 'setIamPolicy' ? ', without a condition that keeps it from this role' : '';
  return { ...failure, hint: `check that ${scope.path} exists and that the tool holds ${permissionFor(scope, verb)} there${limited}` };
}

/** A text that a header can hold. */
export function headerText(text: string): string {
  return oneLine(text).replace(/[^\x20-\x7e]/g, '?');
}

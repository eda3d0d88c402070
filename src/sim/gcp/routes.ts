import { disableAccount, enableAccount, getAccount } from './accounts.ts';
import { getBucket } from './bucket-calls.ts';
import type { GcpCall, Reply } from './call.ts';
import { getDataset, patchDataset } from './dataset-calls.ts';
import { OAUTH } from './delegation.ts';
import { createDenyPolicy, deleteDenyPolicy, getDenyOperation, getDenyPolicy, listDenyPolicies, updateDenyPolicy } from './deny-calls.ts';
import { ADMIN, deleteToken, listTokens, SECURITY_SCOPE, signOut } from './directory-calls.ts';
import { STS } from './federation.ts';
import { getAncestry, getResource, listChildren, searchResources } from './hierarchy-calls.ts';
import { CREDENTIALS, generateAccessToken, signJwt } from './impersonation.ts';
import { getPolicy, setPolicy, testPermissions } from './policy-calls.ts';
import { getRole } from './role-calls.ts';
import { searchPolicies } from './search-calls.ts';
import type { QuotaName } from './state.ts';
import { type ThingKind, THINGS } from './things.ts';
import { revokeSessions } from './workforce-calls.ts';

const RESOURCE_MANAGER = 'cloudresourcemanager.googleapis.com';
const IAM = 'iam.googleapis.com';
const ASSET = 'cloudasset.googleapis.com';

/** One method of an API: where it is, what it costs, and what answers. */
export interface Route {
  readonly host: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Over the decoded path; its groups are handed to `answer` by name. */
  readonly path: RegExp;
  readonly writes: boolean;
  /** Whose bucket of calls it takes from; of services whose quotas are not simulated there is none. */
  readonly quota?: QuotaName;
  /** The one OAuth scope that does, where it is not the one for all of Google Cloud. */
  readonly scope?: string;
  readonly answer: (call: GcpCall) => Reply;
}

/** Projects and organizations are in v1 and v3, folders in v2 and v3 (Resource Manager API: REST reference); v1 folders are taken too. */
const RESOURCE = '/(?<version>v1|v2|v3)/(?<collection>projects|folders|organizations)/(?<id>[^/:]+)';
const ACCOUNT = '/(?<version>v1)/projects/(?<id>[^/]+)/serviceAccounts/(?<account>[^/:]+)';

function route(host: string, verb: string, path: string, quota: QuotaName, answer: Route['answer']): Route {
  const [method, writes] = verb.split(' ');
  return { host, method: method === 'GET' ? 'GET' : 'POST', path: new RegExp(`^${path}$`), writes: writes === 'write', quota, answer };
}

/** What the policies of one kind of thing answer to. */
function thingRoutes({ host, path, get, set, verb }: ThingKind): readonly Route[] {
  if (verb === '') {
    const whole = new RegExp(`^${path}$`);
    return [
      { host, method: get, path: whole, writes: false, answer: getDataset },
      { host, method: set, path: whole, writes: true, answer: patchDataset },
    ];
  }
  const at = (word: string): RegExp => new RegExp(`^${path}${verb === '/iam' ? '/iam' : verb + word}$`);
  return [
    { host, method: get, path: at('getIamPolicy'), writes: false, answer: getPolicy },
    { host, method: set, path: at('setIamPolicy'), writes: true, answer: setPolicy },
  ];
}

/**
 * Where a deny policy is attached: by its full resource name, whose slashes come encoded, once or twice, and are decoded once before
 * they get here (google.iam.v2 Policy.name).
 */
const ATTACHED =
  '/v2/policies/cloudresourcemanager\\.googleapis\\.com(?:/|%2F)(?<collection>projects|folders|organizations)(?:/|%2F)(?<id>[^/%]+)/denypolicies';

function denyRoutes(): readonly Route[] {
  const one = (method: Route['method'], below: string, writes: boolean, answer: Route['answer']): Route => ({
    host: IAM,
    method,
    path: new RegExp(`^${ATTACHED}${below}$`),
    writes,
    quota: writes ? 'denyWrites' : 'denyReads',
    answer,
  });
  const policy = '/(?<policy>[^/]+)';
  return [
    one('GET', '', false, listDenyPolicies),
    one('POST', '', true, createDenyPolicy),
    one('GET', policy, false, getDenyPolicy),
    one('PUT', policy, true, updateDenyPolicy),
    one('DELETE', policy, true, deleteDenyPolicy),
    one('GET', `${policy}/operations/(?<operation>[^/]+)`, false, getDenyOperation),
  ];
}

function directoryRoutes(): readonly Route[] {
  const user = '^/admin/directory/v1/users/(?<user>[^/]+)';
  const one = (method: Route['method'], below: string, writes: boolean, answer: Route['answer']): Route => ({
    host: ADMIN,
    method,
    path: new RegExp(`${user}${below}$`),
    writes,
    scope: SECURITY_SCOPE,
    answer,
  });
  return [
    one('POST', '/signOut', true, signOut),
    one('GET', '/tokens', false, listTokens),
    one('DELETE', '/tokens/(?<client>[^/]+)', true, deleteToken),
  ];
}

export const HOSTS: readonly string[] = [
  ...new Set([RESOURCE_MANAGER, IAM, ASSET, STS, OAUTH, CREDENTIALS, ADMIN, ...THINGS.map(({ host }) => host)]),
];

export const ROUTES: readonly Route[] = [
  ...THINGS.flatMap(thingRoutes),
  { host: 'storage.googleapis.com', method: 'GET', path: /^\/storage\/v1\/b\/(?<bucket>[^/]+)$/, writes: false, answer: getBucket },
  route(RESOURCE_MANAGER, 'POST read', `${RESOURCE}:getIamPolicy`, 'projectReads', getPolicy),
  route(RESOURCE_MANAGER, 'POST write', `${RESOURCE}:setIamPolicy`, 'projectWrites', setPolicy),
  route(RESOURCE_MANAGER, 'POST read', `${RESOURCE}:testIamPermissions`, 'projectReads', testPermissions),
  route(RESOURCE_MANAGER, 'POST read', '/(?<version>v1)/projects/(?<id>[^/:]+):getAncestry', 'projectReads', getAncestry),
  route(RESOURCE_MANAGER, 'GET read', '/(?<version>v1)/(?<collection>projects)/(?<id>[^/:]+)', 'projectReads', getResource),
  route(
    RESOURCE_MANAGER,
    'GET read',
    '/(?<version>v3)/(?<collection>projects|folders|organizations)/(?<id>[^/:]+)',
    'projectReads',
    getResource,
  ),
  route(RESOURCE_MANAGER, 'GET read', '/(?<version>v3)/(?<collection>projects|folders)', 'projectReads', listChildren),
  route(RESOURCE_MANAGER, 'GET read', '/(?<version>v3)/(?<collection>projects|folders):search', 'projectSearches', searchResources),
  route(IAM, 'GET read', '/(?<version>v1)/roles/(?<role>[^/:]+)', 'iamReads', getRole),
  route(IAM, 'GET read', '/(?<version>v1)/(?<collection>projects|organizations)/(?<id>[^/]+)/roles/(?<role>[^/:]+)', 'iamReads', getRole),
  route(IAM, 'GET read', ACCOUNT, 'iamReads', getAccount),
  route(IAM, 'POST read', `${ACCOUNT}:getIamPolicy`, 'iamReads', getPolicy),
  route(IAM, 'POST write', `${ACCOUNT}:setIamPolicy`, 'iamWrites', setPolicy),
  route(IAM, 'POST read', `${ACCOUNT}:testIamPermissions`, 'iamReads', testPermissions),
  route(IAM, 'POST write', `${ACCOUNT}:disable`, 'iamWrites', disableAccount),
  route(IAM, 'POST write', `${ACCOUNT}:enable`, 'iamWrites', enableAccount),
  ...denyRoutes(),
  ...directoryRoutes(),
  {
    host: IAM,
    method: 'POST',
    path: /^\/v1\/locations\/global\/workforcePools\/(?<pool>[^/]+)\/subjects\/(?<subject>.+):revokeSessions$/,
    writes: true,
    answer: revokeSessions,
  },
  {
    host: CREDENTIALS,
    method: 'POST',
    path: /^\/v1\/projects\/-\/serviceAccounts\/(?<account>[^/:]+):generateAccessToken$/,
    writes: true,
    answer: generateAccessToken,
  },
  {
    host: CREDENTIALS,
    method: 'POST',
    path: /^\/v1\/projects\/-\/serviceAccounts\/(?<account>[^/:]+):signJwt$/,
    writes: true,
    answer: signJwt,
  },
  route(
    ASSET,
    'GET read',
    '/(?<version>v1)/(?<collection>projects|folders|organizations)/(?<id>[^/:]+):searchAllIamPolicies',
    'policySearches',
    searchPolicies,
  ),
];

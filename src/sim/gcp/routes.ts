import { getAccount } from './accounts.ts';
import { getBucket } from './bucket-calls.ts';
import type { GcpCall, Reply } from './call.ts';
import { getDataset, patchDataset } from './dataset-calls.ts';
import { STS } from './federation.ts';
import { getAncestry, getResource, listChildren, searchResources } from './hierarchy-calls.ts';
import { CREDENTIALS, generateAccessToken } from './impersonation.ts';
import { getPolicy, setPolicy, testPermissions } from './policy-calls.ts';
import { getRole } from './role-calls.ts';
import { searchPolicies } from './search-calls.ts';
import type { QuotaName } from './state.ts';
import { type ThingKind, THINGS } from './things.ts';

const RESOURCE_MANAGER = 'cloudresourcemanager.googleapis.com';
const IAM = 'iam.googleapis.com';
const ASSET = 'cloudasset.googleapis.com';

/** One method of an API: where it is, what it costs, and what answers. */
export interface Route {
  readonly host: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Over the decoded path; its groups are handed to `answer` by name. */
  readonly path: RegExp;
  readonly writes: boolean;
  /** Whose bucket of calls it takes from; of services whose quotas are not simulated there is none. */
  readonly quota?: QuotaName;
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

export const HOSTS: readonly string[] = [...new Set([RESOURCE_MANAGER, IAM, ASSET, STS, CREDENTIALS, ...THINGS.map(({ host }) => host)])];

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
  {
    host: CREDENTIALS,
    method: 'POST',
    path: /^\/v1\/projects\/-\/serviceAccounts\/(?<account>[^/:]+):generateAccessToken$/,
    writes: true,
    answer: generateAccessToken,
  },
  route(
    ASSET,
    'GET read',
    '/(?<version>v1)/(?<collection>projects|folders|organizations)/(?<id>[^/:]+):searchAllIamPolicies',
    'policySearches',
    searchPolicies,
  ),
];

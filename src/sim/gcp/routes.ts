import { getAccount } from './accounts.ts';
import type { GcpCall, Reply } from './call.ts';
import { getAncestry, getResource, listChildren, searchResources } from './hierarchy-calls.ts';
import { getPolicy, setPolicy, testPermissions } from './policy-calls.ts';
import { getRole } from './role-calls.ts';
import { searchPolicies } from './search-calls.ts';
import type { QuotaName } from './state.ts';

export const RESOURCE_MANAGER = 'cloudresourcemanager.googleapis.com';
export const IAM = 'iam.googleapis.com';
export const ASSET = 'cloudasset.googleapis.com';

/** One method of an API: where it is, what it costs, and what answers. */
export interface Route {
  readonly host: string;
  readonly method: 'GET' | 'POST';
  /** Over the decoded path; its groups are handed to `answer` by name. */
  readonly path: RegExp;
  readonly writes: boolean;
  readonly quota: QuotaName;
  readonly answer: (call: GcpCall) => Reply;
}

/** Projects and organizations are in v1 and v3, folders in v2 and v3 (Resource Manager API: REST reference); v1 folders are taken too. */
const RESOURCE = '/(?<version>v1|v2|v3)/(?<collection>projects|folders|organizations)/(?<id>[^/:]+)';
const ACCOUNT = '/(?<version>v1)/projects/(?<id>[^/]+)/serviceAccounts/(?<account>[^/:]+)';

function route(host: string, verb: string, path: string, quota: QuotaName, answer: Route['answer']): Route {
  const [method, writes] = verb.split(' ');
  return { host, method: method === 'GET' ? 'GET' : 'POST', path: new RegExp(`^${path}$`), writes: writes === 'write', quota, answer };
}

export const ROUTES: readonly Route[] = [
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
  route(
    ASSET,
    'GET read',
    '/(?<version>v1)/(?<collection>projects|folders|organizations)/(?<id>[^/:]+):searchAllIamPolicies',
    'policySearches',
    searchPolicies,
  ),
];

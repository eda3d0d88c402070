import { formatInstant, type Instant, later } from '../../domain/instant.ts';
import { nextEtag } from './etag.ts';
import { emptyGcp, type GcpBinding, type GcpPolicy, type GcpState } from './state.ts';

const ORGANIZATION = 'organizations/123456789012';
const HOUR = 3_600_000;
const CLOUD_PLATFORM = ['https://www.googleapis.com/auth/cloud-platform'];

/**
 * The example organisation as it is before the tool writes anything: people, groups, Google's own service agents, and
 * conditional access that others made. `now` is the moment from which their ends are counted.
 *
 * Tokens: `sim-token-grantkeeper` may do all; `sim-token-reader` may look and not write.
 */
export function exampleGcp(now: Instant): GcpState {
  const state: GcpState = {
    ...emptyGcp(),
    organizations: { '123456789012': { displayName: 'example.com', customer: 'C01example' } },
    folders: { '77': { displayName: 'production-and-test', parent: ORGANIZATION } },
    projects: projects(),
    serviceAccounts: {
      'deployer@payments-prod.iam.gserviceaccount.com': { project: 'payments-prod', uniqueId: '110000000000000000001' },
      'grantkeeper@platform-shared.iam.gserviceaccount.com': { project: 'platform-shared', uniqueId: '110000000000000000002' },
      'grantkeeper-plan@platform-shared.iam.gserviceaccount.com': { project: 'platform-shared', uniqueId: '110000000000000000003' },
    },
    things: { 'projects/payments-prod/buckets/ledger': {}, 'projects/payments-prod/secrets/psp-key': {} },
    roles: customRoles(),
    tokens: {
      'sim-token-grantkeeper': {
        member: 'serviceAccount:grantkeeper@platform-shared.iam.gserviceaccount.com',
        scopes: CLOUD_PLATFORM,
      },
      'sim-token-reader': {
        member: 'serviceAccount:grantkeeper-plan@platform-shared.iam.gserviceaccount.com',
        scopes: CLOUD_PLATFORM,
        denied: ['*.setIamPolicy', '*.create', '*.update', '*.delete'],
      },
    },
    groups: {
      'payments-oncall@example.com': ['user:ada@example.com', 'user:chi@example.com'],
      'search-oncall@example.com': ['user:ben@example.com', 'user:dan@example.com'],
      'platform-admins@example.com': ['user:gil@example.com', 'user:kim@example.com'],
      'security@example.com': ['user:sam@example.com', 'user:kim@example.com'],
    },
    directory: {
      users: Object.fromEntries(PEOPLE.map((name) => [`${name}@example.com`, { tokens: [GCLOUD] }])),
      admins: ['serviceAccount:grantkeeper@platform-shared.iam.gserviceaccount.com'],
      delegates: [],
    },
  };
  for (const [name, policy] of Object.entries(policies(now))) state.policies[name] = { ...policy, etag: nextEtag(state, now) };
  return state;
}

const PEOPLE = ['ada', 'adm-ada', 'bo', 'chi', 'gil', 'sam', 'kim', 'ben', 'dan', 'eve', 'zoe', 'you'];

/** The client id of gcloud (Google Cloud SDK: its source, config.py). */
const GCLOUD = '32555940559.apps.googleusercontent.com';

function projects(): GcpState['projects'] {
  const below = ['payments-prod', 'payments-test', 'search-prod', 'search-test', 'platform-shared'];
  const numbered = below.map((id, at) => [id, { number: `10000000000${at + 1}`, displayName: id, parent: 'folders/77' }] as const);
  return {
    ...Object.fromEntries(numbered),
    'finance-archive': { number: '100000000009', displayName: 'finance-archive', parent: ORGANIZATION },
  };
}

function customRoles(): GcpState['roles'] {
  return {
    [`${ORGANIZATION}/roles/grantkeeperApply`]: {
      title: 'Grantkeeper apply',
      stage: 'GA',
      includedPermissions: [
        'resourcemanager.folders.get',
        'resourcemanager.folders.getIamPolicy',
        'resourcemanager.folders.setIamPolicy',
        'resourcemanager.projects.get',
        'resourcemanager.projects.getIamPolicy',
        'resourcemanager.projects.setIamPolicy',
      ],
    },
    'projects/payments-prod/roles/ledgerReader': {
      title: 'Ledger reader',
      stage: 'GA',
      includedPermissions: ['storage.objects.get', 'storage.objects.list'],
    },
  };
}

type Policies = Readonly<Record<string, Omit<GcpPolicy, 'etag'> & { readonly bindings: readonly GcpBinding[] }>>;

function policies(now: Instant): Policies {
  return {
    [ORGANIZATION]: {
      bindings: [
        to('roles/resourcemanager.organizationAdmin', 'group:platform-admins@example.com'),
        to('roles/iam.securityReviewer', 'group:security@example.com', GRANTKEEPER, GRANTKEEPER_PLAN),
        to('roles/cloudasset.viewer', GRANTKEEPER, GRANTKEEPER_PLAN),
        to('roles/browser', 'domain:example.com'),
      ],
      auditConfigs: [{ service: 'allServices', auditLogConfigs: [{ logType: 'ADMIN_READ' }, { logType: 'DATA_WRITE' }] }],
    },
    'folders/77': { bindings: folder() },
    'projects/payments-prod': paymentsProd(now),
    'projects/payments-test': { bindings: [...agents('100000000002'), to('roles/editor', 'group:payments-oncall@example.com')] },
    'projects/search-prod': {
      bindings: [...agents('100000000003'), to('roles/viewer', 'user:zoe@example.com', 'group:search-oncall@example.com')],
    },
    'projects/search-test': { bindings: [...agents('100000000004'), to('roles/editor', 'group:search-oncall@example.com')] },
    'projects/platform-shared': { bindings: [...agents('100000000005'), to('roles/owner', 'group:platform-admins@example.com')] },
    'projects/finance-archive': {
      bindings: [to('roles/owner', 'group:finance@example.com'), to('roles/storage.objectViewer', 'user:eve@example.com')],
    },
  };
}

const GRANTKEEPER = 'serviceAccount:grantkeeper@platform-shared.iam.gserviceaccount.com';
const GRANTKEEPER_PLAN = 'serviceAccount:grantkeeper-plan@platform-shared.iam.gserviceaccount.com';

function to(role: string, ...members: readonly string[]): GcpBinding {
  return { role, members };
}

/** The tool may write, but give only roles that are harmless (Google IAM: set limits on granting roles). */
function folder(): readonly GcpBinding[] {
  const granted = ['roles/logging.viewer', 'roles/cloudsql.viewer', 'roles/monitoring.viewer'].map((role) => `'${role}'`).join(', ');
  return [
    to('roles/resourcemanager.folderAdmin', 'group:platform-admins@example.com'),
    {
      ...to(`${ORGANIZATION}/roles/grantkeeperApply`, GRANTKEEPER),
      condition: {
        title: 'Only roles of the catalogue',
        expression: `api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly([${granted}])`,
      },
    },
  ];
}

/** What Google itself puts into each project (Google IAM: service agents). */
function agents(number: string): readonly GcpBinding[] {
  return [
    to('roles/compute.serviceAgent', `serviceAccount:service-${number}@compute-system.iam.gserviceaccount.com`),
    to('roles/editor', `serviceAccount:${number}@cloudservices.gserviceaccount.com`),
  ];
}

function paymentsProd(now: Instant): Policies[string] {
  const until = (ms: number): string => `request.time < timestamp("${formatInstant(later(now, ms))}")`;
  return {
    bindings: [
      ...agents('100000000001'),
      to('roles/owner', 'group:platform-admins@example.com'),
      to(
        'roles/viewer',
        'group:payments-oncall@example.com',
        'user:bo@example.com',
        'deleted:user:rob@example.com?uid=104998493554765980505',
      ),
      to('roles/browser', 'user:zoe@example.com'),
      to('roles/run.developer', 'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com'),
      // A field that no client of today knows must come back as it was.
      { ...to('roles/logging.viewer', 'user:sam@example.com'), bindingId: 'b-4711' },
      {
        ...to('roles/cloudsql.admin', 'user:kim@example.com'),
        condition: { title: 'Created by: PAM', expression: until(2 * HOUR) },
      },
      {
        ...to('roles/secretmanager.secretAccessor', 'user:dan@example.com'),
        condition: { title: `Expiring Access by ${formatInstant(later(now, 720 * HOUR)).slice(0, 10)}`, expression: until(720 * HOUR) },
      },
      {
        ...to('roles/logging.viewer', 'user:ben@example.com'),
        condition: {
          title: 'gk:other-team:2026-11-20-x',
          description: 'grants/search/2026-11-20-x.yaml 0a1b2c3',
          expression: until(6 * HOUR),
        },
      },
    ],
    auditConfigs: [
      {
        service: 'cloudsql.googleapis.com',
        auditLogConfigs: [{ logType: 'DATA_READ', exemptedMembers: ['serviceAccount:deployer@payments-prod.iam.gserviceaccount.com'] }],
      },
    ],
    iamOwned: true,
  };
}

import { type Instant, later } from '../../domain/instant.ts';
import { builtInRoles } from './built-in-roles.ts';
import { exampleAssignments, exampleSchedules } from './example-assignments.ts';
import { APPLICATIONS, exampleGroups, exampleServices, exampleUsers, SERVICES } from './example-directory.ts';
import { plainManner } from './manner.ts';
import { managementGroupScope } from './scope.ts';
import type { AzureState, Caller, RoleDefinition, Workflow } from './state.ts';

export const TENANT = '11111111-2222-4333-8444-555555555555';

export const SUBSCRIPTIONS = {
  payments: '00000000-0000-4000-8000-000000000000',
  search: '00000000-0000-4000-8000-000000000001',
  platform: '00000000-0000-4000-8000-000000000002',
} as const;

/** Scopes of the example organisation, as files write them. */
export const SCOPES = {
  acme: managementGroupScope('acme'),
  payments: `/subscriptions/${SUBSCRIPTIONS.payments}`,
  search: `/subscriptions/${SUBSCRIPTIONS.search}`,
  platform: `/subscriptions/${SUBSCRIPTIONS.platform}`,
  paymentsGroup: `/subscriptions/${SUBSCRIPTIONS.payments}/resourceGroups/payments`,
  searchGroup: `/subscriptions/${SUBSCRIPTIONS.search}/resourceGroups/search`,
  searchTestGroup: `/subscriptions/${SUBSCRIPTIONS.search}/resourceGroups/search-test`,
  sharedGroup: `/subscriptions/${SUBSCRIPTIONS.platform}/resourceGroups/shared`,
  ledger: `/subscriptions/${SUBSCRIPTIONS.payments}/resourceGroups/payments/providers/Microsoft.Storage/storageAccounts/ledger`,
} as const;

/** Bearer tokens that always work: the tool's own, which may do all, and one that may read. */
export const TOKENS = { grantkeeper: 'sim-token-grantkeeper', reader: 'sim-token-reader' } as const;

/** What a workflow of the example repository gets from the runner to ask for identity tokens with. */
export const REQUEST_TOKEN = 'sim-request-token';

/** The GUIDs of the two custom roles that share the name On-call Operator. */
export const ONCALL_OPERATOR = {
  acme: '0c0c0000-0000-4000-8000-000000000001',
  payments: '0c0c0000-0000-4000-8000-000000000002',
} as const;

const BUILT_IN_SINCE = Date.UTC(2015, 1, 2) as Instant;

/** The example organisation's tenant as it is found: people, places, roles, and access that the tool has nothing to do with. */
export function exampleAzure(now: Instant): AzureState {
  return {
    tenant: TENANT,
    managementGroups: [
      { name: TENANT, displayName: 'Tenant Root Group' },
      { name: 'acme', displayName: 'Acme', parent: TENANT },
    ],
    subscriptions: [
      { id: SUBSCRIPTIONS.payments, displayName: 'Payments', parent: 'acme', state: 'Enabled' },
      { id: SUBSCRIPTIONS.search, displayName: 'Search', parent: 'acme', state: 'Enabled' },
      { id: SUBSCRIPTIONS.platform, displayName: 'Platform', parent: 'acme', state: 'Enabled' },
    ],
    resourceGroups: [SCOPES.paymentsGroup, SCOPES.searchGroup, SCOPES.searchTestGroup, SCOPES.sharedGroup].map(inWestEurope),
    resources: [SCOPES.ledger, `${SCOPES.ledger}/blobServices/default/containers/settlements`].map(inWestEurope),
    users: exampleUsers(now),
    groups: exampleGroups(now),
    servicePrincipals: exampleServices(now),
    memberships: [],
    roleDefinitions: [...builtInRoles(BUILT_IN_SINCE), ...customRoles(later(now, -90 * 24 * 3600_000))],
    roleAssignments: exampleAssignments(now),
    schedules: exampleSchedules(now),
    denyAssignments: [],
    locks: [],
    callers: [callerWith(SERVICES.grantkeeper, APPLICATIONS.grantkeeper, ['*'], ['*']), readerCaller()],
    tokens: [
      { value: TOKENS.grantkeeper, principalId: SERVICES.grantkeeper },
      { value: TOKENS.reader, principalId: SERVICES.planner },
    ],
    workflows: [exampleWorkflow()],
    manner: plainManner(),
    journal: [],
    buckets: {},
    serial: 0,
  };
}

function inWestEurope(id: string): { id: string; location: string } {
  return { id, location: 'westeurope' };
}

function readerCaller(): Caller {
  return callerWith(SERVICES.planner, APPLICATIONS.planner, ['*/read'], ['Directory.Read.All']);
}

function callerWith(principalId: string, client: string, actions: readonly string[], graph: readonly string[]): Caller {
  return { principalId, client, actions, refused: [], graph };
}

/** A name says little: the one restarts machines of the whole company, the other web sites of Payments. */
function customRoles(createdOn: Instant): RoleDefinition[] {
  const common = { roleName: 'On-call Operator', kind: 'CustomRole', createdOn } as const;
  return [
    {
      ...common,
      id: ONCALL_OPERATOR.acme,
      description: 'Restart virtual machines.',
      assignableScopes: [SCOPES.acme],
      permissions: may('Microsoft.Compute/virtualMachines/restart/action'),
    },
    {
      ...common,
      id: ONCALL_OPERATOR.payments,
      description: 'Restart web sites.',
      assignableScopes: [SCOPES.payments],
      permissions: may('Microsoft.Web/sites/restart/action'),
    },
  ];
}

function may(action: string): RoleDefinition['permissions'] {
  return [{ actions: ['Microsoft.Insights/*/read', action], notActions: [], dataActions: [], notDataActions: [] }];
}

function exampleWorkflow(): Workflow {
  return {
    requestToken: REQUEST_TOKEN,
    subject: 'repo:acme/access:environment:apply',
    claims: {
      repository: 'acme/access',
      repository_owner: 'acme',
      repository_id: '815',
      repository_owner_id: '4711',
      environment: 'apply',
    },
  };
}

import type { Instant } from '../../src/domain/instant.ts';
import { exampleAzure } from '../../src/sim/azure/example.ts';
import { madeByHand } from '../../src/sim/azure/by-hand.ts';
import type { AzureState } from '../../src/sim/azure/state.ts';
import { nextEtag } from '../../src/sim/gcp/etag.ts';
import { emptyGcp, type GcpState } from '../../src/sim/gcp/state.ts';
import type { ControlWish, Script } from './deeds.ts';

/** When every world begins: 2026-11-23T09:00:00Z. */
export const BEGIN = Date.UTC(2026, 10, 23, 9);
export const STAMP = 'acme-access';
export const TOKEN = 'sim-token-grantkeeper';
const TENANT = '11111111-2222-4333-8444-555555555555';
export const GROUP = '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/payments';

/** GCP scopes by place. */
export const PROJECTS = { main: 'projects/payments-prod', side: 'projects/payments-test' } as const;

/** Azure roles that worlds use, by name. */
export const AZURE_ROLES = {
  Reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  'Monitoring Reader': '43d0d8ad-25c7-4714-9337-8ba259a9fe05',
  'User Access Administrator': '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
} as const;

/** Let their holder change access, and no catalogue role offers them: must never be granted. */
export const DANGEROUS = new Set(['roles/iam.securityAdmin', AZURE_ROLES['User Access Administrator']]);

export interface Identity {
  readonly gcp: string;
  readonly azure: string;
  readonly github?: string;
  /** The human behind it; absent on groups and services. */
  readonly person?: string;
  readonly members?: readonly string[];
}

const person = (name: string, number: string): Identity => ({
  gcp: `user:${name}@example.com`,
  azure: `1b2c0000-0000-4000-8000-0000000000${number}`,
  github: `${name}-x`,
  person: name,
});

export const PEOPLE: Readonly<Record<string, Identity>> = {
  ada: person('ada', '01'),
  bo: person('bo', '02'),
  chi: person('chi', '03'),
  dan: person('dan', '08'),
  kim: person('kim', '06'),
  sam: person('sam', '05'),
  'ada-adm': { gcp: 'user:adm-ada@example.com', azure: '1b2c0000-0000-4000-8000-000000000004', person: 'ada' },
  oncall: { gcp: 'group:payments-oncall@example.com', azure: '3d4e0000-0000-4000-8000-000000000002', members: ['ada', 'chi'] },
  deployer: { gcp: 'serviceAccount:deployer@payments-prod.iam.gserviceaccount.com', azure: '5f6a0000-0000-4000-8000-000000000001' },
};

export const APPROVERS = ['bo', 'chi'] as const;
export const SECURITY = ['sam', 'kim'] as const;
export const PROTECTED = 'deployer';

export const NORMAL: ControlWish = { debug: 'both', left: {}, gone: [] };

/** What `debug` stands for at a place: GCP roles, and an Azure role where the place has a scope there. */
export const DEBUG: Readonly<Record<ControlWish['debug'], readonly { readonly cloud: 'gcp' | 'azure'; readonly role: string }[]>> = {
  narrow: [{ cloud: 'gcp', role: 'roles/logging.viewer' }],
  both: [
    { cloud: 'gcp', role: 'roles/logging.viewer' },
    { cloud: 'azure', role: 'Reader' },
  ],
  wide: [
    { cloud: 'gcp', role: 'roles/logging.viewer' },
    { cloud: 'gcp', role: 'roles/cloudsql.viewer' },
    { cloud: 'azure', role: 'Reader' },
  ],
};

export const instantText = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

export const ROLE_FILE = 'policy/roles/debug.yaml';
export const PEOPLE_FILE = 'policy/people/all.yaml';

export function roleFile({ debug }: Pick<ControlWish, 'debug'>): string {
  const lines = DEBUG[debug].map(({ cloud, role }) => `  - { ${cloud}: $place, role: ${role} }\n`);
  return `description: Look\nprivileged: false\napprovers: []\naccess:\n${lines.join('')}`;
}

export function peopleFile({ left, gone }: Pick<ControlWish, 'left' | 'gone'>): string {
  const there = Object.entries(PEOPLE).filter(([name]) => !gone.includes(name));
  const people = there.filter(([, one]) => one.person !== undefined);
  const lines = people.map(([name, one]) => {
    const leaves = left[name] === undefined ? '' : `, left: ${instantText(left[name])}`;
    if (one.person !== name) return `  ${name}: { person: ${one.person}, gcp: "${one.gcp}", azure: ${one.azure}${leaves} }\n`;
    return `  ${name}: { name: ${name} x, github: ${one.github}, gcp: "${one.gcp}", azure: ${one.azure}${leaves} }\n`;
  });
  const { oncall, deployer } = PEOPLE as { readonly oncall: Identity; readonly deployer: Identity };
  const members = (oncall.members ?? []).filter((one) => !gone.includes(one));
  const groups = `groups:\n  oncall: { gcp: "${oncall.gcp}", azure: ${oncall.azure}, members: [${members.join(', ')}] }\n`;
  const services = `services:\n  deployer: { gcp: "${deployer.gcp}", azure: ${deployer.azure} }\n`;
  return `people:\n${lines.join('')}${groups}${services}`;
}

/** The control files that every world begins with. */
export function firstFiles(limits: Pick<Script, 'withdrawals' | 'newGrants' | 'clouds'>): Readonly<Record<string, string>> {
  const { clouds } = limits;
  const scopes = (gcp: string, azure?: string) =>
    [...(clouds === 'azure' ? [] : [`gcp: ${gcp}`]), ...(clouds === 'gcp' || azure === undefined ? [] : [`azure: ${azure}`])].join(', ');
  return {
    'policy/policy.yaml': `stamp: ${STAMP}
security: [${SECURITY.join(', ')}]
clouds:
  gcp: { reads: [folders/77], manages: [folders/77] }
  azure: { tenant: ${TENANT}, reads: [/], manages: [/providers/Microsoft.Management/managementGroups/${TENANT}] }
grants: { maxGrace: 30m }
approval: { mode: enforce, minimum: 1, privileged: 2 }
guard: { withdrawals: { max: ${limits.withdrawals}, percent: 10, window: 24h }, newGrants: { max: ${limits.newGrants}, privileged: 5 }, protect: [${PROTECTED}] }
prune: { after: 1h }
`,
    'policy/teams/payments.yaml': `approvers: [${APPROVERS.join(', ')}]
zone: Europe/Berlin
places:
  main: { env: prod, ${scopes(PROJECTS.main, GROUP)} }
${clouds === 'azure' ? '' : `  side: { env: test, ${scopes(PROJECTS.side)} }\n`}`,
    [ROLE_FILE]: roleFile(NORMAL),
    [PEOPLE_FILE]: peopleFile(NORMAL),
  };
}

/** Two projects with access that is nobody's business of ours. */
export function gcpBooks(): GcpState {
  const state: GcpState = {
    ...emptyGcp(),
    organizations: { '123456789012': { displayName: 'example.com', customer: 'C01example' } },
    folders: { '77': { displayName: 'production-and-test', parent: 'organizations/123456789012' } },
    projects: {
      'payments-prod': { number: '100000000001', displayName: 'payments-prod', parent: 'folders/77' },
      'payments-test': { number: '100000000002', displayName: 'payments-test', parent: 'folders/77' },
    },
    serviceAccounts: { 'deployer@payments-prod.iam.gserviceaccount.com': { project: 'payments-prod', uniqueId: '110000000000000000001' } },
    tokens: {
      [TOKEN]: {
        member: 'serviceAccount:grantkeeper@platform-shared.iam.gserviceaccount.com',
        scopes: ['https://www.googleapis.com/auth/cloud-platform'],
      },
    },
  };
  state.policies[PROJECTS.main] = {
    etag: nextEtag(state, BEGIN as Instant),
    bindings: [
      { role: 'roles/owner', members: ['group:platform-admins@example.com'] },
      { role: 'roles/viewer', members: ['user:bo@example.com', 'deleted:user:rob@example.com?uid=104998493554765980505'] },
      { role: 'roles/logging.viewer', members: ['user:sam@example.com'], bindingId: 'b-4711' },
    ],
    auditConfigs: [{ service: 'allServices', auditLogConfigs: [{ logType: 'DATA_READ' }] }],
    iamOwned: true,
  };
  state.policies[PROJECTS.side] = {
    etag: nextEtag(state, BEGIN as Instant),
    bindings: [{ role: 'roles/editor', members: ['group:payments-oncall@example.com'] }],
  };
  return state;
}

let tenant: AzureState | undefined;

/** The example tenant with the few roles that worlds ask for: long lists cost time and find nothing. */
export function azureBooks(pageSize: number): AzureState {
  tenant ??= exampleAzure(BEGIN as Instant);
  const roles = new Set<string>(Object.values(AZURE_ROLES));
  const by = { scope: GROUP, principalType: 'User' };
  return {
    ...tenant,
    // Few enough to come on one page of two.
    managementGroups: tenant.managementGroups.slice(0, 1),
    subscriptions: tenant.subscriptions.slice(0, 1).map((one) => ({ ...one, parent: TENANT })),
    roleDefinitions: tenant.roleDefinitions.filter(({ id }) => roles.has(id)),
    roleAssignments: [
      madeByHand({ ...by, role: AZURE_ROLES.Reader, principalId: PEOPLE['sam']?.azure ?? '' }, BEGIN as Instant),
      madeByHand({ ...by, role: AZURE_ROLES['Monitoring Reader'], principalId: PEOPLE['kim']?.azure ?? '' }, BEGIN as Instant),
    ],
    schedules: [],
    manner: { ...tenant.manner, lag: { ...tenant.manner.lag }, pageSize, directoryLag: 0 },
    journal: [],
    buckets: {},
  };
}

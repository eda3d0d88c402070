import { type Instant, later } from '../../domain/instant.ts';
import { ID_TOKEN_ISSUER } from './id-token.ts';
import type { Group, ServicePrincipal, User } from './state.ts';

const DAY = 24 * 3600_000;

/** Object ids of the example organisation, by the names that its policy uses. */
export const PEOPLE = {
  ada: '1b2c0000-0000-4000-8000-000000000001',
  bo: '1b2c0000-0000-4000-8000-000000000002',
  chi: '1b2c0000-0000-4000-8000-000000000003',
  gil: '1b2c0000-0000-4000-8000-000000000004',
  sam: '1b2c0000-0000-4000-8000-000000000005',
  kim: '1b2c0000-0000-4000-8000-000000000006',
  ben: '1b2c0000-0000-4000-8000-000000000007',
  dan: '1b2c0000-0000-4000-8000-000000000008',
  eve: '1b2c0000-0000-4000-8000-000000000009',
  you: '1b2c0000-0000-4000-8000-00000000000a',
  zoe: '1b2c0000-0000-4000-8000-00000000000b',
} as const;

export const GROUPS = {
  paymentsOncall: '3d4e0000-0000-4000-8000-000000000002',
  searchOncall: '3d4e0000-0000-4000-8000-000000000003',
} as const;

export const SERVICES = {
  deployer: '5f6a0000-0000-4000-8000-000000000001',
  grantkeeper: '7a8b0000-0000-4000-8000-000000000001',
  planner: '7a8b0000-0000-4000-8000-000000000002',
} as const;

/** The application ids that the tool signs in with, to apply and to plan. */
export const APPLICATIONS = {
  grantkeeper: '7a8b0000-0000-4000-8000-0000000000a1',
  planner: '7a8b0000-0000-4000-8000-0000000000a2',
} as const;

const FULL_NAMES: Readonly<Record<keyof typeof PEOPLE, string>> = {
  ada: 'Ada Byron',
  bo: 'Bo Stone',
  chi: 'Chi Park',
  gil: 'Gil Moreau',
  sam: 'Sam Okafor',
  kim: 'Kim Ito',
  ben: 'Ben Adler',
  dan: 'Dan Ruiz',
  eve: 'Eve Moss',
  you: 'You',
  zoe: 'Zoe Lind',
};

/** Everybody has been there for a year. */
export function exampleUsers(now: Instant): User[] {
  return Object.entries(PEOPLE).map(([name, id]) => ({
    id,
    displayName: FULL_NAMES[name as keyof typeof PEOPLE],
    createdAt: later(now, -365 * DAY),
    userPrincipalName: `${name}@example.com`,
    mail: `${name}@example.com`,
    accountEnabled: true,
    signInSessionsValidFrom: later(now, -365 * DAY),
  }));
}

export function exampleGroups(now: Instant): Group[] {
  const createdAt = later(now, -365 * DAY);
  return [
    { id: GROUPS.paymentsOncall, displayName: 'payments-oncall', createdAt, members: [PEOPLE.ada, PEOPLE.chi] },
    { id: GROUPS.searchOncall, displayName: 'search-oncall', createdAt, members: [PEOPLE.ben, PEOPLE.dan] },
  ];
}

/** The tool's two identities, one to apply and one to plan, and a workload's own. */
export function exampleServices(now: Instant): ServicePrincipal[] {
  const common = { createdAt: later(now, -365 * DAY), accountEnabled: true };
  return [
    {
      ...common,
      id: SERVICES.deployer,
      displayName: 'deployer',
      appId: '5f6a0000-0000-4000-8000-0000000000a1',
      kind: 'ManagedIdentity',
      federated: [],
    },
    {
      ...common,
      id: SERVICES.grantkeeper,
      displayName: 'grantkeeper',
      appId: APPLICATIONS.grantkeeper,
      kind: 'Application',
      federated: trusts('environment:apply'),
    },
    {
      ...common,
      id: SERVICES.planner,
      displayName: 'grantkeeper-plan',
      appId: APPLICATIONS.planner,
      kind: 'Application',
      federated: trusts('pull_request'),
    },
  ];
}

/** Workflows of acme/access, in the classic and in the immutable form of the subject. */
function trusts(where: string): ServicePrincipal['federated'] {
  return ['repo:acme/access', 'repo:acme@4711/access@815'].map((repository) => ({
    issuer: ID_TOKEN_ISSUER,
    subject: `${repository}:${where}`,
    audience: 'api://AzureADTokenExchange',
  }));
}

import type { CatalogueRole } from '../../src/domain/catalogue.ts';
import type { CloudSyntax, Parsed } from '../../src/domain/cloud.ts';
import type { Principal, PrincipalKind } from '../../src/domain/directory.ts';
import type { Location } from '../../src/domain/finding.ts';
import type { Grant } from '../../src/domain/grant.ts';
import { type Instant, parseInstant } from '../../src/domain/instant.ts';
import type { Control, Policy } from '../../src/domain/policy.ts';
import type { MergedRequest, Review, ReviewState } from '../../src/domain/request.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Place, Team } from '../../src/domain/team.ts';
import type { Asked, Use } from '../../src/policy/asked.ts';

/** The example organisation, as plain values that a test changes where its story differs. */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`${text} is no instant`);
  return instant;
}

/** A source whose columns tell the pointers apart, so that a test can see where a finding points. */
export function source(file: string, pointers: readonly string[] = []): Source {
  const place = (pointer: string): Location => {
    const line = pointers.indexOf(pointer) + 1;
    return { file, line, column: 1, endLine: line, endColumn: 2 };
  };
  return { file, place, key: place };
}

interface Extra {
  readonly person?: string;
  readonly github?: string;
  readonly members?: readonly string[];
  readonly left?: Instant;
  readonly identities?: ReadonlyMap<string, string>;
}

export function principal(name: string, kind: PrincipalKind, extra: Extra = {}): Principal {
  const gcp = { person: 'user', account: 'user', group: 'group', service: 'serviceAccount' }[kind];
  return {
    name,
    kind,
    identities: new Map([['gcp', `${gcp}:${name}@example.com`]]),
    members: [],
    source: source('policy/people/all.yaml'),
    pointer: `/people/${name}`,
    ...(kind === 'person' ? { person: name } : {}),
    ...extra,
  };
}

const PEOPLE = ['ada', 'bo', 'chi', 'gil', 'sam', 'kim', 'ben', 'dan', 'zoe'] as const;
const LOGINS: Readonly<Record<string, string>> = {
  ada: 'ada-b',
  bo: 'bo-s',
  chi: 'chi-p',
  gil: 'gil-m',
  sam: 'sam-o',
  kim: 'kim-i',
  ben: 'ben-a',
  dan: 'dan-r',
  zoe: 'zoe-l',
};

function loginOf(person: string): string {
  return LOGINS[person] ?? person;
}

export function directoryOf(...more: readonly Principal[]): ReadonlyMap<string, Principal> {
  const all = [
    ...PEOPLE.map((name) => principal(name, 'person', { github: loginOf(name) })),
    principal('eve', 'person', { github: 'eve-m', left: at('2026-11-20T16:00:00Z') }),
    principal('ada-adm', 'account', { person: 'ada', identities: new Map([['gcp', 'user:adm-ada@example.com']]) }),
    principal('payments-oncall', 'group', { members: ['ada', 'chi'] }),
    principal('search-oncall', 'group', { members: ['ben', 'dan'] }),
    principal('deployer', 'service'),
    ...more,
  ];
  return new Map(all.map((one) => [one.name, one]));
}

export function place(name: string, env: string, gcp: string): Place {
  return { name, env, scopes: new Map([['gcp', gcp]]) };
}

export const PAYMENTS_PROD = place('payments-prod', 'prod', 'projects/payments-prod');
export const PAYMENTS_TEST = place('payments-test', 'test', 'projects/payments-test');
export const SEARCH_PROD = place('search-prod', 'prod', 'projects/search-prod');

function team(name: string, approvers: readonly string[], places: readonly Place[]): Team {
  return {
    name,
    approvers,
    zone: 'Europe/Berlin',
    places: new Map(places.map((one) => [one.name, one])),
    source: source(`policy/teams/${name}.yaml`),
  };
}

export function role(name: string, changes: Partial<CatalogueRole> = {}): CatalogueRole {
  return {
    name,
    description: name,
    privileged: false,
    approvers: [],
    access: [{ cloud: 'gcp', target: '$place', role: 'roles/logging.viewer' }],
    source: source(`policy/roles/${name}.yaml`),
    ...changes,
  };
}

export function policy(changes: Partial<Policy> = {}): Policy {
  return {
    stamp: 'acme-access',
    formerStamps: [],
    security: ['sam', 'kim'],
    clouds: new Map(),
    grants: { maxGrace: 30 * MINUTE, require: [] },
    limits: [],
    deny: { roles: [], principals: [] },
    separationOfDuties: [],
    rules: [],
    approval: { mode: 'enforce', minimum: 1, privileged: 2 },
    guard: { withdrawals: { max: 3, percent: 10, window: DAY }, newGrants: { max: 20, privileged: 5 }, protect: [] },
    unmanaged: { mode: 'report', ignore: [] },
    notices: { before: [], to: [] },
    prune: { after: HOUR },
    heartbeat: { maxAge: 90 * MINUTE },
    source: source('policy/policy.yaml'),
    ...changes,
  };
}

export function control(changes: Partial<Control> = {}): Control {
  const teams = [
    team('payments', ['bo', 'chi'], [PAYMENTS_PROD, PAYMENTS_TEST]),
    team('search', ['dan', 'zoe'], [SEARCH_PROD]),
    team('platform', ['gil', 'kim'], []),
  ];
  const roles = [role('debug'), role('release'), role('rescue', { privileged: true }), role('audit', { approvers: ['sam'] })];
  return {
    policy: policy(),
    teams: new Map(teams.map((one) => [one.name, one])),
    directory: directoryOf(),
    roles: new Map(roles.map((one) => [one.name, one])),
    overrides: [],
    ...changes,
  };
}

export function grant(changes: Partial<Grant> = {}): Grant {
  return {
    id: '2026-11-23-ada-debug',
    team: 'payments',
    principals: ['ada'],
    access: [{ kind: 'catalogue', role: 'debug', places: ['payments-prod'] }],
    expires: at('2026-11-23T17:00:00Z'),
    grace: 0,
    source: source('grants/payments/2026-11-23-ada-debug.yaml', ['', '/principal/0', '/access/0', '/access/1', '/expires', '/ticket']),
    ...changes,
  };
}

export function use(changes: Partial<Use> = {}): Use {
  return {
    principal: 'ada',
    catalogueRole: 'debug',
    role: { cloud: 'gcp', text: 'roles/logging.viewer' },
    place: PAYMENTS_PROD,
    env: 'prod',
    scope: 'projects/payments-prod',
    roleKey: 'gcp roles/logging.viewer',
    scopeKey: 'gcp projects/payments-prod',
    pointer: '/access/0',
    ...changes,
  };
}

/** Azure's way with roles: a name is as good as its id, in any case. */
const AZURE: CloudSyntax = {
  name: 'azure',
  title: 'Azure',
  capabilities: {
    nativeExpiry: { can: false, why: 'no PIM' },
    nativeStart: { can: false, why: 'no PIM' },
    chosenEnder: { can: true, how: 'as written' },
    ownConditions: { can: true, how: 'as written' },
    endsSessions: { can: false, why: 'tokens live on' },
    besideTwin: { can: false, why: 'one assignment a triple' },
    unitOfWrite: 'binding',
  },
  scope: () => ({ ok: false, problem: 'not asked in these tests' }),
  isRawScope: () => false,
  covers: () => false,
  isContainer: () => false,
  member: () => ({ ok: false, problem: 'not asked in these tests' }),
  role: (text): Parsed<string> =>
    text.toLowerCase() === 'owner' ? { ok: true, value: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' } : { ok: false, problem: 'not known' },
};

/** Monday, 23 November 2026, 9:00 in UTC and 10:00 in Berlin; eight hours are asked for. */
export function asked(changes: Partial<Asked> = {}): Asked {
  const asks = changes.grant ?? grant();
  return {
    grant: asks,
    control: control(),
    now: at('2026-11-23T09:00:00Z'),
    end: (asks.expires + asks.grace) as Instant,
    uses: [use()],
    held: [],
    history: [],
    clouds: new Map([['azure', AZURE]]),
    ...changes,
  };
}

export const HEAD = 'c0ffee';

export function review(person: string, state: ReviewState, changes: Partial<Review> = {}): Review {
  return { login: loginOf(person), bot: false, state, commit: HEAD, at: at('2026-11-23T08:30:00Z'), ...changes };
}

/** Ada asked at #412, and it was merged at 9:00. */
export function request(changes: Partial<MergedRequest> = {}): MergedRequest {
  return {
    number: 412,
    url: 'https://forge.example.com/acme/access/pull/412',
    author: 'ada-b',
    authorIsBot: false,
    base: 'main',
    defaultBranch: 'main',
    head: HEAD,
    mergedAt: at('2026-11-23T09:00:00Z'),
    mergedBy: 'ada-b',
    writers: ['ada-b'],
    paths: ['grants/payments/2026-11-23-ada-debug.yaml'],
    reviews: [review('bo', 'approved')],
    ...changes,
  };
}

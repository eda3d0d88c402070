import { createHash } from 'node:crypto';
import type { Binding } from '../../src/domain/access.ts';
import type { CatalogueRole } from '../../src/domain/catalogue.ts';
import type { Principal } from '../../src/domain/directory.ts';
import type { AccessEntry, Grant } from '../../src/domain/grant.ts';
import { type Instant, parseInstant } from '../../src/domain/instant.ts';
import type { LiveBinding } from '../../src/domain/live-binding.ts';
import type { Mark } from '../../src/domain/mark.ts';
import type { Control, Policy } from '../../src/domain/policy.ts';
import type { RoleFacts } from '../../src/domain/role-facts.ts';
import type { Team } from '../../src/domain/team.ts';
import { azureSyntax as azure } from '../../src/providers/azure/syntax.ts';
import { gcpSyntax as gcp } from '../../src/providers/gcp/syntax.ts';
import type { ClaimSource } from '../../src/reconcile/claims.ts';
import type { Clouds } from '../../src/reconcile/clouds.ts';
import { expander } from '../../src/reconcile/expand.ts';
import { type PlanInput, makePlan } from '../../src/reconcile/plan.ts';
import { follow, type Proof, type Timeline, type Version } from '../../src/reconcile/timeline.ts';

export const CLOUDS: Clouds = new Map([
  ['gcp', gcp],
  ['azure', azure],
]);

export const STAMP = 'acme-access';

/** `10:00` on the day of the tests, or a whole instant. */
export function at(text: string): Instant {
  const found = parseInstant(text.length === 5 ? `2026-11-23T${text}:00Z` : text);
  if (found === undefined) throw new Error(`no instant: ${text}`);
  return found;
}

const SPOT = { file: 'x.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };

export function source(file: string) {
  return { file, place: () => ({ ...SPOT, file }), key: () => ({ ...SPOT, file }) };
}

export const DEBUG: AccessEntry = { kind: 'catalogue', role: 'debug', places: ['payments-prod'] };
export const LOGS: AccessEntry = { kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role: 'roles/logging.viewer' };
export const READER: AccessEntry = { kind: 'cloud', cloud: 'azure', target: 'payments-prod', role: 'Reader' };

export type GrantWords = Partial<Omit<Grant, 'starts' | 'expires'>> & { readonly starts?: string; readonly expires?: string };

export function aGrant(id: string, words: GrantWords = {}): Grant {
  const { starts, expires = '17:00', ...rest } = words;
  const team = rest.team ?? 'payments';
  return {
    id,
    team,
    principals: ['ada'],
    reason: 'because',
    ticket: 'INC-1',
    access: [LOGS],
    grace: 0,
    source: source(`grants/${team}/${id}.yaml`),
    ...rest,
    expires: at(expires),
    ...(starts === undefined ? {} : { starts: at(starts) }),
  };
}

function person(name: string, more: Partial<Principal> = {}): Principal {
  const identities = new Map([
    ['gcp', `user:${name}@example.com`],
    ['azure', AZURE_IDS[name] ?? '1b2c0000-0000-4000-8000-0000000000ff'],
  ]);
  return {
    name,
    kind: 'person',
    fullName: name,
    person: name,
    github: `${name}-x`,
    identities,
    members: [],
    source: source('policy/people/x.yaml'),
    pointer: `/people/${name}`,
    ...more,
  };
}

export const AZURE_IDS: Readonly<Record<string, string>> = {
  ada: '1b2c0000-0000-4000-8000-000000000001',
  bo: '1b2c0000-0000-4000-8000-000000000002',
  gil: '1b2c0000-0000-4000-8000-000000000004',
  deployer: '5f6a0000-0000-4000-8000-000000000001',
};

export const PEOPLE: readonly Principal[] = [
  person('ada'),
  person('bo'),
  person('gil'),
  person('ada-adm', { kind: 'account', person: 'ada', identities: new Map([['gcp', 'user:adm-ada@example.com']]) }),
  person('oncall', { kind: 'group', identities: new Map([['gcp', 'group:oncall@example.com']]), members: ['ada', 'gil'] }),
  person('deployer', { kind: 'service', identities: new Map([['gcp', 'serviceAccount:deployer@p.iam.gserviceaccount.com']]) }),
].map((one) => (one.kind === 'group' || one.kind === 'service' ? withoutPerson(one) : one));

function withoutPerson({ person: _person, ...rest }: Principal): Principal {
  return rest;
}

export const RG = '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/payments';

export const PAYMENTS: Team = {
  name: 'payments',
  approvers: ['bo', 'gil'],
  zone: 'Europe/Berlin',
  places: new Map([
    [
      'payments-prod',
      {
        name: 'payments-prod',
        env: 'prod',
        scopes: new Map([
          ['gcp', 'projects/payments-prod'],
          ['azure', RG],
        ]),
      },
    ],
    ['payments-test', { name: 'payments-test', env: 'test', scopes: new Map([['gcp', 'projects/payments-test']]) }],
  ]),
  source: source('policy/teams/payments.yaml'),
};

export function aRole(name: string, more: Partial<CatalogueRole> = {}): CatalogueRole {
  const access = [
    { cloud: 'gcp', target: '$place', role: 'roles/logging.viewer' },
    { cloud: 'gcp', target: '$place', role: 'roles/cloudsql.viewer' },
    { cloud: 'azure', target: '$place', role: 'Reader' },
  ];
  return { name, description: name, privileged: false, approvers: [], access, source: source(`policy/roles/${name}.yaml`), ...more };
}

export function aPolicy(more: Partial<Policy> = {}): Policy {
  return {
    stamp: STAMP,
    formerStamps: [],
    security: ['bo'],
    clouds: new Map([
      ['gcp', { reads: [], manages: ['projects/payments-prod'] }],
      ['azure', { reads: [], manages: ['/'] }],
    ]),
    grants: { maxGrace: 0, require: [] },
    limits: [],
    deny: { roles: [], principals: [] },
    separationOfDuties: [],
    rules: [],
    approval: { mode: 'enforce', minimum: 1, privileged: 2 },
    guard: { withdrawals: { max: 3, percent: 10, window: 86_400_000 }, newGrants: { max: 20, privileged: 5 }, protect: [] },
    unmanaged: { mode: 'report', ignore: [] },
    notices: { before: [], to: [] },
    prune: { after: 3600_000 },
    heartbeat: { maxAge: 0 },
    source: source('policy/policy.yaml'),
    ...more,
  };
}

export interface ControlWords {
  readonly policy?: Partial<Policy>;
  readonly teams?: readonly Team[];
  readonly people?: readonly Principal[];
  readonly roles?: readonly CatalogueRole[];
  readonly overrides?: Control['overrides'];
}

export function aControl(words: ControlWords = {}): Control {
  const { teams = [PAYMENTS], people = PEOPLE, roles = [aRole('debug')], overrides = [] } = words;
  return {
    policy: aPolicy(words.policy),
    teams: new Map(teams.map((team) => [team.name, team])),
    directory: new Map(people.map((one) => [one.name, one])),
    roles: new Map(roles.map((role) => [role.name, role])),
    overrides,
  };
}

export const PROVED: Proof = { kind: 'proved', by: ['bo'], request: 7 };
export const UNPROVED: Proof = { kind: 'unproved', code: 'GK2001', reason: 'committed straight to main', hint: 'Ask by a pull request.' };

export interface VersionWords {
  readonly at?: string;
  readonly grant?: Grant;
  readonly body?: Version['body'];
  readonly proof?: Proof | 'none';
  readonly blob?: string;
  /** Where in history, if not by its number among the words. */
  readonly position?: number;
}

/** A life of one id, a word for each commit; positions count from 0. */
export function aLife(id: string, ...words: readonly VersionWords[]): Timeline {
  const versions = words.map((word, number): Version => {
    const position = word.position ?? number;
    const body: Version['body'] = word.body ?? (word.grant === undefined ? { kind: 'deleted' } : { kind: 'grant', grant: word.grant });
    const path = word.grant?.source.file ?? `grants/payments/${id}.yaml`;
    const blob = word.blob ?? `${id}-${position}`;
    const proof = word.proof ?? PROVED;
    return {
      id,
      path,
      commit: `${'0'.repeat(38)}${position}${id.length % 10}`,
      position,
      at: at(word.at ?? '09:00'),
      blob,
      body,
      ...(proof === 'none' ? {} : { proof }),
    };
  });
  const [first, ...rest] = versions;
  if (first === undefined) throw new Error('a life has a version');
  return follow([first, ...rest]);
}

export function lives(...timelines: readonly Timeline[]): ReadonlyMap<string, Timeline> {
  return new Map(timelines.map((one) => [one.id, one]));
}

const READER_ID = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

function facts(role: string): RoleFacts {
  if (role === 'unknown') return { ok: false, problem: 'there is no role unknown' };
  const id = role === 'Reader' ? READER_ID : role;
  const privileged = role.endsWith('Admin');
  return { ok: true, role: { id, name: role }, privileged, reasons: privileged ? ['it sets policies'] : [] };
}

export function aSource(timelines: ReadonlyMap<string, Timeline>, more: Partial<ClaimSource> = {}): ClaimSource {
  const control = more.control ?? aControl();
  return {
    timelines,
    control,
    controlAt: () => control,
    directories: [control.directory],
    expand: expander(CLOUDS),
    recalled: { members: new Set(), names: new Set(), lifted: new Map(), unknown: [] },
    role: (_scope, role) => facts(role),
    ...more,
  };
}

export function aBinding(
  words: {
    readonly cloud?: 'gcp' | 'azure';
    readonly scope?: string;
    readonly role?: string;
    readonly member?: string;
    readonly condition?: string;
  } = {},
): Binding {
  const cloud = words.cloud ?? 'gcp';
  const syntax = CLOUDS.get(cloud) as NonNullable<ReturnType<Clouds['get']>>;
  const scope = syntax.scope(words.scope ?? (cloud === 'gcp' ? 'projects/payments-prod' : RG));
  const text = words.member ?? (cloud === 'gcp' ? 'user:ada@example.com' : (AZURE_IDS['ada'] ?? ''));
  const member = syntax.member(text, text.startsWith('group:') ? 'group' : text.startsWith('serviceAccount:') ? 'service' : 'user');
  const known = facts(words.role ?? (cloud === 'gcp' ? 'roles/logging.viewer' : 'Reader'));
  if (!scope.ok || !member.ok || !known.ok) throw new Error('not a binding');
  return {
    scope: scope.value,
    member: member.value,
    role: known.role,
    ...(words.condition === undefined ? {} : { condition: words.condition }),
  };
}

let handles = 0;

export function live(binding: Binding, mark?: Partial<Mark> & { readonly end?: string }, more: Partial<LiveBinding> = {}): LiveBinding {
  const { end, ...rest } = mark ?? {};
  const whole: Mark = { stamp: STAMP, grant: 'g', ...rest, ...(end === undefined ? {} : { until: at(end) }) };
  handles += 1;
  return { binding, conditional: mark !== undefined, handle: `h${handles}`, ...(mark === undefined ? {} : { mark: whole }), ...more };
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export interface PlanWords extends Partial<Omit<PlanInput, 'at'>> {
  readonly now?: string;
  readonly timelines?: ReadonlyMap<string, Timeline>;
  readonly live?: readonly LiveBinding[];
  readonly sourceWords?: Partial<ClaimSource>;
}

/** Lets everything through. */
export const OPEN: PlanInput['gate'] = { managed: () => undefined, unsure: () => false, judge: () => [] };

/** A plan over one reading for each scope that is named. */
export function planned(words: PlanWords) {
  const { now = '10:00', timelines = new Map(), live: bindings = [], sourceWords = {}, ...rest } = words;
  const scopes = [aBinding().scope, aBinding({ cloud: 'azure' }).scope];
  return makePlan({
    at: at(now),
    cloudTimes: [],
    commit: 'c'.repeat(40),
    source: aSource(timelines, sourceWords),
    clouds: CLOUDS,
    readings: scopes.map((scope) => ({ scope, live: bindings.filter((one) => one.binding.scope.key === scope.key) })),
    unread: [],
    controlFindings: [],
    gate: OPEN,
    recallsForeign: new Set(),
    recentWithdrawals: new Set(),
    written: () => false,
    hash,
    ...rest,
  });
}

/** `revoke lapsed ada`, one for each change of a plan. */
export function said(plan: ReturnType<typeof planned>['plan']): readonly string[] {
  return plan.changes.map((one) => `${one.verb} ${one.because} ${one.principal}`);
}

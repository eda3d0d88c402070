import { hash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aboutRequest } from '../../src/action/request-event.ts';
import { plan } from '../../src/commands/plan.ts';
import { UsageProblem } from '../../src/commands/usage.ts';
import type { Scope } from '../../src/domain/access.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { ForgeFailure } from '../../src/forge/github/failures.ts';
import { type RawReview, reviewsFrom } from '../../src/forge/github/reviews.ts';
import { linked, origin, placeOf } from '../../src/ledger/chain.ts';
import { factText, readEntry } from '../../src/ledger/entry-text.ts';
import { readSnapshot } from '../../src/ledger/snapshot.ts';
import { checkLedger } from '../../src/ledger/verify.ts';
import { azureReader } from '../../src/providers/azure/reader.ts';
import { credential } from '../../src/providers/gcp/credentials.ts';
import { gcpReader } from '../../src/providers/gcp/reader.ts';
import type { Access, CloudReader } from '../../src/providers/provider.ts';
import type { Dice } from '../worlds/dice.ts';
import type { Checked, Fuzz } from './fuzz.ts';
import { slipped, spoiled } from './spoil.ts';

/** What comes from outside and is no file of ours: right examples of it with something wrong in them. */

export const NOW = Date.UTC(2026, 10, 23, 12) as Instant;
const sha256 = (text: string): string => hash('sha256', text);

/** A right value with one to three things wrong with it; now and then as a text that is cut or misspelled. */
export function spoiltText(value: unknown, one: Dice): string {
  const text = JSON.stringify(spoiled(value, one));
  return one.chance(0.15) ? slipped(text, one) : text;
}

export function accessOver(fetch: Access['fetch'], identity: Access['identity'] = { kind: 'token', token: 'a-token' }): Access {
  const common = {
    clock: () => NOW,
    sleep: () => Promise.resolve(),
    random: () => 0,
    reason: 'fuzz',
    stamp: 'acme-access',
    formerStamps: [],
  };
  return { fetch, identity, ...common };
}

const answering =
  (body: string, hosts: readonly string[], strangers: string[]): Access['fetch'] =>
  (target) => {
    const { hostname } = new URL(target instanceof Request ? target.url : target);
    if (!hosts.includes(hostname)) strangers.push(hostname);
    const headers = { 'content-type': 'application/json', date: new Date(NOW).toUTCString() };
    return Promise.resolve(new Response(body, { status: 200, headers }));
  };

/** A reading is whole or a failure, asks one host only, and tells of no binding twice what it is. */
async function readingOf(
  body: string,
  scope: Scope,
  host: string,
  open: (access: Access) => CloudReader | Promise<CloudReader>,
): Promise<Checked> {
  const strangers: string[] = [];
  const reading = await (await open(accessOver(answering(body, [host], strangers)))).read(scope);
  if (strangers.length > 0) return { taken: reading.ok, wrong: `it asked ${strangers.join(', ')}` };
  if (!reading.ok) return { taken: false };
  const odd = reading.live.find(({ binding: { member, role }, handle }) =>
    [member.id, role.id, handle].some((text) => typeof text !== 'string'),
  );
  return odd === undefined ? { taken: true } : { taken: true, wrong: `a binding without its parts: ${JSON.stringify(odd)}` };
}

export const PROJECT: Scope = { cloud: 'gcp', path: 'projects/payments-prod', key: 'projects/payments-prod' };

const POLICY = {
  version: 3,
  etag: 'BwXhqDVlvgM=',
  bindings: [
    { role: 'roles/owner', members: ['group:platform-admins@example.com'] },
    { role: 'roles/viewer', members: ['user:bo@example.com', 'deleted:user:rob@example.com?uid=104998493554765980505'] },
    {
      role: 'roles/logging.viewer',
      members: ['user:ada@example.com'],
      condition: {
        title: 'gk:acme-access:g1',
        description: 'grants/payments/g1.yaml',
        expression: 'request.time < timestamp("2026-11-23T17:00:00Z")',
      },
    },
  ],
  auditConfigs: [{ service: 'allServices' }],
};

const gcpPolicies: Fuzz = {
  name: 'policies of Google Cloud',
  share: 0.05,
  make: (one) => spoiltText(POLICY, one),
  check: async (body) => {
    const checked = await readingOf(body, PROJECT, 'cloudresourcemanager.googleapis.com', gcpReader);
    const seen = checked.taken ? membersIn(JSON.parse(body)) : undefined;
    const reading = seen === undefined ? undefined : await gcpReader(accessOver(answering(body, [], []))).read(PROJECT);
    return reading?.ok === true && reading.live.length !== seen
      ? { taken: true, wrong: `${seen} members, ${reading.live.length} bindings` }
      : checked;
  },
};

/** How many members the bindings of a policy have, counted without anything of ours. */
function membersIn({ bindings = [] }: { readonly bindings?: readonly { readonly members?: readonly unknown[] }[] }): number {
  return bindings.reduce((sum, { members = [] }) => sum + members.length, 0);
}

export const GROUP = '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/payments';
const ASSIGNMENT = {
  properties: {
    roleDefinitionId:
      '/subscriptions/00000000-0000-4000-8000-000000000000/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7',
    principalId: '1b2c0000-0000-4000-8000-000000000001',
    principalType: 'User',
    scope: GROUP,
    description: 'grantkeeper/1 stamp=acme-access grant=g1 until=2026-11-23T17:00:00Z sha=0123456789ab',
    condition: null,
    createdOn: '2026-11-23T09:00:00.0000000Z',
  },
  id: `${GROUP}/providers/Microsoft.Authorization/roleAssignments/dfec2d22-d28d-5013-ba76-aeeaf23fe768`,
  type: 'Microsoft.Authorization/roleAssignments',
  name: 'dfec2d22-d28d-5013-ba76-aeeaf23fe768',
};
export const LIST = {
  value: [ASSIGNMENT, { ...ASSIGNMENT, id: ASSIGNMENT.id.replace('dfec', 'dfed'), name: ASSIGNMENT.name.replace('dfec', 'dfed') }],
};

const azureLists: Fuzz = {
  name: 'lists of Azure',
  share: 0.02,
  make: (one) => spoiltText(one.chance(0.1) ? { ...LIST, nextLink: 'https://elsewhere.example/next' } : LIST, one),
  check: (body) => readingOf(body, { cloud: 'azure', path: GROUP, key: GROUP.toLowerCase() }, 'management.azure.com', azureReader),
};

const FACT = {
  at: NOW,
  run: '4711/1',
  kind: 'granted',
  grant: 'g1',
  cloud: 'gcp',
  scope: 'projects/payments-prod',
  role: 'roles/logging.viewer',
  access: `sha256:${'a'.repeat(64)}`,
  until: (NOW + 3_600_000) as Instant,
  approvedBy: ['bo', 'chi'],
  request: 7,
  evidence: 'read back',
} as const;
const LINE = linked(factText(FACT), origin(sha256), sha256).line;

const ledgerLines: Fuzz = {
  name: 'lines of a ledger',
  share: 0.3,
  make: (one) => (one.chance(0.3) ? slipped(LINE, one) : spoiltText(JSON.parse(LINE), one)),
  check: (line) => {
    checkLedger(new Map([['2026-11.jsonl', `${LINE}\n${line}\n`]]), sha256);
    const entry = placeOf(line) === undefined ? 'no place' : readEntry(line);
    if (typeof entry === 'string') return { taken: false };
    const { seq: _seq, prev: _prev, hash: _hash, ...fact } = entry;
    return line.includes(factText(fact).slice(1, -1)) ? { taken: true } : { taken: true, wrong: 'what was read is not what stands there' };
  },
};

const SNAPSHOT = {
  version: 1,
  at: '2026-11-23T12:00:00Z',
  commit: 'a'.repeat(40),
  leftOut: 0,
  unread: [PROJECT],
  bindings: [
    {
      binding: {
        scope: PROJECT,
        role: { id: 'roles/viewer', name: 'roles/viewer' },
        member: { kind: 'user', id: 'user:ada@example.com', shown: 'user:ada@example.com' },
      },
      mark: { stamp: 'acme-access', grant: 'g1', until: '2026-11-23T17:00:00Z' },
      conditional: true,
      ours: true,
      principal: 'ada',
    },
  ],
};

const snapshots: Fuzz = {
  name: 'snapshots',
  share: 0.1,
  make: (one) => spoiltText(SNAPSHOT, one),
  check: async (text) => {
    const branch = { ok: true, value: { head: 'x', files: new Map([['snapshot.json', text]]) } } as const;
    const never = () => Promise.reject(new Error('a snapshot is only read'));
    const answer = await readSnapshot({ own: { read: () => Promise.resolve(branch), append: never, replace: never } });
    return { taken: answer.ok };
  },
};

const REVIEWS = [
  { id: 1, user: { login: 'bo-s', type: 'User' }, state: 'APPROVED', commit_id: 'a'.repeat(40), submitted_at: '2026-11-23T09:00:00Z' },
  { id: 2, user: { login: 'ci[bot]', type: 'Bot' }, state: 'COMMENTED', commit_id: null, submitted_at: '2026-11-23T09:01:00Z' },
];

const reviews: Fuzz = {
  name: 'reviews of GitHub',
  share: 0.1,
  make: (one) => JSON.stringify(REVIEWS.map((review) => (one.chance(0.7) ? spoiled(review, one) : review))),
  check: (text) => {
    const rows = (JSON.parse(text) as unknown[]).filter(
      (row): row is RawReview => typeof row === 'object' && row !== null && !Array.isArray(row),
    );
    try {
      const seen = reviewsFrom(rows);
      const forged = seen.find(({ state, bot, login }) => state === 'approved' && !bot && login !== '' && !text.includes('APPROVED'));
      return forged === undefined ? { taken: true } : { taken: true, wrong: `an approval out of nothing: ${JSON.stringify(forged)}` };
    } catch (error) {
      if (error instanceof ForgeFailure) return { taken: false };
      throw error;
    }
  },
};

const folder = mkdtempSync(join(tmpdir(), 'grantkeeper-fuzz-'));
const EVENT = {
  action: 'opened',
  number: 7,
  pull_request: { number: 7, head: { sha: 'a'.repeat(40) } },
  repository: { full_name: 'acme/access' },
};

const events: Fuzz = {
  name: 'events of a workflow',
  share: 0.02,
  make: (one) => spoiltText(EVENT, one),
  check: (text) => {
    const path = join(folder, 'event.json');
    writeFileSync(path, text);
    try {
      const options = aboutRequest(plan, {}, { GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: 'pull_request' });
      const number = options['pull-request'];
      if (number === undefined) return { taken: false };
      return /^[1-9]\d*$/.test(String(number)) ? { taken: true } : { taken: true, wrong: `request ${String(number)}` };
    } catch (error) {
      if (error instanceof UsageProblem) return { taken: false };
      throw error;
    }
  },
};

const SECRET = 'the-very-secret';
const CREDENTIALS = [
  { type: 'authorized_user', client_id: 'x.apps.googleusercontent.com', client_secret: SECRET, refresh_token: `1//${SECRET}` },
  {
    type: 'service_account',
    project_id: 'payments-prod',
    private_key_id: 'k',
    private_key: SECRET,
    client_email: 'a@payments-prod.iam.gserviceaccount.com',
  },
  {
    type: 'external_account',
    audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/g',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: 'https://sts.googleapis.com/v1/token',
    service_account_impersonation_url:
      'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/a@p.iam.gserviceaccount.com:generateAccessToken',
    credential_source: {
      url: 'https://vstoken.actions.githubusercontent.com/token?audience=x',
      headers: { Authorization: `Bearer ${SECRET}` },
      format: { type: 'json', subject_token_field_name: 'value' },
    },
  },
] as readonly [object, ...object[]];
const TRUSTED = /(?:^|\.)(?:googleapis\.com|actions\.githubusercontent\.com)$/;

const credentials: Fuzz = {
  name: 'credential files',
  share: 0.01,
  make: (one) => spoiltText(one.oneOf(CREDENTIALS), one),
  check: async (text) => {
    const path = join(folder, 'credentials.json');
    writeFileSync(path, text);
    const strangers: string[] = [];
    const fetch: Access['fetch'] = (target) => {
      const { hostname } = new URL(target instanceof Request ? target.url : target);
      if (!TRUSTED.test(hostname)) strangers.push(hostname);
      return Promise.resolve(Response.json({ error: 'invalid_grant' }, { status: 400 }));
    };
    const signed = await credential(accessOver(fetch, { kind: 'ambient', env: { GOOGLE_APPLICATION_CREDENTIALS: path } })).headers();
    if (strangers.length > 0) return { taken: signed.ok, wrong: `a secret went to ${strangers.join(', ')}` };
    const said = signed.ok ? '' : `${signed.failure.message} ${signed.failure.hint ?? ''}`;
    return said.includes(SECRET) ? { taken: false, wrong: `its secret is told: ${said}` } : { taken: signed.ok };
  },
};

export const foreign: readonly Fuzz[] = [gcpPolicies, azureLists, ledgerLines, snapshots, reviews, events, credentials];

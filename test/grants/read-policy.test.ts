import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../src/grants/read-policy.ts';
import { clouds } from './clouds.ts';
import { bytesOf, example } from './example.ts';

const FILE = 'policy/policy.yaml';
const TEXT = example[FILE] as string;
const SHORT = 'stamp: acme-access\nsecurity: [sam]\nclouds: { gcp: { manages: [folders/77] } }\n';
const HOUR = 3_600_000;

function read(text: string) {
  const policy = readPolicy(FILE, bytesOf(text), clouds);
  if (!policy.ok) throw new Error(JSON.stringify(policy.findings));
  const { source: _, ...rest } = policy.value;
  return rest;
}

/** Where the example differs, and what is found. */
function found(from: string, to: string) {
  expect(TEXT).toContain(from);
  const policy = readPolicy(FILE, bytesOf(TEXT.replace(from, to)), clouds);
  return policy.ok ? [] : policy.findings.map(({ code, message, hint }) => ({ code, message, hint }));
}

const UNSAID = { hours: [], asking: [], groups: {}, modes: [] };

describe('readPolicy', () => {
  it('says what to do about an enforcement that is not offered, and about a pattern that would take too long', () => {
    expect(found('tenant: 11111111', 'enforce: run, mayEnforce: [pim], tenant: 11111111')).toEqual([
      {
        code: 'GK1227',
        message: '`enforce` says what `mayEnforce` leaves out',
        hint: 'Add it to `mayEnforce`, or let policy itself say one of those.',
      },
    ]);
    expect(found('INC-[0-9]+', 'a'.repeat(501))).toEqual([
      { code: 'GK1212', message: 'the pattern is longer than 500 characters', hint: 'Write a simpler one, such as INC-[0-9]+.' },
    ]);
  });

  it('reads all that an organisation can demand', () => {
    expect(read(TEXT).limits.map((limit) => 'maxDuration' in limit)).toEqual([true, false]);
    expect([TEXT, SHORT].map((text) => 'ticketPattern' in read(text).grants)).toEqual([true, false]);
    expect(read(TEXT)).toEqual({
      stamp: 'acme-access',
      formerStamps: ['acme-old'],
      security: ['sam', 'kim'],
      clouds: new Map([
        ['gcp', { reads: ['organizations/123456789012'], manages: ['folders/77'] }],
        [
          'azure',
          {
            tenant: '11111111-2222-4333-8444-555555555555',
            reads: ['/'],
            manages: ['/providers/Microsoft.Management/managementGroups/acme'],
          },
        ],
      ]),
      grants: {
        maxDuration: 8 * HOUR,
        maxTotal: 720 * HOUR,
        maxHorizon: 720 * HOUR,
        maxGrace: HOUR / 2,
        require: ['reason', 'ticket'],
        ticketPattern: 'INC-[0-9]+',
      },
      limits: [
        { env: 'prod', maxDuration: 4 * HOUR, deny: false },
        { env: 'none', deny: true },
      ],
      deny: { roles: ['gcp:roles/*.admin', 'azure:Owner'], principals: [], scopes: [] },
      ...UNSAID,
      separationOfDuties: [['debug', 'release']],
      rules: [
        {
          name: 'no-weekend-prod',
          expression: '!(place.env == "prod" && grant.startsOnWeekend)',
          message: 'You must ask on a working day',
        },
      ],
      approval: { mode: 'enforce', minimum: 1, privileged: 2, more: [] },
      guard: {
        withdrawals: { max: 3, percent: 10, window: 24 * HOUR },
        newGrants: { max: 20, privileged: 5 },
        protect: ['deployer'],
      },
      unmanaged: { mode: 'report', ignore: ['service-agents', 'pim', 'pam', 'inherited'] },
      notices: { before: [24 * HOUR, HOUR], to: ['principal', 'approvers'] },
      prune: { after: HOUR },
      breakGlass: { who: ['payments-oncall'], roles: ['debug'], maxDuration: HOUR, reviewWithin: 24 * HOUR },
      heartbeat: { maxAge: 1.5 * HOUR },
    });
  });

  it('holds what is safe where nothing is said', () => {
    expect(read(SHORT)).toEqual({
      stamp: 'acme-access',
      formerStamps: [],
      security: ['sam'],
      clouds: new Map([['gcp', { reads: ['folders/77'], manages: ['folders/77'] }]]),
      grants: { maxDuration: 8 * HOUR, maxTotal: 720 * HOUR, maxHorizon: 720 * HOUR, maxGrace: HOUR / 2, require: ['reason'] },
      limits: [],
      deny: { roles: [], principals: [], scopes: [] },
      ...UNSAID,
      separationOfDuties: [],
      rules: [],
      approval: { mode: 'enforce', minimum: 1, privileged: 2, more: [] },
      guard: { withdrawals: { max: 3, percent: 10, window: 24 * HOUR }, newGrants: { max: 20, privileged: 5 }, protect: [] },
      unmanaged: { mode: 'report', ignore: ['service-agents', 'pim', 'pam', 'inherited'] },
      notices: { before: [24 * HOUR, HOUR], to: ['principal', 'approvers'] },
      prune: { after: HOUR },
      heartbeat: { maxAge: 1.5 * HOUR },
    });
  });

  it('lets grace be forbidden', () => expect(read(`${SHORT}grants: { maxGrace: 0m }\n`).grants.maxGrace).toBe(0));

  it.each([
    ['folders/77] }\n', 'folders/x/ ] }\n', 'GK1208 5:57'],
    ['organizations/123456789012', 'organizations/acme', 'GK1208 5:18'],
    ['reads: [/]', 'reads: [//]', 'GK1208 6:66'],
    ['"INC-[0-9]+"', '"(a+"', 'GK1212 7:117'],
    ['"INC-[0-9]+"', `"${'a'.repeat(600)}"`, 'GK1212 7:117'],
    ['stamp: acme-access', 'stamp: Acme', 'GK1214 1:8'],
    ['window: 24h', 'window: 0m', 'GK1206 16:54'],
    ['before: [24h, 1h]', 'before: [24h, 0h]', 'GK1206 18:26'],
    ['expression: ', 'expresion: ', 'GK1101 14:30'],
    ['principals: []', 'scopes: ["gcp:projects/ x"]', 'GK1221 11:63'],
    ['principals: []', 'scopes: ["gcp:projects"]', 'GK1208 11:63'],
    ['stamp: acme-access', 'hours: [{ from: 8:00, to: 18:00 }]\nstamp: acme-access', 'GK1222 1:17'],
    ['stamp: acme-access', 'hours: [{ from: 18:00, to: 08:00 }]\nstamp: acme-access', 'GK1223 1:28'],
    ['stamp: acme-access', 'hours: [{ from: 08:00, to: 08:00 }]\nstamp: acme-access', 'GK1223 1:28'],
    ['stamp: acme-access', 'hours: [{ from: 08:00, to: 18:00, zone: Mars/Base }]\nstamp: acme-access', 'GK1215 1:41'],
    ['tenant:', 'enforce: run, mayEnforce: [pim, auto], tenant:', 'GK1227 6:21'],
    ['stamp: acme-access', 'modes: [{ rule: required, mode: warn, where: { role: ["gcp:"] } }]\nstamp: acme-access', 'GK1218 1:55'],
  ])('finds %j as %j', (from, to, place) => {
    const policy = readPolicy(FILE, bytesOf(TEXT.replace(from, to)), clouds);
    expect(policy.ok ? [] : policy.findings.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`)).toEqual([place]);
  });

  it('always has a remedy for a ticket pattern', () => {
    for (const pattern of ['(a+', 'a'.repeat(600), '(?<=x)y', '(a)\\\\1']) {
      const policy = readPolicy(FILE, bytesOf(TEXT.replace('"INC-[0-9]+"', `"${pattern}"`)), clouds);
      expect(policy.ok ? [] : policy.findings).toMatchObject([{ code: 'GK1212', hint: expect.any(String) }]);
    }
  });

  it('says who ends access, and what others may say of it', () => {
    const policy = read(TEXT.replace('tenant:', 'enforce: pim, mayEnforce: [pim, auto], tenant:'));
    expect(policy.clouds.get('azure')).toMatchObject({ enforce: 'pim', mayEnforce: ['pim', 'auto'] });
    expect(read(TEXT.replace('tenant:', 'enforce: pim, tenant:')).clouds.get('azure')).toMatchObject({ enforce: 'pim' });
  });

  it('reads what a recall does beside taking bindings', () => {
    const text = (recall: string) => TEXT.replace('manages: [folders/77] }', `manages: [folders/77], recall: ${recall} }`);
    const gcp = (recall: string) => read(text(recall)).clouds.get('gcp')?.recall;
    expect(gcp('{ lockdown: organizations/123456789012, disables: true }')).toEqual({
      lockdown: 'organizations/123456789012',
      disables: true,
    });
    expect(gcp('{ signOut: { account: a@b.iam.gserviceaccount.com } }')).toEqual({
      signOut: { account: 'a@b.iam.gserviceaccount.com' },
      disables: false,
    });
    const wrong = readPolicy(FILE, bytesOf(text('{ lockdown: projects/1x }')), clouds);
    expect(wrong.ok ? [] : wrong.findings.map(({ code }) => code)).toEqual(['GK1208']);
    const at = text('{ lockdown: projects/1x }').indexOf('projects/1x');
    const line = text('{ lockdown: projects/1x }').slice(0, at).split('\n');
    expect(wrong).toMatchObject({ findings: [{ at: { line: line.length, column: (line.at(-1)?.length ?? 0) + 1 } }] });
  });

  it('leaves out a zone that nobody wrote', () => {
    expect(read(`${SHORT}hours: [{ from: 08:00, to: 18:00 }]\n`).hours?.map((one) => 'zone' in one)).toEqual([false]);
  });

  it('reads hours, askers, modes and further approvals', () => {
    const text = `${SHORT}hours:
  - { where: { env: [prod] }, from: 08:30, to: 24:00, zone: Europe/Berlin, days: [mon], part: begin }
asking: [{ for: [deployer], by: [bo], self: false }, { self: true }]
groups: { maxMembers: 12 }
modes: [{ rule: required, mode: warn, where: { folder: [payments], cloud: [gcp], role: [debug], principal: [ada] } }]
approval: { more: [{ privileged: true, minimum: 3 }, { approvers: [sam] }] }
deny: { scopes: ["gcp:projects/platform-shared", "aws:x"] }
`;
    const nowhere = { folders: [], environments: [], clouds: [], roles: [], principals: [] };
    expect(read(text)).toMatchObject({
      hours: [{ where: { ...nowhere, environments: ['prod'] }, from: 510, to: 1440, zone: 'Europe/Berlin', days: ['mon'], part: 'begin' }],
      asking: [
        { for: ['deployer'], by: ['bo'], self: false },
        { for: [], by: [], self: true },
      ],
      groups: { maxMembers: 12 },
      modes: [
        {
          rule: 'required',
          mode: 'warn',
          where: { folders: ['payments'], environments: [], clouds: ['gcp'], roles: ['debug'], principals: ['ada'] },
        },
      ],
      approval: {
        more: [
          { where: nowhere, privileged: true, minimum: 3, approvers: [] },
          { where: nowhere, privileged: false, approvers: ['sam'] },
        ],
      },
      deny: { scopes: ['gcp:projects/platform-shared', 'aws:x'] },
    });
    expect(read(`${SHORT}hours: [{ from: 00:00, to: 12:00 }]\n`).hours).toEqual([
      { where: nowhere, from: 0, to: 720, days: ['mon', 'tue', 'wed', 'thu', 'fri'], part: 'whole' },
    ]);
  });
});

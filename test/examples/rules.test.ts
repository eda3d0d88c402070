import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { permissionTables, powered, powersOf } from '../../src/commands/reading/effect.ts';
import { proposalOf } from '../../src/commands/reading/judge.ts';
import type { Grant } from '../../src/domain/grant.ts';
import { type Instant, parseInstant } from '../../src/domain/instant.ts';
import type { Control } from '../../src/domain/policy.ts';
import { RULE_NAMES } from '../../src/domain/rule-names.ts';
import { readFolder } from '../../src/git/folder.ts';
import { assembleControl } from '../../src/grants/control.ts';
import { readTree } from '../../src/grants/tree.ts';
import type { Asked } from '../../src/policy/asked.ts';
import { judgements } from '../../src/policy/judge.ts';
import { RULES } from '../../src/policy/rules.ts';
import { clouds as registry } from '../../src/providers/registry.ts';
import { expand, type Unit } from '../../src/reconcile/expand.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const NOW = parseInstant('2026-11-23T09:00:00Z') as Instant;
const HOUR = 3600_000;
const syntaxes = Object.values(registry).map(({ syntax }) => syntax);
const clouds = new Map(syntaxes.map((syntax) => [syntax.name, syntax]));
const tables = await permissionTables({ clouds: registry });
const example = readFolder(ROOT, ['policy']);
const POLICY = 'policy/policy.yaml';
const TEXT = new TextDecoder().decode(example.find(({ path }) => path === POLICY)?.bytes);

const GRANT = `principal: ada
reason: Find out why last night's settlements failed
ticket: INC-4711
access:
  - { role: debug, place: payments-prod }
expires: 2026-11-23T12:00:00Z
`;

/** What somebody has beside the grant, as a role where the grant asks for one; and what no file could say. */
interface Beside {
  readonly held?: string;
  readonly past?: string;
  readonly role?: string;
  readonly recalled?: string;
  readonly edit?: (grant: Grant) => Grant;
}

/** One rule: how policy sets it, what of an ordinary grant breaks it, and the text that the finding must stand at. */
interface Fixture extends Beside {
  readonly policy?: string | ((text: string) => string);
  readonly fail?: (text: string) => string;
  readonly at: string;
  readonly says: RegExp;
}

const access = (entry: string) => (text: string) => text.replace('{ role: debug, place: payments-prod }', entry);
const to = (from: string, into: string) => (text: string) => text.replace(from, into);

const FIXTURES: Readonly<Record<(typeof RULE_NAMES)[number], Fixture>> = {
  lapsed: { fail: to('T12', 'T08'), at: '2026-11-23T08:00:00Z', says: /is over/ },
  'expires-after-starts': {
    fail: to('expires', 'starts: 2026-11-23T10:00:00Z\nexpires'),
    // Reading the file refuses this too, so nobody comes here by a file alone.
    edit: (grant) => ({ ...grant, starts: (NOW + 4 * HOUR) as Instant }),
    at: '2026-11-23T10:00:00Z',
    says: /starts at 2026-11-23T13:00:00Z, but expires at/,
  },
  'max-duration': { fail: to('T12', 'T17'), at: '2026-11-23T17:00:00Z', says: /8h is longer than the 4h/ },
  'max-horizon': {
    fail: (text) => text.replace('expires: 2026-11-23', 'starts: 2026-12-28T09:00:00Z\nexpires: 2026-12-28'),
    at: '2026-12-28T09:00:00Z',
    says: /more than 4w2d ahead/,
  },
  'max-grace': { fail: to('T12:00:00Z', 'T11:00:00Z\ngrace: 45m'), at: '45m', says: /longer than the 30m/ },
  'max-total': { past: 'debug', at: '{ role: debug, place: payments-prod }', says: /within 90 days/ },
  required: { fail: to('ticket: INC-4711\n', ''), at: 'principal: ada', says: /a ticket is required/ },
  'ticket-pattern': { fail: to('INC-4711', 'soon'), at: 'soon', says: /does not look like a ticket/ },
  'own-place': {
    fail: access('{ gcp: projects/search-prod, role: roles/browser }'),
    at: '{ gcp: projects/search-prod, role: roles/browser }',
    says: /no place of payments/,
  },
  'denied-environment': {
    fail: access('{ gcp: projects/finance-archive, role: roles/browser }'),
    at: '{ gcp: projects/finance-archive, role: roles/browser }',
    says: /under no place/,
  },
  'denied-role': {
    fail: access('{ gcp: payments-prod, role: roles/cloudsql.admin }'),
    at: '{ gcp: payments-prod, role: roles/cloudsql.admin }',
    says: /roles\/cloudsql\.admin is denied/,
  },
  'denied-principal': {
    policy: to('principals: []', 'principals: ["bo*"]'),
    fail: to('ada', 'bo'),
    at: 'bo',
    says: /bo may get no access/,
  },
  'protected-principal': { fail: to('ada', 'deployer'), at: 'deployer', says: /deployer is protected/ },
  departed: { fail: to('ada', 'eve'), at: 'eve', says: /eve leaves at/ },
  'separation-of-duties': { held: 'release', at: '{ role: debug, place: payments-prod }', says: /debug and release at the same time/ },
  'business-hours': {
    policy: 'hours: [{ days: [mon], from: 09:00, to: 13:30, zone: Europe/Berlin }]\n',
    fail: to('T12:00', 'T12:45'),
    at: '2026-11-23T12:45:00Z',
    says: /lasts beyond mon 09:00 to 13:30/,
  },
  'may-ask': {
    policy: 'asking: [{ for: [ada], by: [chi], self: true }]\n',
    fail: to('reason', 'requestedBy: bo\nreason'),
    at: 'bo',
    says: /bo may not ask for ada/,
  },
  'group-size': { policy: 'groups: { maxMembers: 1 }\n', fail: to('ada', 'payments-oncall'), at: 'payments-oncall', says: /has 2 members/ },
  'denied-scope': {
    policy: to('deny: {', 'deny: { scopes: ["gcp:projects/payments-test"],'),
    fail: access('{ role: debug, place: payments-test }'),
    at: '{ role: debug, place: payments-test }',
    says: /at or below gcp:projects\/payments-test/,
  },
  combination: {
    role: 'roles/iam.serviceAccountUser',
    fail: access('{ gcp: payments-prod, role: roles/compute.osLogin }'),
    at: '{ gcp: payments-prod, role: roles/compute.osLogin }',
    says: /iam\.serviceAccounts\.actAs by roles\/iam\.serviceAccountUser .* compute\.instances\.osLogin by roles\/compute\.osLogin/,
  },
  recalled: { recalled: 'ada', at: 'ada', says: /ada is recalled/ },
  'who-ends': {
    policy: to('    reads: [/prov', '    mayEnforce: [pim]\n    reads: [/prov'),
    fail: access('{ azure: payments-prod, role: Reader, enforce: run }'),
    at: 'run',
    says: /`enforce: run`, which policy forbids on Azure/,
  },
};

function controlWith(policy: Fixture['policy']): Control {
  const text = typeof policy === 'function' ? policy(TEXT) : `${TEXT}${policy ?? ''}`;
  if (policy !== undefined) expect(text).not.toBe(TEXT);
  const files = example.map((file) => (file.path === POLICY ? { ...file, bytes: new TextEncoder().encode(text) } : file));
  const assembled = assembleControl(readTree(files, syntaxes).parts, syntaxes);
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.findings));
  return assembled.control;
}

function grantFrom(text: string): Grant {
  const bytes = new TextEncoder().encode(text);
  const { grants, findings } = readTree([{ path: 'grants/payments/a.yaml', mode: '100644', bytes }], syntaxes);
  const [grant] = grants;
  if (grant === undefined) throw new Error(JSON.stringify(findings));
  return grant;
}

function askedFor(text: string, control: Control, beside: Beside): Asked {
  const read = grantFrom(text);
  const grant = beside.edit?.(read) ?? read;
  const { units } = expand(grant, control, clouds);
  const powers = { now: NOW, control, clouds, tables, told: () => undefined, rules: RULES };
  const [unit] = units as [Unit];
  const times = { from: (NOW - 40 * 24 * HOUR) as Instant, to: (NOW - HOUR) as Instant };
  const keys = { roleKey: unit.role, scopeKey: `${unit.scope.cloud}\n${unit.scope.key}` };
  const standing = beside.role === undefined ? [] : powersOf({ ...unit, principal: 'ada', role: beside.role }, { by: 'by hand' }, powers);
  return {
    ...powered(proposalOf(grant, units, control, clouds, NOW), units, standing, powers),
    held: beside.held === undefined ? [] : [{ principal: 'ada', catalogueRole: beside.held, ...keys, until: (NOW + HOUR) as Instant }],
    history: beside.past === undefined ? [] : [{ person: 'ada', ...keys, ...times }],
    recalled: new Set(beside.recalled === undefined ? [] : [beside.recalled]),
  };
}

/** The text that a finding stands at. */
function textAt(text: string, at: NonNullable<ReturnType<typeof judgements>[number]['finding']['at']>): string {
  return (text.split('\n')[at.line - 1] ?? '').slice(at.column - 1, at.line === at.endLine ? at.endColumn - 1 : undefined);
}

const REFERENCE = readFileSync(`${ROOT}docs/reference/policy.md`, 'utf8');

describe('every rule', () => {
  it('has a fixture', () => expect(Object.keys(FIXTURES)).toEqual([...RULE_NAMES]));

  it.each(RULE_NAMES)('%s lets an ordinary grant pass, refuses its own mistake at its place, and is in the reference', (id) => {
    const { policy, fail = (text: string) => text, at, says, ...beside } = FIXTURES[id];
    const control = controlWith(policy);
    expect(judgements(askedFor(GRANT, control, {})).map(({ rule }) => rule.id)).toEqual([]);

    const text = fail(GRANT);
    const found = judgements(askedFor(text, control, beside));
    expect(found.map(({ rule, finding }) => `${rule.id} ${finding.severity}`)).toEqual([`${id} error`]);
    const [{ finding, rule }] = found as [(typeof found)[number]];
    expect(finding.message).toMatch(says);
    expect(finding.hint).toMatch(/\S/);
    expect(finding.at?.file).toBe('grants/payments/a.yaml');
    expect(textAt(text, finding.at as NonNullable<typeof finding.at>)).toBe(at);
    expect(REFERENCE).toMatch(new RegExp(`^\\| \`${id}\` +\\| \\[\`${rule.code}\`\\].*${escaped(rule.summary)}`, 'm'));
    if (rule.example !== undefined) expect(REFERENCE).toContain(`\`${rule.example.replaceAll('|', '\\|')}\``);
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

import { describe, expect, it } from 'vitest';
import type { Asked, HeldAccess } from '../../src/policy/asked.ts';
import { compileRules } from '../../src/policy/cel.ts';
import { judge } from '../../src/policy/judge.ts';
import { asked, at, control, grant, MINUTE, PAYMENTS_TEST, role, source, use } from './acme.ts';

const SOURCE = source('policy/policy.yaml', ['/rules/0/expression', '/rules/1/expression']);

function compiled(expression: string) {
  return compileRules([{ name: 'own', expression, message: 'You must not' }], SOURCE);
}

function refusal(expression: string): string | undefined {
  const rules = compiled(expression);
  return rules.ok ? undefined : rules.findings[0]?.message;
}

function findings(expression: string, changes: Partial<Asked> = {}) {
  const rules = compiled(expression);
  if (!rules.ok) throw new Error(rules.findings[0]?.message);
  return judge(asked(changes), rules.rules);
}

function holds(expression: string, changes: Partial<Asked> = {}): boolean {
  return findings(expression, changes).length === 0;
}

describe('compileRules', () => {
  it.each([
    '!(place.env == "prod" && grant.startsOnWeekend)',
    'grant.hour >= 8 && grant.hour < 18 || principal.kind == "service"',
    'grant.principals.all(p, p.startsWith("svc-") || p.like("*-adm"))',
    'grant.principals.all(p, ["ada", "bo"].exists(q, p == q))',
    'grant.principals.filter(p, p != "ada").filter(p, p != "bo").size() < 3',
    'grant["ticket"].lowerAscii().contains("inc")',
    'size(grant.reason) > 10',
    'access.privileged ? grant.durationMinutes <= 60 : true',
    '{"prod": 240, "test": 480}["prod"] > -1',
    'place.env in ["prod", "test"]',
    'int("4") + 1 == 5 && "a" + "b" == "ab"',
    Array.from({ length: 250 }, () => 'true').join(' && '),
  ])('takes %s', (expression) => expect(refusal(expression)).toBeUndefined());

  it.each([
    ['an unknown variable', 'grand.id == "x"', 'Unknown variable: grand'],
    ['an unknown field', 'grant.idd == "x"', 'No such key: idd'],
    ['an unknown field in brackets', 'grant["idd"] == "x"', 'No such key: idd'],
    ['a field that is worked out', 'grant[grant.id] == "x"', 'what stands in [ ] must be written out'],
    ['a question whether a field is there', 'has(grant.idd)', 'has() cannot be used in a rule'],
    ['types that do not fit', 'grant.hour == "9"', 'no such overload'],
    ['what is not boolean', 'grant.id', 'it gives string, not true or false'],
    ['what hides its type', 'dyn(grant.id) == "x"', 'dyn() cannot be used in a rule'],
    ['a native regular expression', 'grant.reason.matches("^(a+)+$")', 'matches() cannot be used in a rule'],
    ['one inside a walk', 'grant.principals.all(p, p.matches("a"))', 'matches() cannot be used in a rule'],
    ['one inside a map', '{"a": grant.id.matches("a")}["a"]', 'matches() cannot be used in a rule'],
    ['one as an argument', 'size([grant.id.matches("a")]) == 1', 'matches() cannot be used in a rule'],
    ['lists that grow', 'grant.principals.map(p, p + p).size() == 1', 'map() cannot be used in a rule'],
    ['text that becomes a list', 'grant.reason.split("").size() == 1', 'split() cannot be used in a rule'],
    ['a value named twice', 'cel.bind(a, "x", a + a == "xx")', 'cel is not known here'],
    ['a clock of its own', 'timestamp("2026-01-01T00:00:00Z").getHours() == 1', 'timestamp() cannot be used in a rule'],
    ['a type for a value', 'string == string', 'string is not known here'],
    ['three walks in one another', '[1].all(a, [1].all(b, [1].all(c, true)))', 'more than 2 of all, exists, exists_one and filter'],
    ['a name outside of its walk', '[1].all(a, true) && a == 1', 'Unknown variable: a'],
    ['501 nodes', Array.from({ length: 251 }, () => 'true').join(' && '), 'Exceeded maxAstNodes (500)'],
    ['deep brackets', `${'('.repeat(1000)}true${')'.repeat(1000)}`, 'Exceeded maxDepth'],
    ['long text', `"${'x'.repeat(5000)}" == ""`, 'it is longer than 4096 characters'],
    ['a walk over a name that stands for something', '[1].all(grant, true)', 'grant is the name of something else here'],
    ['a field of what is held that is not there', 'held.all(h, h.ghost)', 'No such key: ghost'],
    ['a field of what was held that is not there', 'history.all(h, h.ghost)', 'No such key: ghost'],
    ['no expression', '', 'Unexpected token: EOF'],
    ['half an expression', 'true &&', 'Unexpected token: EOF'],
  ])('refuses %s', (_, expression, why) => expect(refusal(expression)).toContain(`the rule own cannot be used: ${why}`));

  it('points at every expression that cannot be used, and says what can be spoken of', () => {
    const rules = compileRules(
      [
        { name: 'one', expression: 'x', message: '' },
        { name: 'two', expression: 'y', message: '' },
        { name: 'three', expression: 'true', message: '' },
      ],
      SOURCE,
    );
    expect(!rules.ok && rules.findings.map(({ code, at: place }) => [code, place?.line])).toEqual([
      ['GK2203', 1],
      ['GK2203', 2],
    ]);
    expect(!rules.ok && rules.findings.every(({ severity }) => severity === 'error')).toBe(true);
    expect(!rules.ok && rules.findings[0]?.hint).toContain('grant, principal, access, role, place, now, held, history');
    const hint = (expression: string) => {
      const found = compiled(expression);
      return found.ok ? '' : found.findings[0]?.hint;
    };
    expect(hint('grant.durationMinute < 5')).toBe('Did you mean durationMinutes?');
    expect(hint('grand.id == ""')).toBe('Did you mean grant?');
    expect(hint('grant.id')).toContain('A rule is true for what is allowed');
  });
});

describe('the length of an expression', () => {
  it('may be 4096 characters and no more', () => {
    expect(refusal(`"${'x'.repeat(4088)}" != ""`)).toBeUndefined();
    expect(refusal(`"${'x'.repeat(4089)}" != ""`)).toContain('it is longer than 4096 characters');
  });
});

describe('a compiled rule', () => {
  it('is named by its place in the list', () => {
    const rules = compileRules(
      ['one', 'two'].map((name) => ({ name, expression: 'true', message: name })),
      SOURCE,
    );
    expect(rules.ok && rules.rules.map(({ id, key, summary }) => [id, key, summary])).toEqual([
      ['one', '/rules/0', 'one'],
      ['two', '/rules/1', 'two'],
    ]);
  });

  it('refuses with its message what it does not allow', () => {
    expect(findings('place.env != "prod"')).toEqual([
      {
        code: 'GK2201',
        severity: 'error',
        message: 'You must not',
        hint: 'the rule own of policy/policy.yaml says so: place.env != "prod"',
        at: expect.objectContaining({ line: 3 }),
      },
    ]);
  });

  it('knows the grant', () => {
    expect(holds('grant.id == "2026-11-23-ada-debug" && grant.team == "payments" && grant.principals == ["ada"]')).toBe(true);
    expect(holds('grant.reason == "" && grant.ticket == ""')).toBe(true);
    expect(holds('grant.reason == "why" && grant.ticket.like("INC-*")', { grant: grant({ reason: 'why', ticket: 'INC-1' }) })).toBe(true);
    expect(holds('grant.ticket.like("INC-*")')).toBe(false);
  });

  it("knows the begin by the team's clock, and how long it is", () => {
    expect(holds('grant.hour == 10 && !grant.startsOnWeekend && grant.durationMinutes == 480')).toBe(true);
    const sunday = { now: at('2026-11-22T22:59:59Z'), end: at('2026-11-22T23:30:00Z') };
    expect(holds('grant.hour == 23 && grant.startsOnWeekend && grant.durationMinutes == 31', sunday)).toBe(true);
    expect(holds('grant.hour == 9', { grant: grant({ team: 'ghosts' }) })).toBe(true);
    expect(holds('grant.durationMinutes == 495', { grant: grant({ grace: 15 * MINUTE }) })).toBe(true);
  });

  it('knows principal, access and place', () => {
    expect(holds('principal.name == "ada" && principal.kind == "person" && principal.person == "ada"')).toBe(true);
    expect(holds('principal.person == "ada" && principal.kind == "account"', { uses: [use({ principal: 'ada-adm' })] })).toBe(true);
    expect(holds('principal.person == "" && principal.kind == "group"', { uses: [use({ principal: 'payments-oncall' })] })).toBe(true);
    expect(holds('principal.kind == ""', { uses: [use({ principal: 'ghost' })] })).toBe(true);
    expect(holds('access.role == "debug" && access.cloud == "gcp" && !access.privileged')).toBe(true);
    expect(holds('place.name == "payments-prod" && place.env == "prod"')).toBe(true);
  });

  it('knows the moment, by the clock of the team', () => {
    expect(holds('now.hour == 10 && !now.weekend && now.weekday == "mon" && now.date == "2026-11-23"')).toBe(true);
    const sunday = { now: at('2026-11-22T22:59:59Z') };
    expect(holds('now.hour == 23 && now.weekend && now.weekday == "sun" && now.date == "2026-11-22"', sunday)).toBe(true);
  });

  it('knows the role, and what the catalogue says of it', () => {
    const roles = new Map([['debug', role('debug', { maxDuration: 90 * MINUTE, approvers: ['sam'] })]]);
    const acme = { control: control({ roles }) };
    expect(holds('role.name == "roles/logging.viewer" && role.inCatalogue && role.maxMinutes == 90', acme)).toBe(true);
    expect(holds('role.approvers == ["sam"]', acme)).toBe(true);
    const { catalogueRole: _, role: __, ...bare } = use();
    expect(holds('role.name == "" && !role.inCatalogue && role.maxMinutes == 0 && role.approvers == []', { uses: [bare] })).toBe(true);
  });

  it('knows who asks, and whether it begins later than it lands', () => {
    expect(holds('grant.requestedBy == "" && !grant.scheduled')).toBe(true);
    expect(holds('grant.requestedBy == "bo"', { grant: grant({ requestedBy: 'bo' }) })).toBe(true);
    expect(holds('grant.scheduled', { grant: grant({ starts: at('2026-11-23T09:00:01Z') }) })).toBe(true);
    expect(holds('grant.scheduled', { grant: grant({ starts: at('2026-11-23T09:00:00Z') }) })).toBe(false);
  });

  it('knows what is held beside it, standing and scheduled', () => {
    const one = { principal: 'ada', roleKey: 'x', scopeKey: 'y', until: at('2026-11-23T10:29:01Z') };
    const held = (...all: readonly HeldAccess[]) => ({ held: all });
    const standing = 'held.exists(h, h.principal == "ada" && h.role == "release" && !h.scheduled && h.minutesLeft == 90)';
    expect(holds(standing, held({ ...one, catalogueRole: 'release' }))).toBe(true);
    expect(holds(standing, held({ ...one, catalogueRole: 'release', from: at('2026-11-23T09:00:00Z') }))).toBe(true);
    const later = { ...one, from: at('2026-11-23T09:00:01Z'), until: at('2026-11-23T08:00:00Z') };
    expect(holds('held.all(h, h.scheduled && h.role == "" && h.minutesLeft == 0)', held(later))).toBe(true);
    expect(holds('held.size() == 0')).toBe(true);
  });

  it('knows what was held, how long, and how many days ago', () => {
    const past = (from: string, to: string) => ({ person: 'ada', roleKey: 'gcp x', scopeKey: 'y', from: at(from), to: at(to) });
    const told = (days: number, minutes: number) =>
      `history.all(h, h.person == "ada" && h.role == "gcp x" && h.minutes == ${minutes} && h.daysAgo == ${days})`;
    expect(holds(told(2, 61), { history: [past('2026-11-20T08:00:00Z', '2026-11-20T09:00:01Z')] })).toBe(true);
    expect(holds(told(3, 60), { history: [past('2026-11-20T08:00:00Z', '2026-11-20T09:00:00Z')] })).toBe(true);
    expect(holds(told(0, 180), { history: [past('2026-11-23T08:00:00Z', '2026-11-23T11:00:00Z')] })).toBe(true);
  });

  it('refuses what could take more steps than one may, and says how many', () => {
    const one = { principal: 'ada', roleKey: 'x', scopeKey: 'y', until: at('2026-11-23T10:00:00Z') };
    const pairs = (count: number) => findings('held.all(a, held.all(b, true))', { held: Array.from({ length: count }, () => one) });
    expect(pairs(100)).toEqual([]);
    expect(pairs(200)).toMatchObject([
      {
        message: expect.stringMatching(
          /^the rule own of policy\/policy\.yaml could not be worked out: it could take \d{6} steps, and may take 100000$/,
        ),
        hint: 'Mend the rule; until then it refuses',
      },
    ]);
  });

  it('knows what is privileged by the catalogue and by its permissions', () => {
    expect(holds('access.privileged', { uses: [use({ catalogueRole: 'rescue' })] })).toBe(true);
    const { catalogueRole: _, ...own } = use({ role: { cloud: 'gcp', text: 'roles/x', privileged: true } });
    expect(holds('access.privileged && access.role == "roles/x"', { uses: [own] })).toBe(true);
  });

  it('has empty text for what is not there', () => {
    const { catalogueRole: _, role: __, place: ___, ...bare } = use({ env: 'none' });
    expect(holds('access.role == "" && access.cloud == "" && place.name == "" && place.env == "none"', { uses: [bare] })).toBe(true);
  });

  it('judges every use, and says a thing once for one entry', () => {
    const uses = [use(), use({ place: PAYMENTS_TEST, env: 'test' }), use({ roleKey: 'x' }), use({ pointer: '/access/1' })];
    expect(findings('place.env != "prod"', { uses }).map(({ at: place }) => place?.line)).toEqual([3, 4]);
    expect(findings('true', { uses })).toEqual([]);
  });

  it('refuses what cannot be worked out', () => {
    expect(findings('1 / (grant.hour - 10) == 1')).toMatchObject([
      { code: 'GK2201', message: 'the rule own of policy/policy.yaml could not be worked out: division by zero' },
    ]);
    expect(findings('grant.principals[4] == "x"')).toHaveLength(1);
    expect(holds('grant.principals.exists_one(p, p == "ada")')).toBe(true);
  });

  it('refuses in a zone that is none', () => {
    const team = control().teams.get('payments');
    if (team === undefined) throw new Error('payments is a team');
    const teams = new Map([['payments', { ...team, zone: 'Nowhere/At-All' }]]);
    expect(findings('true', { control: control({ teams }) })).toMatchObject([{ message: expect.stringContaining('RangeError') }]);
  });

  it('takes no time that a requester could stretch', () => {
    const reason = 'a'.repeat(16_000);
    const began = process.threadCpuUsage().user;
    holds('grant.principals.all(p, [1, 2, 3].all(n, !grant.reason.contains("b") && grant.reason.like("*a*a*a*a*a*b")))', {
      grant: grant({ reason }),
    });
    expect(process.threadCpuUsage().user - began).toBeLessThan(2_000_000);
  });
});

import { describe, expect, it } from 'vitest';
import type { Asked } from '../../src/policy/asked.ts';
import { compileRules } from '../../src/policy/cel.ts';
import { judge } from '../../src/policy/judge.ts';
import { asked, at, control, grant, MINUTE, PAYMENTS_TEST, source, use } from './acme.ts';

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

describe('a compiled rule', () => {
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
    const began = process.hrtime.bigint();
    holds('grant.principals.all(p, [1, 2, 3].all(n, !grant.reason.contains("b") && grant.reason.like("*a*a*a*a*a*b")))', {
      grant: grant({ reason }),
    });
    expect(process.hrtime.bigint() - began).toBeLessThan(2_000_000_000n);
  });
});

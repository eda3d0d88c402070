import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../src/policy/asked.ts';
import { compileRules } from '../../src/policy/cel.ts';
import { judge } from '../../src/policy/judge.ts';
import { asked, at, control, DAY, grant, HOUR, role, source, use } from './acme.ts';

/** What any engine for rules of policy.yaml must answer. `refused` is never run; `unclear` runs and cannot be worked out. */
interface Conformance {
  readonly expressions: readonly { readonly expression: string; readonly gives: 'true' | 'false' | 'refused' | 'unclear' }[];
}

const { expressions } = JSON.parse(readFileSync(new URL('conformance.json', import.meta.url), 'utf8')) as Conformance;

const ASKED: Asked = asked({
  grant: grant({ principals: ['ada', 'ada-adm'], reason: 'Find out why', ticket: 'INC-4711', requestedBy: 'bo' }),
  control: control({ roles: new Map([['debug', role('debug', { maxDuration: 8 * HOUR, approvers: ['sam'], privileged: true })]]) }),
  uses: [use()],
  held: [
    { principal: 'ada', catalogueRole: 'release', roleKey: 'x', scopeKey: 'y', until: at('2026-11-23T10:00:00Z') },
    { principal: 'ada', roleKey: 'x', scopeKey: 'y', from: at('2026-11-24T09:00:00Z'), until: at('2026-11-24T10:00:00Z') },
  ],
  history: [
    {
      person: 'ada',
      roleKey: 'roles/logging.viewer',
      scopeKey: 'y',
      from: (asked().now - 3 * DAY) as Asked['now'],
      to: (asked().now - 2 * DAY) as Asked['now'],
    },
  ],
});

function answer(expression: string): string {
  const rules = compileRules([{ name: 'own', expression, message: 'no' }], source('policy/policy.yaml', ['/rules/0/expression']));
  if (!rules.ok) return 'refused';
  const [found] = judge(ASKED, rules.rules);
  if (found === undefined) return 'true';
  return found.message === 'no' ? 'false' : 'unclear';
}

describe('an engine for rules', () => {
  it('is asked about everything', () => expect(expressions.length).toBeGreaterThan(60));

  it.each(expressions)('$expression: $gives', ({ expression, gives }) => expect(answer(expression)).toBe(gives));
});

describe('a hostile expression', () => {
  const many = Array.from({ length: 3000 }, (_, index) => ({
    principal: `p${index}`,
    roleKey: 'x',
    scopeKey: 'y',
    until: at('2026-11-23T10:00:00Z'),
  }));
  const crowded: Asked = { ...ASKED, held: many, grant: grant({ reason: 'a'.repeat(16_000) }) };

  it.each([
    ['walks in walks over many', 'held.all(a, held.all(b, a.principal == b.principal || true))'],
    ['a long text searched over and over', `held.all(a, grant.reason.contains("${'a'.repeat(3000)}b") || true)`],
    ['text that grows', `(${Array.from({ length: 100 }, () => 'grant.reason').join(' + ')}).contains("${'a'.repeat(1000)}b") || true`],
    ['patterns that go back', `held.all(a, grant.reason.like("${'*a'.repeat(1000)}b") || true)`],
    ['lists in lists', `[${Array.from({ length: 150 }, () => '[1]').join(', ')}].all(a, [${'1,'.repeat(150)}1].all(b, b in a || true))`],
    ['deep trees', `${'!'.repeat(400)}true`],
    ['deeper brackets', `${'('.repeat(2000)}true${')'.repeat(2000)}`],
    ['giant lists', `1 in [${'1,'.repeat(2000)}1]`],
    ['nested choices', `${'true ? '.repeat(160)}true${' : true'.repeat(160)}`],
    ['joined lists', `(${Array.from({ length: 120 }, () => 'held').join(' + ')}).all(a, true)`],
  ])('%s ends at once', (_, expression) => {
    const began = performance.now();
    const rules = compileRules([{ name: 'own', expression, message: 'no' }], source('policy/policy.yaml'));
    const findings = rules.ok ? judge(crowded, rules.rules) : rules.findings;
    expect(performance.now() - began).toBeLessThan(250);
    expect(findings.length).toBeLessThanOrEqual(1);
    const again = rules.ok ? judge({ ...crowded }, rules.rules) : rules.findings;
    expect(again.map(({ message }) => message)).toEqual(findings.map(({ message }) => message));
  });

  it('that could take too many steps refuses, and says so', () => {
    const rules = compileRules(
      [{ name: 'own', expression: 'held.all(a, held.all(b, true))', message: 'no' }],
      source('policy/policy.yaml'),
    );
    const [found] = rules.ok ? judge(crowded, rules.rules) : [];
    expect(found?.message).toMatch(
      /^the rule own of policy\/policy\.yaml could not be worked out: it could take \d+ steps, and may take 100000$/,
    );
  });
});

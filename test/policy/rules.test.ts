import { describe, expect, it } from 'vitest';
import { RULE_NAMES } from '../../src/domain/rule-names.ts';
import { readPolicy } from '../../src/grants/read-policy.ts';
import { RULES, rulesWith } from '../../src/policy/rules.ts';
import { clouds } from '../grants/clouds.ts';
import { asked } from './acme.ts';

describe('the rules', () => {
  it('have ids and codes of their own, and each says what holds', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
    expect(RULES.map(({ code }) => code)).toEqual(RULES.map((_, at) => `GK${2101 + at}`));
    expect(RULES.map(({ id }) => id)).toEqual(RULE_NAMES);
    for (const { summary } of RULES) expect(summary).toMatch(/^[A-Z].*[^.]$/);
  });

  it('refuse what breaks them', () => expect(new Set(RULES.map(({ severity }) => severity))).toEqual(new Set(['error'])));

  it('hold for an ordinary grant', () => expect(RULES.flatMap((rule) => rule.judge(asked()))).toEqual([]));

  it('say how they are set, each that a setting changes', () => {
    const unset = RULES.filter(({ key }) => key === undefined).map(({ id }) => id);
    expect(unset).toEqual(['lapsed', 'expires-after-starts', 'own-place', 'departed', 'combination', 'recalled']);
    for (const { key, example } of RULES) expect(example === undefined).toBe(key === undefined);
  });

  it.each(RULES.flatMap(({ id, key, example }) => (key === undefined || example === undefined ? [] : [{ id, key, example }])))(
    '$id is set by what its example writes, at the key that it names',
    ({ key, example }) => {
      const lines = ['stamp: acme-access', 'security: [sam]', 'clouds: { gcp: { manages: [folders/77] } }'];
      const others = lines.filter((line) => line.split(':')[0] !== example.split(':')[0]);
      const whole = example.replace('azure: {', 'azure: { tenant: 11111111-2222-4333-8444-555555555555, manages: [/],');
      const read = readPolicy('policy/policy.yaml', new TextEncoder().encode([...others, whole].join('\n')), clouds);
      if (!read.ok) throw new Error(JSON.stringify(read.findings));
      expect(read.value.source.place(key)).toMatchObject({ line: others.length + 1 });
    },
  );

  it("take policy's own behind them", () => {
    const own = { id: 'own', code: 'GK2201', severity: 'error', summary: 'Own', judge: () => [] } as const;
    expect(rulesWith([own])).toEqual([...RULES, own]);
  });
});

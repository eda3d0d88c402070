import { describe, expect, it } from 'vitest';
import { sizesOf, stepsOf } from '../../src/policy/cel-cost.ts';
import { environment, factsOf } from '../../src/policy/cel-facts.ts';
import { asked, at, grant, use } from './acme.ts';

const language = environment();
const facts = (reason: string, held: number) => {
  const one = { principal: 'ada', roleKey: 'x', scopeKey: 'y', until: at('2026-11-23T10:00:00Z') };
  const all = asked({ grant: grant({ reason, principals: ['ada', 'bo'] }), uses: [use()], held: Array.from({ length: held }, () => one) });
  return factsOf(all, all.uses[0]!);
};

function steps(expression: string, reason = '', held = 0): number {
  return stepsOf(language.parse(expression).ast)(sizesOf(facts(reason, held)));
}

describe('sizes', () => {
  it('are those of the longest text, of the lists and of the fields that are lists', () => {
    expect(sizesOf(facts('x'.repeat(100), 3))).toEqual({
      text: 100,
      named: { held: 3, history: 0 },
      fields: { principals: 2, approvers: 0 },
      list: 500,
    });
    expect(sizesOf(facts('', 600))).toMatchObject({ text: 64, list: 600 });
  });
});

describe('steps', () => {
  it.each([
    // One for each node, and for a comparison or a sum the items of both sides.
    ['true && false', 3],
    ['1 == 1', 5],
    ['1 != 1', 5],
    ['1 + 1', 5],
    ['1 < 2', 3],
    ['"a" in ["a", "b", "c"]', 10],
    ['["a", "b"] + ["c"] == []', 14],
    // A walk: two and its body for each item.
    ['[1, 2, 3].all(a, a == 1)', 1523],
    ['held.all(h, h.scheduled)', 42],
    ['held.exists(h, h.role == "x")', 82],
    ['held.filter(h, true).all(h, true)', 63],
    // The name of an item of the facts is no list; that of a list that is written out could be one of any length.
    ['grant.principals.all(p, p == "ada")', 17],
    ['[[1]].all(a, a == a)', 1009],
    ['(held + held).all(h, true)', 84],
    // A search: the text by what is searched, in cells.
    ['grant.id.contains("ada")', 6],
    ['grant.id.contains(grant.reason)', 10],
    ['grant.id.contains(true ? "a" : grant.id)', 13],
    ['size(grant.principals) == 1', 7],
    ['held.all(h, h == h)', 72],
    ['held.filter(g, true).all(h, h == h)', 103],
    ['held.exists(h, true) == true', 36],
    ['(true ? "a" : "b").contains(grant.id)', 9],
  ])('of %s are %d', (expression, count) => expect(steps(expression, '', 10)).toBe(count));

  it('are few for what people write', () => {
    expect(steps('true')).toBe(1);
    expect(steps('!(place.env == "prod" && grant.startsOnWeekend)')).toBeLessThan(15);
    expect(steps('grant.ticket.like("INC-*")')).toBeLessThan(10);
  });

  it('grow with the lists that are walked, and with each walk inside', () => {
    const [ten, hundred] = [steps('held.all(h, h.scheduled)', '', 10), steps('held.all(h, h.scheduled)', '', 100)];
    expect(hundred - ten).toBe(90 * 4);
    expect(steps('held.all(a, held.all(b, true))', '', 100)).toBeGreaterThan(10_000);
    expect(steps('grant.principals.all(p, p == "ada")')).toBeLessThan(20);
    expect(steps('[1, 2].all(a, true)')).toBeLessThan(steps('[1, 2, 3, 4].all(a, true)'));
    expect(steps('held.filter(h, true).all(h, true)', '', 100)).toBeLessThan(700);
    expect(steps('(held + held).all(h, true)', '', 100)).toBeGreaterThan(steps('held.all(h, true)', '', 100));
    expect(steps('(true ? [1] : [2]).all(h, true)')).toBeGreaterThan(500);
    expect(steps('[1].all(a, a in [1, 2])')).toBeLessThan(600);
    expect(steps('grant.principals.all(p, held.exists(h, h.principal == p))', '', 50)).toBeLessThan(1500);
    expect(steps('[[1]].all(a, a.all(b, b == 1))')).toBeGreaterThan(500);
    expect(steps('size(grant.principals) == 1')).toBeLessThan(10);
  });

  it('grow with the texts that are searched, however they are made', () => {
    const long = 'a'.repeat(10_240);
    const needle = `"${'b'.repeat(1024)}"`;
    const plain = steps(`grant.reason.contains(${needle})`, long);
    expect(plain).toBeGreaterThanOrEqual(10_240);
    expect(steps(`(grant.reason + grant.reason).contains(${needle})`, long)).toBeGreaterThan(2 * plain - 100);
    expect(steps(`(true ? grant.reason : "x").contains(${needle})`, long)).toBeGreaterThanOrEqual(plain);
    expect(steps(`grant.reason.trim().contains(${needle})`, long)).toBeGreaterThanOrEqual(plain);
    expect(steps(`string(grant.reason).contains(${needle})`, long)).toBeGreaterThanOrEqual(plain);
    expect(steps(`"abc".contains(${needle})`, long)).toBeLessThan(10);
    expect(steps(`(true ? "a" : "b").contains(${needle})`, long)).toBeLessThan(10);
    expect(steps(`"abc".trim().contains(${needle})`, long)).toBeLessThan(12);
  });
});

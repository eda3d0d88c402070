import { describe, expect, it } from 'vitest';

import { evaluate, type Attributes } from '../../../src/sim/gcp/cel/evaluate.ts';
import { parse } from '../../../src/sim/gcp/cel/syntax.ts';

const ATTRIBUTES: Attributes = {
  'request.time': { time: Date.parse('2026-11-22T09:30:15Z') },
  'resource.name': 'projects/100000000001',
  'resource.type': 'cloudresourcemanager.googleapis.com/Project',
};

function result(expression: string): boolean | string {
  const parsed = parse(expression);
  return parsed.ok ? evaluate(parsed.node, ATTRIBUTES) : `problem: ${parsed.problem}`;
}

describe('conditions', () => {
  it.each([
    ['request.time < timestamp("2026-11-22T09:30:16Z")', true],
    ['request.time < timestamp("2026-11-22T09:30:15Z")', false],
    ['request.time <= timestamp("2026-11-22T09:30:15.000Z")', true],
    ["request.time >= timestamp('2026-11-22T10:30:15+01:00')", true],
    ['request.time > timestamp("2026-11-22T09:30:14.999999999Z")', true],
    ['timestamp("2026-11-22T10:00:00Z") > request.time', true],
    ['request.time == timestamp("2026-11-22T09:30:15Z")', true],
    ['request.time != timestamp("2026-11-22T09:30:15Z")', false],
    ['request.time < timestamp("2026-11-22T09:00:00Z") + duration("1h")', true],
    ['request.time - duration("90m") < timestamp("2026-11-22T08:00:00Z")', false],
    ['request.time + duration("-0.5s") < request.time', true],
    ['(request.time >= timestamp("2026-01-01T00:00:00Z") && request.time < timestamp("2026-02-01T00:00:00Z"))', false],
    ['resource.name.startsWith("projects/1") && resource.type == "cloudresourcemanager.googleapis.com/Project"', true],
    ['resource.name.endsWith("2") || resource.name.contains("/1000")', true],
    ['!(resource.name == "x")', true],
    ['!!true && !false', true],
    ['true ? false : true', false],
    ['1 + 1 == 2 && -1 < 0 && "a" < "b" && 2 >= 2 && 3 - 1 == 2', true],
    ['resource.name in ["a", "projects/100000000001"]', true],
    ['resource.name in ["a", "b"]', false],
    ['resource.name in ["a", 5]', 'unknown'],
    [`resource.name == r'projects/100000000001' // a comment`, true],
    [String.raw`"\x41\u0042\U00000043\104\n\"" == '''ABCD` + "\n\"'''", true],
    ['"""a"b""" == "a\\"b"', true],
    ['request.time.getHours() == 9 && request.time.getHours("Europe/Berlin") == 10', true],
    ['request.time.getDayOfWeek() == 0 && request.time.getMonth() == 10 && request.time.getDate() == 22', true],
    ['request.time.getDayOfMonth() == 21 && request.time.getFullYear() == 2026', true],
    ['request.time.getMinutes() == 30 && request.time.getSeconds() == 15', true],
    ['request.time.getHours("Atlantis/Deep") == 9', 'unknown'],
    ['request.time.getCentury() == 21', 'unknown'],
    ['request.time.getHours(1) == 9', 'unknown'],
  ])('%s: %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });

  it.each([
    ['resource.service == "x"', 'unknown'],
    ['resource.service == "x" && false', false],
    ['false && resource.service == "x"', false],
    ['resource.service == "x" && true', 'unknown'],
    ['resource.service == "x" || true', true],
    ['resource.service == "x" || false', 'unknown'],
    ['!resource.service', 'unknown'],
    ['-resource.name == 1', 'unknown'],
    ['resource.service ? true : true', 'unknown'],
    ['resource.name', 'unknown'],
    ['resource.name < 5', 'unknown'],
    ['resource.name == 5', 'unknown'],
    ['request.time < "2026-11-22T09:30:16Z"', 'unknown'],
    ['timestamp("22 November 2026") < request.time', 'unknown'],
    ['timestamp("2026-13-01T00:00:00Z") < request.time', 'unknown'],
    ['duration("1 day") < duration("2h")', 'unknown'],
    ['duration("1h") < duration("61m")', true],
    ['null == null', true],
    ['[1] == [1]', 'unknown'],
    ['true + true', 'unknown'],
    ['2 * 3 == 6', 'unknown'],
    ['resource.name.matches("a")', 'unknown'],
    ['"a".size() == 1', 'unknown'],
    ['5.startsWith("a")', 'unknown'],
    ['{"a": true}["a"]', 'unknown'],
    ['resource.matchTag("a", "b")', 'unknown'],
    ['resource.name in resource.names', 'unknown'],
    ['f(1).g', 'unknown'],
    ['size("a") == 1', 'unknown'],
  ])('what cannot be told is unknown, unless the other side decides: %s: %s', (expression, expected) => {
    expect(result(expression)).toBe(expected);
  });

  it.each([
    '',
    'true &&',
    '(true',
    'true)',
    'a b',
    '"open',
    '"line\nbreak"',
    String.raw`"\q"`,
    String.raw`"\UFFFFFFFF"`,
    'a.5',
    'a ? b',
    '[1, , 2]',
    '{1}',
    'if == 1',
    'let',
    '#',
    'a = b',
    '1 2',
    '= true',
    '('.repeat(200) + 'true' + ')'.repeat(200),
  ])('refuses what does not read: %j', (expression) => {
    expect(parse(expression).ok).toBe(false);
  });

  it.each([
    '[1, 2,]',
    '{"a": 1, "b": 2,}',
    '{}',
    '[]',
    'f()',
    '.5 < 1e3',
    '0xFFu == 255u',
    'b"x" == bR"""y"""',
    'a.b.c(d)[0].e',
    'a%2==0 - -1',
  ])('reads the whole grammar: %s', (expression) => {
    expect(parse(expression).ok).toBe(true);
  });

  it('counts the logical operators', () => {
    expect(parse('!a && (b || !c) ? "&&" : "x" != "y"')).toMatchObject({ logicalOperators: 4 });
  });
});

import { parse } from '@marcbachmann/cel-js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLogicalOperators, isEnclosed } from '../../../src/providers/gcp/enclosed.ts';

describe('isEnclosed', () => {
  it.each([
    'a || b',
    'resource.name.startsWith("x)")',
    `resource.name == 'it\\'s)'`,
    String.raw`a == r"\" || b == "x"`,
    `a == """three " quotes ) """`,
    `a == '''three ' quotes ) '''`,
    'a == b")"',
    'a == br"\\"',
    'a == ""',
    'a == "" || b == \'\'',
    '[1, 2].exists(x, x == {"a": 1}["a"])',
    'a / b == 1',
    '"// no comment" == a',
  ])('holds %s', (text) => {
    expect(isEnclosed(text)).toBe(true);
  });

  it.each([
    'a) || (a',
    'true) || (true',
    ')(',
    'a // comment',
    '// )',
    'a\n|| b',
    'a\r|| b',
    'a\u2028|| b',
    '"open',
    "'open",
    '"""open"',
    '(a',
    'a)',
    '[a)',
    '({)}',
    '',
    '   ',
    'a == "x" "',
    'a == "\\"',
  ])('lets %j not pass', (text) => {
    expect(isEnclosed(text)).toBe(false);
  });

  it('agrees with a parser: what is enclosed stays on its side of the &&', () => {
    const word = fc.constantFrom(
      'a',
      'b',
      'true',
      '(',
      ')',
      '[',
      ']',
      '||',
      '&&',
      '!',
      '==',
      '"',
      "'",
      '")"',
      "'('",
      'r"\\"',
      '//',
      '\\',
      '"""',
      ' ',
      ',',
      '?',
      ':',
      '{',
      '}',
    );
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(''));
    let held = 0;
    fc.assert(
      fc.property(text, (own) => {
        const alone = parsed(own);
        const joined = parsed(`end && (${own})`);
        if (!isEnclosed(own) || joined === undefined) return;
        held += 1;
        expect(joined).toMatchObject({ op: '&&', args: [{ op: 'id', args: 'end' }, { op: alone?.op }] });
      }),
      { numRuns: 4000, seed: 20261123 },
    );
    expect(held).toBeGreaterThan(100);
  });
});

function parsed(text: string): { readonly op: string; readonly args: unknown } | undefined {
  try {
    const { op, args } = parse(text).ast;
    return { op, args };
  } catch {
    return undefined;
  }
}

describe('countLogicalOperators', () => {
  it.each([
    ['a', 0],
    ['a && b || !c', 3],
    ['a != b', 0],
    ['"&& || !" == a', 0],
    ['!!a', 2],
    ["request.time < timestamp('x') && (a || b)", 2],
  ])('counts in %s %i', (text, count) => {
    expect(countLogicalOperators(text)).toBe(count);
  });
});

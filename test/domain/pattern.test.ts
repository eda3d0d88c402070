import { describe, expect, it } from 'vitest';
import { matchesPattern, parsePattern } from '../../src/domain/pattern.ts';

function fits(pattern: string, text: string): boolean {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) throw new Error(parsed.problem);
  return matchesPattern(parsed.value, text);
}

/** Everything that three letters and two signs can spell in four places. */
function texts(): readonly string[] {
  let all = [''];
  for (let length = 0; length < 4; length++)
    all = [...new Set(all.flatMap((text) => [text, ...Array.from('ab1-.', (char) => text + char)]))];
  return all;
}

const PATTERNS = [
  '', 'a', '.', 'a|b', 'ab|1', 'a|', '|a', '(a|b)*', '(?:ab)+1?', 'a*b*', '(a*)*b', '(a|)b', 'a+', 'a?b?1?', 'a{2}', 'a{2,}', 'a{1,3}b',
  'a{0}', 'a{0,2}', '(a{2}|b){2}', '[ab]+', '[^a]+', '[a-b1-]*', '[-a]+', '[a-]+', '[.]', '[\\d-]+', '[\\w]+', '\\d+\\.\\w', '\\D\\W\\S',
  '\\s', '.*', '.*1', '(a+b?)+1', 'a|b|1|-', '((a|b)-)+', '\\-\\.', '^a+$', '^a|b$', '[\\]a]',
] as const; // prettier-ignore

describe('parsePattern', () => {
  it.each(PATTERNS)('%j means what it means elsewhere', (pattern) => {
    const native = new RegExp(`^(?:${pattern.replace(/^\^|\$$/g, '')})$`);
    expect(texts().filter((text) => fits(pattern, text) !== native.test(text))).toEqual([]);
  });

  it.each([
    ['INC-[0-9]+', 'INC-4711', true],
    ['INC-[0-9]+', 'INC-4711x', false],
    ['^INC-[0-9]+$', 'INC-4711', true],
    ['.', '\n', false],
    ['.', '\u{1F600}', true],
    ['[\u{1F600}-\u{1F64F}]', '\u{1F601}', true],
    ['\\s+', ' \t\n', true],
    ['\\w+', 'AZ_az09', true],
    ['\\w', '@', false],
    ['\\w', '[', false],
    ['[a-a]', 'a', true],
    ['a'.repeat(500), 'a'.repeat(500), true],
    ['\\$', '$', true],
    ['\\\\', '\\', true],
    ['a\\|b', 'a|b', true],
  ])('%j and %j: %s', (pattern, text, answer) => expect(fits(pattern, text)).toBe(answer));

  it.each([
    ['a**', 'one repetition stands on another'],
    ['a+?', 'one repetition stands on another'],
    ['a{2}{3}', 'one repetition stands on another'],
    ['*a', '* has no meaning here'],
    ['{2}', '{ has no meaning here'],
    ['a}', '} has no meaning here'],
    ['a]', '] has no meaning here'],
    ['a^', '^ has no meaning here'],
    ['a$b', '$ has no meaning here'],
    ['(a', 'a group is not closed'],
    ['(?:a', 'a group is not closed'],
    ['(', 'a group is not closed'],
    ['a)', 'a ")" closes no group'],
    ['(?=a)', '(? begins no plain group'],
    ['(?<name>a)', '(? begins no plain group'],
    ['[a', 'a "[" is not closed'],
    ['[a-', 'a "[" is not closed'],
    ['[]', 'a "[ ]" is empty'],
    ['[^]', 'a "[ ]" is empty'],
    ['[b-a]', 'a range runs from a lower to a higher character'],
    ['[\\d-z]', 'a range runs from a lower to a higher character'],
    ['[a-\\d]', 'a range runs from a lower to a higher character'],
    ['[a-\\w]', 'a range runs from a lower to a higher character'],
    ['[\\w-z]', 'a range runs from a lower to a higher character'],
    ['[\\D]', 'a class in capitals cannot stand in "[ ]"'],
    ['(a)\\1', '\\1 is not known'],
    ['\\b', '\\b is not known'],
    ['\\', '\\ is not known'],
    ['a{', 'a repetition is written {2}, {2,} or {2,4}'],
    ['a{x}', 'a repetition is written {2}, {2,} or {2,4}'],
    ['a{3,2}', 'a repetition is written {2}, {2,} or {2,4}'],
    ['a{12345}', 'a repetition is written {2}, {2,} or {2,4}'],
    ['a{9999}', 'the pattern repeats too much'],
    ['(((a{99}){99}){99}){99}', 'the pattern repeats too much'],
    ['a{1500}b{1500}', 'the pattern repeats too much'],
    ['(){0,9999}', 'the pattern repeats too much'],
    [`${'('.repeat(30)}a${')'.repeat(30)}`, 'groups stand deeper than 20'],
    ['a'.repeat(501), 'the pattern is longer than 500 characters'],
  ])('refuses %s', (pattern, problem) => expect(parsePattern(pattern)).toMatchObject({ ok: false, problem }));

  it('takes groups twenty deep and 500 characters, and no more', () => {
    const nested = (deep: number) => parsePattern(`${'('.repeat(deep)}a${')'.repeat(deep)}`).ok;
    expect([nested(20), nested(21)]).toEqual([true, false]);
    expect([500, 501].map((length) => parsePattern('a'.repeat(length)).ok)).toEqual([true, false]);
  });

  it('counts what stands in a group by its letters, and repeats 2000 of them and no more', () => {
    const repeats = ['(a){999}', 'a{999}b{999}cd', 'a{999}b{999}cde', 'a{999}b{999}(cd)', 'a{999}b{999}(c)de', 'a{2000}', 'a{2001}'];
    expect(repeats.map((pattern) => parsePattern(pattern).ok)).toEqual([true, true, false, true, false, true, false]);
    expect(fits('(a){999}', 'a'.repeat(999))).toBe(true);
  });

  it('stays quick on what makes other engines slow', () => {
    const began = process.hrtime.bigint();
    expect(fits('(a+)+(a*)*(a|a)*b', 'a'.repeat(16_000))).toBe(false);
    expect(process.hrtime.bigint() - began).toBeLessThan(2_000_000_000n);
  });
});

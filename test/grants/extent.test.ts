import { type Event, parseEvents } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { closing, endOf, isEmpty, type Placed, startOf } from '../../src/grants/extent.ts';

function event(text: string, at = 1): Event {
  return parseEvents(text, {})[at] as Event;
}

function cut(text: string): string {
  const one = event(text) as Placed;
  if ('start' in one) throw new Error('a scalar or an alias is wanted');
  return text.slice(startOf(text, one), endOf(text, one));
}

describe('the extent of a scalar', () => {
  it.each([
    ['plain  # comment', 'plain'],
    ['two\n  lines', 'two\n  lines'],
    ['"double \\" quoted" ', '"double \\" quoted"'],
    ["'single '' quoted'", "'single '' quoted'"],
    ['|\n\n  block\n  text\n\n', 'block\n  text'],
    ['>-\n  folded\n', 'folded'],
    ['|\n', ''],
    ['|1\n  \n', ''],
    ['*alias', '*alias'],
  ])('%j is %j', (text, expected) => expect(cut(text)).toBe(expected));

  it('is none where nobody wrote a value', () => {
    expect(isEmpty(event('a:\n', 3))).toBe(true);
    expect(isEmpty(event('a:\n', 2))).toBe(false);
    expect(isEmpty(event('[]\n'))).toBe(false);
  });
});

describe('the start of a collection', () => {
  it.each([
    [' a: b\n', 1],
    ['[a]', 0],
    ['- a\n', 0],
  ])('of %j is given by the parser', (text, start) => expect(startOf(text, event(text) as Placed)).toBe(start));
});

describe('closing', () => {
  it.each([
    ['[a , # ]\n ] b', 2, 11],
    ['{ a: b } }', 6, 8],
    ['[]', 1, 2],
    ['a: b', 4, 4],
    ['a: b }', 4, 4],
    ['a: b ]', 4, 4],
    ['{a: b}: c, d]', 9, 9], // a pair in a list: the bracket is not its own
    ['[a # no end', 2, 2],
  ])('of %j from %i on is %i', (text, from, end) => expect(closing(text, 0, from)).toBe(end));
});

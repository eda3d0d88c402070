import { parseEvents } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { escapePart, spotsOf } from '../../src/grants/spots.ts';

function spots(text: string): Record<string, string> {
  const all = [...spotsOf({ text, events: parseEvents(text, {}) })];
  return Object.fromEntries(all.map(([pointer, { start, end, empty }]) => [pointer, empty ? '(nothing)' : text.slice(start, end)]));
}

describe('spotsOf', () => {
  it.each([
    ['- a\n- b # c\n', { '': '- a\n- b', '/0': 'a', '/1': 'b' }],
    ['a: b\nc:\n- d\n\n# e\n', { '': 'a: b\nc:\n- d', '/a': 'b', '/c': '- d', '/c/0': 'd' }],
    ['{ a: [1, # ]\n 2 ], } # c', { '': '{ a: [1, # ]\n 2 ], }', '/a': '[1, # ]\n 2 ]', '/a/0': '1', '/a/1': '2' }],
    ['a:\nb: {}\n', { '': 'a:\nb: {}', '/a': '(nothing)', '/b': '{}' }],
    ['[a: b, c]', { '': '[a: b, c]', '/0': 'a: b', '/0/a': 'b', '/1': 'c' }],
    ['{ a: , b }', { '': '{ a: , b }', '/a': '(nothing)', '/b': '(nothing)' }],
    ['- \n- a\n', { '': '- \n- a', '/0': '(nothing)', '/1': 'a' }],
    ['a: 1\na: 2\n', { '': 'a: 1\na: 2', '/a': '1' }],
    ['a/b~c: d\n', { '': 'a/b~c: d', '/a~1b~0c': 'd' }],
    ['plain', { '': 'plain' }],
  ])('of %j knows every value', (text, expected) => expect(spots(text)).toEqual(expected));

  it('passes by keys that are no text, and all below them', () => {
    expect(spots('? [a]\n: { b: c }\n? { d: e }\n: f\n*x : g\nh: i\n')).toEqual({
      '': '? [a]\n: { b: c }\n? { d: e }\n: f\n*x : g\nh: i',
      '/h': 'i',
    });
    expect(spots('[{a: b}: c, d]')).toEqual({ '': '[{a: b}: c, d]', '/0': '{a: b}: c', '/1': 'd' });
  });

  it('knows keys, and what stands without quotes', () => {
    const text = 'a: "b"\nc: d\n';
    const all = spotsOf({ text, events: parseEvents(text, {}) });
    expect(all.get('/a')).toEqual({ start: 3, end: 6, key: { start: 0, end: 1 }, empty: false, plain: false });
    expect(all.get('/c')).toMatchObject({ key: { start: 7, end: 8 }, plain: true });
    expect(all.get('')?.key).toBeUndefined();
  });
});

describe('escapePart', () => {
  it('makes a key a part of a pointer', () => expect(escapePart('a/b~1')).toBe('a~1b~01'));
});

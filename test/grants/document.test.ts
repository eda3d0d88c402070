import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/grants/document.ts';
import { bytesOf } from './example.ts';

function read(text: string) {
  return readDocument('x.yaml', bytesOf(text), 16 * 1024);
}

function found(text: string): readonly string[] {
  return read(text).findings.map(({ code, at }) => `${code} ${at?.line}:${at?.column}-${at?.endLine}:${at?.endColumn}`);
}

describe('readDocument', () => {
  it('reads every scalar as text', () => {
    const { document, findings } = read('a: yes\nb: 010\nc: 1:30\nd: 2026-01-01\ne: ~\nf:\ng: "x\\ty"\nh: [null, 1.0, {}]\n');
    expect(findings).toMatchObject([{ code: 'GK1003' }]); // the tab in g
    expect(document?.root).toEqual({ a: 'yes', b: '010', c: '1:30', d: '2026-01-01', e: '~', f: '', g: 'x\ty', h: ['null', '1.0', {}] });
  });

  it('makes maps without a prototype, so that no key means more than itself', () => {
    const { document } = read('__proto__: { polluted: yes }\nconstructor: a\ntoString: b\n');
    expect(Object.getPrototypeOf(document?.root)).toBe(null);
    expect(Object.keys(document?.root ?? {})).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['', ['GK1005 1:1-1:1']],
    ['# only a comment\n', ['GK1005 1:1-1:1']],
    ['---\n', ['GK1005 1:1-1:1']],
    ['...\n', ['GK1005 1:1-1:1']],
    ['- a\n- b\n', ['GK1006 1:1-2:4']],
    ['plain\n', ['GK1006 1:1-1:6']],
    ['*a\n', ['GK1006 1:1-1:3']],
    ['a: &x b\n', ['GK1009 1:4-1:6']],
    ['&x a: b\n', ['GK1009 1:1-1:3']],
    ['&x\na: b\n', ['GK1009 1:1-1:3']],
    ['a: *x\n', ['GK1010 1:4-1:6']],
    ['*x : b\n', ['GK1010 1:1-1:3']],
    ['a: !!str b\n', ['GK1011 1:4-1:9']],
    ['a: !<x> [b]\n', ['GK1011 1:4-1:8']],
    ['<<: { a: b }\n', ['GK1012 1:1-1:3']],
    ['"<<": b\n', ['GK1012 1:1-1:5']],
    ['a: 1\n"a": 2\n', ['GK1013 2:1-2:4']],
    ['a: { "1": x, 1: y }\n', ['GK1013 1:14-1:15']],
    ['a: [[[[[[[b]]]]]]]\n', []],
    ['a: [[[[[[[[b]]]]]]]]\n', ['GK1014 1:11-1:12']],
    [`a: ${'['.repeat(5000)}`, ['GK1014 1:23-1:24']],
    ['? [a]\n: b\n', ['GK1015 1:3-1:4']],
    ['? { a: b }\n: b\n', ['GK1015 1:3-1:4']],
    [': b\n', ['GK1015 1:3-1:4']],
    [':\n', ['GK1015 1:1-1:2']],
    [':', ['GK1015 1:1-1:2']],
    ['? [[[[[[[[b]]]]]]]]\n: c\n', ['GK1014 1:10-1:11', 'GK1015 1:3-1:4']],
    ['a: b: c\n', ['GK1004 1:5-1:6']],
    ['\u0009a: b\n', ['GK1003 1:1-1:2']],
  ])('judges %j', (text, expected) => expect(found(text)).toEqual(expected));

  it('says what to do about a file that is empty', () => {
    for (const text of ['', '\n', '# later\n', '---\n'])
      expect(read(text).findings.at(-1)).toMatchObject({
        code: 'GK1005',
        message: 'nothing is written here',
        hint: 'Write the keys, or delete the file.',
      });
  });

  it('says what is doubtful about line ends and comments', () => {
    expect(read('a: |+\n  x\n\n').findings).toMatchObject([
      {
        message: 'line ends that readers of YAML understand in two ways',
        hint: 'Leave out the + behind | or >, blanks at the end of the file, and the backslash at the end of a line.',
      },
    ]);
    expect(read('a:\n # b\n  x\n').findings).toMatchObject([
      {
        message: 'a comment before it that readers of YAML understand in two ways',
        hint: 'Write the text behind its key or its dash, and the comment above that.',
      },
    ]);
  });

  it('keeps the first of two keys, and says the rest all the same', () => {
    const { document, findings } = read('a: 1\na: 2\nb: &x 3\n');
    expect(document?.root).toEqual({ a: '1', b: '3' });
    expect(findings.map(({ code }) => code)).toEqual(['GK1013', 'GK1009']);
  });
});

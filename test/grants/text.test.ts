import { describe, expect, it } from 'vitest';
import { codePoint, hiddenIn, readText } from '../../src/grants/text.ts';
import { bytesOf } from './example.ts';

const LIMIT = 16 * 1024;
const HIDDEN_PROPERTIES = /^[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Bidi_Control}]$/u;

function codesOf(text: string): readonly string[] {
  return readText('x.yaml', bytesOf(text), LIMIT).findings.map(({ message }) => message);
}

describe('readText', () => {
  it('gives the text of UTF-8, whatever its letters', () => {
    expect(readText('x', bytesOf('name: Zoë 李\r\nreason: ⚠️ 🚀\n'), LIMIT)).toEqual({
      text: 'name: Zoë 李\r\nreason: ⚠️ 🚀\n',
      findings: [],
    });
  });

  it('refuses every code point that shows nothing or moves its neighbours, and no other', { timeout: 20_000 }, () => {
    for (let point = 0; point <= 0x10ffff; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue; // no UTF-8 holds half of a pair
      const character = String.fromCodePoint(point);
      const expected = character !== '\n' && HIDDEN_PROPERTIES.test(character);
      if ((hiddenIn(`a${character}b`) !== undefined) !== expected)
        expect.fail(`${codePoint(character)} should ${expected ? '' : 'not '}be hidden`);
    }
  });

  it('says where and what', () => {
    const { findings } = readText('x.yaml', bytesOf('a: b\nc: \u{1F680}\u200Bd\n'), LIMIT);
    expect(findings).toEqual([
      {
        code: 'GK1003',
        severity: 'error',
        message: 'a hidden character (U+200B)',
        hint: 'Delete it, and type the line anew rather than paste it.',
        at: { file: 'x.yaml', line: 2, column: 6, endLine: 2, endColumn: 7 },
      },
    ]);
  });

  it('lets an emoji have its variation selector, and nothing else', () => {
    expect(codesOf('⚠️')).toEqual([]);
    expect(codesOf('a\uFE0F')).toEqual(['a hidden character (U+FE0F)']);
  });

  it('says of line ends of other machines just once what to do', () => {
    expect(codesOf('a: b\rc: d\r')).toEqual(['a carriage return without a line feed']);
  });

  it('names at most twenty hidden characters', () => expect(codesOf('\u200B'.repeat(500))).toHaveLength(20));

  it('refuses a file that is too big before it looks into it', () => {
    const { text, findings } = readText('x.yaml', new Uint8Array(LIMIT + 1), LIMIT);
    expect(text).toBe('');
    expect(findings[0]).toMatchObject({ code: 'GK1001', message: '16385 bytes, and at most 16384 are read' });
    expect(readText('x.yaml', new Uint8Array(LIMIT).fill(32), LIMIT).findings).toEqual([]);
  });

  it.each([
    ['a byte of another encoding', [0x61, 0x0a, 0x62, 0xe9, 0x63], 2, 2],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00], 1, 1],
    ['an overlong form', [0x61, 0xc0, 0x80], 1, 2],
    ['half of a surrogate pair', [0x61, 0xed, 0xa0, 0x80], 1, 2],
    ['a code point above the last', [0xf5, 0x80, 0x80, 0x80], 1, 1],
    ['a character that breaks off', [0xc3, 0xa9, 0xe2, 0x82], 1, 2],
  ])('finds the first wrong byte: %s', (_, bytes, line, column) => {
    const { findings } = readText('x.yaml', new Uint8Array(bytes), LIMIT);
    expect(findings).toMatchObject([{ code: 'GK1002', at: { line, column } }]);
  });
});

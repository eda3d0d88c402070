import { describe, expect, it } from 'vitest';
import { TextSource } from '../../src/grants/text-source.ts';

const TEXT = `# a comment
principal: ada
access:
  - { role: "debug", place: [one, 'two three'] } # a comment
  -
  - azure: x
    role: Reader
reason: |
  first
  second

empty:
? a/b~c
: d
`;

const source = new TextSource('x.yaml', TEXT);

function shown({ line, column, endLine, endColumn }: ReturnType<typeof source.place>): string {
  const lines = TEXT.split('\n').slice(line - 1, endLine);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, endColumn - 1);
  lines[0] = (lines[0] ?? '').slice(column - 1);
  return lines.join('\n');
}

describe('TextSource', () => {
  it.each([
    ['/principal', 'ada'],
    ['/access/0', `{ role: "debug", place: [one, 'two three'] }`],
    ['/access/0/role', '"debug"'],
    ['/access/0/place', "[one, 'two three']"],
    ['/access/0/place/1', "'two three'"],
    ['/access/2', 'azure: x\n    role: Reader'],
    ['/access/2/azure', 'x'],
    ['/reason', 'first\n  second'],
    ['/empty', 'empty'],
    ['/a~1b~0c', 'd'],
  ])('knows the place of the value at %s', (pointer, text) => expect(shown(source.place(pointer))).toBe(text));

  it.each([
    ['/principal', 'principal'],
    ['/access/0/place', 'place'],
    ['/access/0/place/0', 'one'],
    ['/empty', 'empty'],
  ])('knows the place of the key at %s', (pointer, text) => expect(shown(source.key(pointer))).toBe(text));

  it('falls back to the nearest value above', () => {
    expect(source.place('/principal/name')).toEqual(source.place('/principal'));
    expect(source.place('/access/1')).toEqual(source.place('/access')); // nothing is written there
    expect(source.place('/access/7/role')).toEqual(source.place('/access'));
    expect(source.place('/access/role')).toEqual(source.place('/access'));
    expect(source.place('/nothing')).toEqual(source.place(''));
    expect(source.key('')).toEqual(source.place(''));
  });

  it('shows the whole mapping for the empty pointer', () => {
    expect(shown(source.place('')).startsWith('principal: ada\naccess:')).toBe(true);
    expect(source.place('')).toMatchObject({ line: 2, column: 1, endLine: 14, endColumn: 4 });
  });

  it('knows what stands without quotes', () => {
    expect(source.isPlain('/principal', 'ada')).toBe(true);
    expect(source.isPlain('/access/0/role', 'debug')).toBe(false);
    expect(source.isPlain('/access', 'debug')).toBe(false);
  });

  it('passes by keys that are no text', () => {
    const odd = new TextSource('x.yaml', '? [a]\n: b\n? {c: d}\n: e\nf: g\n');
    expect(odd.place('/f')).toMatchObject({ line: 5, column: 4 });
  });
});

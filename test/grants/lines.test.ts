import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineStarts, locationBetween, locationOf } from '../../src/grants/lines.ts';

describe('lines', () => {
  it('start behind each line feed', () => expect(lineStarts('a\nbc\n\nd')).toEqual([0, 2, 5, 6]));

  it('turn offsets into lines and columns from 1', () => {
    expect(locationOf('f', 'a\nbc\n\nd', 3, 7)).toEqual({ file: 'f', line: 2, column: 2, endLine: 4, endColumn: 2 });
    expect(locationOf('f', '', 0, 0)).toEqual({ file: 'f', line: 1, column: 1, endLine: 1, endColumn: 1 });
  });

  it('agree with counting', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n') }), fc.nat(), (text, seed) => {
        const offset = seed % (text.length + 1);
        const before = text.slice(0, offset).split('\n');
        const { line, column } = locationBetween('f', lineStarts(text), offset, offset);
        expect([line, column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
      }),
    );
  });
});

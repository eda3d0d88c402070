import { describe, expect, it } from 'vitest';
import { inert } from '../../src/action/inert.ts';

/** As the runner reads a line: `::name` behind blanks at its beginning, `##[name]` wherever it stands. */
const isCommand = (line: string) => line.trimStart().startsWith('::') || line.includes('##[');

describe('a line of data in the log', () => {
  it.each([
    '::set-output name=x::y',
    '   ::add-mask::x',
    '\t::error::x',
    '\u00a0::stop-commands::x',
    '##[error]x',
    'something ##[add-mask]x',
    'a line\n::error::x',
    'a line\r::error::x',
    'a line\r\n  ::error::x\n::notice::y',
  ])('%j is no command', (text) => {
    expect(text.split(/\r\n|\n|\r/).some(isCommand)).toBe(true);
    expect(
      inert(text)
        .split(/\r\n|\n|\r/)
        .some(isCommand),
    ).toBe(false);
  });

  it('is left alone where it cannot act', () => {
    const text = '+ ada  roles/viewer  a::b\n  # [x]\n\n';
    expect(inert(text)).toBe(text);
  });
});

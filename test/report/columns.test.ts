import { describe, expect, it } from 'vitest';
import { columns, count } from '../../src/report/columns.ts';

const ROWS = [
  ['+ ada', 'roles/logging.viewer', '2026-11-21-ada-debug'],
  ['- payments-oncall', 'Reader', 'mine'],
];

describe('columns', () => {
  it('aligns all but the last', () =>
    expect(columns(ROWS)).toEqual([
      '+ ada              roles/logging.viewer  2026-11-21-ada-debug',
      '- payments-oncall  Reader                mine',
    ]));

  it('is nothing for no rows', () => expect(columns([])).toEqual([]));

  it('ends no line with blanks', () =>
    expect(
      columns([
        ['a', ''],
        ['b', 'c'],
      ]),
    ).toEqual(['a', 'b  c']));

  it('leaves a column out that is empty in every row', () =>
    expect(
      columns([
        ['a', '', 'b'],
        ['cc', '', 'd'],
      ]),
    ).toEqual(['a   b', 'cc  d']));

  it('keeps rows of one line each, whatever is in them', () =>
    expect(
      columns([
        ['a\nb', 'c'],
        ['d', '\u001b[2Je'],
      ]),
    ).toEqual(['a\\u000ab  c', 'd         \\u001b[2Je']));

  it.each([
    [61, ['+ ada              roles/logging.viewer  2026-11-21-ada-debug', '- payments-oncall  Reader                mine']],
    [60, ['+ ada              roles/logging.viewer', '- payments-oncall  Reader']],
    [38, ['+ ada', '- payments-oncall']],
    [5, ['+ ada', '- payments-oncall']],
  ])('drops whole columns in their order at a width of %i, and cuts nothing', (width, lines) =>
    expect(columns(ROWS, { width, drop: [2, 1] })).toEqual(lines),
  );

  it('drops nothing where nobody tells a width', () => expect(columns(ROWS, { width: undefined, drop: [2, 1] })).toEqual(columns(ROWS)));
});

describe('count', () => {
  it.each([
    [0, '0 grants'],
    [1, '1 grant'],
    [2, '2 grants'],
  ])('of %i', (n, text) => expect(count(n, 'grant')).toBe(text));

  it('takes a plural of its own', () => expect(count(2, 'entry', 'entries')).toBe('2 entries'));
});

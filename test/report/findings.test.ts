import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { findingsJson, findingsText } from '../../src/report/findings.ts';

const FILE = 'grants/payments/2026-11-21-ada-debug.yaml';
const TEXT = `principal: ada
access:
  - gcp: payments-prod
    role: roles/logging.viewer
expires: tomorrow 17:00
`;

function finding(line: number, column: number, endColumn: number, more: Partial<Finding> = {}): Finding {
  const at = { file: FILE, line, column, endLine: line, endColumn };
  return { code: 'GK1204', severity: 'error', message: 'not an instant', at, ...more };
}

function text(findings: readonly Finding[], content = TEXT): string {
  return findingsText(findings, new Map([[FILE, content]]), 12);
}

describe('findingsText', () => {
  it('shows place, code, message, lines with carets, remedy and count', () => {
    expect(text([finding(5, 10, 24, { hint: 'Write the moment in UTC.' })])).toBe(`${FILE}:5:10  GK1204  not an instant
  4 |     role: roles/logging.viewer
  5 | expires: tomorrow 17:00
    |          ^^^^^^^^^^^^^^
  Write the moment in UTC.
1 error in 1 of 12 files
`);
  });

  it('shows the first line alone where there is none before', () => {
    expect(text([finding(1, 12, 15)])).toContain('not an instant\n  1 | principal: ada\n    |            ^^^\n1 error');
  });

  it('shows one line of several, and at least one caret', () => {
    const at = { file: FILE, line: 2, column: 1, endLine: 4, endColumn: 9 };
    expect(text([finding(0, 0, 0, { at })])).toContain('\n  2 | access:\n    | ^^^^^^^\n');
    expect(text([finding(2, 8, 8)])).toContain('\n  2 | access:\n    |        ^\n');
  });

  it('lines numbers up', () => {
    expect(text([finding(10, 1, 2)], 'a\n'.repeat(12))).toContain('\n   9 | a\n  10 | a\n     | ^\n');
  });

  it('does without lines that it does not have', () => {
    const other = { file: 'x.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
    expect(text([finding(1, 1, 1, { at: other })])).toBe('x.yaml:1:1  GK1204  not an instant\n1 error in 1 of 12 files\n');
    expect(text([finding(99, 1, 1)])).toBe(`${FILE}:99:1  GK1204  not an instant\n1 error in 1 of 12 files\n`);
    const { at: _, ...placeless } = finding(1, 1, 1);
    expect(text([placeless])).toBe('GK1204  not an instant\n1 error in 1 of 12 files\n');
  });

  it('orders by place and counts by kind', () => {
    const shown = text([
      finding(5, 1, 2, { severity: 'warning', message: 'odd' }),
      finding(1, 1, 2),
      finding(1, 12, 15, { severity: 'notice', message: 'note' }),
      finding(2, 1, 2),
    ]);
    expect(shown.match(/:\d+:\d+ {2}GK1204 {2}.*/g)).toEqual([
      ':1:1  GK1204  not an instant',
      ':1:12  GK1204  notice: note',
      ':2:1  GK1204  not an instant',
      ':5:1  GK1204  warning: odd',
    ]);
    expect(shown.endsWith('2 errors and 1 warning and 1 notice in 1 of 12 files\n')).toBe(true);
    expect(findingsText([], new Map(), 1)).toBe('no findings in 1 file\n');
  });

  it('shows the part of a long line that matters', () => {
    const long = `${'a'.repeat(300)}HERE${'b'.repeat(300)}\n`;
    const [, line = '', carets = ''] = text([finding(1, 301, 305)], long).split('\n');
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE');
    expect(line).toMatch(/^ {2}1 \| \.\.\.a{40}HEREb{76}\.\.\.$/);
    const [, start = ''] = text([finding(1, 1, 2)], long).split('\n');
    expect(start).toBe(`  1 | ${'a'.repeat(120)}...`);
  });

  it('counts columns of carriage returns out', () => {
    expect(text([finding(2, 1, 2)], 'a: b\r\nc: d\r\n')).toContain('\n  1 | a: b\n  2 | c: d\n    | ^\n');
  });

  it('shows what is hidden, and turns nothing into a command', () => {
    const shown = text(
      [finding(1, 4, 6, { message: 'see \u001B[31m', hint: '##[group]x\n::error::y' })],
      'a: \u202E\u0000\u200B##[endgroup]\n',
    );
    expect(shown).toContain('see \\u{1b}[31m');
    expect(shown).toContain('  1 | a: \\u{202e}\\u{0}\\u{200b}##\\[endgroup]\n    |    ^^^^^^^^^^^^^\n');
    expect(shown).toContain('  ##\\[group]x\\u{a}::error::y\n');
  });

  it('keeps every line of data off the start of a line', () => {
    const data = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(data, data, data, fc.nat(50), (content, message, hint, column) => {
        const shown = text([finding(1, column + 1, column + 3, { message, hint })], content);
        const lines = shown.split('\n');
        expect(lines.at(-2)).toBe('1 error in 1 of 12 files');
        expect(lines[0]?.startsWith(`${FILE}:1:`)).toBe(true);
        for (const line of lines.slice(1, -2)) expect(line === '' || line.startsWith('  ')).toBe(true);
        expect(shown).not.toMatch(/[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--\n]|##\[/v);
      }),
    );
  });
});

describe('findingsJson', () => {
  it('is flat, by place, and what the published schema says', () => {
    const { at: _, ...placeless } = finding(1, 1, 1);
    const json = findingsJson([finding(5, 10, 24, { hint: 'Do.' }), placeless, finding(1, 1, 2)]);
    expect(json).toEqual({
      findings: [
        { code: 'GK1204', severity: 'error', message: 'not an instant' },
        { code: 'GK1204', severity: 'error', message: 'not an instant', file: FILE, line: 1, column: 1, endLine: 1, endColumn: 2 },
        {
          code: 'GK1204',
          severity: 'error',
          message: 'not an instant',
          hint: 'Do.',
          file: FILE,
          line: 5,
          column: 10,
          endLine: 5,
          endColumn: 24,
        },
      ],
    });
    const schema = JSON.parse(readFileSync(new URL('../../schemas/findings.schema.json', import.meta.url), 'utf8')) as object;
    expect(new Ajv2020({ strict: false }).validate(schema, json)).toBe(true);
  });
});

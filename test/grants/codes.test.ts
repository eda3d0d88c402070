import { describe, expect, it } from 'vitest';
import { CODES, mistake, oddity } from '../../src/grants/codes.ts';

const at = { file: 'x.yaml', line: 1, column: 2, endLine: 1, endColumn: 3 };

describe('codes', () => {
  it('are four digits of the ranges that are theirs, in order', () => {
    const codes = Object.keys(CODES);
    expect(codes).toContain('GK1001');
    expect(codes.every((code) => /^GK1[0-5]\d\d$/.test(code))).toBe(true);
    expect(codes).toEqual(codes.toSorted());
  });

  it('have names and explanations of their own', () => {
    const rows = Object.values(CODES);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    expect(new Set(rows.map(({ means }) => means)).size).toBe(rows.length);
    for (const { name, means } of rows) {
      expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(means).toMatch(/\.$/);
    }
  });

  it('make errors and warnings, each with a remedy', () => {
    expect(mistake('GK1204', at, 'not an instant', 'Write it.')).toEqual({
      code: 'GK1204',
      severity: 'error',
      message: 'not an instant',
      hint: 'Write it.',
      at,
    });
    expect(oddity('GK1314', at, 'nothing', 'Do.')).toMatchObject({ code: 'GK1314', severity: 'warning' });
  });
});

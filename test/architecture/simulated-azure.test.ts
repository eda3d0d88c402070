import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './imports.ts';
import { hasTest, linesOf, rowsOf } from './named-tests.ts';

describe('the page on the simulated Azure', () => {
  const page = readFileSync(join(ROOT, 'docs/explanation/simulated-azure.md'), 'utf8');
  const rows = rowsOf(page);

  it('names for each behaviour a test that is there, and no behaviour twice', () => {
    expect(rows.filter((row) => !hasTest(row))).toEqual([]);
    expect(linesOf(page).length).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(75);
    expect(new Set(rows.map(({ subject }) => subject)).size).toBe(rows.length);
  });
});

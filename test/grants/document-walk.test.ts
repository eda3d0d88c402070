import { describe, expect, it } from 'vitest';
import { report, type Walk } from '../../src/grants/document-walk.ts';

describe('report', () => {
  it('notes a mistake at its lines and columns, and counts the lines once', () => {
    const walk: Walk = { file: 'x.yaml', text: 'a: b\nc: d\n', events: [], at: 0, findings: [], starts: undefined };
    report(walk, 'GK1009', 8, 9, 'an anchor', 'Leave it out.');
    const { starts } = walk;
    report(walk, 'GK1011', 0, 6, 'a tag', 'Leave it out.');
    expect(walk.starts).toBe(starts);
    expect(walk.findings).toEqual([
      {
        code: 'GK1009',
        severity: 'error',
        message: 'an anchor',
        hint: 'Leave it out.',
        at: { file: 'x.yaml', line: 2, column: 4, endLine: 2, endColumn: 5 },
      },
      {
        code: 'GK1011',
        severity: 'error',
        message: 'a tag',
        hint: 'Leave it out.',
        at: { file: 'x.yaml', line: 1, column: 1, endLine: 2, endColumn: 2 },
      },
    ]);
  });
});

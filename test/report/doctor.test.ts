import { describe, expect, it } from 'vitest';
import { type Check, doctorJson, tallyOf } from '../../src/report/doctor.ts';

const common = { family: 'f', wanted: 'w', found: 'x', source: 'GET /' };
const CHECKS: readonly Check[] = [
  { ...common, id: 'a', verdict: 'pass', notes: ['n'] },
  { ...common, id: 'b', verdict: 'fail', fix: 'mend' },
  { ...common, id: 'c', verdict: 'unknown' },
];

describe('the report of doctor', () => {
  it('counts what is unknown for itself, never as a pass', () => {
    expect(tallyOf(CHECKS)).toEqual({ passed: 1, failed: 1, unknown: 1 });
  });

  it('has every key in every check', () => {
    expect(doctorJson(CHECKS)).toEqual({
      summary: { passed: 1, failed: 1, unknown: 1 },
      checks: [
        { ...common, id: 'a', verdict: 'pass', fix: null, notes: ['n'] },
        { ...common, id: 'b', verdict: 'fail', fix: 'mend', notes: [] },
        { ...common, id: 'c', verdict: 'unknown', fix: null, notes: [] },
      ],
    });
  });
});

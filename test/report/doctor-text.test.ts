import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/report/doctor.ts';
import { doctorText } from '../../src/report/doctor-text.ts';

const CHECKS: readonly Check[] = [
  {
    id: 'one',
    family: 'branch',
    wanted: 'reviews',
    verdict: 'pass',
    found: 'main demands reviews',
    source: 'GET /rules',
    notes: ['write this'],
  },
  { id: 'second', family: 'Actions', wanted: 'off', verdict: 'fail', found: 'on\u001b[2J', source: 'GET /actions', fix: 'Turn it off.' },
  {
    id: 'third',
    family: 'branch',
    wanted: 'no bypass',
    verdict: 'unknown',
    found: 'it answered 403',
    source: 'GET /rulesets',
    fix: 'Give a token.',
  },
];

describe('the text of doctor', () => {
  it('groups by family, says how to mend what is not well, and counts at the end', () => {
    expect(doctorText(CHECKS, false)).toBe(
      [
        'branch',
        '+  one    main demands reviews',
        '     write this',
        '?  third  no bypass',
        '     not known: it answered 403',
        '     Give a token.',
        '     by GET /rulesets',
        '',
        'Actions',
        'x  second  on\\u001b[2J',
        '     Turn it off.',
        '     by GET /actions',
        '',
        '3 checks: 1 pass, 1 fail, 1 unknown',
        '',
      ].join('\n'),
    );
  });

  it('names every call where it is asked to', () => {
    expect(doctorText(CHECKS.slice(0, 1), true)).toBe(
      'branch\n+  one  main demands reviews\n     write this\n     by GET /rules\n\n1 check: 1 pass, 0 fail, 0 unknown\n',
    );
  });
});

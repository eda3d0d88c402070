import { describe, expect, it } from 'vitest';
import type { Unread } from '../../src/domain/plan.ts';
import { refusalsText, unreadText } from '../../src/report/refusal-text.ts';
import { ACTS, HARMLESS, HOSTILE } from './samples.ts';

function unread(path: string, message = 'no credentials', hint?: string, cloud = 'gcp'): Unread {
  const scope = { cloud, path, key: path };
  return hint === undefined ? { scope, message } : { scope, message, hint };
}

describe('scopes that were not read', () => {
  it('stand alone with the reason', () =>
    expect(unreadText([unread('projects/payments-prod', '403', 'ask for the right')])).toEqual([
      'x projects/payments-prod (gcp) was not read, so nothing is decided about it: 403',
      '  ask for the right',
    ]));

  it('stand together where they have one reason', () =>
    expect(
      unreadText([unread('projects/a'), unread('/subscriptions/x', 'no credentials', undefined, 'azure'), unread('projects/b')]),
    ).toEqual([
      'x 2 scopes (gcp) were not read, so nothing is decided about them: no credentials',
      '    projects/a',
      '    projects/b',
      'x /subscriptions/x (azure) was not read, so nothing is decided about it: no credentials',
    ]));

  it('stay inert', () => {
    const lines = unreadText([unread(HOSTILE, HOSTILE, HOSTILE), unread('projects/b', HOSTILE, HOSTILE)]);
    expect(lines).toEqual([
      `x 2 scopes (gcp) were not read, so nothing is decided about them: ${HARMLESS}`,
      `  ${HARMLESS}`,
      `    ${HARMLESS}`,
      '    projects/b',
    ]);
  });
});

describe('refusals', () => {
  it('say the remedy once below all that it fits', () =>
    expect(
      refusalsText([
        { code: 'GK3102', message: 'a: GitHub does not answer', hint: 'Its own end still counts.', holds: [] },
        { code: 'GK3304', message: 'b asks for too much', holds: [] },
        { code: 'GK3102', message: 'c: GitHub does not answer', hint: 'Its own end still counts.', holds: [] },
      ]),
    ).toEqual([
      'x GK3102  a: GitHub does not answer',
      'x GK3102  c: GitHub does not answer',
      '  Its own end still counts.',
      'x GK3304  b asks for too much',
    ]));

  it('print the whole file that would let them through', () =>
    expect(
      refusalsText([
        {
          code: 'GK3201',
          message: 'six withdrawals; three are let through',
          hint: 'Merge this file',
          holds: ['sha256:00'],
          override: { path: 'policy/overrides/x.yaml', text: 'withdraws:\n  - sha256:00\nreason: x\n' },
        },
      ]),
    ).toEqual([
      'x GK3201  six withdrawals; three are let through',
      '  Merge this file',
      '  policy/overrides/x.yaml:',
      '    withdraws:',
      '      - sha256:00',
      '    reason: x',
    ]));

  it('stay inert', () => {
    const text = HOSTILE.replace('\r\n', '');
    const lines = refusalsText([{ code: 'GK3201', message: text, hint: text, holds: [], override: { path: text, text } }]);
    expect(lines).toHaveLength(4);
    expect(lines.join('')).not.toMatch(ACTS);
  });
});

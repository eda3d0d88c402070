import { describe, expect, it } from 'vitest';
import { type Residual, residueLine } from '../../src/domain/residue.ts';

const SCOPE = { cloud: 'azure', path: '/subscriptions/s', key: '/subscriptions/s' };
const DIRECT: Residual = { role: { id: 'r', name: 'Reader' }, scope: SCOPE, by: 'direct', handle: 'h' };
const GROUP = { kind: 'group', id: 'g', shown: 'the-group' } as const;

describe('what somebody still has', () => {
  it('is told in one line, with where it comes from', () => {
    const held: readonly Residual[] = [
      DIRECT,
      { ...DIRECT, by: 'inherited' },
      { ...DIRECT, by: 'group', group: GROUP },
      { ...DIRECT, by: 'group' },
    ];
    expect(residueLine({ known: true, held })).toBe(
      'still 4: Reader at the scope itself, Reader inherited from /subscriptions/s, Reader through group the-group at /subscriptions/s, Reader through group unknown at /subscriptions/s',
    );
  });

  it('is no line where nothing is left, five at most, and a reason where nobody knows', () => {
    expect(residueLine({ known: true, held: [] })).toBeUndefined();
    expect(residueLine({ known: true, held: Array.from({ length: 5 }, () => DIRECT) })).toMatch(
      /^still 5: (?:Reader at the scope itself, ){4}Reader at the scope itself$/,
    );
    expect(residueLine({ known: true, held: Array.from({ length: 7 }, () => DIRECT) })).toMatch(
      /^still 7: (?:Reader at the scope itself, ){5}and 2 more$/,
    );
    expect(residueLine({ known: false, failure: { kind: 'forbidden', message: 'no right' } })).toBe('what is left is not known: no right');
  });
});

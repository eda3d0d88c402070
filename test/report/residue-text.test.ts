import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Residual, Residue } from '../../src/domain/residue.ts';
import { residueJson, residueText } from '../../src/report/residue-text.ts';
import { azure, grantOf, NOW, revokeOf, WORDS } from './samples.ts';

const CHANGE = revokeOf(azure(), NOW);
const { scope, role } = azure();
const GROUP = { kind: 'group', id: 'g', shown: 'g-id' } as const;
const DIRECT: Residual = { role, scope, by: 'direct', handle: 'h' };
const HELD: readonly Residual[] = [DIRECT, { ...DIRECT, by: 'inherited' }, { ...DIRECT, by: 'group', group: GROUP }];

const outcome = (residue?: Residue): Outcome => ({
  status: 'applied',
  change: CHANGE,
  at: NOW,
  ...(residue === undefined ? {} : { residue }),
});

describe('what is left after an end', () => {
  it('has a line for each way, once for each scope', () => {
    const both = [outcome({ known: true, held: HELD }), outcome({ known: true, held: HELD })];
    expect(residueText(both, { ...WORDS, nameOf: () => undefined })).toBe(
      [
        `still: ada at ${WORDS.where(azure())}: Reader by another binding there\n`,
        `still: ada at ${WORDS.where(azure())}: Reader inherited from ${scope.path}\n`,
        `still: ada at ${WORDS.where(azure())}: Reader through group g-id at ${scope.path}\n`,
      ].join(''),
    );
    expect(residueText(both, { ...WORDS, nameOf: () => 'oncall' })).toContain('through group oncall at');
  });

  it('has none where nothing was asked or nothing is left, and says when nobody knows', () => {
    expect(residueText([outcome(), outcome({ known: true, held: [] })], WORDS)).toBe('');
    expect(residueText([{ status: 'applied', change: grantOf(azure(), NOW), at: NOW }], WORDS)).toBe('');
    const failure = { kind: 'forbidden', message: 'no right' } as const;
    expect(residueText([outcome({ known: false, failure })], WORDS)).toMatch(/^NOT KNOWN: what is left to ada at .*: no right\n$/);
  });

  it('is data, too', () => {
    expect(residueJson(undefined)).toBeNull();
    expect(residueJson({ known: true, held: HELD.slice(1) })).toEqual({
      known: true,
      held: [
        { role: 'Reader', scope: scope.path, by: 'inherited', group: null },
        { role: 'Reader', scope: scope.path, by: 'group', group: 'g-id' },
      ],
      message: null,
    });
    expect(residueJson({ known: true, held: [], unseen: 'above' })).toMatchObject({ message: 'above' });
    expect(residueJson({ known: false, failure: { kind: 'transient', message: 'cut' } })).toEqual({
      known: false,
      held: [],
      message: 'cut',
    });
  });
});

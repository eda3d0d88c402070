import { describe, expect, it } from 'vitest';
import { labelsOf, stateOf, titleOf } from '../../src/report/request-state.ts';
import { approval, facts, finding, grant } from './request-samples.ts';

const CASES = [
  ['refused', facts({ findings: [finding(), finding({ code: 'GK2101' })], approval: approval({ met: true }) }), 'Refused: 2 errors'],
  ['ready', facts({ approval: approval({ met: true, by: ['bo'] }), findings: [finding({ severity: 'warning' })] }), 'Approved by bo'],
  ['waiting', facts(), 'Needs 1 of bo, chi'],
  ['blocked', facts({ approval: approval({ open: [{ count: 3, from: ['bo', 'chi'] }] }) }), 'Nobody is left who may approve: bo, chi'],
] as const;

describe('a request', () => {
  it.each(CASES)('is %s', (state, situation, title) => {
    expect(stateOf(situation)).toBe(state);
    expect(titleOf(situation)).toBe(title);
  });

  it('is labelled by what it asks for, and whether somebody must mend it', () => {
    expect(CASES.map(([, situation]) => labelsOf(situation))).toEqual([
      ['grantkeeper:request', 'grantkeeper:blocked'],
      ['grantkeeper:request'],
      ['grantkeeper:request'],
      ['grantkeeper:request', 'grantkeeper:blocked'],
    ]);
    const of = (...changes: readonly Parameters<typeof grant>[0][]) => labelsOf(facts({ grants: changes.map(grant) }));
    expect(of({ change: 'renewal' })).toEqual(['grantkeeper:renewal']);
    expect(of({ change: 'change' }, { change: 'renewal' })).toEqual(['grantkeeper:request', 'grantkeeper:renewal']);
    expect(of({ change: 'ending' }, { change: 'wording' })).toEqual([]);
  });
});

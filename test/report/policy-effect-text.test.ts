import { describe, expect, it } from 'vitest';
import type { PolicyEffect } from '../../src/domain/policy-effect.ts';
import { changedGrants, policyEffectLines, policyEffectSummary } from '../../src/report/policy-effect-text.ts';

const effect = (kind: PolicyEffect['kind'], name: string, what = 'x'): PolicyEffect => ({ kind, name, what });

const ALL: readonly PolicyEffect[] = [
  effect('allowed', 'd'),
  effect('refused', 'c'),
  effect('refused', 'b'),
  effect('withdrawn', 'a', 'z'),
  effect('withdrawn', 'a', 'y'),
  effect('wider', 'a'),
  effect('identity', 'ada', 'login ada-b becomes mallory'),
];

describe('what new control files do', () => {
  it('is told by kind, the gravest first, in one order', () => {
    expect(policyEffectLines(ALL)).toEqual([
      'is somebody else:',
      '  ada  login ada-b becomes mallory',
      'withdrawn at once:',
      '  a  y',
      '  a  z',
      'wider only at renewal:',
      '  a  x',
      'refused if it were asked now; what has started runs to its end:',
      '  b  x',
      '  c  x',
      'allowed if it were asked now:',
      '  d  x',
    ]);
    expect(policyEffectLines([])).toEqual([]);
  });

  it('is one line with what happens to how many', () => {
    expect(policyEffectSummary(ALL, 9)).toBe(
      '4 of 9 grants that have not ended change: **1 name would be somebody else**, **1 loses access at once**, 1 wider only at renewal, 2 refused if asked now, 1 allowed if asked now.',
    );
    const two = [effect('withdrawn', 'a'), effect('withdrawn', 'b'), effect('identity', 'x'), effect('identity', 'y')];
    expect(policyEffectSummary(two, 2)).toBe(
      '2 of 2 grants that have not ended change: **2 names would be somebody else**, **2 lose access at once**.',
    );
    expect([policyEffectSummary([], 3), changedGrants([], 3)]).toEqual([
      '0 of 3 grants that have not ended change.',
      '0 of 3 grants that have not ended change',
    ]);
  });
});

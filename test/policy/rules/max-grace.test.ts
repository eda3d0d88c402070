import { describe, expect, it } from 'vitest';
import { maxGrace } from '../../../src/policy/rules/max-grace.ts';
import { asked, grant, MINUTE } from '../acme.ts';

describe('max-grace', () => {
  it('holds up to what policy allows', () => expect(maxGrace.judge(asked({ grant: grant({ grace: 30 * MINUTE }) }))).toEqual([]));

  it('refuses more', () => {
    expect(maxGrace.judge(asked({ grant: grant({ grace: 31 * MINUTE }) }))).toEqual([
      { pointer: '/grace', message: 'a grace of 31m is longer than the 30m that policy allows', hint: 'Write "grace: 30m" or less' },
    ]);
  });
});

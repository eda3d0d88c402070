import { describe, expect, it } from 'vitest';
import { lapsed } from '../../../src/policy/rules/lapsed.ts';
import { asked, at, grant } from '../acme.ts';

const END = at('2026-11-23T09:00:00Z');

describe('lapsed', () => {
  it('holds while the end lies ahead', () => {
    expect(lapsed.judge(asked())).toEqual([]);
    expect(lapsed.judge(asked({ end: at('2026-11-23T09:00:01Z') }))).toEqual([]);
  });

  it('refuses at the second of the end', () => {
    expect(lapsed.judge(asked({ end: END }))).toEqual([
      {
        pointer: '/expires',
        message: 'the end 2026-11-23T09:00:00Z is over, so nothing would be granted',
        hint: 'Write a later moment in UTC, such as 2026-11-23T17:00:00Z',
      },
    ]);
  });

  it('refuses what was over when it landed, and what is over by now', () => {
    expect(lapsed.judge(asked({ end: END, now: at('2026-11-23T08:00:00Z'), landing: END }))).toHaveLength(1);
    expect(lapsed.judge(asked({ end: END, now: END, landing: at('2026-11-23T08:00:00Z') }))).toHaveLength(1);
  });

  it('points at the duration where that sets the end', () => {
    expect(lapsed.judge(asked({ end: END, grant: grant({ duration: 1 }) }))).toMatchObject([{ pointer: '/duration' }]);
  });
});

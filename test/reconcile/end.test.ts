import { describe, expect, it } from 'vitest';
import { beginOf, endOf, softEndOf } from '../../src/reconcile/end.ts';
import { aGrant, at } from './builders.ts';

const HOUR = 3600_000;

describe('the end of a grant', () => {
  it('is its expiry where it has no duration', () => {
    expect(endOf(aGrant('g'), at('09:00'))).toBe(at('17:00'));
  });

  it('is the earlier of the expiry and begin + duration', () => {
    expect(endOf(aGrant('g', { duration: 2 * HOUR }), at('09:00'))).toBe(at('11:00'));
    expect(endOf(aGrant('g', { duration: 2 * HOUR }), at('16:00'))).toBe(at('17:00'));
  });

  it('counts a duration from the start when that lies behind the landing', () => {
    const grant = aGrant('g', { starts: '12:00', duration: HOUR });
    expect(beginOf(grant, at('09:00'))).toBe(at('12:00'));
    expect(endOf(grant, at('09:00'))).toBe(at('13:00'));
    expect(beginOf(grant, at('12:30'))).toBe(at('12:30'));
  });

  it('adds the grace', () => {
    const grant = aGrant('g', { grace: HOUR });
    expect(softEndOf(grant, at('09:00'))).toBe(at('17:00'));
    expect(endOf(grant, at('09:00'))).toBe(at('18:00'));
  });
});

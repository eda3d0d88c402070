import { describe, expect, it } from 'vitest';
import { prunable } from '../../src/reconcile/prunable.ts';
import type { Timeline } from '../../src/reconcile/timeline.ts';
import { aGrant, aLife, at, UNPROVED } from './builders.ts';

const HOUR = 3600_000;

function names(timelines: readonly Timeline[], now: string, gone = true) {
  return prunable(timelines, { now: at(now), after: HOUR, isGone: () => gone }).map((one) => one.grant);
}

describe('prunable', () => {
  it('names lapsed files once their time after the end is over, by path', () => {
    const both = [aLife('b', { grant: aGrant('b') }), aLife('a', { grant: aGrant('a') })];
    expect(names(both, '17:59')).toEqual([]);
    expect(names(both, '18:00')).toEqual(['a', 'b']);
    expect(prunable([aLife('a', { grant: aGrant('a'), blob: 'x' })], { now: at('18:00'), after: HOUR, isGone: () => true })).toEqual([
      { grant: 'a', path: 'grants/payments/a.yaml', blob: 'x', principals: ['ada'], ended: at('17:00') },
    ]);
  });

  it('keeps what is not proved to be gone, deleted, unreadable or in doubt', () => {
    expect(names([aLife('a', { grant: aGrant('a') })], '18:00', false)).toEqual([]);
    expect(names([aLife('a', { grant: aGrant('a') }, { at: '10:00' })], '18:00')).toEqual([]);
    expect(names([aLife('a', { body: { kind: 'unreadable' } })], '18:00')).toEqual([]);
    expect(names([aLife('a', { grant: aGrant('a'), proof: { kind: 'doubt', reason: 'x' } })], '18:00')).toEqual([]);
  });

  it('goes by the latest end that the file ever had, approved or not', () => {
    const life = aLife('a', { grant: aGrant('a') }, { at: '10:00', grant: aGrant('a', { expires: '20:00' }), proof: UNPROVED });
    expect(names([life], '18:00')).toEqual([]);
    expect(names([life], '21:00')).toEqual(['a']);
  });
});

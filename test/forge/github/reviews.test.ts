import { describe, expect, it } from 'vitest';
import { type RawReview, reviewsFrom } from '../../../src/forge/github/reviews.ts';

const review = (more: Partial<Record<keyof RawReview, unknown>> = {}): RawReview => {
  const usual = { id: 1, user: { login: 'bo-s', type: 'User' }, state: 'APPROVED', commit_id: 'a', submitted_at: '2026-11-23T09:00:00Z' };
  return { ...usual, ...more } as RawReview;
};

describe('reviews', () => {
  it('come in the order of time, and of their numbers where they are of one second', () => {
    const later = review({ id: 1, commit_id: 'c', submitted_at: '2026-11-23T09:00:01Z' });
    const seen = reviewsFrom([later, review({ id: 3, commit_id: 'b' }), review({ id: 2, commit_id: 'a' })]);
    expect(seen.map(({ commit }) => commit)).toEqual(['a', 'b', 'c']);
  });

  it('are those of nobody where the account is gone', () => {
    expect(reviewsFrom([review({ user: null })])).toMatchObject([{ login: 'ghost', bot: true }]);
  });

  it.each([
    ['a number', review({ id: { toString: null } })],
    ['no number', review({ id: undefined })],
    ['a login', review({ user: { login: { toLowerCase: 'x' }, type: 'User' } })],
    ['a state', review({ state: 'LOOKED_AT' })],
    ['a time', review({ submitted_at: null })],
  ])('are not concluded from where GitHub gives one %s that does not read', (_, odd) => {
    expect(() => reviewsFrom([review(), odd])).toThrow(/^GitHub gives/);
  });
});

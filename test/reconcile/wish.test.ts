import { describe, expect, it } from 'vitest';
import { catalogueWish, entryWishes, wishesOf, wishKey } from '../../src/reconcile/wish.ts';
import { aGrant, DEBUG } from './builders.ts';

const BARE = { kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role: 'roles/logging.viewer' } as const;

describe('what a grant asks for', () => {
  it('is one wish for each principal, role and place of the catalogue', () => {
    const both = { kind: 'catalogue', role: 'debug', places: ['payments-prod', 'payments-test'] } as const;
    expect([...wishesOf(aGrant('g', { principals: ['ada', 'bo'], access: [both] }))]).toEqual(
      ['ada', 'bo'].flatMap((who) => both.places.map((place) => wishKey(who, catalogueWish('debug', place)))),
    );
    const others = [DEBUG, { ...DEBUG, role: 'release' }, { ...DEBUG, places: ['payments-test'] }].flatMap(entryWishes);
    expect(new Set(others).size).toBe(3);
  });

  it('tells cloud roles apart by their condition, and is no other for having none', () => {
    const [bare, own] = [entryWishes(BARE), entryWishes({ ...BARE, condition: 'x' })];
    expect(own).not.toEqual(bare);
    expect(entryWishes({ ...BARE, condition: '' })).toEqual(bare);
    expect(entryWishes(DEBUG)).not.toEqual(bare);
  });
});

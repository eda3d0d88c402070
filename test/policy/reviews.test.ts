import { describe, expect, it } from 'vitest';
import { lastWords, peopleOf } from '../../src/policy/reviews.ts';
import { at, directoryOf, principal, request, review } from './acme.ts';

const EARLY = at('2026-11-23T08:00:00Z');
const LATE = at('2026-11-23T09:00:01Z');

describe('lastWords', () => {
  it('keeps the last word of each login, and no comment, no bot and nothing after the merge', () => {
    const reviews = [
      review('bo', 'changes-requested', { at: EARLY }),
      review('bo', 'approved', { login: 'BO-S' }),
      review('bo', 'commented'),
      review('bo', 'dismissed', { at: LATE }),
      review('chi', 'commented'),
      review('dan', 'approved', { bot: true }),
    ];
    expect(lastWords(request({ reviews })).map(({ login, state }) => [login, state])).toEqual([['BO-S', 'approved']]);
  });

  it('takes two words of one second in the order in which the forge tells them', () => {
    const words = lastWords(request({ reviews: [review('bo', 'approved'), review('bo', 'changes-requested')] }));
    expect(words.map(({ state }) => state)).toEqual(['changes-requested']);
  });
});

describe('peopleOf', () => {
  it('finds one person behind two accounts of one login, nobody behind a service, and both who share a login', () => {
    const account = principal('bo-adm', 'account', { person: 'bo', github: 'bo-s' });
    const robot = principal('robot', 'service', { github: 'robot' });
    const twin = principal('twin', 'person', { github: 'CHI-P' });
    const directory = directoryOf(account, robot, twin);
    expect(peopleOf(directory, 'Bo-S')).toEqual(['bo']);
    expect(peopleOf(directory, 'robot')).toEqual([]);
    expect(peopleOf(directory, 'chi-p')).toEqual(['chi', 'twin']);
  });
});

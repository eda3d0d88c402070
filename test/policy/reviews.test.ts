import { describe, expect, it } from 'vitest';
import { lastWords, peopleOf, withRenames } from '../../src/policy/reviews.ts';
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

describe('withRenames', () => {
  const then = directoryOf(principal('bo', 'person', { github: 'bo-before' }), principal('old', 'person', { github: 'dan-now' }));

  it('finds people by the login of today too, and by the one of then', () => {
    const directory = withRenames(then, directoryOf());
    expect(peopleOf(directory, 'BO-S')).toEqual(['bo']);
    expect(peopleOf(directory, 'bo-before')).toEqual(['bo']);
    expect([...directory.keys()]).toEqual([...then.keys()]);
  });

  it('leaves a login with whom it meant then, and takes nobody in whom the landing did not know', () => {
    const now = directoryOf(principal('dan', 'person', { github: 'dan-now' }), principal('new', 'person', { github: 'new-n' }));
    const directory = withRenames(then, now);
    expect(peopleOf(directory, 'dan-now')).toEqual(['old']);
    expect(peopleOf(directory, 'new-n')).toEqual([]);
  });

  it('is the same directory where nothing changed, and one for each pair', () => {
    const now = directoryOf();
    expect(withRenames(then, then)).toBe(then);
    expect(withRenames(then, now)).toBe(withRenames(then, now));
    expect(withRenames(then, directoryOf())).not.toBe(withRenames(then, now));
  });
});

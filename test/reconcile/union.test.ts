import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/reconcile/claims.ts';
import { unite } from '../../src/reconcile/union.ts';
import type { Timeline } from '../../src/reconcile/timeline.ts';
import { aGrant, aLife, aSource, at, CLOUDS, type GrantWords, lives, READER } from './builders.ts';

function life(id: string, words: GrantWords, landing = '09:00'): Timeline {
  return aLife(id, { at: landing, grant: aGrant(id, words) });
}

function united(now: string, ...timelines: readonly Timeline[]) {
  const { desired, observations, crowded } = unite(claimsOf(aSource(lives(...timelines))).claims, CLOUDS, at(now));
  return { desired: [...desired.values()], observations, crowded };
}

describe('unite', () => {
  it('makes overlapping and touching spans one, titled by the started grant with the latest end', () => {
    const { desired } = united(
      '10:00',
      life('a', { expires: '12:00' }),
      life('b', { starts: '11:00', expires: '14:00' }),
      life('c', { starts: '14:00', expires: '16:00' }),
    );
    expect(desired).toMatchObject([{ until: at('16:00'), grant: 'a', because: ['a', 'b', 'c'] }]);
    expect(desired[0]?.starts).toBeUndefined();
    expect(united('11:30', life('a', { expires: '12:00' }), life('b', { starts: '11:00', expires: '14:00' })).desired).toMatchObject([
      { grant: 'b', until: at('14:00') },
    ]);
  });

  it('decides a tie by the smallest id', () => {
    expect(united('10:00', life('b', {}), life('a', {})).desired).toMatchObject([{ grant: 'a' }]);
    const future = united(
      '08:00',
      life('b', { starts: '10:00' }),
      life('a', { starts: '10:00', expires: '18:00' }),
      life('c', { starts: '11:00' }),
    );
    expect(future.desired).toMatchObject([{ grant: 'a', starts: at('10:00'), until: at('18:00') }]);
  });

  it('is titled by the earliest start while none has started, whoever ends last', () => {
    const { desired } = united(
      '08:00',
      life('late', { starts: '11:00', expires: '18:00' }),
      life('early', { starts: '10:00', expires: '12:00' }),
    );
    expect(desired).toMatchObject([{ grant: 'early', starts: at('10:00'), until: at('18:00') }]);
  });

  it('leaves a later separate span to its own start, and says so', () => {
    const { desired, observations } = united('10:00', life('a', { expires: '11:00' }), life('b', { starts: '12:00', expires: '13:00' }));
    expect(desired).toMatchObject([{ until: at('11:00'), because: ['a'] }]);
    expect(observations).toEqual([{ kind: 'scheduled', grant: 'b', starts: at('12:00'), begunBy: 'run' }]);
    expect(united('11:00', life('a', { expires: '11:00' }), life('b', { starts: '12:00', expires: '13:00' })).desired).toMatchObject([
      { starts: at('12:00'), grant: 'b' },
    ]);
  });

  it('waits with a start that the cloud cannot hold', () => {
    const before = united('10:00', life('a', { access: [READER], starts: '12:00' }));
    expect(before.desired).toEqual([]);
    expect(before.observations).toEqual([{ kind: 'scheduled', grant: 'a', starts: at('12:00'), begunBy: 'run' }]);
    expect(united('12:00', life('a', { access: [READER], starts: '12:00' })).desired).toHaveLength(1);
    expect(united('10:00', life('a', { starts: '12:00' })).observations).toEqual([
      { kind: 'scheduled', grant: 'a', starts: at('12:00'), begunBy: 'cloud' },
    ]);
  });

  it('has a start held by a cloud that can hold this one', () => {
    const timelines = lives(life('a', { access: [READER], starts: '11:00' }));
    const { desired, observations } = unite(
      claimsOf(aSource(timelines)).claims,
      CLOUDS,
      at('10:00'),
      ({ starts }) => starts === at('11:00'),
    );
    expect([...desired.values()]).toMatchObject([{ starts: at('11:00') }]);
    expect(observations).toEqual([{ kind: 'scheduled', grant: 'a', starts: at('11:00'), begunBy: 'cloud' }]);
  });

  it('is ended as the grant wants it that promises most, and takes over what the first says that says anything', () => {
    const entry = (terms: object) => ({ access: [{ ...READER, ...terms }] });
    const { desired } = united('10:00', life('a', entry({ enforce: 'run' })), life('b', entry({ enforce: 'pim', takeover: 'adopt' })));
    expect(desired).toMatchObject([{ enforce: 'pim', takeover: 'adopt', because: ['a', 'b'] }]);
    expect(united('10:00', life('a', entry({}))).desired.map((one) => Object.keys(one))).not.toContainEqual(
      expect.arrayContaining(['enforce']),
    );
  });

  it('wants nothing that is over, or that ends before it begins', () => {
    expect(united('17:00', life('a', {})).desired).toEqual([]);
    expect(united('09:00', life('a', { starts: '16:00', expires: '15:00' })).desired).toEqual([]);
  });

  it('keeps spans of other bindings apart', () => {
    const { desired } = united('10:00', life('a', {}), life('b', { principals: ['bo'] }));
    expect(desired).toHaveLength(2);
  });

  it('lets the earlier landing keep a triple that a cloud has only once', () => {
    const condition = (text: string) => [
      { ...READER, kind: 'cloud', cloud: 'azure', target: 'payments-prod', role: 'Reader', condition: text } as const,
    ];
    const { desired, crowded } = united(
      '12:00',
      life('late', { access: condition('b') }, '11:00'),
      life('early', { access: condition('a') }, '09:00'),
      life('same', { access: condition('a') }, '10:00'),
    );
    expect(desired).toMatchObject([{ because: ['early', 'same'] }]);
    expect(crowded.map(({ claim, by }) => [claim.grant, by])).toEqual([['late', 'early']]);
    const tie = united('12:00', life('b', { access: condition('b') }), life('a', { access: condition('a') }));
    expect(tie.crowded.map(({ claim }) => claim.grant)).toEqual(['b']);
  });

  it('never grows as time goes on, but at a written start', () => {
    const timelines = [
      life('a', { expires: '12:00' }),
      life('b', { starts: '11:00', expires: '14:00' }),
      life('c', { starts: '15:00', expires: '16:00' }),
    ];
    const covered = (now: string) => united(now, ...timelines).desired.reduce((sum, one) => sum + Number(one.until), 0);
    expect(covered('12:30')).toBe(covered('13:30'));
    expect(united('16:00', ...timelines).desired).toEqual([]);
  });
});

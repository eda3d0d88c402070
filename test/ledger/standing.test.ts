import { describe, expect, it } from 'vitest';
import type { Entry, Fact } from '../../src/domain/entry.ts';
import { type Instant, later } from '../../src/domain/instant.ts';
import { blindSince, carriedOver, refusalKey, stateOf, withdrawnSince } from '../../src/ledger/standing.ts';
import { at } from '../report/samples.ts';

const DAY = 24 * 3600_000;

const lines = (...facts: readonly Partial<Fact>[]): readonly Entry[] =>
  facts.map((fact, index): Entry => ({
    at: at('09:00'),
    run: 'r',
    kind: 'heartbeat',
    ...fact,
    seq: index + 1,
    prev: '',
    hash: `h${index + 1}`,
  }));
const state = (...facts: readonly Partial<Fact>[]) => stateOf(lines(...facts));

describe('what stands by the lines of a ledger', () => {
  it('began with its first line, and was last there with its last heartbeat', () => {
    const told = state({ commit: 'a' }, { kind: 'spent', grant: 'g' }, { commit: 'b', reason: 'odd' }, { evidence: 'x' });
    expect([told.first?.seq, told.heartbeat?.seq, told.tip?.commit]).toEqual([1, 4, 'a']);
    expect(state({ commit: 'a' }, { kind: 'spent', grant: 'g' }).heartbeat?.seq).toBe(1);
    expect(state({ kind: 'spent', grant: 'g', commit: 'c' })).toMatchObject({ first: { kind: 'spent' } });
    expect(state({ kind: 'spent', grant: 'g', commit: 'c' })).not.toHaveProperty('tip.commit');
  });

  it('is open from when it was granted until it ended, by what it is about alone', () => {
    const granted = { kind: 'granted', grant: 'g', access: 'a' } as const;
    expect([...state(granted).open.keys()]).toHaveLength(1);
    expect([...state(granted, { kind: 'verified', grant: 'g', access: 'a' }).open.values()]).toMatchObject([{ kind: 'granted' }]);
    expect([...state(granted, { kind: 'ended', grant: 'g', access: 'a', condition: 'x' }).open.keys()]).toHaveLength(1);
    const ended = state(granted, { kind: 'ended', grant: 'g', access: 'a' });
    expect([[...ended.open.keys()], [...ended.ended.keys()]]).toEqual([[], ['g']]);
    const bare = state({ kind: 'granted', grant: 'g' }, { kind: 'ended', grant: 'g' });
    expect([[...bare.open.keys()], [...bare.ended.keys()]]).toEqual([[], ['g']]);
    expect(state({ kind: 'granted', grant: 'g' }).open.size).toBe(0);
  });

  it('forgets what was refused of a grant once it was given, and of no other', () => {
    const refused = (grant: string): Partial<Fact> => ({ kind: 'refused', grant, access: 'a', reason: 'GK1: x' });
    const told = state(refused('g'), refused('gg'), refused('h'), { kind: 'granted', grant: 'g', access: 'a' });
    expect([...told.refused]).toEqual(['gg\na\nGK1', 'h\na\nGK1']);
    expect(state({ kind: 'approved', grant: 'g', commit: 'c', reason: 'x' }).refused.size).toBe(0);
  });

  it('tells one reason by its first word', () => {
    expect(refusalKey({ grant: 'g', access: 'a', reason: 'transient: x failed: 503' })).toBe('g\na\ntransient');
    expect(refusalKey({ reason: 'GK3001 y' })).toBe('\n\nGK3001');
    expect(refusalKey({})).toBe('\n\n');
  });
});

describe('what was withdrawn', () => {
  const withdrawn: Partial<Fact> = { kind: 'ended', because: 'withdrawn', access: 'a', at: at('10:00') };

  it('counts once a binding, from after an instant on, and not what is only said again', () => {
    const since = (instant: Instant, ...facts: readonly Partial<Fact>[]) => withdrawnSince(lines(...facts), instant).size;
    expect(since(at('09:59'), withdrawn, withdrawn)).toBe(1);
    expect(since(at('10:00'), withdrawn)).toBe(0);
    expect(since(at('09:00'), { ...withdrawn, carried: true })).toBe(0);
    expect(since(at('09:00'), { ...withdrawn, because: 'lapsed' })).toBe(0);
    expect(since(at('09:00'), { ...withdrawn, kind: 'verified' })).toBe(0);
    expect(since(at('09:00'), { kind: 'ended', because: 'withdrawn', at: at('10:00') })).toBe(0);
    expect(since(at('09:00'), withdrawn, { ...withdrawn, condition: 'x' }, { ...withdrawn, access: 'b' })).toBe(3);
  });

  it('is not known of the time before a ledger that began beside bindings of ours', () => {
    const blind = (instant: Instant, ...facts: readonly Partial<Fact>[]) => blindSince(state(...facts), instant);
    const late = { reason: 'began late', at: at('10:00') };
    expect(blind(at('09:59'), late)).toBe('the ledger began only at 2026-11-21T10:00:00Z, while bindings of ours were live');
    expect(blind(at('10:00'), late)).toBeUndefined();
    expect(blind(at('09:59'), { at: at('10:00') })).toBeUndefined();
    expect(blind(at('09:59'))).toBeUndefined();
  });
});

describe('what a new month says again', () => {
  const now = later(at('09:00'), 60 * DAY);

  it('is what is open, who approved that, and a tombstone for sixty days', () => {
    const told = state(
      { kind: 'granted', grant: 'g', access: 'a' },
      { kind: 'approved', grant: 'g', commit: 'c' },
      { kind: 'approved', grant: 'gone', commit: 'c' },
      { kind: 'recalled', file: 'recalls/gil.yaml', principal: 'gil' },
      { kind: 'spent', grant: 'old' },
      { kind: 'spent', grant: 'young', at: later(at('09:00'), 1000) },
      { commit: 'tip' },
    );
    const said = carriedOver(told, now);
    expect(said.map(({ kind, grant, principal, commit }) => [kind, grant ?? principal ?? commit])).toEqual([
      ['granted', 'g'],
      ['approved', 'g'],
      ['recalled', 'gil'],
      ['spent', 'young'],
      ['heartbeat', 'tip'],
    ]);
    expect(said.every(({ carried }) => carried === true)).toBe(true);
    expect(said.every((fact) => !('seq' in fact) && !('hash' in fact))).toBe(true);
    expect(carriedOver(state({ kind: 'spent', grant: 'old' }), (now - 1) as Instant)).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import type { DesiredBinding } from '../../src/domain/change.ts';
import { type Instant, later } from '../../src/domain/instant.ts';
import type { LiveBinding } from '../../src/domain/live-binding.ts';
import { askedIn } from '../../src/reconcile/asked.ts';
import { asMarked, ownedIn, ownerOf } from '../../src/reconcile/ownership.ts';
import { liveOurs } from '../../src/reconcile/standing.ts';
import { aBinding, aGrant, aLife, aSource, at, live, lives, STAMP } from './builders.ts';

const STAMPS = { stamp: STAMP, formerStamps: [] };
const BINDING = aBinding();
const G = aLife('g', { grant: aGrant('g') });
const F = aLife('f', { grant: aGrant('f') });
const SOON = aLife('soon', { grant: aGrant('soon', { expires: '17:05' }) });

function timed(end: Instant, more: Partial<LiveBinding> = {}): LiveBinding {
  return { binding: BINDING, conditional: false, origin: 'pim', handle: 'h', end, ...more };
}

function marked(one: LiveBinding, wished?: DesiredBinding, lived = [G, F, SOON]) {
  return asMarked(one, STAMPS, askedIn(aSource(lives(...lived)), at('12:00')), wished).mark;
}

function wish(grant: string, because: readonly string[]): DesiredBinding {
  return { binding: BINDING, until: at('17:00'), grant, because, principal: 'ada', privileged: false, file: 'f', commit: 'c' };
}

describe('ownerOf', () => {
  it('tells the stamp of others, and what is of break-glass', () => {
    const asked = askedIn(aSource(lives(G)), at('12:00'));
    const bearing = (stamp: string, grant: string) =>
      ownerOf({ ...live(BINDING), mark: { stamp, grant, until: at('17:00') } }, STAMPS, asked);
    expect(bearing('other-team', 'g')).toEqual({ kind: 'other-stamp', stamp: 'other-team' });
    expect(bearing(STAMP, 'bg-g')).toEqual({ kind: 'break-glass', grant: 'bg-g' });
    expect(bearing(STAMP, 'nobody')).toEqual({ kind: 'forged', grant: 'nobody' });
    expect(bearing(STAMP, 'g')).toEqual({ kind: 'ours', grant: 'g', former: false });
  });
});

describe('asMarked', () => {
  it('gives what the cloud ends the nearest end that history gave, and the smallest id', () => {
    expect(marked(timed(later(at('17:00'), 90_000)))).toEqual({ stamp: STAMP, grant: 'f', until: at('17:00') });
    expect(marked(timed(at('17:05')))).toEqual({ stamp: STAMP, grant: 'soon', until: at('17:05') });
  });

  it('names the grant that is to be named, where the nearest is among those that want it', () => {
    expect(marked(timed(at('17:00')), wish('soon', ['f', 'soon']))?.grant).toBe('soon');
    expect(marked(timed(at('17:00')), wish('soon', ['soon']))?.grant).toBe('f');
  });

  it('keeps a start that lies ahead: the one that was asked for where the cloud has moved it a little, and its own else', () => {
    const ahead = timed(at('17:00'), { starts: later(at('15:00'), 60_000) });
    expect(marked(ahead, { ...wish('f', ['f']), starts: at('15:00') })).toMatchObject({ grant: 'f', starts: at('15:00') });
    expect(marked(ahead, { ...wish('f', ['f']), starts: at('14:00') })).toMatchObject({ starts: later(at('15:00'), 60_000) });
    expect(marked(ahead)).toMatchObject({ starts: later(at('15:00'), 60_000) });
  });

  it('leaves alone what has a mark, no end, an end that nobody gave, or was asked for by nobody', () => {
    const own = live(BINDING, { end: '17:00' });
    expect(marked({ ...own, end: at('17:05') })).toBe(own.mark);
    expect(marked({ binding: BINDING, conditional: false, handle: 'h' })).toBeUndefined();
    expect(marked(timed(at('16:00')))).toBeUndefined();
    expect(marked(timed(at('17:00'), { binding: aBinding({ role: 'roles/browser' }) }))).toBeUndefined();
  });
});

describe('ownerOf', () => {
  it('calls ours what the cloud ends for a grant of ours, and nothing else', () => {
    const asked = askedIn(aSource(lives(G)), at('12:00'));
    expect(ownerOf(timed(at('17:00')), STAMPS, asked)).toEqual({ kind: 'ours', grant: 'g', former: false });
    expect(ownerOf(timed(at('16:00')), STAMPS, asked)).toEqual({ kind: 'unmarked' });
    expect(liveOurs([[timed(later(at('17:00'), 60_000))]], STAMPS, asked)).toMatchObject({ count: 1, grants: new Set(['g']) });
  });
});

describe('ownedIn', () => {
  it('works a list out once, and anew for another stamp or another list', () => {
    const asked = askedIn(aSource(lives(G)), at('12:00'));
    const list = [live(BINDING, { end: '17:00' }), timed(at('16:00'))];
    const owned = ownedIn(list, STAMPS, asked);
    expect(owned.map(({ owner }) => owner.kind)).toEqual(['ours', 'unmarked']);
    expect(ownedIn(list, { ...STAMPS }, asked)).toBe(owned);
    expect(ownedIn(list, { ...STAMPS, stamp: 'other-team' }, asked)[0]?.owner).toEqual({ kind: 'other-stamp', stamp: STAMP });
    expect(ownedIn([], STAMPS, asked)).toEqual([]);
  });
});

describe('liveOurs', () => {
  it('is put together once for the same lists, and anew for others', () => {
    const asked = askedIn(aSource(lives(G)), at('12:00'));
    const list = [live(BINDING, { end: '17:00' })];
    const ours = liveOurs([list, []], STAMPS, asked);
    expect(ours.count).toBe(1);
    expect(liveOurs([list], STAMPS, asked)).not.toBe(ours);
    expect(liveOurs([list], STAMPS, asked)).toBe(liveOurs([list], STAMPS, asked));
    expect(liveOurs([[...list]], STAMPS, asked)).toEqual(liveOurs([list], STAMPS, asked));
  });
});

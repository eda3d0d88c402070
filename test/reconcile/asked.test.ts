import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/instant.ts';
import { askedIn } from '../../src/reconcile/asked.ts';
import type { Timeline } from '../../src/reconcile/timeline.ts';
import { aBinding, aControl, aGrant, aLife, aSource, at, lives, LOGS, PEOPLE, READER, UNPROVED } from './builders.ts';

const life = aLife(
  'g',
  { grant: aGrant('g') },
  {
    at: '10:00',
    grant: aGrant('g', {
      principals: ['bo'],
      access: [LOGS, { ...READER, kind: 'cloud', cloud: 'azure', target: 'payments-prod', role: 'Reader', condition: 'c' }],
    }),
  },
  { at: '11:00' },
);
const asked = askedIn(aSource(lives(life)), at('12:00'));

describe('askedIn', () => {
  it('knows what any version asked for, also when the file is gone', () => {
    expect(asked.knows('g')).toBe(true);
    expect(asked.knows('h')).toBe(false);
    expect(asked.asks('g', aBinding())).toBe(true);
    expect(asked.asks('g', aBinding({ member: 'user:bo@example.com' }))).toBe(true);
    expect(asked.asks('g', aBinding({ member: 'user:gil@example.com' }))).toBe(false);
    expect(asked.asks('g', aBinding({ role: 'roles/browser' }))).toBe(false);
    expect(asked.asks('h', aBinding())).toBe(false);
  });

  it('names the grants whose end is not over, or that are in doubt', () => {
    expect(asked.askers(aBinding())).toEqual(['g']);
    expect(asked.askers(aBinding({ role: 'roles/browser' }))).toEqual([]);
    expect(askedIn(aSource(lives(life)), at('17:00')).askers(aBinding())).toEqual([]);
    const doubt = aLife('d', { grant: aGrant('d', { expires: '10:00' }), proof: { kind: 'doubt', reason: 'x' } });
    expect(askedIn(aSource(lives(life, doubt)), at('12:00')).askers(aBinding())).toEqual(['g', 'd']);
    const unproved = aLife('u', { grant: aGrant('u'), proof: UNPROVED });
    expect(askedIn(aSource(lives(unproved)), at('16:59')).askers(aBinding())).toEqual(['u']);
    expect(askedIn(aSource(lives(unproved)), at('17:00')).askers(aBinding())).toEqual([]);
    const never = aLife('n', { body: { kind: 'unreadable' } });
    expect(askedIn(aSource(lives(never)), at('12:00')).askers(aBinding())).toEqual([]);
  });

  it('names everybody who ever asked, over or not, and nobody for a role that was not looked up', () => {
    expect(asked.everyone(aBinding())).toEqual(['g']);
    expect(askedIn(aSource(lives(life)), at('18:00')).everyone(aBinding())).toEqual(['g']);
    expect(asked.everyone(aBinding({ role: 'roles/browser' }))).toEqual([]);
    const unknown = aSource(lives(life), { role: () => undefined });
    expect(askedIn(unknown, at('12:00')).everyone(aBinding())).toEqual([]);
  });

  it('remembers ends and own conditions', () => {
    expect([...asked.ends('g')]).toEqual([at('17:00')]);
    expect(asked.ends('h').size).toBe(0);
    const leaving = (time: string) =>
      aControl({ people: PEOPLE.map((one) => (one.name === 'ada' ? { ...one, left: at(time) } : one)) }).directory;
    const left = askedIn(aSource(lives(life), { directories: [leaving('13:00'), leaving('14:00')] }), at('12:00'));
    expect([...left.ends('g')]).toEqual(['17:00', '13:00', '14:00'].map(at));
    expect([...asked.conditions('g', aBinding())]).toEqual(['']);
    const azure = aBinding({ cloud: 'azure', member: '1b2c0000-0000-4000-8000-000000000002' });
    expect([...asked.conditions('g', azure)]).toEqual(['c']);
  });

  it('knows, by a clock that is behind, the ends that a right clock gave what landed ahead of it', () => {
    const hours = (duration: number) => aGrant('a', { duration: duration * 3600_000 });
    const straight = aLife('a', { grant: hours(1) }, { at: '09:56', grant: hours(4) }, { at: '09:56', grant: hours(3) }, { at: '09:56' });
    const merged: readonly (Instant | undefined)[] = [undefined, at('10:00'), at('10:01'), at('10:02')];
    const versions = straight.versions.map((one, number) => {
      const ahead = merged[number];
      return ahead === undefined ? one : { ...one, ahead };
    });
    const endsOf = (timeline: Timeline) => askedIn(aSource(lives(timeline)), at('09:56')).ends('a');
    const known = endsOf(straight);
    const more = [...endsOf({ ...straight, versions })].filter((end) => !known.has(end));
    expect(more.sort((a, b) => a - b)).toEqual(['13:01', '14:00'].map(at));
  });

  it('is worked out once for each source and instant', () => {
    const source = aSource(lives(life));
    expect(askedIn(source, at('12:00'))).toBe(askedIn(source, at('12:00')));
    expect(askedIn(source, at('12:00'))).not.toBe(askedIn(source, at('13:00')));
  });

  it('goes by scope and member alone where a role could not be looked up', () => {
    const blind = askedIn(aSource(lives(life), { role: () => undefined }), at('12:00'));
    expect(blind.asks('g', aBinding({ role: 'roles/browser' }))).toBe(true);
    expect(blind.asks('g', aBinding({ member: 'user:gil@example.com' }))).toBe(false);
    expect(blind.askers(aBinding({ role: 'roles/browser' }))).toEqual(['g']);
    expect(blind.sure(aBinding({ role: 'roles/browser' }))).toEqual([]);
    expect(askedIn(aSource(lives(life)), at('12:00')).sure(aBinding())).toEqual(['g']);
  });

  it('reads each version by the names of its own time', () => {
    const before = aControl({
      people: PEOPLE.map((one) => (one.name === 'ada' ? { ...one, identities: new Map([['gcp', 'user:old@example.com']]) } : one)),
    });
    const exchanged = askedIn(aSource(lives(aLife('g', { grant: aGrant('g') })), { controlAt: () => before }), at('12:00'));
    expect(exchanged.asks('g', aBinding({ member: 'user:old@example.com' }))).toBe(true);
    expect(exchanged.asks('g', aBinding())).toBe(false);
  });
});

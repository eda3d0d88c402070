import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/instant.ts';
import { localTime } from '../../src/policy/calendar.ts';
import { at } from './acme.ts';

describe('localTime', () => {
  it.each([
    ['2026-11-20T23:30:00Z', 'UTC', 23, false],
    ['2026-11-20T23:30:00Z', 'Europe/Berlin', 0, true],
    ['2026-11-22T22:59:59Z', 'Europe/Berlin', 23, true],
    ['2026-11-22T23:00:00Z', 'Europe/Berlin', 0, false],
    ['2026-11-23T07:59:59Z', 'America/Los_Angeles', 23, true],
    ['2026-11-23T08:00:00Z', 'America/Los_Angeles', 0, false],
    ['2026-07-01T22:30:00Z', 'Europe/Berlin', 0, false],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', 2, true],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', 2, true],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', 3, true],
    ['2026-11-23T12:15:00Z', 'Asia/Kathmandu', 18, false],
  ])('%s in %s', (text, zone, hour, weekend) => expect(localTime(at(text), zone)).toMatchObject({ hour, weekend }));

  it('knows the day, its date and its minutes', () => {
    expect(localTime(at('2026-03-29T01:30:00Z'), 'Europe/Berlin')).toEqual({
      hour: 3,
      weekend: true,
      weekday: 'sun',
      minute: 210,
      date: '2026-03-29',
    });
    expect(localTime(at('2026-11-22T23:05:00Z'), 'Europe/Berlin')).toMatchObject({ weekday: 'mon', minute: 5, date: '2026-11-23' });
  });

  it('remembers no more than it needs', () => {
    const times = Array.from(
      { length: 2500 },
      (_, minute) => localTime((at('2026-11-23T00:00:00Z') + minute * 60_000) as Instant, 'UTC').minute,
    );
    expect(times.every((minute, index) => minute === index % 1440)).toBe(true);
  });

  it('throws for a zone that is none', () => expect(() => localTime(at('2026-11-23T12:15:00Z'), 'Berlin')).toThrow(RangeError));
});

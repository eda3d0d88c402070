import { describe, expect, it } from 'vitest';
import { distanceText, endText, momentText } from '../../src/report/time-text.ts';
import { at } from './samples.ts';

describe('momentText', () => {
  it.each([
    ['2026-11-21T17:04:59Z', 'Europe/Berlin', '21 Nov 18:04 Berlin (17:04Z)'],
    ['2026-07-01T17:04:00Z', 'Europe/Berlin', '1 Jul 19:04 Berlin (17:04Z)'],
    ['2026-11-21T17:04:00Z', 'America/New_York', '21 Nov 12:04 New York (17:04Z)'],
    ['2026-11-21T17:04:00Z', 'UTC', '21 Nov 17:04Z'],
    ['2026-11-21T23:30:00Z', 'Europe/Berlin', '22 Nov 00:30 Berlin (21 Nov 23:30Z)'],
    ['2026-12-31T23:59:59Z', 'Asia/Kathmandu', '1 Jan 05:44 Kathmandu (31 Dec 23:59Z)'],
  ])('%s in %s', (instant, zone, text) => expect(momentText(at(instant), zone)).toBe(text));

  it('names the months in UTC as in every other zone', () => {
    for (let month = 1; month <= 12; month += 1) {
      const instant = at(`2026-${String(month).padStart(2, '0')}-09T08:05:00Z`);
      // Reykjavik keeps the time of UTC all year.
      const [there = ''] = momentText(instant, 'Atlantic/Reykjavik').split(' 08:05');
      expect(momentText(instant, 'UTC')).toBe(`${there} 08:05Z`);
    }
  });

  it('tells the two half past twos of the night when clocks go back apart', () => {
    expect(momentText(at('2026-10-25T00:30:00Z'), 'Europe/Berlin')).toBe('25 Oct 02:30 Berlin (00:30Z)');
    expect(momentText(at('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('25 Oct 02:30 Berlin (01:30Z)');
  });
});

describe('endText', () => {
  const now = at('17:04');
  it.each([
    ['2026-11-21T21:03:00Z', 'Europe/Berlin', '22:03 (21:03Z)'],
    ['2026-11-22T02:00:00Z', 'Europe/Berlin', '22 Nov 03:00 (02:00Z)'],
    ['2026-11-21T23:30:00Z', 'Europe/Berlin', '22 Nov 00:30 (21 Nov 23:30Z)'],
    ['2026-11-22T02:00:00Z', 'America/New_York', '21:00 (22 Nov 02:00Z)'],
    ['2026-11-21T21:03:00Z', 'UTC', '21:03Z'],
    ['2026-11-22T21:03:00Z', 'UTC', '22 Nov 21:03Z'],
  ])('%s in %s', (instant, zone, text) => expect(endText(at(instant), zone, now)).toBe(text));
});

describe('distanceText', () => {
  it.each([
    ['17:04', 'under 1 min ago'],
    ['2026-11-21T17:04:59Z', 'in under 1 min'],
    ['17:05', 'in 1 min'],
    ['17:00', '4 min ago'],
    ['18:03', 'in 59 min'],
    ['18:04', 'in 1 h 0 m'],
    ['20:16', 'in 3 h 12 m'],
    ['2026-11-23T17:03:00Z', 'in 47 h 59 m'],
    ['2026-11-23T17:04:00Z', 'in 2 days'],
    ['2026-10-22T17:04:00Z', '30 days ago'],
  ])('to %s', (instant, text) => expect(distanceText(at(instant), at('17:04'))).toBe(text));
});

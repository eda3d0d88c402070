import { describe, expect, it } from 'vitest';
import { formatInstant, later, parseInstant, wholeSecond } from '../../src/domain/instant.ts';

describe('parseInstant', () => {
  it('reads one form and survives the way back', () => {
    const at = parseInstant('2026-11-23T17:00:00Z');
    expect(at).toBe(Date.UTC(2026, 10, 23, 17));
    expect(formatInstant(later(at ?? wholeSecond(0), 999))).toBe('2026-11-23T17:00:00Z');
  });

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T17:00:60Z',
    '2026-11-23T17:00:00.000Z',
    '2026-11-23T17:00:00+00:00',
    '2026-11-23 17:00:00Z',
    '2026-11-23T17:00Z',
    '1999-11-23T17:00:00Z',
    '2126-11-23T17:00:00Z',
    'tomorrow',
    '',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('wholeSecond', () => {
  it('cuts parts of a second off', () => {
    expect(wholeSecond(1999)).toBe(1000);
  });
});

describe('formatInstant', () => {
  it('spells however many instants, and each the same the second time', () => {
    const first = wholeSecond(Date.UTC(2026, 10, 23, 9));
    const all = Array.from({ length: 2500 }, (_, second) => later(first, second * 1000));
    expect(new Set(all.map(formatInstant)).size).toBe(2500);
    expect(all.map(formatInstant)).toEqual(all.map((at) => `${new Date(at).toISOString().slice(0, 19)}Z`));
  });
});

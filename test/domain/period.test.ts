import { describe, expect, it } from 'vitest';
import { formatPeriod, parsePeriod } from '../../src/domain/period.ts';

describe('parsePeriod', () => {
  it.each([
    ['30m', 30],
    ['4h', 240],
    ['2d', 2880],
    ['1w', 10_080],
    ['1d12h', 2160],
    ['1w2d3h4m', 13_144],
    ['0m', 0],
  ])('reads %s', (text, minutes) => {
    expect(parsePeriod(text)).toBe(minutes * 60_000);
  });

  it.each(['', '4', '-4h', '4h banana', 'P1DT6H', 'P1M', '12h1d', '1.5h', '4H', '1h1h', '99999h'])('refuses %j', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });
});

describe('formatPeriod', () => {
  it.each([
    [0, '0m'],
    [90, '1h30m'],
    [2160, '1d12h'],
    [13_144, '1w2d3h4m'],
  ])('writes %i minutes as %s', (minutes, text) => {
    expect(formatPeriod(minutes * 60_000)).toBe(text);
    expect(parsePeriod(text)).toBe(minutes * 60_000);
  });
});

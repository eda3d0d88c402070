import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/instant.ts';
import { keepsEnd, keepsStart } from '../../src/domain/live-binding.ts';

const UNTIL = 10_000_000 as Instant;

describe('keepsEnd', () => {
  it.each([
    [0, true],
    [600_000, true],
    [-600_000, true],
    [600_001, false],
    [-600_001, false],
  ])('allows ten minutes either way: %i ms', (shift, kept) => {
    expect(keepsEnd({ end: (UNTIL + shift) as Instant }, UNTIL)).toBe(kept);
  });

  it('is of what has an end', () => expect(keepsEnd({}, UNTIL)).toBe(false));
});

describe('keepsStart', () => {
  it.each([
    [600_000, UNTIL, true],
    [-600_001, UNTIL, false],
    [0, undefined, false],
  ] as const)('moved by %i ms from %s: %s', (shift, wished, kept) =>
    expect(keepsStart({ starts: (UNTIL + shift) as Instant }, wished)).toBe(kept),
  );

  it('compares what has begun with nothing', () => expect(keepsStart({}, UNTIL)).toBe(true));
});

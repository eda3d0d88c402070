/** Chance that comes from a seed: the same throws on every machine. */
export interface Dice {
  /** From 0 up to but not including 1. */
  next(): number;
  /** A whole number from 0 up to but not including `below`. */
  below(below: number): number;
  oneOf<T>(all: readonly [T, ...T[]]): T;
  /** True with a probability of `share`. */
  chance(share: number): boolean;
}

/** SplitMix32 over the seed: short, and each seed's throws look independent of the next one's. */
export function dice(seed: number): Dice {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, oneOf: (all) => all[below(all.length)] as (typeof all)[number], chance: (share) => next() < share };
}

import { describe, expect, it } from 'vitest';
import { applyDelta } from '../../src/git/delta.ts';

const BASE = Buffer.from('principal: ada\n');
const bytes = (...all: readonly (number | string)[]) =>
  Buffer.concat(all.map((one) => (typeof one === 'string' ? Buffer.from(one) : Buffer.from([one]))));

describe('a difference', () => {
  it('copies pieces of the one text and brings the others', () => {
    const delta = bytes(15, 14, 0x90, 11, 2, 'bo', 0x91, 14, 1);
    expect(applyDelta(BASE, delta).toString()).toBe('principal: bo\n');
  });

  it('copies 64 KiB where it tells no length, and from far behind', () => {
    const base = Buffer.alloc(200_000, 'x').fill('y', 131_072);
    // 200,000 and 65,536 in groups of seven bits; an offset of three bytes, 0x020000.
    const delta = bytes(0xc0, 0x9a, 0x0c, 0x80, 0x80, 0x04, 0x84, 2);
    expect(applyDelta(base, delta).equals(Buffer.alloc(65_536, 'y'))).toBe(true);
  });

  it.each([
    ['to something else', bytes(14, 1, 1, 'x')],
    ['that reaches out of the text', bytes(15, 15, 0x91, 1, 15)],
    ['that brings more than it tells', bytes(15, 1, 2, 'xy')],
    ['that brings less than it tells', bytes(15, 2, 1, 'x')],
    ['that ends within a piece', bytes(15, 3, 3, 'xy')],
    ['with an order that has no meaning', bytes(15, 1, 0)],
    ['that ends within an order', bytes(15, 1, 0x91, 0)],
    ['with no length', bytes(0x8f)],
  ])('is refused where it is one %s', (_, delta) => expect(() => applyDelta(BASE, delta)).toThrow(/difference|range|outside/));
});

import { expect, it } from 'vitest';
import { unreachable } from '../../src/domain/unreachable.ts';

it('throws what should never have come', () => {
  expect(() => unreachable({ kind: 'odd' } as never)).toThrow('unreachable: {"kind":"odd"}');
});

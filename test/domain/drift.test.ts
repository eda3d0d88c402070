import { describe, expect, it } from 'vitest';
import { isAlarming } from '../../src/domain/drift.ts';

describe('what no grant explains', () => {
  it.each([
    ['escaped', true],
    ['tampered', true],
    ['forged', true],
    ['unrecorded', true],
    ['twin', false],
    ['masked', false],
    ['foreign', false],
  ] as const)('as %s is an alarm that nobody can accept: %s', (kind, answer) => expect(isAlarming(kind)).toBe(answer));
});

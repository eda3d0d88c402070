import { describe, expect, it } from 'vitest';
import { strongest } from '../../src/domain/terms.ts';

describe('strongest', () => {
  it.each([
    [['run', 'pim', 'auto'], 'pim'],
    [['run', undefined, 'auto'], 'auto'],
    [['run', undefined], 'run'],
    [[undefined], undefined],
  ] as const)('of %j is %s', (all, expected) => expect(strongest(all)).toBe(expected));
});

import { describe, expect, it } from 'vitest';
import { fuzz, type Fuzz } from './fuzz.ts';
import { differential } from './fuzz-yaml.ts';
import { FUZZES } from './fuzzes.ts';

// A small share; `npm run test:deep -- --only fuzz` plays a million.

describe('input that is nearly right', () => {
  it('is read alike by the second parser where ours takes it', async () => {
    const { found, taken } = await fuzz(differential, { seed: 1, step: 1, count: 1500 });
    expect(found).toBeUndefined();
    expect(taken).toBeGreaterThan(300);
  });

  it.each(FUZZES.filter((kind) => kind !== differential))(
    'has an answer, and nothing in it is taken for what it is not: $name',
    async (kind) => {
      expect(await fuzz(kind, { seed: 1, step: 1, count: Math.ceil(1000 * kind.share) })).not.toHaveProperty('found');
    },
  );

  it('is told as small as it can be made', async () => {
    const never: Fuzz = {
      name: 'x',
      share: 1,
      make: (one) => `${one.below(9)}aab!cc`,
      check: (text) => (text.includes('!') ? { taken: true, wrong: 'a mark' } : { taken: true }),
    };
    expect(await fuzz(never, { seed: 5, step: 1, count: 9 })).toMatchObject({ inputs: 1, found: { seed: 5, input: '!', wrong: 'a mark' } });
  });

  it('is made smaller only while the very same is wrong with it', async () => {
    const parsed: Fuzz = {
      name: 'x',
      share: 1,
      make: () => '[1,"abc",2]',
      check: (text) => ((JSON.parse(text) as readonly unknown[]).includes('abc') ? { taken: true, wrong: 'letters' } : { taken: true }),
    };
    expect((await fuzz(parsed, { seed: 1, step: 1, count: 1 })).found).toMatchObject({ input: '[1,"abc"]', wrong: 'letters' });
  });

  it('is found, too, where it makes something throw', async () => {
    const thrower: Fuzz = { name: 'x', share: 1, make: () => 'x', check: () => Promise.reject(new TypeError('no')) };
    expect((await fuzz(thrower, { seed: 1, step: 1, count: 1 })).found).toMatchObject({ wrong: 'it threw TypeError: no' });
  });
});

import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import Limiter from '../../../src/forge/github/limiter.ts';
import { lanes } from '../../../src/forge/github/pacing.ts';

/** The very one that the plugin imports. */
const bottleneck: unknown = createRequire(import.meta.resolve('@octokit/plugin-retry'))('bottleneck/light.js');

/** Both by what the plugins of Octokit call. */
const BOTH = [
  ['Bottleneck', bottleneck as typeof Limiter],
  ['ours', Limiter],
] as const;

describe.each(BOTH)('a limiter as the plugins of Octokit use it: %s', (_, Made) => {
  it('hands arguments over, behind options or without them', async () => {
    const add = async (a: unknown, b: unknown) => Number(a) + Number(b);
    expect(await new Made().schedule(add, 1, 2)).toBe(3);
    expect(await new Made().schedule({ priority: 0 }, add, 3, 4)).toBe(7);
  });

  it('does again what failed, as long as a listener says so, and counts', async () => {
    const limiter = new Made();
    const seen: unknown[] = [];
    limiter.on('failed', async (error, info) => {
      const { args, retryCount } = info as { readonly args: readonly unknown[]; readonly retryCount: number };
      seen.push([(error as Error).message, args, retryCount]);
      return retryCount < 2 ? retryCount : undefined;
    });
    let tries = 0;
    const work = async () => {
      tries += 1;
      throw new Error(`no ${tries}`);
    };
    await expect(limiter.schedule(work, 'x')).rejects.toThrow('no 3');
    expect(seen).toEqual([1, 2, 3].map((at) => [`no ${at}`, ['x'], at - 1]));
  });

  it('fails with the work where a listener fails, and where there is none', async () => {
    const limiter = new Made();
    const work = async () => Promise.reject(new Error('work'));
    await expect(limiter.schedule(work)).rejects.toThrow('work');
    limiter.on('failed', async () => Promise.reject(new Error('listener')));
    await expect(limiter.schedule(work)).rejects.toThrow('work');
  });

  it('has events that answer, and tell of a listener that fails', async () => {
    const told: { on?: (name: string, listener: (...args: readonly unknown[]) => unknown) => void } = {};
    const emitter = new Made.Events(told);
    const errors: unknown[] = [];
    told.on?.('rate-limit', async (seconds) => Number(seconds) < 60);
    told.on?.('broken', () => {
      throw new Error('broken');
    });
    told.on?.('error', (error) => void errors.push((error as Error).message));
    expect([await emitter.trigger('rate-limit', 5), await emitter.trigger('rate-limit', 90)]).toEqual([true, false]);
    expect([(await emitter.trigger('broken')) ?? undefined, errors]).toEqual([undefined, ['broken']]);
  });
});

it('has no group of its own', () => {
  expect(() => new Limiter.Group().key()).toThrow('a call without a pace');
});

describe('lanes', () => {
  it('let so many run at once, the others in their order, and go on after a failure', async () => {
    const begun: number[] = [];
    const ends: PromiseWithResolvers<void>[] = [];
    const two = lanes(2).key();
    const all = [0, 1, 2, 3].map(async (at) =>
      two.schedule({}, async () => {
        begun.push(at);
        const end = Promise.withResolvers<void>();
        ends.push(end);
        await end.promise;
        return at;
      }),
    );
    expect(begun).toEqual([0, 1]);
    ends[0]?.reject(new Error('one'));
    await expect(all[0]).rejects.toThrow('one');
    expect(begun).toEqual([0, 1, 2]);
    ends[1]?.resolve();
    ends[2]?.resolve();
    await Promise.all([all[1], all[2]]);
    ends[3]?.resolve();
    expect(await all[3]).toBe(3);
    expect(await two.schedule({}, async (a) => a, 'free again')).toBe('free again');
  });
});

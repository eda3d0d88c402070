import { describe, expect, it } from 'vitest';
import { compared, interleaved, isAbove, median, type Sample } from '../../bench/measure.ts';

function samples(...ms: readonly number[]): readonly Sample[] {
  return ms.map((one) => ({ ms: one, cpuMs: one / 2 }));
}

describe('the measure of the benches', () => {
  it('takes the middle one, or what is halfway between the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('runs the subjects in turn and does not count the first round', async () => {
    const order: string[] = [];
    const subject = (name: string) => () => {
      order.push(name);
      return { ms: order.length, cpuMs: 0 };
    };
    const taken = await interleaved(2, { a: subject('a'), b: subject('b') });
    expect(order.join('')).toBe('ababab');
    expect(taken.a.map(({ ms }) => ms)).toEqual([3, 5]);
    expect(taken.b.map(({ ms }) => ms)).toEqual([4, 6]);
  });

  it('compares neighbouring runs, so that a machine that slows down changes no ratio', () => {
    const { ratio, cpuRatio, ours, against } = compared('x', samples(20, 200, 40), { name: 'y', samples: samples(10, 100, 20) });
    expect({ ratio, cpuRatio }).toEqual({ ratio: 2, cpuRatio: 2 });
    expect(ours).toEqual({ runs: 3, median: 40, min: 20, max: 200, cpu: 20 });
    expect(against).toMatchObject({ name: 'y', median: 20 });
  });

  it('leaves the time of the processors out where it is not known', () => {
    const unknown = samples(1, 1).map(({ ms }) => ({ ms, cpuMs: Number.NaN }));
    const result = compared('x', samples(2, 2), { name: 'y', samples: unknown });
    expect(result).not.toHaveProperty('cpuRatio');
    expect(result.against).not.toHaveProperty('cpu');
  });

  it('is above its goal by any more than it, or where nothing could be compared', () => {
    expect(isAbove({ ratio: 2.2, goal: 2.2 })).toBe(false);
    expect(isAbove({ ratio: 2.21, goal: 2.2 })).toBe(true);
    expect(isAbove({ ratio: Number.NaN, goal: 2.2 })).toBe(true);
    expect(isAbove({ ratio: 9 })).toBe(false);
  });
});

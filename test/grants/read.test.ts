import { describe, expect, it } from 'vitest';
import { type Reader, remembering } from '../../src/grants/read.ts';
import { clouds } from './clouds.ts';
import { bytesOf } from './example.ts';

describe('remembering', () => {
  it('reads the same bytes once for a path and its clouds, and other bytes for themselves', () => {
    const asked: string[] = [];
    const plain: Reader<string> = (path, bytes, all) => {
      asked.push(`${path} ${bytes.length} ${all.length}`);
      return { ok: true, value: path };
    };
    const read = remembering(plain);
    const bytes = bytesOf('abc');
    expect(read('a', bytes, clouds)).toBe(read('a', bytes, [...clouds]));
    expect(read('b', bytes, clouds)).toEqual({ ok: true, value: 'b' });
    read('b', bytes, clouds.slice(1));
    read('b', bytes, clouds.slice(1).concat(clouds.slice(0, 1)));
    read('b', bytesOf('abc'), clouds);
    const [first] = clouds;
    if (first === undefined) expect.fail('there are clouds');
    const others = bytesOf('abcd');
    read('c', others, [first, ...clouds.slice(1)]);
    read(
      'c',
      others,
      clouds.map(() => first),
    );
    const [all, fewer] = [clouds.length, clouds.length - 1];
    expect(asked).toEqual([`a 3 ${all}`, `b 3 ${all}`, `b 3 ${fewer}`, `b 3 ${all}`, `b 3 ${all}`, `c 4 ${all}`, `c 4 ${all}`]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/domain/nearest.ts';

describe('nearest', () => {
  it.each([
    ['expire', ['expires', 'principal'], 'expires'],
    ['gpc', ['azure', 'gcp'], 'gcp'],
    ['debgu', ['debug', 'release'], 'debug'],
    ['principle', ['principal'], 'principal'],
    ['x', ['abc'], undefined],
    ['approvedBy', ['expires', 'ticket'], undefined],
    ['', ['a', 'ab'], 'a'],
    ['ab', [], undefined],
    ['ab', ['ba', 'ab'], 'ab'],
  ])('of %j among %j is %j', (text, words, right) => expect(nearest(text, words)).toBe(right));

  it('is the word itself where it is there', () => {
    fc.assert(fc.property(fc.array(fc.string(), { minLength: 1 }), (words) => nearest(words[0] ?? '', words) === words[0]));
  });

  it('is the first of those that are equally near', () => expect(nearest('prox', ['prod', 'proc'])).toBe('prod'));

  it('finds a word with one letter more, less, other or in the wrong order', () => {
    const word = fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') });
    fc.assert(
      fc.property(word, fc.nat(), (text, seed) => {
        const at = seed % (text.length - 1);
        const slips = [
          text.slice(0, at) + text.slice(at + 1),
          `${text.slice(0, at)}z${text.slice(at)}`,
          `${text.slice(0, at)}z${text.slice(at + 1)}`,
          text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
        ];
        return slips.every((slip) => nearest(slip, [text]) === text);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../src/domain/glob.ts';

describe('matchesGlob', () => {
  it.each([
    ['', ''],
    ['a', 'a'],
    ['*', ''],
    ['*', 'abc'],
    ['a*', 'a'],
    ['*c', 'abc'],
    ['a*c', 'abbbc'],
    ['a*b*c', 'aXbYbZc'],
    ['**', 'a'],
    ['a/*', 'a/'],
    ['*/b', 'a/b'],
    ['gcp:roles/*.admin', 'gcp:roles/storage.admin'],
    ['a.c', 'a.c'],
    ['[a]?', '[a]?'],
    ['*\u{1F600}*', 'x\u{1F600}y'],
  ])('%j fits %j', (glob, text) => expect(matchesGlob(glob, text)).toBe(true));

  it.each([
    ['', 'a'],
    ['a', ''],
    ['a', 'A'],
    ['a', 'ab'],
    ['a', 'ba'],
    ['a*', 'ba'],
    ['*c', 'cb'],
    ['*', 'a/b'],
    ['a*c', 'a/c'],
    ['a/*', 'a'],
    ['a/*', 'a/b/c'],
    ['a/b', 'a/c'],
    ['a.c', 'abc'],
    ['a*b*c', 'acb'],
    ['aa*', 'a'],
    ['a*a', 'a'],
    ['ab*ba', 'aba'],
    ['a*b*c', 'axc'],
    ['ab*b*', 'abx'],
  ])('%j does not fit %j', (glob, text) => expect(matchesGlob(glob, text)).toBe(false));

  it('stays quick on what makes other matchers slow', () => {
    const began = process.hrtime.bigint();
    expect(matchesGlob(`${'a*'.repeat(100)}b`, 'a'.repeat(10_000))).toBe(false);
    expect(process.hrtime.bigint() - began).toBeLessThan(2_000_000_000n);
  });
});

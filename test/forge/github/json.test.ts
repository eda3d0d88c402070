import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JSONParse, JSONStringify } from '../../../src/forge/github/json.ts';

/** What Octokit uses itself; nothing of ours names it. */
const { resolve } = createRequire(fileURLToPath(import.meta.resolve('@octokit/rest')));
const theirs = (await import(resolve('json-with-bigint'))) as typeof import('../../../src/forge/github/json.ts');

describe('the JSON of the bundle', () => {
  it('is what Octokit reads and writes itself', () => {
    const safe = fc.json().filter((text) => !/\d{16}|\d+n|toString|valueOf/.test(text));
    fc.assert(
      fc.property(safe, (text) => {
        expect(JSONParse(text)).toEqual(theirs.JSONParse(text));
        expect(JSONStringify(JSONParse(text))).toBe(theirs.JSONStringify(theirs.JSONParse(text)));
      }),
    );
  });

  it('takes every key for a key', () => {
    expect(JSONParse('{"a":{"toString":1}}')).toEqual({ a: { toString: 1 } });
  });

  it('takes a text for a text, and a number beyond the safe ones for none of them', () => {
    expect(JSONParse('{"login":"12n","id":1}')).toEqual({ login: '12n', id: 1 });
    expect(Number.isSafeInteger(JSONParse('9007199254740993'))).toBe(false);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasTest, linesOf, rowsOf } from '../architecture/named-tests.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const page = readFileSync(at('docs/reliability.md'), 'utf8');

/** Each `file`: name of a line; several stand with a semicolon between them. */
function testsIn(line: string) {
  return [...line.matchAll(/`(test\/[^`]+)`: ([^;|]+?)(?=;| +\|)/g)].map(([, file = '', name = '']) => ({ subject: line, file, name }));
}

describe('docs/reliability.md', () => {
  it('names only files that are there', () => {
    const named = [...page.matchAll(/`((?:test|docs)\/[^`\s]+)`/g)].flatMap(([, path]) => path ?? []);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(at(path)))).toEqual([]);
  });

  it('has tests that are there behind every promise', () => {
    const promises = page.split('\n').filter((line) => /^\| P\d+ /.test(line));
    expect(promises.map((line) => /P(\d+)/.exec(line)?.[1])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(promises.filter((line) => testsIn(line).length === 0)).toEqual([]);
    expect(promises.flatMap(testsIn).filter((one) => !hasTest(one))).toEqual([]);
  });

  it('has a test that is there behind what can only be seen', () => {
    const seen = page.slice(page.indexOf('## What cannot be prevented'));
    expect(rowsOf(seen).filter((row) => !hasTest(row))).toEqual([]);
    expect(linesOf(seen).length).toBe(rowsOf(seen).length);
    expect(rowsOf(seen).length).toBeGreaterThan(3);
  });
});

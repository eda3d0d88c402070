import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './imports.ts';
import { hasTest, linesOf, rowsOf } from './named-tests.ts';

const PAGE = readFileSync(join(ROOT, 'docs/explanation/attacks.md'), 'utf8');

const rows = rowsOf(PAGE);

describe('the table of attacks', () => {
  it('names for each attack a test that is there', () => expect(rows.filter((row) => !hasTest(row))).toEqual([]));

  it('has every attack of the tests, and every threat by its number', () => {
    expect(rows.length).toBeGreaterThan(70);
    const played = readFileSync(join(ROOT, 'test/forge/github/attacks.test.ts'), 'utf8');
    const names = [...played.matchAll(/^ {4}name: (?:'([^'\n]+)'|"([^"\n]+)"),$/gm)].map(([, single, double]) => single ?? double ?? '');
    const told = new Set(rows.map((row) => row.name));
    expect(names.length).toBeGreaterThan(25);
    expect(names.filter((name) => !told.has(name))).toEqual([]);
    const ids = [...Array.from({ length: 8 }, (_, at) => `S${at + 1}`), ...Array.from({ length: 21 }, (_, at) => `T${at + 1}`)];
    expect(ids.filter((id) => !new RegExp(`\\b${id}\\b`).test(PAGE))).toEqual([]);
  });

  it('would miss a test that went', () => {
    const [row] = rows;
    expect(row !== undefined && hasTest({ ...row, name: 'a test that nobody wrote' })).toBe(false);
    expect(row !== undefined && hasTest({ ...row, file: 'test/nothing.test.ts' })).toBe(false);
  });
});

describe('the threat model', () => {
  const page = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8');
  const end = page.indexOf('## What cannot be prevented');
  const threats = page.slice(page.indexOf('## Spoofing'), end);

  it('names for each threat a test that is there', () => {
    expect(rowsOf(threats).filter((row) => !hasTest(row))).toEqual([]);
    expect(linesOf(threats).length).toBe(rowsOf(threats).length);
    expect(rowsOf(threats).length).toBeGreaterThan(60);
  });

  it('names a test, too, for what can only be seen', () => {
    const seen = page.slice(end);
    expect(rowsOf(seen).filter((row) => !hasTest(row))).toEqual([]);
    expect(linesOf(seen).length).toBe(rowsOf(seen).length);
    expect(rowsOf(seen).length).toBeGreaterThanOrEqual(10);
  });

  it('has all six kinds, and the promises that each threat is about', () => {
    const kinds = ['Spoofing', 'Tampering', 'Repudiation', 'Disclosure', 'Denial', 'Elevation'];
    expect(kinds.filter((kind) => !page.includes(`\n## ${kind}`))).toEqual([]);
    expect(linesOf(threats).filter((line) => !/\bP([1-9]|10)\b/.test(line))).toEqual([]);
  });
});

describe('the table of situations', () => {
  const page = readFileSync(join(ROOT, 'docs/situations.md'), 'utf8');
  const situations = rowsOf(page);

  it('names for each situation a test that is there, and no situation twice', () => {
    expect(situations.filter((row) => !hasTest(row))).toEqual([]);
    expect(linesOf(page).length).toBe(situations.length);
    expect(situations.length).toBeGreaterThan(90);
    expect(new Set(situations.map(({ subject }) => subject)).size).toBe(situations.length);
  });
});

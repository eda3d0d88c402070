import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './imports.ts';

const PAGE = readFileSync(join(ROOT, 'docs/explanation/attacks.md'), 'utf8');

interface Row {
  readonly attack: string;
  readonly file: string;
  readonly name: string;
}

/** Lines of a table whose last cell names a test: `file`: its name. */
const rows: readonly Row[] = PAGE.split('\n').flatMap((line) => {
  const [, attack = '', file = '', name = ''] = /^\| (.*?) +\|.*\| `(test\/[^`]+)`: (.*?) +\|$/.exec(line) ?? [];
  return file === '' ? [] : [{ attack, file, name }];
});

/** Names stand in the source between quotation marks of some kind. */
function hasTest({ file, name }: Row): boolean {
  const path = join(ROOT, file);
  if (!existsSync(path) || name === '') return false;
  const text = readFileSync(path, 'utf8').replaceAll("\\'", "'");
  return text.includes(name);
}

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

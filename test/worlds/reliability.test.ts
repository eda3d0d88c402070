import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const page = readFileSync(at('docs/reliability.md'), 'utf8');

describe('docs/reliability.md', () => {
  it('names only files that are there', () => {
    const named = [...page.matchAll(/`((?:test|docs)\/[^`\s]+)`/g)].flatMap(([, path]) => path ?? []);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(at(path)))).toEqual([]);
  });

  it('has a test behind every promise', () => {
    const rows = [...page.matchAll(/^\| P(\d+) .*$/gm)];
    expect(rows.map(([, promise]) => promise)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(rows.filter(([row]) => !/`test\/[^`]+\.test\.ts`/.test(row))).toEqual([]);
  });
});

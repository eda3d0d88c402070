import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { azure } from '../../../src/providers/azure/cloud.ts';
import { azureWorld, readable } from './world.ts';

const FOLDER = join(import.meta.dirname, '../../../src/providers/azure');

/** Every module that loads at once with a file: its static imports of values, theirs, and so on. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type )[^;]*? from '([^']+)';$/gm)) {
    if (name.startsWith('.')) loadedWith(join(dirname(file), name), seen);
    else seen.add(name);
  }
  return seen;
}

const packages = (file: string) => [...loadedWith(join(FOLDER, file))].filter((name) => !name.startsWith('/'));

describe('azure', () => {
  it('loads no SDK before a reader or a writer is called for', () => {
    expect(packages('cloud.ts')).toEqual([]);
    expect(packages('conditions.ts')).toEqual([]);
    expect(packages('reader.ts')).toContain('@azure/arm-authorization');
    expect(packages('reader.ts')).not.toContain('@azure/identity');
  });

  it('reads, writes and checks conditions', async () => {
    const { access } = azureWorld();
    expect((await readable(await azure.reader(access))).ok).toBe(true);
    expect(await azure.writer(access)).toHaveProperty('apply');
    expect((await azure.conditions())('odd')).toMatchObject({ ok: false });
    expect(azure.syntax.name).toBe('azure');
  });
});

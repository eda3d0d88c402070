import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generated, outdated } from '../../scripts/generate.ts';

describe('generated files', () => {
  it('are what the schemas make of them', async () => expect(await outdated()).toEqual([]));

  it('come out the same twice', async () => expect(await generated()).toEqual(await generated()));

  it('include validators that import nothing', () => {
    const code = readFileSync(new URL('../../src/grants/generated/validators.js', import.meta.url), 'utf8');
    expect(code).not.toMatch(/\brequire\(|\bimport\b/);
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { roleTables } from '../../scripts/roles.ts';

const data = process.env['CONFORMANCE_DATA'];
if (data === undefined) console.info('CONFORMANCE_DATA is not set: the tables of published roles were not made anew');

it.runIf(data !== undefined)('the tables of published roles are what the lists and the rules make of them', () => {
  for (const [path, text] of roleTables(data ?? ''))
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8') === text).toBe(true);
});

import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { isZone } from '../../src/grants/zone.ts';

it.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Africa/Accra', true],
  ['US/Pacific', true],
  ['Mars/Base', false],
])('%s is a zone: %s', (text, known) => expect(isZone(text)).toBe(known));

it('knows of itself only what the machine knows', async () => {
  const text = await readFile(new URL('../../src/grants/zone.ts', import.meta.url), 'utf8');
  const zones = [...text.matchAll(/below\(\s*'(\w+)',\s*'([^']+)',?\s*\)/g)].flatMap(([, area = '', places = '']) =>
    places.split(' ').map((place) => `${area}/${place}`),
  );
  expect(zones.length).toBeGreaterThan(50);
  for (const timeZone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone }), timeZone).not.toThrow();
});

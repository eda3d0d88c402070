import { expect, it } from 'vitest';
import { isZone } from '../../src/grants/zone.ts';

it.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['US/Pacific', true],
  ['Mars/Base', false],
])('%s is a zone: %s', (text, known) => expect(isZone(text)).toBe(known));

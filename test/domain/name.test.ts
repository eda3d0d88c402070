import { expect, it } from 'vitest';
import { freeName, NAME, STAMP, stemOf } from '../../src/domain/name.ts';

it('knows names, stamps and stems', () => {
  expect(NAME.test('2026-11-23-ada-debug')).toBe(true);
  for (const bad of ['-a', 'A', 'a_b', 'a'.repeat(61), '', 'ä']) expect(NAME.test(bad)).toBe(false);
  expect(STAMP.test('a'.repeat(24))).toBe(true);
  expect(STAMP.test('a'.repeat(25))).toBe(false);
  expect(stemOf('grants/payments/x.yaml')).toBe('x');
});

it('finds a name that nobody has, and keeps within the length of names', () => {
  expect(freeName('ada-debug', () => false)).toBe('ada-debug-2');
  expect(freeName('ada-debug', (name) => ['ada-debug-2', 'ada-debug-3'].includes(name))).toBe('ada-debug-4');
  const long = 'a'.repeat(60);
  expect(freeName(long, () => false)).toBe(`${'a'.repeat(58)}-2`);
  expect(NAME.test(freeName(long, (name) => !name.endsWith('-10')))).toBe(true);
});

import { expect, it } from 'vitest';
import { byPlace, compare, type Finding } from '../../src/domain/finding.ts';

function at(file: string, line: number, column: number, code = 'GK1', message = 'm'): Finding {
  return { code, severity: 'error', message, at: { file, line, column, endLine: line, endColumn: column } };
}

it('sorts by file, place, code and message, those without a place first', () => {
  const sorted = [
    { code: 'GK2', severity: 'error', message: 'z' } as const,
    { code: 'GK2', severity: 'error', message: 'a' } as const,
    at('b', 1, 1),
    at('a', 2, 1),
    at('a', 1, 2),
    at('a', 1, 1, 'GK9'),
    at('a', 1, 1),
  ].sort(byPlace);
  expect(sorted.map((one) => `${one.at?.file ?? '-'}${one.at?.line ?? ''}:${one.at?.column ?? ''} ${one.code} ${one.message}`)).toEqual([
    '-: GK2 a',
    '-: GK2 z',
    'a1:1 GK1 m',
    'a1:1 GK9 m',
    'a1:2 GK1 m',
    'a2:1 GK1 m',
    'b1:1 GK1 m',
  ]);
  expect([compare('a', 'b'), compare('b', 'a'), compare('a', 'a')]).toEqual([-1, 1, 0]);
});

import { describe, expect, it } from 'vitest';
import { listsIn, namesIn, numbersIn } from '../../src/providers/permission-lines.ts';

const lines = { source: 'here', names: '\t*\na.b\tget,list\nc\tset', roles: 'Owner|8e3a\t0-3;;2\t1\nNobody\t' };

describe('permission lines', () => {
  it('name every permission by its number, in any order', () => {
    const names = namesIn(lines, '.');
    expect([0, 1, 2, 3, 1, 3, 0].map(names)).toEqual(['*', 'a.b.get', 'a.b.list', 'c.set', 'a.b.get', 'c.set', '*']);
  });

  it('have the lists of a role by each of its names', () => {
    const lists = listsIn(lines, (role) => role.toLowerCase());
    expect([lists('Owner'), lists('8e3a'), lists('nobody')]).toEqual([['0-3;;2', '1'], ['0-3;;2', '1'], ['']]);
  });

  it.each(['ghost', '', 'own', 'wner', '1', '8e3a\t0-3;;2', 'owner|8e3a'])('have no role %j', (role) => {
    expect(listsIn(lines, (text) => text.toLowerCase())(role)).toBeUndefined();
  });

  it.each([
    ['', []],
    ['0', [0]],
    ['2,1,4-2', [2, 3, 7, 8, 9]],
    ['10-z', Array.from({ length: 36 }, (_, at) => 36 + at)],
  ])('read %j as runs', (list, numbers) => expect(numbersIn(list)).toEqual(numbers));
});

import { describe, expect, it } from 'vitest';
import { type Directory, humansBehind, leftAt, type Principal, sameHuman } from '../../src/domain/directory.ts';
import type { Instant } from '../../src/domain/instant.ts';

const SPOT = { file: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 };

function principal(name: string, kind: Principal['kind'], more: Partial<Principal> = {}): Principal {
  return {
    name,
    kind,
    identities: new Map(),
    members: [],
    source: { file: 'x', place: () => SPOT, key: () => SPOT },
    pointer: '',
    ...more,
  };
}

const LEFT = 7 as Instant;
const directory: Directory = new Map(
  [
    principal('ada', 'person', { person: 'ada', left: LEFT }),
    principal('ada-adm', 'account', { person: 'ada' }),
    principal('bo', 'person', { person: 'bo' }),
    principal('lost', 'account', { person: 'nobody' }),
    principal('bare', 'service'),
    principal('oncall', 'group', { members: ['ada', 'ada-adm', 'bo', 'gone', 'bare'] }),
  ].map((one) => [one.name, one]),
);

describe('the directory', () => {
  it('knows all accounts of one human', () => {
    expect(sameHuman(directory, 'ada-adm')).toEqual(['ada', 'ada-adm']);
    expect(sameHuman(directory, 'ada')).toEqual(['ada', 'ada-adm']);
    expect(sameHuman(directory, 'oncall')).toEqual(['oncall']);
    expect(sameHuman(directory, 'stranger')).toEqual(['stranger']);
  });

  it('knows the humans behind a name', () => {
    expect(humansBehind(directory, 'ada-adm')).toEqual(['ada']);
    expect(humansBehind(directory, 'oncall')).toEqual(['ada', 'bo']);
    expect(humansBehind(directory, 'bare')).toEqual([]);
    expect(humansBehind(directory, 'stranger')).toEqual([]);
  });

  it('ends every account of somebody who has left', () => {
    expect(leftAt(directory, 'ada')).toBe(LEFT);
    expect(leftAt(directory, 'ada-adm')).toBe(LEFT);
    expect(leftAt(directory, 'bo')).toBeUndefined();
    expect(leftAt(directory, 'lost')).toBeUndefined();
    expect(leftAt(directory, 'bare')).toBeUndefined();
    expect(leftAt(directory, 'stranger')).toBeUndefined();
  });

  it('lets an account end before its human, and never outlive them', () => {
    const left = (own: number) =>
      leftAt(new Map([...directory, ['ada-adm', principal('ada-adm', 'account', { person: 'ada', left: own as Instant })]]), 'ada-adm');
    expect([6, 8].map(left)).toEqual([6, 7]);
  });
});

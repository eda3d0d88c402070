import { describe, expect, it } from 'vitest';
import { likely, overAll, unknownName, wrongApprover, wrongIfUnknown, wrongName } from '../../src/grants/names.ts';
import { controlWith } from './assembled.ts';

const { directory, policy } = controlWith();
const { source } = policy;

describe('names', () => {
  it('are suggested where one is near', () => {
    expect(likely('adda', directory.keys(), 'Add it.')).toBe('Did you mean `ada`?');
    expect(likely('somebody', directory.keys(), 'Add it.')).toBe('Add it.');
    expect(unknownName(directory, 'zzz', source, '/stamp')).toMatchObject({
      code: 'GK1301',
      hint: 'Add it to a file of policy/people.',
      at: { line: 1 },
    });
  });

  it('are right where they are known and of a kind that may stand there', () => {
    expect(wrongIfUnknown(directory, 'ada', source, '')).toBeUndefined();
    expect(wrongIfUnknown(directory, 'adda', source, '')).toMatchObject({ code: 'GK1301' });
    expect(wrongName(directory, 'ada', ['person'], source, '')).toBeUndefined();
    expect(wrongName(directory, 'adda', ['person'], source, '')).toMatchObject({ code: 'GK1301' });
    expect(wrongName(directory, 'deployer', ['person', 'group'], source, '')).toMatchObject({
      code: 'GK1304',
      message: '`deployer` is a service',
      hint: 'Name a person or a group.',
    });
  });

  it('of approvers are people with a login', () => {
    expect(wrongApprover(directory, 'sam', source, '')).toBeUndefined();
    expect(wrongApprover(directory, 'ada-adm', source, '')).toMatchObject({ code: 'GK1304', message: '`ada-adm` is an account' });
    expect(wrongApprover(directory, 'gil', source, '')).toMatchObject({
      code: 'GK1305',
      hint: 'Add `github:` at policy/people/security.yaml:2.',
    });
  });

  it('in a list are each at their place', () => {
    const found = overAll(['sam', 'x', 'y'], '/security', (name, at) => wrongIfUnknown(directory, name, source, at));
    expect(found.map(({ at }) => at?.column)).toEqual([17, 11]); // the third has no place of its own
  });
});

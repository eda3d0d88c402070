import { describe, expect, it } from 'vitest';
import { checkRecalls } from '../../src/grants/check-recalls.ts';
import { controlWith, edited, treeWith } from './assembled.ts';
import { clouds } from './clouds.ts';

function found(principal: string): readonly string[] {
  const { recalls } = treeWith(edited('recalls/gil.yaml', 'principal: gil', `principal: ${principal}`));
  return checkRecalls(recalls, controlWith().directory, clouds).map(({ code, hint, at }) => `${at?.line}:${at?.column} ${code} ${hint}`);
}

describe('checkRecalls', () => {
  it('takes names, and identities of strangers', () => {
    expect(found('gil')).toEqual([]);
    expect(found('payments-oncall')).toEqual([]);
    expect(found('user:stranger@example.org')).toEqual([]);
    expect(found('9b2c0000-0000-4000-8000-000000000001')).toEqual([]);
  });

  it('finds a name that nobody has', () => {
    expect(found('gill')).toEqual(['1:12 GK1301 Did you mean `gil`?']);
    expect(found('mallory')).toEqual(['1:12 GK1301 Add it to a file of policy/people.']);
  });
});

import { describe, expect, it } from 'vitest';
import { groupSize } from '../../../src/policy/rules/group-size.ts';
import { asked, control, directoryOf, grant, policy, principal } from '../acme.ts';

const directory = directoryOf(principal('empty', 'group'));

function problems(maxMembers: number | undefined, name: string) {
  const groups = maxMembers === undefined ? {} : { maxMembers };
  const strict = control({ policy: policy({ groups }), directory });
  return groupSize.judge(asked({ control: strict, grant: grant({ principals: ['ada', name] }) }));
}

describe('group-size', () => {
  it('says nothing where policy says nothing', () => {
    expect(groupSize.judge(asked())).toEqual([]);
    expect(problems(undefined, 'empty')).toEqual([]);
  });

  it.each(['payments-oncall', 'deployer', 'bo', 'ghost'])('leaves %s', (name) => expect(problems(2, name)).toEqual([]));

  it('refuses a group that is too large, and one without members', () => {
    expect(problems(1, 'payments-oncall')).toEqual([
      {
        pointer: '/principal/1',
        message: 'payments-oncall has 2 members, more than the 1 that policy allows',
        hint: 'Ask for the people who need it, or for a smaller group',
      },
    ]);
    expect(problems(1, 'empty')).toMatchObject([
      { pointer: '/principal/1', message: 'empty lists no members', hint: 'Write its members beside empty in policy/people' },
    ]);
  });
});

import { type Asked, principalsOf } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

/** A group is as wide as its list of members, which is what approval and recall go by. */
export const groupSize: Rule = {
  id: 'group-size',
  code: 'GK2118',
  severity: 'error',
  summary: 'No group is granted anything that has more members than policy allows, or none that are known',
  key: '/groups',
  example: 'groups: { maxMembers: 12 }',
  judge,
};

function judge(asked: Asked): readonly Problem[] {
  const { directory, policy } = asked.control;
  const most = policy.groups?.maxMembers;
  if (most === undefined) return [];
  return principalsOf(asked).flatMap(({ name, pointer }) => {
    const principal = directory.get(name);
    if (principal?.kind !== 'group') return [];
    const { length } = principal.members;
    if (length === 0) return [{ pointer, message: `${name} lists no members`, hint: `Write its members beside ${name} in policy/people` }];
    if (length <= most) return [];
    const message = `${name} has ${length} members, more than the ${most} that policy allows`;
    return [{ pointer, message, hint: 'Ask for the people who need it, or for a smaller group' }];
  });
}

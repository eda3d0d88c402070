import { leftAt } from '../../domain/directory.ts';
import { formatInstant } from '../../domain/instant.ts';
import { type Asked, beginsAt, principalsOf } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

/** Who leaves later may ask: the end is then no later than that. */
export const departed: Rule = {
  id: 'departed',
  code: 'GK2114',
  severity: 'error',
  summary: 'Nobody gets access who has left before it begins',
  judge,
};

function judge(asked: Asked): readonly Problem[] {
  const begin = Math.max(asked.now, beginsAt(asked));
  return principalsOf(asked).flatMap(({ name, pointer }) => {
    const left = leftAt(asked.control.directory, name);
    if (left === undefined || left > begin) return [];
    return [
      {
        pointer,
        message: `${name} leaves at ${formatInstant(left)}, before the access begins`,
        hint: 'Take the name out, or mend left: in policy/people',
      },
    ];
  });
}

import { type Asked, principalsOf } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

/** While a recall stands nothing would be given, so that is said before somebody approves it. */
export const recalled: Rule = {
  id: 'recalled',
  code: 'GK2121',
  severity: 'error',
  summary: 'Nobody is asked for who is recalled, by whatever account',
  judge,
};

function judge(asked: Asked): readonly Problem[] {
  return principalsOf(asked)
    .filter(({ name }) => asked.recalled?.has(name) === true)
    .map(({ name, pointer }) => ({
      pointer,
      message: `${name} is recalled, and gets nothing while the recall stands`,
      hint: 'Have security lift the recall first, by the approved deletion of its file in recalls/',
    }));
}

import { formatInstant, later } from '../../domain/instant.ts';
import { formatPeriod } from '../../domain/period.ts';
import { type Asked, beginsAt, endPointer, landsAt } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

export const maxHorizon: Rule = {
  id: 'max-horizon',
  code: 'GK2104',
  severity: 'error',
  summary: 'Access is not asked for longer ahead than policy allows',
  key: '/grants/maxHorizon',
  example: 'grants: { maxHorizon: 30d }',
  judge,
};

function judge(asked: Asked): readonly Problem[] {
  const { maxHorizon: most } = asked.control.policy.grants;
  if (most === undefined) return [];
  const horizon = later(landsAt(asked), most);
  if (asked.end <= horizon) return [];
  const pointer = beginsAt(asked) > horizon ? '/starts' : endPointer(asked);
  const message = `it reaches to ${formatInstant(asked.end)}, more than ${formatPeriod(most)} ahead`;
  return [{ pointer, message, hint: `Ask for what ends by ${formatInstant(horizon)}, and for the rest when it comes near` }];
}

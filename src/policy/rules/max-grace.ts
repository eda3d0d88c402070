import { formatPeriod } from '../../domain/period.ts';
import type { Asked } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

export const maxGrace: Rule = {
  id: 'max-grace',
  code: 'GK2105',
  severity: 'error',
  summary: 'The grace is no longer than policy allows',
  key: '/grants/maxGrace',
  example: 'grants: { maxGrace: 30m }',
  judge,
};

function judge({ grant, control }: Asked): readonly Problem[] {
  const { maxGrace: most } = control.policy.grants;
  if (grant.grace <= most) return [];
  const message = `a grace of ${formatPeriod(grant.grace)} is longer than the ${formatPeriod(most)} that policy allows`;
  return [{ pointer: '/grace', message, hint: `Write "grace: ${formatPeriod(most)}" or less` }];
}

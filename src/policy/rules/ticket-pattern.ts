import type { Parsed } from '../../domain/cloud.ts';
import { matchesPattern, parsePattern, type Pattern } from '../../domain/pattern.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Asked } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

/** A pattern that cannot be read lets no ticket through: policy asked for something, and we cannot tell what. */
export const ticketPattern: Rule = {
  id: 'ticket-pattern',
  code: 'GK2108',
  severity: 'error',
  summary: 'The ticket looks as policy says',
  key: '/grants/ticketPattern',
  example: 'grants: { ticketPattern: "INC-[0-9]+" }',
  judge,
};

function judge({ grant, control }: Asked): readonly Problem[] {
  const { ticketPattern: text } = control.policy.grants;
  if (text === undefined || grant.ticket === undefined) return [];
  const pattern = patternOf(control.policy, text);
  if (!pattern.ok) {
    const message = `the ticketPattern of policy cannot be read: ${pattern.problem}`;
    return [{ pointer: '/ticket', message, hint: 'Mend ticketPattern in policy/policy.yaml' }];
  }
  if (matchesPattern(pattern.value, grant.ticket)) return [];
  return [{ pointer: '/ticket', message: `${grant.ticket} does not look like a ticket`, hint: `Write one that is ${text}` }];
}

const patterns = new WeakMap<Policy, Parsed<Pattern>>();

/** Read once for each policy, whatever number of grants it is asked about. */
function patternOf(policy: Policy, text: string): Parsed<Pattern> {
  const pattern = patterns.get(policy) ?? parsePattern(text);
  patterns.set(policy, pattern);
  return pattern;
}

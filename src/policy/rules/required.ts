import type { Asked } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

export const required: Rule = {
  id: 'required',
  code: 'GK2107',
  severity: 'error',
  summary: 'A grant says what policy wants to be told: its reason, its ticket',
  key: '/grants/require',
  example: 'grants: { require: [reason, ticket] }',
  judge,
};

const EXAMPLES = { reason: "reason: Find out why last night's settlements failed", ticket: 'ticket: INC-4711' } as const;

function judge({ grant, control }: Asked): readonly Problem[] {
  const missing = control.policy.grants.require.filter((key) => (grant[key] ?? '').trim() === '');
  return missing.map((key) => ({ pointer: `/${key}`, message: `a ${key} is required`, hint: `Write it, such as "${EXAMPLES[key]}"` }));
}

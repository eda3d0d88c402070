import { type Asked, principalsOf } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

/** Protecting a person protects every account of theirs; protecting one account leaves the person's others alone. */
export const protectedPrincipal: Rule = {
  id: 'protected-principal',
  code: 'GK2113',
  severity: 'error',
  summary: 'A protected principal is never granted anything',
  key: '/guard/protect',
  example: 'guard: { protect: [deployer] }',
  judge,
};

function judge(asked: Asked): readonly Problem[] {
  const { directory, policy } = asked.control;
  const protects = new Set(policy.guard.protect);
  return principalsOf(asked)
    .filter(({ name }) => protects.has(name) || protects.has(directory.get(name)?.person ?? name))
    .map(({ name, pointer }) => ({
      pointer,
      message: `${name} is protected, so it gets nothing`,
      hint: 'guard.protect of policy/policy.yaml names it',
    }));
}

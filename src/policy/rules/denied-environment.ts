import type { Asked, Use } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

export const deniedEnvironment: Rule = {
  id: 'denied-environment',
  code: 'GK2110',
  severity: 'error',
  summary: 'Nothing is asked for in an environment that policy closes',
  judge,
};

function judge({ control, uses }: Asked): readonly Problem[] {
  const closed = new Set(control.policy.limits.filter(({ deny }) => deny).map(({ env }) => env));
  return uses.filter(({ env }) => closed.has(env)).map(problemOf);
}

function problemOf({ env, pointer, scope }: Use): Problem {
  if (env !== 'none')
    return { pointer, message: `${scope} is in ${env}, which policy closes to grants`, hint: 'Ask for a place of another environment' };
  return { pointer, message: `${scope} lies under no place of any team`, hint: 'Ask for a place, or have a team name one in policy/teams' };
}

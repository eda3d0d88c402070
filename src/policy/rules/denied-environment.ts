import type { Asked, Use } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

export const deniedEnvironment: Rule = {
  id: 'denied-environment',
  code: 'GK2110',
  severity: 'error',
  summary: 'Nothing is asked for in an environment that policy closes',
  key: '/limits',
  example: 'limits: [{ env: none, deny: true }]',
  judge,
};

function judge({ control, uses }: Asked): readonly Problem[] {
  const { limits, source } = control.policy;
  return uses.flatMap((use) => {
    const index = limits.findIndex(({ env, deny }) => deny && env === use.env);
    return index < 0 ? [] : [{ ...problemOf(use), at: source.place(`/limits/${index}/deny`) }];
  });
}

function problemOf({ env, pointer, scope }: Use): Problem {
  if (env !== 'none')
    return { pointer, message: `${scope} is in ${env}, which policy closes to grants`, hint: 'Ask for a place of another environment' };
  return { pointer, message: `${scope} lies under no place of any team`, hint: 'Ask for a place, or have a team name one in policy/teams' };
}

import { formatPeriod, type Period } from '../../domain/period.ts';
import { type Asked, endPointer, lengthOf } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

export const maxDuration: Rule = {
  id: 'max-duration',
  code: 'GK2103',
  severity: 'error',
  summary: 'Access is no longer than the organisation, the environment and the role allow, grace included',
  judge,
};

interface Ceiling {
  readonly most: Period;
  readonly whose: string;
}

const MINUTE = 60_000;

function judge(asked: Asked): readonly Problem[] {
  const length = lengthOf(asked);
  const broken = ceilings(asked).filter(({ most }) => length > most);
  const spelled = formatPeriod(Math.ceil(length / MINUTE) * MINUTE);
  const problems = broken.map(({ most, whose }) => ({
    pointer: endPointer(asked),
    message: `${spelled} is longer than the ${formatPeriod(most)} that ${whose} allows`,
    hint: hintFor(asked, Math.min(...broken.map((one) => one.most))),
  }));
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

function ceilings({ control, uses }: Asked): readonly Ceiling[] {
  const { grants, limits } = control.policy;
  const all = grants.maxDuration === undefined ? [] : [{ most: grants.maxDuration, whose: 'policy' }];
  const environments = uses.flatMap((use) => limits.filter(({ env }) => env === use.env));
  const roles = uses.flatMap((use) => (use.catalogueRole === undefined ? [] : (control.roles.get(use.catalogueRole) ?? [])));
  return [
    ...all,
    ...environments.flatMap(({ env, maxDuration }) =>
      maxDuration === undefined ? [] : [{ most: maxDuration, whose: `environment ${env}` }],
    ),
    ...roles.flatMap(({ name, maxDuration }) => (maxDuration === undefined ? [] : [{ most: maxDuration, whose: `role ${name}` }])),
  ];
}

function hintFor({ grant }: Asked, most: Period): string {
  if (grant.grace >= most) return 'Shorten the grace, which counts too';
  const counted = grant.grace === 0 ? '' : `, which leaves ${formatPeriod(grant.grace)} for the grace`;
  return `Write "duration: ${formatPeriod(most - grant.grace)}" beside the latest end${counted}`;
}

import type { Location } from '../../domain/finding.ts';
import { formatPeriod, type Period } from '../../domain/period.ts';
import { type Asked, endPointer, lengthOf } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

export const maxDuration: Rule = {
  id: 'max-duration',
  code: 'GK2103',
  severity: 'error',
  summary: 'Access is no longer than the organisation, the environment and the role allow, grace included',
  key: '/grants/maxDuration',
  example: 'grants: { maxDuration: 8h }',
  judge,
};

interface Ceiling {
  readonly most: Period;
  readonly whose: string;
  /** Where it is written; looked for only where it is broken, since most grants keep to all of them. */
  readonly at: () => Location;
}

const MINUTE = 60_000;

function judge(asked: Asked): readonly Problem[] {
  const length = lengthOf(asked);
  const broken = ceilings(asked).filter(({ most }) => length > most);
  const spelled = formatPeriod(Math.ceil(length / MINUTE) * MINUTE);
  const problems = broken.map(({ most, whose, at }) => ({
    pointer: endPointer(asked),
    message: `${spelled} is longer than the ${formatPeriod(most)} that ${whose} allows`,
    hint: hintFor(asked, Math.min(...broken.map((one) => one.most))),
    at: at(),
  }));
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

function ceilings({ control, uses }: Asked): readonly Ceiling[] {
  const { grants, limits, source } = control.policy;
  const all =
    grants.maxDuration === undefined ? [] : [{ most: grants.maxDuration, whose: 'policy', at: () => source.place('/grants/maxDuration') }];
  const used = new Set(uses.map(({ env }) => env));
  const environments = limits.flatMap(({ env, maxDuration: most }, index) =>
    most === undefined || !used.has(env)
      ? []
      : [{ most, whose: `environment ${env}`, at: () => source.place(`/limits/${index}/maxDuration`) }],
  );
  const roles = uses.flatMap((use) => (use.catalogueRole === undefined ? [] : (control.roles.get(use.catalogueRole) ?? [])));
  const ofRoles = roles.flatMap(({ name, maxDuration: most, source: role }) =>
    most === undefined ? [] : [{ most, whose: `role ${name}`, at: () => role.place('/maxDuration') }],
  );
  return [...all, ...environments, ...ofRoles];
}

function hintFor({ grant }: Asked, most: Period): string {
  if (grant.grace >= most) return 'Shorten the grace, which counts too';
  const counted = grant.grace === 0 ? '' : `, which leaves ${formatPeriod(grant.grace)} for the grace`;
  return `Write "duration: ${formatPeriod(most - grant.grace)}" beside the latest end${counted}`;
}

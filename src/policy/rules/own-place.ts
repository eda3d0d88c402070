import type { Place, Team } from '../../domain/team.ts';
import type { Asked, Use } from '../asked.ts';
import type { Problem, Rule } from '../rule.ts';

/**
 * A folder's files ask for what its team owns. What is under no place at all is judged as the environment `none`: refused by
 * this rule unless policy speaks of that environment, and by its limits where it does.
 */
export const ownPlace: Rule = {
  id: 'own-place',
  code: 'GK2109',
  severity: 'error',
  summary: 'A grant asks for places of the team whose folder it stands in',
  judge,
};

function judge({ grant, control, uses }: Asked): readonly Problem[] {
  const team = control.teams.get(grant.team);
  const spoken = control.policy.limits.some(({ env }) => env === 'none');
  return uses.flatMap((use) => {
    if (use.place === undefined) return spoken ? [] : [problemOf(use, grant.team, 'lies under no place of any team')];
    return isOwn(use.place, team) ? [] : [problemOf(use, grant.team, `belongs to ${use.place.name}, which is no place of ${grant.team}`)];
  });
}

/** By its scopes and not by its name alone, since two teams may use one name. */
function isOwn(place: Place, team: Team | undefined): boolean {
  const own = team?.places.get(place.name);
  if (own === undefined || own.env !== place.env || own.scopes.size !== place.scopes.size) return false;
  return [...own.scopes].every(([cloud, scope]) => place.scopes.get(cloud) === scope);
}

function problemOf(use: Use, team: string, what: string): Problem {
  const hint = `Ask for a place of policy/teams/${team}.yaml, or write the grant in the folder of the team that owns the place`;
  return { pointer: use.pointer, message: `${use.scope} ${what}`, hint };
}

import type { Scope } from '../domain/access.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import type { Control } from '../domain/policy.ts';
import type { Team } from '../domain/team.ts';

/** What grants are checked against, made ready once for all of them. */
export interface Ground {
  readonly control: Control;
  readonly clouds: ReadonlyMap<string, CloudSyntax>;
  /** By the name of a place, its team. */
  readonly owners: ReadonlyMap<string, string>;
  /** By team and cloud, the scopes of the team's places. */
  readonly scopes: ReadonlyMap<string, ReadonlyMap<string, readonly Scope[]>>;
}

export function groundOf(control: Control, clouds: readonly CloudSyntax[]): Ground {
  const teams = [...control.teams.values()];
  return {
    control,
    clouds: new Map(clouds.map((cloud) => [cloud.name, cloud])),
    owners: new Map(teams.flatMap((team) => [...team.places.keys()].map((place) => [place, team.name] as const))),
    scopes: new Map(teams.map((team) => [team.name, new Map(clouds.map((cloud) => [cloud.name, scopesOf(team, cloud)]))])),
  };
}

function scopesOf(team: Team, cloud: CloudSyntax): readonly Scope[] {
  const texts = [...team.places.values()].map((place) => place.scopes.get(cloud.name)).filter((text) => text !== undefined);
  const parsed = texts.map((text) => cloud.scope(text));
  return parsed.filter((one) => one.ok).map((one) => one.value);
}

/** Whether a scope lies under a place of the team, or may do so: what a folder or a management group holds, no text tells. */
export function mayLieUnder(ground: Ground, team: Team, scope: Scope): boolean {
  const cloud = ground.clouds.get(scope.cloud) as CloudSyntax;
  const scopes = ground.scopes.get(team.name)?.get(scope.cloud) as readonly Scope[];
  return scopes.some((one) => cloud.covers(one, scope) || cloud.isContainer(one));
}

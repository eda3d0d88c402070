import { scopeKey } from '../domain/access.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import type { Finding } from '../domain/finding.ts';
import type { Control } from '../domain/policy.ts';
import type { Place, Team } from '../domain/team.ts';
import { mistake, oddity } from './codes.ts';

interface Owned {
  readonly team: Team;
  readonly place: Place;
}

/** Places over all teams: each name once, each scope in a cloud that policy speaks of. */
export function checkPlaces(control: Control, clouds: readonly CloudSyntax[]): readonly Finding[] {
  const owned = [...control.teams.values()].flatMap((team) => [...team.places.values()].map((place) => ({ team, place })));
  return [...namesTwice(owned), ...owned.flatMap((one) => unknownClouds(control, one)), ...scopesTwice(owned, clouds)];
}

function namesTwice(owned: readonly Owned[]): readonly Finding[] {
  const first = new Map<string, Team>();
  const findings: Finding[] = [];
  for (const { team, place } of owned) {
    const other = first.get(place.name);
    if (other === undefined) first.set(place.name, team);
    else {
      const { line } = other.source.key(`/places/${place.name}`);
      const hint = `Choose another name: ${other.source.file}:${line} has this one.`;
      findings.push(mistake('GK1309', team.source.key(`/places/${place.name}`), `\`${place.name}\` is a place already`, hint));
    }
  }
  return findings;
}

function unknownClouds({ policy }: Control, { team, place }: Owned): readonly Finding[] {
  const unknown = [...place.scopes.keys()].filter((cloud) => !policy.clouds.has(cloud));
  return unknown.map((cloud) => {
    const at = team.source.key(`/places/${place.name}/${cloud}`);
    return mistake('GK1315', at, `the policy says nothing of \`${cloud}\``, `Add \`${cloud}:\` to \`clouds\` of ${policy.source.file}.`);
  });
}

/** Of several places over a scope the nearest counts, so of two that are the same one never does. */
function scopesTwice(owned: readonly Owned[], clouds: readonly CloudSyntax[]): readonly Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { team, place } of owned) {
    for (const cloud of clouds) {
      const scope = cloud.scope(place.scopes.get(cloud.name) ?? '');
      if (!scope.ok) continue;
      const other = first.get(scopeKey(scope.value));
      if (other === undefined) first.set(scopeKey(scope.value), place.name);
      else {
        const at = team.source.place(`/places/${place.name}/${cloud.name}`);
        findings.push(oddity('GK1309', at, `the same scope as \`${other}\``, 'Make them one place: only one of the two can count.'));
      }
    }
  }
  return findings;
}

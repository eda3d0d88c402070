import type { CloudSyntax } from '../domain/cloud.ts';
import type { Place, Team } from '../domain/team.ts';
import { type Checked, note, readChecked, settled, stemFrom } from './checked.ts';
import { wrongScope } from './cloud-text.ts';
import type { Read } from './read.ts';
import { notAZone } from './shapes.ts';
import { isZone } from './zone.ts';

/** policy/teams/<name>.yaml; `clouds` are all clouds of the schemas. */
export function readTeam(file: string, bytes: Uint8Array, clouds: readonly CloudSyntax[]): Read<Team> {
  const read = readChecked('team', file, bytes, clouds);
  if (!read.ok) return read;
  const checked = read.value;
  const { approvers, zone, places } = checked.value;
  if (!isZone(zone)) note(checked, '/zone', notAZone());
  const owned = Object.entries(places).map(([name, { env, ...scopes }]) => placeFrom(checked, name, env, scopes));
  return settled(checked, {
    name: stemFrom(checked),
    approvers,
    zone,
    places: new Map(owned.map((place) => [place.name, place])),
    source: checked.source,
  });
}

function placeFrom(checked: Checked<'team'>, name: string, env: string, scopes: Readonly<Record<string, string>>): Place {
  const found = new Map<string, string>();
  for (const cloud of checked.clouds) {
    const scope = scopes[cloud.name];
    if (scope === undefined) continue;
    note(checked, `/places/${name}/${cloud.name}`, wrongScope(cloud, scope));
    found.set(cloud.name, scope);
  }
  return { name, env, scopes: found };
}

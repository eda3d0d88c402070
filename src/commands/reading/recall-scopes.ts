import type { CloudName, Scope } from '../../domain/access.ts';
import type { Control } from '../../domain/policy.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import { scopeOf } from '../../reconcile/place.ts';

/** Every place of every team, and what policy lets us look at: where a recall searches beside what history names. */
export function knownScopes(control: Control, clouds: Clouds): readonly Scope[] {
  const places = [...control.teams.values()]
    .flatMap((team) => [...team.places.values()])
    .flatMap((place) => [...place.scopes.keys()].flatMap((cloud) => scopeOf(place, cloud, clouds) ?? []));
  const bounds = [...control.policy.clouds].flatMap(([cloud, { reads, manages }]) =>
    [...reads, ...manages].flatMap((text) => parsed(cloud, text, clouds)),
  );
  return [...places, ...bounds].filter((scope) => control.policy.clouds.has(scope.cloud));
}

/** The bounds that the indexes of the clouds are asked about. */
export function searchBounds(control: Control, clouds: Clouds): readonly Scope[] {
  return [...control.policy.clouds.keys()].flatMap((cloud) => readBounds(control, cloud).flatMap((text) => parsed(cloud, text, clouds)));
}

/** As policy writes them. */
export function readBounds(control: Control, cloud: CloudName): readonly string[] {
  return control.policy.clouds.get(cloud)?.reads ?? [];
}

function parsed(cloud: CloudName, text: string, clouds: Clouds): readonly Scope[] {
  const scope = clouds.get(cloud)?.scope(text);
  return scope?.ok === true ? [scope.value] : [];
}

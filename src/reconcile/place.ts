import type { CloudName, Scope } from '../domain/access.ts';
import type { CloudSyntax } from '../domain/cloud.ts';
import type { Control } from '../domain/policy.ts';
import type { Place } from '../domain/team.ts';
import type { Clouds } from './clouds.ts';

export interface OwnedPlace {
  readonly place: Place;
  readonly team: string;
}

/** What is above a scope in its cloud, itself first; just itself where nobody has asked the cloud. */
export type Above = (scope: Scope) => readonly Scope[];

/** Of all places over a scope the nearest counts: the one that itself lies below all others. */
export function placeOver(scope: Scope, control: Control, clouds: Clouds, above: Above = (one) => [one]): OwnedPlace | undefined {
  for (const step of above(scope)) {
    const found = nearest(step, control, clouds);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nearest(scope: Scope, control: Control, clouds: Clouds): OwnedPlace | undefined {
  const syntax = clouds.get(scope.cloud);
  if (syntax === undefined) return undefined;
  const { spots, found } = groundOf(control, syntax, clouds);
  if (!found.has(scope.key)) found.set(scope.key, nearestOf(spots, scope, syntax));
  return found.get(scope.key);
}

function nearestOf(spots: readonly Spot[], scope: Scope, syntax: CloudSyntax): OwnedPlace | undefined {
  let best: Spot | undefined;
  for (const spot of spots) {
    if (syntax.covers(spot.at, scope) && (best === undefined || syntax.covers(best.at, spot.at))) best = spot;
  }
  return best;
}

type Spot = OwnedPlace & { readonly at: Scope };

/** The places that control files have in one cloud, and what was found for scopes before: a run asks about each many times. */
interface Ground {
  readonly spots: readonly Spot[];
  readonly found: Map<string, OwnedPlace | undefined>;
}

const grounds = new WeakMap<Control, Map<CloudSyntax, Ground>>();

function groundOf(control: Control, syntax: CloudSyntax, clouds: Clouds): Ground {
  const ofControl = grounds.get(control) ?? new Map<CloudSyntax, Ground>();
  const ground = ofControl.get(syntax) ?? newGround(spotsOf(control, syntax.name, clouds));
  grounds.set(control, ofControl.set(syntax, ground));
  return ground;
}

/** Nothing is nearer to a scope than a place that is the scope itself; of several the last counts, as in `nearestOf`. */
function newGround(spots: readonly Spot[]): Ground {
  return { spots, found: new Map(spots.map((spot) => [spot.at.key, spot])) };
}

function spotsOf(control: Control, cloud: CloudName, clouds: Clouds): readonly Spot[] {
  return [...control.teams.values()].flatMap((team) =>
    [...team.places.values()].flatMap((place) => {
      const at = scopeOf(place, cloud, clouds);
      return at === undefined ? [] : [{ place, team: team.name, at }];
    }),
  );
}

/** The scope of a place in one cloud, where it has one there. */
export function scopeOf(place: Place, cloud: CloudName, clouds: Clouds): Scope | undefined {
  const text = place.scopes.get(cloud);
  const parsed = text === undefined ? undefined : clouds.get(cloud)?.scope(text);
  return parsed?.ok === true ? parsed.value : undefined;
}

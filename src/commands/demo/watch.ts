import { scopeKey } from '../../domain/access.ts';
import { compare } from '../../domain/finding.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Control } from '../../domain/policy.ts';
import type { Context } from '../context.ts';
import { openReaders } from '../reading/open-readers.ts';
import { syntaxesOf } from '../reading/syntaxes.ts';
import { scopeOf } from '../../reconcile/place.ts';

/** Every binding at the places of the example, read through the product's own clients. */
export async function liveAtPlaces(context: Context, control: Control): Promise<readonly LiveBinding[]> {
  const clouds = new Map(syntaxesOf(context).map((syntax) => [syntax.name, syntax]));
  const readers = await openReaders(context, control, 'demo');
  const places = [...control.teams.values()].flatMap((team) => [...team.places.values()]);
  const scopes = new Map(
    places
      .flatMap((place) => [...place.scopes.keys()].flatMap((cloud) => scopeOf(place, cloud, clouds) ?? []))
      .map((scope) => [scopeKey(scope), scope]),
  );
  const readings = await Promise.all([...scopes.values()].flatMap((scope) => readers.get(scope.cloud)?.read(scope) ?? []));
  return readings.flatMap((reading) => (reading.ok ? reading.live : []));
}

/** Bindings that do not carry our stamp, one line each, to see later that none of them was touched. */
export function foreignLines(live: readonly LiveBinding[], stamp: string): readonly string[] {
  const others = live.filter((one) => one.mark?.stamp !== stamp);
  return others
    .map(({ binding, conditional, handle }) =>
      [
        binding.scope.path,
        binding.role.id,
        binding.member.shown,
        binding.condition ?? '',
        conditional,
        binding.scope.cloud === 'azure' ? handle : '',
      ].join(' | '),
    )
    .sort(compare);
}

/** How many lines of one list are not in the other, both ways. */
export function changedLines(before: readonly string[], after: readonly string[]): number {
  const gone = before.filter((line) => !after.includes(line)).length;
  return gone + after.filter((line) => !before.includes(line)).length;
}

import { scopeKey } from '../../domain/access.ts';
import type { Control } from '../../domain/policy.ts';
import { type ClaimSource, wantedUnits } from '../../reconcile/claims.ts';
import type { Expand, Unit } from '../../reconcile/expand.ts';
import type { Basis } from './basis.ts';
import { isGlass } from './gate.ts';
import type { Survey } from './survey.ts';

type UnitSource = Pick<ClaimSource, 'control' | 'controlAt' | 'expand'>;

/** What is wanted now, and all that any version in history ever asked for: scopes that may hold a binding of ours. */
export function unitsOf(basis: Basis, source: UnitSource): { wanted: readonly Unit[]; all: readonly Unit[] } {
  const timelines = [...basis.timelines.values()];
  const wanted = timelines.flatMap((timeline) => wantedUnits(timeline, source).units);
  const past = timelines.flatMap((timeline) =>
    timeline.versions.flatMap((version) =>
      version.body.kind === 'grant' ? source.expand(version.body.grant, source.controlAt(version.position)).units : [],
    ),
  );
  return { wanted, all: [...wanted, ...past] };
}

/** The units of grants that marks of our stamps name: to tell whether those marks are ours. */
export function unitsNamedBy(
  seen: Survey,
  basis: Basis,
  control: Control,
  controlAt: (position: number) => Control,
  expand: Expand,
): readonly Unit[] {
  const stamps = new Set([control.policy.stamp, ...control.policy.formerStamps]);
  const live = [...seen.readings.values()].flatMap((reading) => reading.live);
  const named = new Set(live.flatMap((one) => (one.mark !== undefined && stamps.has(one.mark.stamp) ? [one.mark.grant] : [])));
  const unitsOfIds = (ids: Iterable<string>) =>
    [...ids]
      .flatMap((id) => basis.timelines.get(id)?.versions ?? [])
      .flatMap((version) => (version.body.kind === 'grant' ? expand(version.body.grant, controlAt(version.position)).units : []));
  // What the cloud ends by itself may name nobody: then whoever ever asked for the member there is looked at.
  const nameless = new Set(live.flatMap((one) => (one.mark === undefined && one.end !== undefined ? [holderKey(one.binding)] : [])));
  const asked = nameless.size === 0 ? [] : unitsOfIds(basis.timelines.keys()).filter((unit) => nameless.has(holderKey(unit)));
  return [...unitsOfIds(named), ...asked];
}

/** The roles of break-glass wherever somebody has broken the glass: to tell whether it is one of them. */
export function glassRoles(seen: Survey, { policy, roles }: Control): readonly Pick<Unit, 'scope' | 'role'>[] {
  const access = (policy.breakGlass?.roles ?? []).flatMap((name) => roles.get(name)?.access ?? []);
  const readings = [...seen.readings.values()].filter(({ live }) => live.some(isGlass));
  return readings.flatMap(({ scope }) => access.filter(({ cloud }) => cloud === scope.cloud).map(({ role }) => ({ scope, role })));
}

function holderKey({ scope, member }: Pick<Unit, 'scope' | 'member'>): string {
  return `${scopeKey(scope)}\n${member.id}`;
}

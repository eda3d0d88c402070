import { type Scope, scopeKey } from '../../domain/access.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Readable } from '../../providers/provider.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import type { Unit } from '../../reconcile/expand.ts';
import type { Ancestry } from './ancestry.ts';
import { needsAncestry } from './gate.ts';

/** Asks what is above a scope as soon as its reading seems to lack something that is wanted there. */
export function askAhead(
  wanted: readonly Unit[],
  ancestry: Ancestry,
  bounds: readonly Scope[],
  clouds: Clouds,
): (reading: Readable) => void {
  const byScope = Map.groupBy(wanted, (unit) => scopeKey(unit.scope));
  return ({ scope, live }) => {
    const lacks = byScope.get(scopeKey(scope))?.some((unit) => needsAncestry(unit, bounds, clouds) && !seemsThere(unit, live));
    // Whoever needs the answer is told of a failure; here nobody waits for it.
    if (lacks === true) ancestry(scope).catch(() => undefined);
  };
}

function seemsThere(unit: Unit, live: readonly LiveBinding[]): boolean {
  return live.some(
    ({ mark, binding: { member, role } }) =>
      mark !== undefined && member.id === unit.member.id && (role.id === unit.role || role.name === unit.role),
  );
}

import type { Grant } from '../domain/grant.ts';
import type { SeenBinding } from '../ledger/snapshot.ts';
import type { Piece } from '../policy/effect.ts';
import { expand } from '../reconcile/expand.ts';
import type { EffectFacts } from '../report/effect-text.ts';
import { effectsOf, givesTo, pieceOf } from './reading/effect.ts';
import { spansOf } from './reading/judge.ts';
import type { Ground } from './request-check-grants.ts';

/** What a grant adds for each of its principals to what they hold, by the default branch and by the last look at the clouds. */
export function effectsIn(grant: Grant, ground: Ground): readonly EffectFacts[] {
  const { control, powers } = ground;
  const effects = effectsOf(grant, (principal) => heldNow(principal, ground), powers);
  return effects.map((one) => {
    const principal = control.directory.get(one.principal);
    const fullName = control.directory.get(principal?.person ?? '')?.fullName;
    return { ...one, ...(fullName === undefined || principal?.kind !== 'person' ? {} : { fullName }) };
  });
}

/** By grants that give access now, the one that is asked for anew among them, and by what others gave. */
function heldNow(principal: string, ground: Ground): readonly Piece[] {
  return [...byGrants(principal, ground), ...byOthers(principal, ground)];
}

function byGrants(principal: string, ground: Ground): readonly Piece[] {
  const { control, clouds, now, timelines, powers } = ground;
  return [...timelines.values()].flatMap((timeline) => {
    const grant = timeline.standing?.grant;
    const stands = grant !== undefined && spansOf(timeline, now).some(({ from, to }) => from <= now && to > now);
    if (!stands) return [];
    const units = expand(grant, control, clouds).units.filter((unit) => givesTo(unit.principal, principal, control));
    return units.map((unit) => pieceOf(unit, powers));
  });
}

function byOthers(principal: string, ground: Ground): readonly Piece[] {
  const seen = ground.snapshot?.bindings.filter((one) => !one.ours && holds(one, principal, ground)) ?? [];
  return seen.map(({ binding: { scope, role, condition }, conditional }) => {
    // What stands under a condition that is not known counts under none.
    const own = condition ?? (conditional ? '?' : undefined);
    return pieceOf({ scope, role: role.name, ...(own === undefined ? {} : { condition: own }) }, ground.powers, role.id);
  });
}

function holds({ principal: holder }: SeenBinding, principal: string, { control }: Ground): boolean {
  return holder !== undefined && givesTo(holder, principal, control);
}

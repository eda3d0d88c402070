import type { Change } from '../../domain/change.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { Foreseen } from '../../domain/plan.ts';
import type { Readable } from '../provider.ts';
import { purposeOf } from './deed.ts';
import { against, enderOf } from './ender.ts';
import type { Basis } from './reader.ts';

/** What PIM would refuse, by the rules of its role management policies, and what `auto` leaves to our run and why. */
export function foreseenByPim(reading: Readable, changes: readonly Change[], now: Instant): readonly Foreseen[] {
  return changes.flatMap((change): readonly Foreseen[] => {
    // What takes access away stands under no rule of PIM.
    if (change.verb !== 'grant' && change.verb !== 'extend') return [];
    const ender = enderOf(change, reading, now);
    if (ender.by === 'run')
      return ender.why === undefined ? [] : [{ kind: 'note', grant: change.grant, text: `ended by our run and not by PIM: ${ender.why}` }];
    const why = forbidding(reading, change, now);
    return why === undefined ? [] : [{ kind: 'refused', change, failure: refused(change, why) }];
  });
}

function forbidding({ basis }: Readable, change: Exclude<Change, { verb: 'revoke' }>, now: Instant): string | undefined {
  const { demanded } = basis as Basis;
  if (change.verb === 'grant' && change.over !== undefined && change.desired.takeover === 'adopt')
    return 'what is adopted stays a role assignment, which PIM does not end; `replace: true` has PIM make its own';
  // Where nothing new is wanted of PIM nobody asks: what it still holds is for it to judge when it is written.
  if (demanded === undefined) return undefined;
  if (demanded.kind === 'known') return against(demanded.roles.get(change.desired.binding.role.id), change.desired, now);
  return demanded.kind === 'none' ? demanded.why : `what PIM demands is not known: ${demanded.why}`;
}

function refused(change: Change, why: string): Failure {
  return {
    kind: 'invalid',
    message: `could not ${purposeOf(change)}: ${why}`,
    hint: 'Change the settings of the role in PIM at this scope, for active assignments, ask for what they allow, or write `enforce: run` or `enforce: auto` on the entry, the role or in policy/policy.yaml.',
  };
}

import type { Change } from '../../domain/change.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { Foreseen } from '../../domain/plan.ts';
import type { Enforce } from '../../domain/policy.ts';
import type { Access, Readable } from '../provider.ts';
import { purposeOf } from './deed.ts';
import type { Basis } from './reader.ts';
import type { Demands } from './role-policy.ts';

const FIVE_MINUTES = 300_000;

/** Whether PIM keeps the end of what a change leaves behind. What stands is changed where it stands. */
export function isByPim(enforce: Enforce | undefined, { basis }: Readable, change: Change): boolean {
  if (change.verb !== 'grant') return change.live.end !== undefined;
  if (enforce !== 'auto') return enforce === 'pim';
  const { policies } = basis as Basis;
  return typeof policies === 'object' && policies.has(change.desired.binding.role.id);
}

/** What PIM would refuse, by the rules of its role management policies; what takes access away is under none of them. */
export function foreseenByPim(access: Access, reading: Readable, changes: readonly Change[]): readonly Foreseen[] {
  const giving = changes.filter(({ verb }) => verb === 'grant' || verb === 'extend');
  return giving.flatMap((change) => {
    const failure = isByPim(access.enforce, reading, change) ? forbidding(reading, change, access.clock()) : undefined;
    return failure === undefined ? [] : [{ kind: 'refused', change, failure }];
  });
}

function forbidding({ basis }: Readable, change: Change, now: Instant): Failure | undefined {
  if (change.verb === 'revoke') return undefined;
  const { policies } = basis as Basis;
  if (typeof policies === 'string') return refused(change, `what PIM demands is not known: ${policies}`);
  // Under `run` nobody asks for the policies: what PIM still holds is for PIM to judge when it is written.
  if (policies === undefined) return undefined;
  const demands = policies.get(change.desired.binding.role.id);
  if (demands === undefined) return refused(change, 'PIM has no role management policy for this role there');
  const rules = broken(demands, change.desired.until - now);
  return rules.length === 0 ? undefined : refused(change, `the role management policy of PIM forbids it by ${rules.join(', ')}`);
}

function broken({ longest, barred }: Demands, length: number): readonly string[] {
  const most = longest === undefined || length <= longest ? [] : [`ExpirationRule (at most ${hoursText(longest)})`];
  return [...barred, ...most, ...(length < FIVE_MINUTES ? ['ActiveDurationTooShort (at least 5 minutes)'] : [])];
}

function hoursText(length: number): string {
  const hours = Math.floor(length / 3600_000);
  return hours % 24 === 0 ? `${hours / 24} days` : `${hours} hours`;
}

function refused(change: Change, why: string): Failure {
  return {
    kind: 'invalid',
    message: `could not ${purposeOf(change)}: ${why}`,
    hint: 'Change the settings of the role in PIM at this scope, for active assignments, ask for what they allow, or write `enforce: run` in policy/policy.yaml.',
  };
}

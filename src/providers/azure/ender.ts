import type { Change, DesiredBinding } from '../../domain/change.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Readable } from '../provider.ts';
import type { Basis } from './reader.ts';
import type { Demands } from './role-policy.ts';

/** Who ends a binding, and, where PIM was wanted and cannot, why not. */
export type Ender = { readonly by: 'pim' } | { readonly by: 'run'; readonly why?: string };

function isAdopting({ over, desired }: Extract<Change, { verb: 'grant' }>): boolean {
  return over !== undefined && desired.takeover === 'adopt' && desired.enforce !== 'pim';
}

/** PIM ends nothing that it has not made. */
function adopted({ enforce }: DesiredBinding): Ender {
  return { by: 'run', ...(enforce === 'auto' ? { why: 'what is adopted stays a role assignment' } : {}) };
}

const FIVE_MINUTES = 300_000;

/** Who ends what a change leaves behind. What stands is changed where it stands. */
export function enderOf(change: Change, reading: Readable, now: Instant): Ender {
  if (change.verb === 'grant') return isAdopting(change) ? adopted(change.desired) : enderFor(change.desired, reading, now);
  return { by: change.live.end === undefined ? 'run' : 'pim' };
}

/** Who would end a binding that does not stand yet. Under `auto` our run does wherever PIM is known to refuse it. */
export function enderFor(wish: DesiredBinding, { basis }: Readable, now: Instant): Ender {
  if (wish.enforce !== 'auto') return { by: wish.enforce === 'pim' ? 'pim' : 'run' };
  const { demanded } = basis as Basis;
  if (demanded?.kind === 'none') return { by: 'run', why: demanded.why };
  const why = demanded?.kind === 'known' ? against(demanded.roles.get(wish.binding.role.id), wish, now) : undefined;
  return why === undefined ? { by: 'pim' } : { by: 'run', why };
}

/** Which rules of PIM forbid a binding; undefined where none does. Its length counts from its begin. */
export function against(demands: Demands | undefined, { until, starts }: DesiredBinding, now: Instant): string | undefined {
  if (demands === undefined) return 'PIM has no role management policy for this role there';
  const rules = broken(demands, until - (starts ?? now));
  return rules.length === 0 ? undefined : `the role management policy of PIM forbids it by ${rules.join(', ')}`;
}

function broken({ longest, barred }: Demands, length: number): readonly string[] {
  const most = longest === undefined || length <= longest ? [] : [`ExpirationRule (at most ${hoursText(longest)})`];
  return [...barred, ...most, ...(length < FIVE_MINUTES ? ['ActiveDurationTooShort (at least 5 minutes)'] : [])];
}

function hoursText(length: number): string {
  const hours = Math.floor(length / 3600_000);
  return hours % 24 === 0 ? `${hours / 24} days` : `${hours} hours`;
}

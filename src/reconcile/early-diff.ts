import { type Scope, scopeKey } from '../domain/access.ts';
import type { DesiredBinding } from '../domain/change.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import { BREAK_GLASS_PREFIX } from '../domain/name.ts';
import type { Claim } from './claims.ts';
import type { Clouds } from './clouds.ts';
import { type Difference, type DiffContext, diffScope } from './diff.ts';
import { unite } from './union.ts';

/** Scopes that were compared as soon as each was read, as if all that is claimed there were admitted. */
export interface EarlyDiffs {
  readonly see: (scope: Scope, live: readonly LiveBinding[]) => Difference | undefined;
  /** What was found then; undefined where it was found for other wishes, or on other ground. */
  readonly known: (
    live: readonly LiveBinding[],
    desired: ReadonlyMap<string, DesiredBinding>,
    context: DiffContext,
  ) => Difference | undefined;
}

interface Compared {
  readonly desired: ReadonlyMap<string, DesiredBinding>;
  readonly difference: Difference;
}

/**
 * `context` is the one of the plan as it will be if no clock is off, nothing stops it, and no person reaches beyond what is ours. Not for
 * scopes of which anybody but the cloud as a whole says when access can start.
 */
export function earlyDiffs(claims: readonly Claim[], context: DiffContext, clouds: Clouds): EarlyDiffs {
  const byScope = Map.groupBy(claims, (claim) => scopeKey(claim.binding.scope));
  const compared = new WeakMap<readonly LiveBinding[], Compared>();
  return {
    see: (scope, live) => {
      // What policy says of break-glass hangs on where the scope lies, and that is not known yet.
      if (live.some(({ mark }) => mark?.grant.startsWith(BREAK_GLASS_PREFIX) === true)) return undefined;
      const { desired } = unite(byScope.get(scopeKey(scope)) ?? [], clouds, context.latest);
      const difference = diffScope(live, desired, context);
      compared.set(live, { desired, difference });
      return difference;
    },
    known: (live, desired, now) => {
      const known = isSameGround(context, now) ? compared.get(live) : undefined;
      return known !== undefined && isSame(known.desired, desired) ? known.difference : undefined;
    },
  };
}

/** All else that a comparison looks at hangs on what `asked` was made from. */
function isSameGround(one: DiffContext, other: DiffContext): boolean {
  const asks = one.asked === other.asked && one.written === other.written;
  const gives = one.confirmed === other.confirmed && one.frozen === other.frozen;
  const isOpen = one.recallsForeign.size + other.recallsForeign.size + one.unsure.size + other.unsure.size > 0;
  return asks && gives && !isOpen && one.now === other.now && one.latest === other.latest;
}

function isSame(some: ReadonlyMap<string, DesiredBinding>, others: ReadonlyMap<string, DesiredBinding>): boolean {
  return some.size === others.size && [...some].every(([key, wish]) => others.get(key) === wish);
}

import type { DesiredBinding } from '../domain/change.ts';
import { compare } from '../domain/finding.ts';
import { BREAK_GLASS_PREFIX } from '../domain/name.ts';
import { keepsEnd, keepsStart, type LiveBinding } from '../domain/live-binding.ts';
import type { Mark } from '../domain/mark.ts';
import type { Asked } from './asked.ts';

/**
 * Whose a live binding is. The only place that decides: a mark alone proves nothing, since anybody can
 * write one; ours is what a grant of our history asked for, at this scope, with this role, for this member.
 */
export type Owner =
  | { readonly kind: 'ours'; readonly grant: string; /** Of a stamp that may only be ended. */ readonly former: boolean }
  | { readonly kind: 'break-glass'; readonly grant: string }
  | { readonly kind: 'other-stamp'; readonly stamp: string }
  | { readonly kind: 'forged'; readonly grant: string }
  | { readonly kind: 'unmarked' };

export interface Stamps {
  readonly stamp: string;
  readonly formerStamps: readonly string[];
}

export function ownerOf(live: LiveBinding, stamps: Stamps, asked: Asked): Owner {
  const mark = markOf(live, stamps, asked);
  if (mark === undefined) return { kind: 'unmarked' };
  const former = stamps.formerStamps.includes(mark.stamp);
  if (mark.stamp !== stamps.stamp && !former) return { kind: 'other-stamp', stamp: mark.stamp };
  if (mark.grant.startsWith(BREAK_GLASS_PREFIX)) return { kind: 'break-glass', grant: mark.grant };
  if (!asked.asks(mark.grant, live.binding)) return { kind: 'forged', grant: mark.grant };
  return { kind: 'ours', grant: mark.grant, former };
}

/** A live binding with its mark, and whose it is. */
export interface Owned {
  readonly one: LiveBinding;
  readonly owner: Owner;
}

interface Known extends Stamps {
  readonly owned: readonly Owned[];
}

const answers = new WeakMap<Asked, WeakMap<readonly LiveBinding[], Known>>();

/**
 * The same of all that was read of a scope, in its order; what is desired there is not looked at. Worked out once for each list: the
 * plan, its judges and the records that follow ask the same.
 */
export function ownedIn(live: readonly LiveBinding[], { stamp, formerStamps }: Stamps, asked: Asked): readonly Owned[] {
  const byList = answers.get(asked) ?? new WeakMap<readonly LiveBinding[], Known>();
  answers.set(asked, byList);
  const known = byList.get(live);
  if (known?.stamp === stamp && known.formerStamps === formerStamps) return known.owned;
  const stamps = { stamp, formerStamps };
  const owned = live.map((found) => {
    const one = asMarked(found, stamps, asked);
    return { one, owner: ownerOf(one, stamps, asked) };
  });
  byList.set(live, { ...stamps, owned });
  return owned;
}

/** The binding with the mark that it has, or that it stands for; `wished` is what is desired in its place. */
export function asMarked(live: LiveBinding, stamps: Stamps, asked: Asked, wished?: DesiredBinding): LiveBinding {
  const mark = markOf(live, stamps, asked, wished);
  return mark === undefined || mark === live.mark ? live : { ...live, mark };
}

/**
 * What the cloud ends by itself may carry no mark. It is ours when a grant of our history asked for its scope, role and member, and
 * history gave that grant an end near the one it has: that end, the nearest of them, then counts as the one in its own mark.
 */
function markOf(live: LiveBinding, { stamp }: Stamps, asked: Asked, wished?: DesiredBinding): Mark | undefined {
  const { end } = live;
  if (live.mark !== undefined || end === undefined) return live.mark;
  const near = asked
    .everyone(live.binding)
    .flatMap((grant) => [...asked.ends(grant)].filter((until) => keepsEnd(live, until)).map((until) => ({ grant, until })));
  const [nearest] = near.sort((a, b) => Math.abs(a.until - end) - Math.abs(b.until - end) || compare(a.grant, b.grant));
  if (nearest === undefined) return undefined;
  // One record cannot name one of several grants: where the nearest is among those that want it, it has the name that they would give.
  const named = wished?.because.includes(nearest.grant) === true ? wished.grant : nearest.grant;
  return { stamp, grant: named, until: nearest.until, ...startOf(live, wished) };
}

/** The start that was asked for, where the cloud keeps one near it, and its own else. */
function startOf(live: LiveBinding, wished: DesiredBinding | undefined): Pick<Mark, 'starts'> {
  if (live.starts === undefined) return {};
  const asked = keepsStart(live, wished?.starts) ? wished?.starts : undefined;
  return { starts: asked ?? live.starts };
}

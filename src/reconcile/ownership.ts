import { BREAK_GLASS_PREFIX } from '../domain/name.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
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
  const mark = live.mark;
  if (mark === undefined) return { kind: 'unmarked' };
  const former = stamps.formerStamps.includes(mark.stamp);
  if (mark.stamp !== stamps.stamp && !former) return { kind: 'other-stamp', stamp: mark.stamp };
  if (mark.grant.startsWith(BREAK_GLASS_PREFIX)) return { kind: 'break-glass', grant: mark.grant };
  if (!asked.asks(mark.grant, live.binding)) return { kind: 'forged', grant: mark.grant };
  return { kind: 'ours', grant: mark.grant, former };
}

import { bindingKey } from '../domain/access.ts';
import type { Instant } from '../domain/instant.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { Asked } from './asked.ts';
import type { Claim } from './claims.ts';
import { type Owned, ownedIn, type Stamps } from './ownership.ts';

/** What of ours is live: by binding its latest end, and the grants that bindings of ours name. */
export interface LiveOurs {
  readonly ends: ReadonlyMap<string, Instant>;
  readonly grants: ReadonlySet<string>;
  readonly count: number;
}

const merged = new WeakMap<Asked, { readonly of: readonly (readonly Ours[])[]; readonly ours: LiveOurs }>();

/** The lists are what was read of one scope each. The gate of a plan and the plan itself ask the same. */
export function liveOurs(lists: readonly (readonly LiveBinding[])[], stamps: Stamps, asked: Asked): LiveOurs {
  const of = lists.map((live) => oursAmong(live, stamps, asked));
  const known = merged.get(asked);
  if (known?.of.length === of.length && known.of.every((one, at) => one === of[at])) return known.ours;
  const ours = mergedOf(of);
  merged.set(asked, { of, ours });
  return ours;
}

function mergedOf(all: readonly (readonly Ours[])[]): LiveOurs {
  const ends = new Map<string, Instant>();
  const grants = new Set<string>();
  let count = 0;
  for (const own of all) {
    for (const { key, end, named } of own) {
      count += 1;
      for (const grant of named) grants.add(grant);
      ends.set(key, Math.max(end, ends.get(key) ?? end) as Instant);
    }
  }
  return { ends, grants, count };
}

interface Ours {
  /** As `bindingKey` spells it. */
  readonly key: string;
  readonly end: Instant;
  /** The grant that its mark names, and all that ask for it. */
  readonly named: readonly string[];
}

const answers = new WeakMap<readonly Owned[], readonly Ours[]>();

/** Worked out once for what was read of a scope: before the last scope was read, where somebody asks then. */
export function oursAmong(live: readonly LiveBinding[], stamps: Stamps, asked: Asked): readonly Ours[] {
  const owned = ownedIn(live, stamps, asked);
  const ours = answers.get(owned) ?? owned.flatMap((one) => oursOf(one, asked));
  answers.set(owned, ours);
  return ours;
}

function oursOf({ one, owner }: Owned, asked: Asked): readonly Ours[] {
  if (owner.kind !== 'ours') return [];
  const named = [owner.grant, ...asked.askers(one.binding)];
  const until = one.mark?.until;
  const end = until !== undefined && named.some((grant) => asked.ends(grant).has(until)) ? until : CHANGED;
  return [{ key: bindingKey(one.binding), end, named }];
}

/** An end that somebody else wrote is put right whatever it was; nothing is extended by that. */
const CHANGED = Infinity as Instant;

/** Whether a claim's binding is there already, with an end at least as late: it needs no writing. */
export function stands(claim: Claim, ours: LiveOurs): boolean {
  const until = ours.ends.get(bindingKey(claim.binding));
  return until !== undefined && until >= claim.until;
}

import { type Binding, bindingKey } from '../domain/access.ts';
import type { Instant } from '../domain/instant.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { Asked } from './asked.ts';
import type { Claim } from './claims.ts';
import { type Owned, ownedIn, type Stamps } from './ownership.ts';

/** What of ours is live: by binding its latest end, and the grants that it is of. */
export interface LiveOurs {
  readonly ends: ReadonlyMap<string, Instant>;
  /** Grants that bindings of ours name, or that may have asked for one. */
  readonly grants: ReadonlySet<string>;
  /** Of those the ones that a binding of ours names. */
  readonly titles: ReadonlySet<string>;
  /** Those that a binding of ours names, or that asked for it by a role that was looked up. */
  readonly sure: ReadonlySet<string>;
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
  let count = 0;
  for (const own of all) {
    count += own.length;
    for (const { key, end } of own) ends.set(key, Math.max(end, ends.get(key) ?? end) as Instant);
  }
  const told = new Map<keyof Ours, ReadonlySet<string>>();
  // Few runs ask for grants by their names, and there are as many as bindings.
  const once = (of: 'named' | 'title' | 'certain') => {
    const known = told.get(of) ?? new Set(all.flatMap((own) => own.flatMap((one) => one[of])));
    told.set(of, known);
    return known;
  };
  return {
    ends,
    count,
    get grants() {
      return once('named');
    },
    get titles() {
      return once('title');
    },
    get sure() {
      return once('certain');
    },
  };
}

/** The binding that stood there before somebody edited its own condition into one that its grant never asked for. */
function meantBy(binding: Binding, grant: string, asked: Asked): Binding {
  const known = asked.conditions(grant, binding);
  const [first, ...others] = known;
  if (first === undefined || others.length > 0 || known.has(binding.condition ?? '')) return binding;
  const { condition: _edited, ...bare } = binding;
  return first === '' ? bare : { ...bare, condition: first };
}

interface Ours {
  /** As `bindingKey` spells it. */
  readonly key: string;
  readonly end: Instant;
  /** The grant that its mark names, and all that ask for it. */
  readonly named: readonly string[];
  readonly title: string;
  /** Of those that are named the ones that asked for its very role. */
  readonly certain: readonly string[];
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
  const { grant: title } = owner;
  const named = [title, ...asked.askers(one.binding)];
  const until = one.mark?.until;
  const meant = meantBy(one.binding, title, asked);
  const isOwn = meant === one.binding && until !== undefined && named.some((grant) => asked.ends(grant).has(until));
  return [{ key: bindingKey(meant), end: isOwn ? until : CHANGED, named, title, certain: [title, ...asked.sure(one.binding)] }];
}

/** An end that somebody else wrote is put right whatever it was; nothing is extended by that. */
const CHANGED = Infinity as Instant;

/** Whether a claim's binding is there already, with an end at least as late: it needs no writing. */
export function stands(claim: Claim, ours: LiveOurs): boolean {
  const until = ours.ends.get(bindingKey(claim.binding));
  return until !== undefined && until >= claim.until;
}

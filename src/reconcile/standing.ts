import { type Binding, bindingKey } from '../domain/access.ts';
import type { Instant } from '../domain/instant.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { Asked } from './asked.ts';
import type { Claim } from './claims.ts';
import { asMarked, ownerOf, type Stamps } from './ownership.ts';

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

export function liveOurs(live: Iterable<LiveBinding>, stamps: Stamps, asked: Asked): LiveOurs {
  const ends = new Map<string, Instant>();
  const grants = new Set<string>();
  const titles = new Set<string>();
  const sure = new Set<string>();
  let count = 0;
  for (const found of live) {
    const one = asMarked(found, stamps, asked);
    const owner = ownerOf(one, stamps, asked);
    if (owner.kind !== 'ours') continue;
    count += 1;
    const named = [owner.grant, ...asked.askers(one.binding)];
    for (const grant of named) grants.add(grant);
    titles.add(owner.grant);
    for (const grant of [owner.grant, ...asked.sure(one.binding)]) sure.add(grant);
    const until = one.mark?.until;
    const meant = meantBy(one.binding, owner.grant, asked);
    const isOwn = meant === one.binding && until !== undefined && named.some((grant) => asked.ends(grant).has(until));
    const end = isOwn ? until : CHANGED;
    const key = bindingKey(meant);
    ends.set(key, Math.max(end, ends.get(key) ?? end) as Instant);
  }
  return { ends, grants, titles, sure, count };
}

/** The binding that stood there before somebody edited its own condition into one that its grant never asked for. */
function meantBy(binding: Binding, grant: string, asked: Asked): Binding {
  const known = asked.conditions(grant, binding);
  const [first, ...others] = known;
  if (first === undefined || others.length > 0 || known.has(binding.condition ?? '')) return binding;
  const { condition: _edited, ...bare } = binding;
  return first === '' ? bare : { ...bare, condition: first };
}

/** An end that somebody else wrote is put right whatever it was; nothing is extended by that. */
const CHANGED = Infinity as Instant;

/** Whether a claim's binding is there already, with an end at least as late: it needs no writing. */
export function stands(claim: Claim, ours: LiveOurs): boolean {
  const until = ours.ends.get(bindingKey(claim.binding));
  return until !== undefined && until >= claim.until;
}

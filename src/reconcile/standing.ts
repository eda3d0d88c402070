import { type Binding, bindingKey } from '../domain/access.ts';
import type { Instant } from '../domain/instant.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { Asked } from './asked.ts';
import type { Claim } from './claims.ts';
import { asMarked, ownerOf, type Stamps } from './ownership.ts';

/** What of ours is live: by binding its latest end, and the grants that bindings of ours name, or that perhaps asked for them. */
export interface LiveOurs {
  readonly ends: ReadonlyMap<string, Instant>;
  readonly grants: ReadonlySet<string>;
  /** Of these the ones that surely asked: a role that could not be looked up may be any other, and is no life of an id. */
  readonly surely: ReadonlySet<string>;
  readonly count: number;
}

export function liveOurs(live: Iterable<LiveBinding>, stamps: Stamps, asked: Asked): LiveOurs {
  const ends = new Map<string, Instant>();
  const grants = new Set<string>();
  const surely = new Set<string>();
  let count = 0;
  for (const found of live) {
    const one = asMarked(found, stamps, asked);
    const owner = ownerOf(one, stamps, asked);
    if (owner.kind !== 'ours') continue;
    count += 1;
    const named = [owner.grant, ...asked.askers(one.binding)];
    for (const grant of named) grants.add(grant);
    for (const grant of [owner.grant, ...asked.sure(one.binding)]) surely.add(grant);
    const until = one.mark?.until;
    const end = until !== undefined && named.some((grant) => asked.ends(grant).has(until)) ? until : CHANGED;
    const key = bindingKey(asAsked(one.binding, owner.grant, asked));
    ends.set(key, Math.max(end, ends.get(key) ?? end) as Instant);
  }
  return { ends, grants, surely, count };
}

/** One whose own condition its grant never asked for was edited by somebody: it stands for the one that was asked for, if that is only one. */
function asAsked(binding: Binding, grant: string, asked: Asked): Binding {
  const [only, ...others] = asked.conditions(grant, binding);
  const { condition = '', ...rest } = binding;
  if (only === undefined || others.length > 0 || only === condition) return binding;
  return only === '' ? rest : { ...rest, condition: only };
}

/** An end that somebody else wrote is put right whatever it was; nothing is extended by that. */
const CHANGED = Infinity as Instant;

/** Whether a claim's binding is there already, with an end at least as late: it needs no writing. */
export function stands(claim: Claim, ours: LiveOurs): boolean {
  const until = ours.ends.get(bindingKey(claim.binding));
  return until !== undefined && until >= claim.until;
}

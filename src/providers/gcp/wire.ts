import type { Scope } from '../../domain/access.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import { readCondition } from './mark.ts';
import { beforeDeletion, memberOf } from './member.ts';
import { originOf } from './origin.ts';
import type { Condition, Policy, PolicyBinding } from './policy.ts';

/** One member of one binding of a policy. */
export interface Pair {
  readonly role: string;
  /** As the policy spells it. */
  readonly member: string;
  readonly condition?: Condition;
}

/** All that a policy grants, one live binding for each binding and member, in the order of the policy. */
export function liveBindings(scope: Scope, policy: Policy): readonly LiveBinding[] {
  return (policy.bindings ?? []).flatMap((binding) => {
    const known = handlesOf(binding);
    return pairsOf(binding).map((pair, at) => liveBinding(scope, pair, known[at] ?? handleOf(pair)));
  });
}

export function pairsOf({ role, members = [], condition }: PolicyBinding): readonly Pair[] {
  return members.map((member) => ({ role, member, ...(condition === undefined ? {} : { condition }) }));
}

/** Bindings are never changed in place, so their handles need to be spelled once only. */
const handles = new WeakMap<PolicyBinding, readonly string[]>();

/** The handle of each member of a binding, in order. */
export function handlesOf(binding: PolicyBinding): readonly string[] {
  const known = handles.get(binding) ?? pairsOf(binding).map(handleOf);
  handles.set(binding, known);
  return known;
}

/**
 * What makes two members of bindings one and the same access: role, principal, title and expression. It finds a binding again in
 * a later reading, where its place in the list may have moved; the description is evidence and does not count.
 */
export function handleOf({ role, member, condition }: Pair): string {
  return JSON.stringify([role, memberOf(member).id, ...(condition === undefined ? [] : [condition.title ?? '', condition.expression])]);
}

function liveBinding(scope: Scope, pair: Pair, handle: string): LiveBinding {
  const { mark, own } = pair.condition === undefined ? {} : readCondition(pair.condition);
  // What we gave to an account that was deleted since is still ours to take away.
  const member = mark === undefined ? memberOf(pair.member) : { ...memberOf(beforeDeletion(pair.member)), shown: pair.member };
  const origin = originOf(member.id, pair.condition?.title);
  return {
    binding: { scope, role: { id: pair.role, name: pair.role }, member, ...(own === undefined ? {} : { condition: own }) },
    conditional: pair.condition !== undefined,
    handle,
    ...(mark === undefined ? {} : { mark }),
    ...(origin === undefined ? {} : { origin }),
  };
}

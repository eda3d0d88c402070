import type { Change } from '../../domain/change.ts';
import type { Parsed } from '../../domain/cloud.ts';
import { conditionFor } from './mark.ts';
import type { Policy, PolicyBinding } from './policy.ts';
import { handleOf, handlesOf, type Pair } from './wire.ts';

/** What one change does to a policy: one access less, one more, or one in the place of another. */
export interface Edit {
  /** The handle of what goes. */
  readonly remove?: string;
  readonly add?: Pair;
}

export function editOf(change: Change, stamp: string): Parsed<Edit> {
  const remove = change.verb === 'grant' ? {} : { remove: change.live.handle };
  if (change.verb === 'revoke') return { ok: true, value: remove };
  const condition = conditionFor(change.desired, stamp);
  if (!condition.ok) return condition;
  const { member, role } = change.desired.binding;
  return { ok: true, value: { ...remove, add: { role: role.id, member: member.id, condition: condition.value } } };
}

/**
 * The policy after an edit, or the very same object when there is nothing to do. Bindings that it does not concern stay the same
 * objects in the same order. A member that goes is taken out of a binding that it shares; a binding emptied so is dropped.
 */
export function edited(policy: Policy, edit: Edit): Policy {
  const bindings = policy.bindings ?? [];
  const adding = edit.add === undefined || holds(policy, handleOf(edit.add)) ? [] : [bindingFor(edit.add)];
  const removing = leaves(edit) && holds(policy, edit.remove) ? edit.remove : undefined;
  if (removing === undefined) return adding.length === 0 ? policy : { ...policy, bindings: [...bindings, ...adding] };
  // What comes takes the first spot of what goes, so that a renewal does not move in the list.
  const spot = bindings.findIndex((binding) => handlesOf(binding).includes(removing));
  return { ...policy, bindings: bindings.flatMap((binding, at) => [...without(binding, removing), ...(at === spot ? adding : [])]) };
}

/** Whether a policy shows what an edit asked for: the added access is there, and the removed one is not. */
export function shows(policy: Policy, edit: Edit): boolean {
  if (edit.add !== undefined && !holds(policy, handleOf(edit.add))) return false;
  return !leaves(edit) || !holds(policy, edit.remove);
}

/** Whether something goes: not where what comes is the same but for its description. */
function leaves(edit: Edit): edit is Edit & { readonly remove: string } {
  return edit.remove !== undefined && (edit.add === undefined || handleOf(edit.add) !== edit.remove);
}

function holds(policy: Policy, handle: string): boolean {
  return (policy.bindings ?? []).some((binding) => handlesOf(binding).includes(handle));
}

function without(binding: PolicyBinding, handle: string): readonly PolicyBinding[] {
  const found = handlesOf(binding);
  if (!found.includes(handle)) return [binding];
  const left = (binding.members ?? []).filter((_, at) => found[at] !== handle);
  return left.length === 0 ? [] : [{ ...binding, members: left }];
}

function bindingFor({ role, member, condition }: Pair): PolicyBinding {
  return { role, members: [member], ...(condition === undefined ? {} : { condition }) };
}

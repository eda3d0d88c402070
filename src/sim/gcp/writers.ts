import type { Instant } from '../../domain/instant.ts';
import { nextEtag } from './etag.ts';
import { policyOf, replacePolicy } from './lag.ts';
import type { ResourceName } from './resources.ts';
import type { GcpBinding, GcpState } from './state.ts';

/**
 * What people other than the caller do to the same cloud, for example worlds, tests and faults. They do not go through
 * setIamPolicy, so they may also make what it would refuse; the etag changes as with any write.
 */
export function bind(state: GcpState, name: ResourceName, ...added: readonly GcpBinding[]): void {
  change(state, name, (bindings) => [...bindings, ...added]);
}

/** Takes away every binding that fits. */
export function unbind(state: GcpState, name: ResourceName, fits: (binding: GcpBinding) => boolean): void {
  change(state, name, (bindings) => bindings.filter((binding) => !fits(binding)));
}

/** Puts something in the place of every binding that fits. */
export function rebind(
  state: GcpState,
  name: ResourceName,
  fits: (binding: GcpBinding) => boolean,
  instead: (binding: GcpBinding) => GcpBinding,
): void {
  change(state, name, (bindings) => bindings.map((binding) => (fits(binding) ? instead(binding) : binding)));
}

/** Deletes an account: policies keep it as `deleted:<member>?uid=<uid>` (Google IAM: allow policies, deleted principals). */
export function deleteMember(state: GcpState, member: string, uid: string): void {
  const address = member.slice(member.indexOf(':') + 1);
  const account = state.serviceAccounts[address];
  if (account !== undefined) state.serviceAccounts[address] = { ...account, deleted: true };
  const gone = `deleted:${member}?uid=${uid}`;
  for (const name of Object.keys(state.policies)) {
    const named = (binding: GcpBinding): boolean => binding.members.includes(member);
    if (!policyOf(state, name).bindings.some(named)) continue;
    rebind(state, name, named, (binding) => ({ ...binding, members: binding.members.map((one) => (one === member ? gone : one)) }));
  }
}

function change(state: GcpState, name: ResourceName, edit: (bindings: readonly GcpBinding[]) => readonly GcpBinding[]): void {
  const policy = policyOf(state, name);
  const etag = nextEtag(state, 0 as Instant);
  replacePolicy(state, name, { ...policy, bindings: edit(policy.bindings), etag });
}

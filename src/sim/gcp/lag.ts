import { FIRST_BUCKET_ETAG, isBucket } from './buckets.ts';
import { NO_POLICY_ETAG } from './etag.ts';
import type { ResourceName } from './resources.ts';
import type { GcpPolicy, GcpState, LagKind } from './state.ts';

const KINDS: readonly LagKind[] = ['reads', 'tests', 'searches'];

/** The policy that is in truth on the resource; an empty one where none was ever set. */
export function policyOf(state: GcpState, name: ResourceName): GcpPolicy {
  return state.policies[name] ?? { etag: isBucket(name) ? FIRST_BUCKET_ETAG : NO_POLICY_ETAG, bindings: [] };
}

/** The policy as a call of this kind sees it: changes take time to arrive everywhere (Google IAM: access change propagation). */
export function visiblePolicy(state: GcpState, kind: LagKind, name: ResourceName): GcpPolicy {
  const key = `${kind} ${name}`;
  const earlier = state.notes.earlier[key];
  if (earlier === undefined) return policyOf(state, name);
  earlier.left -= 1;
  if (earlier.left <= 0) delete state.notes.earlier[key];
  return earlier.policy;
}

/** Puts a policy on a resource; slow kinds of calls go on seeing the one before. */
export function replacePolicy(state: GcpState, name: ResourceName, policy: GcpPolicy): void {
  for (const kind of KINDS) {
    const left = state.lag?.[kind] ?? 0;
    if (left > 0) state.notes.earlier[`${kind} ${name}`] = { policy: policyOf(state, name), left };
  }
  state.policies[name] = policy;
}

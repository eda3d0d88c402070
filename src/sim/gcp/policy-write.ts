import type { Instant } from '../../domain/instant.ts';
import { isBucket, nextBucketEtag } from './buckets.ts';
import type { Json } from './call.ts';
import { nextEtag } from './etag.ts';
import type { GoogleError } from './google-error.ts';
import { policyOf, replacePolicy } from './lag.ts';
import { bindingsFrom } from './policy-form.ts';
import { POLICY_RULES } from './policy-rules.ts';
import type { ResourceName } from './resources.ts';
import { spelled } from './spelling.ts';
import type { GcpPolicy, GcpState } from './state.ts';

/** What setIamPolicy was sent; `mask` names the fields of `policy` that are meant. */
export interface Sent {
  readonly policy: Json;
  readonly mask: readonly string[];
}

/** Puts a policy in place of the stored one, or tells why not and changes nothing. */
export function writtenPolicy(state: GcpState, name: ResourceName, sent: Sent, now: Instant): GoogleError | undefined {
  const stored = policyOf(state, name);
  const named = sent.mask.includes('*') ? [...Object.keys(stored), ...Object.keys(sent.policy)] : sent.mask;
  const bindings = named.includes('bindings') ? bindingsFrom(sent.policy['bindings'] ?? []) : { value: stored.bindings };
  if ('error' in bindings) return bindings.error;
  const next: Record<string, unknown> = { ...stored, ...fieldsOf(sent.policy, named), bindings: bindings.value, etag: stored.etag };
  for (const field of named) if (!Object.hasOwn(sent.policy, field) && field !== 'bindings' && field !== 'etag') delete next[field];
  const write = { state, name, stored, sent: sent.policy, next: next as GcpPolicy };
  for (const rule of POLICY_RULES) {
    const error = rule(write);
    if (error !== undefined) return error;
  }
  replacePolicy(state, name, {
    ...write.next,
    etag: isBucket(name) ? nextBucketEtag(stored.etag) : nextEtag(state, now),
    bindings: spelled(write.next.bindings, state.spelling ?? {}),
  });
  return undefined;
}

/** `version` is of the message and not of the policy: what comes back is worked out anew each time. */
function fieldsOf(policy: Json, named: readonly string[]): Json {
  return Object.fromEntries(Object.entries(policy).filter(([field]) => named.includes(field) && field !== 'version'));
}

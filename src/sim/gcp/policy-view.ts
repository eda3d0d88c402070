import { createHash } from 'node:crypto';

import type { Json } from './call.ts';
import type { GcpBinding, GcpPolicy } from './state.ts';

/**
 * A policy as it is answered to somebody who asked for the given version. Conditions are shown in version 3 alone; below it
 * the condition is left out and the role is given a name that no role has (Google IAM: allow policies, policy versions; the
 * form of the name: terraform-provider-google issue 9426). A policy without conditions is always of version 1.
 */
export function shownPolicy(policy: GcpPolicy, version: number): Json {
  const { etag, bindings, ...rest } = policy;
  if (bindings.length === 0) return { etag, ...rest };
  const conditional = bindings.some((binding) => binding.condition !== undefined);
  if (!conditional) return { version: 1, etag, bindings, ...rest };
  return version === 3 ? { version: 3, etag, bindings, ...rest } : { version: 1, etag, bindings: bindings.map(masked), ...rest };
}

function masked(binding: GcpBinding): GcpBinding {
  const { condition, ...rest } = binding;
  if (condition === undefined) return binding;
  const { title, description, expression } = condition;
  const hash = createHash('sha256')
    .update(JSON.stringify([title, description, expression]))
    .digest('hex');
  return { ...rest, role: `${binding.role}_withcond_${hash.slice(0, 20)}` };
}

import type { Instant } from '../../domain/instant.ts';
import { standing } from './assignments.ts';
import { selfAndGroups } from './directory.ts';
import { chainOf, foldScope } from './scope.ts';
import type { AzureState } from './state.ts';

/** A principal, the GUID of a role and a scope as a path. */
export interface Held {
  readonly principalId: string;
  readonly roleGuid: string;
  readonly scope: string;
}

/**
 * The truth that no reader's lag hides: whether a principal has a role at a scope, itself or through groups, there or from
 * above. Conditions and deny assignments, which narrow what the role lets do, are not looked at.
 */
export function holds(state: AzureState, held: Held, at: Instant): boolean {
  const who = selfAndGroups(state, held.principalId, at);
  const where = new Set(chainOf(state, held.scope));
  const role = held.roleGuid.toLowerCase();
  return standing(state, at).some(
    (one) => one.roleDefinition.toLowerCase() === role && who.has(one.principalId.toLowerCase()) && where.has(foldScope(one.scope)),
  );
}

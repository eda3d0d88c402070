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
 * above. Of conditions only an end by UTC now is looked at; what else narrows the role, and deny assignments, are not.
 */
export function holds(state: AzureState, held: Held, at: Instant): boolean {
  const who = selfAndGroups(state, held.principalId, at);
  const where = new Set(chainOf(state, held.scope));
  const role = held.roleGuid.toLowerCase();
  return standing(state, at).some(
    (one) =>
      one.roleDefinition.toLowerCase() === role &&
      who.has(one.principalId.toLowerCase()) &&
      where.has(foldScope(one.scope)) &&
      endsOf(one.condition ?? '').every((end) => at < end),
  );
}

/** Actions and attributes for Azure Blob Storage: UTC now, an environment attribute of conditions on storage data. */
function endsOf(condition: string): readonly number[] {
  return [...condition.matchAll(/@Environment\[UtcNow\] DateTimeLessThan '([^']+)'/g)].map(([, end = '']) => Date.parse(end));
}

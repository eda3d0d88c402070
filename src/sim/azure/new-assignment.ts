import type { Instant } from '../../domain/instant.ts';
import type { Answer } from './answer.ts';
import { standing } from './assignments.ts';
import { principalOf, replicated } from './directory.ts';
import { hashConflict, limitExceeded, principalNotFound, unmatchedType } from './refusals.ts';
import type { Wish } from './role-assignment-wish.ts';
import { foldScope, managementGroupOf, subscriptionOf } from './scope.ts';
import type { AzureState } from './state.ts';

/**
 * Troubleshoot Azure RBAC, new principals: giving principalType skips the look-up that a principal made a moment ago would
 * fail. A group is looked up all the same (terraform-provider-azurerm docs, skip_service_principal_aad_check).
 */
export function principalRefusal(state: AzureState, wish: Wish, at: Instant): Answer | undefined {
  const found = replicated(state, wish.principalId, at);
  if (found !== undefined) {
    const given = wish.principalType ?? found.type;
    return given === found.type ? undefined : unmatchedType(wish.principalId, found.type, given);
  }
  const looksUp = wish.principalType === undefined || wish.principalType === 'Group';
  return looksUp ? principalNotFound(state, wish.principalId) : undefined;
}

/** What a new assignment's principalType is when the writer gave none: what the directory says; the API's default is User. */
export function typeOf(state: AzureState, wish: Wish): string {
  return principalOf(state, wish.principalId)?.type ?? 'User';
}

/** Azure RBAC limits: assignments below a subscription count for it, those at a management group for that group alone. */
export function full(state: AzureState, scope: string, at: Instant): Answer | undefined {
  const subscription = subscriptionOf(scope);
  if (subscription === undefined && managementGroupOf(scope) === undefined) return undefined;
  const counts = (other: string): boolean =>
    subscription === undefined ? foldScope(other) === foldScope(scope) : subscriptionOf(other) === subscription;
  const { perSubscription, perManagementGroup } = state.manner.limits;
  const limit = subscription === undefined ? perManagementGroup : perSubscription;
  return standing(state, at).filter((one) => counts(one.scope)).length < limit ? undefined : limitExceeded(scope);
}

/** A flake of the service, mostly with random names; for some names it stays (Azure/azure-cli issue 23770, Azure/ARO-RP issue 670). */
export function conflicting(state: AzureState, name: string): Answer | undefined {
  if (state.manner.spentNames.some((one) => one.toLowerCase() === name.toLowerCase())) return hashConflict(name);
  if (state.manner.hashConflicts < 1) return undefined;
  state.manner.hashConflicts -= 1;
  return hashConflict(name);
}

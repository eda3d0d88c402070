import { permits } from '../caller.ts';
import { groupNamed } from '../hierarchy.ts';
import { seesInside } from '../rights.ts';
import { chainOf, foldScope, managementGroupScope, subscriptionOf } from '../scope.ts';
import type { AzureState, Caller } from '../state.ts';
import type { QueryRequest } from './request.ts';

/** Azure resource provider operations, Microsoft.ResourceGraph: submits a query. */
const QUERY = 'Microsoft.ResourceGraph/resources/read';

/**
 * Where a query looks: what it names and the caller may query, at it or somewhere in it. What is not there, and what the caller may
 * not query, is left out without a word.
 */
export function queried(state: AzureState, caller: Caller, { subscriptions, managementGroups }: QueryRequest): readonly string[] {
  const ids = (subscriptions ?? []).filter((id) => state.subscriptions.some((one) => one.id.toLowerCase() === id.toLowerCase()));
  const names = subscriptions === undefined ? (managementGroups ?? [state.tenant]).filter((name) => groupNamed(state, name)) : [];
  const scopes = [...ids.map((id) => `/subscriptions/${id}`), ...names.map(managementGroupScope)];
  return scopes.filter((scope) => permits(state, caller, QUERY, scope) || seesInside(state, caller.rights, QUERY, scope)).map(foldScope);
}

/** Understanding the query language, query scope: which authorization resources each filter shows. */
export function showing(state: AzureState, scopes: readonly string[], filter: QueryRequest['filter']): (scope: string) => boolean {
  const exact = new Set(scopes);
  const above = new Set(scopes.flatMap((scope) => chainOf(state, scope).slice(1)));
  const isBelow = (chain: readonly string[]) => chain.slice(1).some((one) => exact.has(one));
  const seen = new Set(state.subscriptions.slice(0, mostOf(state)).map(({ id }) => id.toLowerCase()));
  return (scope) => {
    const chain = chainOf(state, scope);
    const [itself = ''] = chain;
    const subscription = subscriptionOf(itself);
    if (subscription !== undefined && !seen.has(subscription)) return false;
    if (exact.has(itself)) return true;
    if (/Above/.test(filter) && above.has(itself)) return true;
    return /Below/.test(filter) && isBelow(chain);
  };
}

/** Guidance for throttled requests: a query sees the first 10,000 subscriptions and no more, and says so in a header. */
export function isCutOff(state: AzureState): boolean {
  return state.subscriptions.length > mostOf(state);
}

function mostOf({ manner }: AzureState): number {
  return manner.queriedSubscriptions ?? 10_000;
}

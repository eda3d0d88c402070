import { type Answer, refusal } from './answer.ts';
import { chainOf, foldScope, managementGroupOf, subscriptionOf, tidyScope } from './scope.ts';
import type { AzureState, Subscription } from './state.ts';

export function subscriptionAt(state: AzureState, scope: string): Subscription | undefined {
  const id = subscriptionOf(scope);
  return id === undefined ? undefined : state.subscriptions.find((one) => one.id.toLowerCase() === id);
}

/** Refuses a scope that is not there, in the words of Azure Resource Manager's "resource not found" errors. */
export function missing(state: AzureState, scope: string): Answer | undefined {
  const group = managementGroupOf(scope);
  if (group !== undefined) return missingManagementGroup(state, group, scope);
  const subscription = subscriptionOf(scope);
  if (subscription === undefined) return undefined;
  if (subscriptionAt(state, scope) === undefined) {
    return refusal(404, 'SubscriptionNotFound', `The subscription '${subscription}' could not be found.`);
  }
  return missingResourceGroup(state, scope) ?? missingResource(state, scope);
}

export function missingManagementGroup(state: AzureState, name: string, scope: string): Answer | undefined {
  const known = state.managementGroups.some((one) => one.name.toLowerCase() === name.toLowerCase());
  return known ? undefined : refusal(404, 'NotFound', `'${tidyScope(scope)}' not found`);
}

function missingResourceGroup(state: AzureState, scope: string): Answer | undefined {
  const id = /^\/subscriptions\/[^/]+\/resourcegroups\/([^/]+)/.exec(foldScope(scope));
  if (id === null || state.resourceGroups.some((one) => foldScope(one.id) === id[0])) return undefined;
  return refusal(404, 'ResourceGroupNotFound', `Resource group '${id[1]}' could not be found.`);
}

function missingResource(state: AzureState, scope: string): Answer | undefined {
  const [first = ''] = chainOf(state, scope);
  if (!first.includes('/providers/') || state.resources.some((one) => foldScope(one.id) === first)) return undefined;
  const what = tidyScope(scope).replace(/^.*\/providers\//i, '');
  return refusal(
    404,
    'ResourceNotFound',
    `The Resource '${what}' under '${tidyScope(scope).replace(/\/providers\/.*$/i, '')}' was not found.`,
  );
}

import { chainOf, foldScope } from './scope.ts';
import type { AzureState } from './state.ts';

/**
 * Which scopes a list shows that is asked for at a scope. List Azure role assignments using the REST API: without a filter
 * at, above and below the scope, with `atScope()` nothing below. Below is what the path shows, so a list at
 * a management group does not go down into subscriptions; that nobody could verify.
 */
export function reach(state: AzureState, asked: string, atScope: boolean): (scope: string) => boolean {
  const chain = new Set(chainOf(state, asked));
  const below = `${foldScope(asked)}/`;
  return (scope) => {
    const folded = foldScope(scope);
    return chain.has(folded) || (!atScope && folded.startsWith(below));
  };
}

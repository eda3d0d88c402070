import { type Answer, refusal } from './answer.ts';
import { type ArmCall, query } from './call.ts';
import { principalOf, selfAndGroups } from './directory.ts';
import { type Term, termsOf } from './filter.ts';
import type { AzureState } from './state.ts';

/** What a list by scope and principal is asked for. `principals` holds folded ids; absent means everybody. */
export interface Wanted {
  readonly atScope: boolean;
  readonly principals?: ReadonlySet<string>;
}

/**
 * Reads `$filter` of role assignments and of PIM's schedules. List Azure role assignments using the REST API: `atScope()`,
 * `principalId eq '…'`, `assignedTo('…')` for a user or service principal and the groups around it, and `atScope()` with one
 * of these. PIM's lists (2020-10-01) take `asTarget()` for the caller too. Two conditions on principals are not taken.
 */
export function wantedBy(state: AzureState, call: ArmCall, allowsAsTarget: boolean): Wanted | Answer {
  const filter = query(call.url, '$filter');
  if (filter === undefined) return { atScope: false };
  const terms = termsOf(filter);
  if (terms === undefined) return unsupported(filter);
  const about = terms.filter((term) => !isAtScope(term));
  if (terms.length - about.length > 1 || about.length > 1) return unsupported(filter);
  const atScope = about.length < terms.length;
  const [term] = about;
  if (term === undefined) return { atScope };
  const principals = principalsOf(state, call, term, allowsAsTarget);
  return principals === undefined ? unsupported(filter) : { atScope, principals };
}

function isAtScope(term: Term): boolean {
  return term.kind === 'call' && term.name === 'atscope' && term.argument === undefined;
}

function principalsOf(state: AzureState, call: ArmCall, term: Term, allowsAsTarget: boolean): ReadonlySet<string> | undefined {
  if (term.kind === 'equals') return term.field === 'principalid' ? new Set([term.value.toLowerCase()]) : undefined;
  if (term.name === 'astarget' && allowsAsTarget) return selfAndGroups(state, call.caller.principalId, call.at);
  if (term.name !== 'assignedto' || term.argument === undefined) return undefined;
  return principalOf(state, term.argument)?.type === 'Group' ? undefined : selfAndGroups(state, term.argument, call.at);
}

/** Code and text as quoted in Azure/azure-rest-api-specs issue 28255. */
function unsupported(filter: string): Answer {
  const known = "Supported filters are either 'atScope()' or 'principalId eq '{value}' or assignedTo('{value}')'.";
  return refusal(400, 'UnsupportedQuery', `The filter '${filter}' is not supported. ${known}`);
}

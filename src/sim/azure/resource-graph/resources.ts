import { type Answer, ok } from '../answer.ts';
import type { ArmCall } from '../call.ts';
import { methodRefusal } from '../refusals.ts';
import type { AzureState } from '../state.ts';
import { pageOf } from './result-page.ts';
import { run } from './query.ts';
import { QueryError, unknownTable } from './query-error.ts';
import { parseQuery } from './query-syntax.ts';
import { counted, quotaHeaders } from './quota.ts';
import { accessDenied, badQuery, noSubscription, rateLimited } from './refusals.ts';
import { type QueryRequest, requestOf } from './request.ts';
import { isCutOff, queried, showing } from './scopes.ts';
import { authorizationResources, COLUMNS } from './table.ts';

/** Microsoft.ResourceGraph 2022-10-01, Resources: a query over the table AuthorizationResources. */
export function resources(state: AzureState, call: ArmCall): Answer {
  if (call.method !== 'POST' || call.target.names.length > 0) return methodRefusal(call);
  const quota = counted(state, call.caller.principalId, call.at);
  const answer = quota.ok ? answered(state, call) : rateLimited(state, call);
  return {
    ...answer,
    headers: { ...quotaHeaders(quota), 'x-ms-tenant-subscription-limit-hit': String(isCutOff(state)), ...answer.headers },
  };
}

function answered(state: AzureState, call: ArmCall): Answer {
  try {
    return result(state, call, requestOf(call.body));
  } catch (error) {
    if (error instanceof QueryError) return badQuery(state, call, error.details);
    throw error;
  }
}

function result(state: AzureState, call: ArmCall, request: QueryRequest): Answer {
  const query = parseQuery(request.query);
  if (query.table.toLowerCase() !== 'authorizationresources') throw unknownTable(query.table);
  const scopes = queried(state, call.caller, request);
  if (scopes.length === 0 && request.subscriptions !== undefined) throw new QueryError(noSubscription(request.subscriptions));
  if (scopes.length === 0) return accessDenied(state, call);
  const view = { caller: call.caller, at: call.at, shows: showing(state, scopes, request.filter) };
  const found = run(query, { rows: authorizationResources(state, view), columns: COLUMNS }, state.serial);
  return ok(pageOf(found, request));
}

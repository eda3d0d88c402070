import type { Instant } from '../../../domain/instant.ts';
import type { Answer } from '../answer.ts';
import type { AzureState, Caller } from '../state.ts';

/** A call to Microsoft Graph whose caller is known; calls of a batch are such calls too. */
export interface GraphCall {
  readonly method: string;
  readonly url: URL;
  /** What follows `/v1.0/`, decoded, such as `['users', '<id>', 'revokeSignInSessions']`. */
  readonly parts: readonly string[];
  readonly body: string;
  readonly caller: Caller;
  readonly at: Instant;
}

export type GraphHandler = (state: AzureState, call: GraphCall) => Answer;

const CONTEXT = 'https://graph.microsoft.com/v1.0/$metadata#';

export function withContext(kind: string, value: object): Answer {
  return { status: 200, body: { '@odata.context': CONTEXT + kind, ...value } };
}

/** Microsoft Graph error responses: `{ error: { code, message, innerError } }`. */
export function graphRefusal(call: { readonly at: Instant }, status: number, code: string, message: string): Answer {
  const date = new Date(call.at).toISOString().replace(/\.\d+Z$/, '');
  return { status, body: { error: { code, message, innerError: { date } } } };
}

export function notFound(call: GraphCall, id: string): Answer {
  const what = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  return graphRefusal(call, 404, 'Request_ResourceNotFound', what);
}

export function badRequest(call: GraphCall, message: string): Answer {
  return graphRefusal(call, 400, 'Request_BadRequest', message);
}

/** Each Graph method's page names the application permissions that do, least first; one of them is enough. */
export function denied(call: GraphCall, ...permissions: readonly string[]): Answer | undefined {
  const has = call.caller.graph.some((one) => one === '*' || permissions.includes(one));
  return has ? undefined : graphRefusal(call, 403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

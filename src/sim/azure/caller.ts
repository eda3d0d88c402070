import type { Instant } from '../../domain/instant.ts';
import type { Asked } from '../faults.ts';
import { type Answer, refusal } from './answer.ts';
import { bearerOf } from './call.ts';
import { covers, tidyScope } from './scope.ts';
import type { AzureState, Caller } from './state.ts';

/** Who sends a call, or why nobody knows. */
export type SignedIn =
  | { readonly ok: true; readonly caller: Caller }
  | { readonly ok: false; readonly code: string; readonly message: string };

/**
 * Reads the bearer token. Codes and texts as Azure Resource Manager gives them: nothing sent, an empty token, one that nobody
 * issued, one for another service, one that is over.
 */
export function signedIn(state: AzureState, asked: Asked, audience: string, at: Instant): SignedIn {
  const value = bearerOf(asked);
  if (value === undefined) return no('AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing.");
  if (value === '') {
    return no('AuthenticationFailedMissingToken', "Authentication failed. The 'Authorization' header is missing the access token.");
  }
  const token = state.tokens.find((one) => one.value === value);
  if (token === undefined) return no('InvalidAuthenticationToken', 'The access token is invalid.');
  if (token.audience !== undefined && token.audience !== audience) {
    return no('InvalidAuthenticationTokenAudience', `The access token is for the audience '${token.audience}', not for '${audience}'.`);
  }
  if (token.expires !== undefined && token.expires <= at)
    return no('ExpiredAuthenticationToken', 'The access token expiry is in the past.');
  return { ok: true, caller: callerOf(state, token.principalId) };
}

function no(code: string, message: string): SignedIn {
  return { ok: false, code, message };
}

function callerOf(state: AzureState, principalId: string): Caller {
  const known = state.callers.find((one) => one.principalId === principalId);
  return known ?? { principalId, client: principalId, actions: [], refused: [], graph: [] };
}

/** A 401 carries the challenge of RFC 6750, section 3. */
export function unauthorized(state: AzureState, why: { readonly code: string; readonly message: string }): Answer {
  const where = `Bearer authorization_uri="https://login.microsoftonline.com/${state.tenant}"`;
  return refusal(401, why.code, why.message, { 'www-authenticate': `${where}, error="invalid_token", error_description="${why.message}"` });
}

/** Azure role definitions: actions and wildcards; `*` stands for any run of characters, case does not count. */
function matches(pattern: string, action: string): boolean {
  const known = matchers.get(pattern) ?? matcher(pattern);
  matchers.set(pattern, known);
  return known.test(action);
}

const matchers = new Map<string, RegExp>();

function matcher(pattern: string): RegExp {
  const words = pattern.split('*').map((word) => word.replace(/[^\w]/g, String.raw`\$&`));
  return new RegExp(`^${words.join('.*')}$`, 'i');
}

export function permits(state: AzureState, caller: Caller, action: string, scope: string): boolean {
  if (!caller.actions.some((pattern) => matches(pattern, action))) return false;
  return !caller.refused.some((one) => matches(one.action, action) && covers(state, one.scope, scope));
}

/** Troubleshoot Azure RBAC: 403 AuthorizationFailed, in the words that Azure Resource Manager uses. */
export function forbidden(state: AzureState, caller: Caller, action: string, scope: string): Answer | undefined {
  if (permits(state, caller, action, scope)) return undefined;
  const who = `The client '${caller.client}' with object id '${caller.principalId}'`;
  const what = `does not have authorization to perform action '${action}' over scope '${tidyScope(scope)}' or the scope is invalid`;
  return refusal(403, 'AuthorizationFailed', `${who} ${what}. If access was recently granted, please refresh your credentials.`);
}

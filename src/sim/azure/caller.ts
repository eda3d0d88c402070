import type { Instant } from '../../domain/instant.ts';
import type { Asked } from '../faults.ts';
import { type Answer, refusal } from './answer.ts';
import { bearerOf } from './call.ts';
import { matches } from './pattern.ts';
import { type About, rightsOf, type Standing, standingOf } from './rights.ts';
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
  return { ok: true, caller: callerOf(state, token.principalId, at) };
}

function no(code: string, message: string): SignedIn {
  return { ok: false, code, message };
}

function callerOf(state: AzureState, principalId: string, at: Instant): Caller {
  const known = state.callers.find((one) => one.principalId === principalId);
  if (known === undefined) return { principalId, client: principalId, actions: [], refused: [], graph: [] };
  return known.byAssignments === true ? { ...known, rights: rightsOf(state, principalId, at) } : known;
}

/** A 401 carries the challenge of RFC 6750, section 3. */
export function unauthorized(state: AzureState, why: { readonly code: string; readonly message: string }): Answer {
  const where = `Bearer authorization_uri="https://login.microsoftonline.com/${state.tenant}"`;
  return refusal(401, why.code, why.message, { 'www-authenticate': `${where}, error="invalid_token", error_description="${why.message}"` });
}

/** `about` is what a call would write or take, for the conditions on role assignments; a read is about nothing. */
export function permits(state: AzureState, caller: Caller, action: string, scope: string, about?: About): boolean {
  return standing(state, caller, action, scope, about) === 'permitted';
}

function standing(state: AzureState, caller: Caller, action: string, scope: string, about?: About): Standing {
  if (caller.refused.some((one) => matches(one.action, action) && covers(state, one.scope, scope))) return 'refused';
  if (caller.rights !== undefined) return standingOf(state, caller.rights, action, scope, about);
  return caller.actions.some((pattern) => matches(pattern, action)) ? 'permitted' : 'refused';
}

/**
 * Troubleshoot Azure RBAC: 403 AuthorizationFailed, in the words that Azure Resource Manager uses; where only a condition stands in the
 * way they say so.
 */
export function forbidden(state: AzureState, caller: Caller, action: string, scope: string, about?: About): Answer | undefined {
  const found = standing(state, caller, action, scope, about);
  if (found === 'permitted') return undefined;
  const who = `The client '${caller.client}' with object id '${caller.principalId}'`;
  const condition = found === 'limited' ? ' or an ABAC condition is not fulfilled' : '';
  const what = `does not have authorization to perform action '${action}' over scope '${tidyScope(scope)}'${condition} or the scope is invalid`;
  return refusal(403, 'AuthorizationFailed', `${who} ${what}. If access was recently granted, please refresh your credentials.`);
}

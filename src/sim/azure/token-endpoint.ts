import type { Instant } from '../../domain/instant.ts';
import type { Asked } from '../faults.ts';
import { type Answer, ok } from './answer.ts';
import { guidOf } from './guid.ts';
import { type Claims, verifiedClaims } from './jwt.ts';
import type { AzureState, ServicePrincipal } from './state.ts';

export const LOGIN_HOST = 'login.microsoftonline.com';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const LIFETIME_SECONDS = 3599;

/**
 * POST /{tenant}/oauth2/v2.0/token: OAuth 2.0 client credentials flow with a federated credential, as Microsoft Entra describes
 * it. The issuer, subject and audience of the assertion must all be those of one federated credential of the application.
 */
export function tokenEndpoint(state: AzureState, asked: Asked, at: Instant): Answer {
  const form = new URLSearchParams(asked.body);
  const tenant = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(asked.url.pathname)?.[1];
  if (asked.method !== 'POST' || tenant === undefined) return { status: 404 };
  if (tenant.toLowerCase() !== state.tenant.toLowerCase()) return failed(at, 'invalid_request', 90_002, `Tenant '${tenant}' not found.`);
  if (form.get('grant_type') !== 'client_credentials') {
    return failed(at, 'unsupported_grant_type', 70_003, `The app requested an unsupported grant type '${form.get('grant_type') ?? ''}'.`);
  }
  const service = state.servicePrincipals.find((one) => one.appId === form.get('client_id'));
  if (service === undefined) {
    return failed(at, 'unauthorized_client', 700_016, `Application with identifier '${form.get('client_id') ?? ''}' was not found.`);
  }
  return assertionRefusal(service, form, at) ?? issued(state, service, form.get('scope') ?? '', at);
}

function assertionRefusal(service: ServicePrincipal, form: URLSearchParams, at: Instant): Answer | undefined {
  if (form.get('client_assertion_type') !== ASSERTION_TYPE || !form.has('client_assertion')) {
    return failed(at, 'invalid_client', 7_000_218, 'The request body must contain: client_assertion or client_secret.');
  }
  const claims = verifiedClaims(form.get('client_assertion') ?? '');
  if (claims === undefined) return failed(at, 'invalid_client', 50_027, 'JWT token is invalid or malformed.');
  if (!inTime(claims, at)) return failed(at, 'invalid_client', 700_024, 'Client assertion is not within its valid time range.');
  if (!service.accountEnabled) return failed(at, 'unauthorized_client', 7_000_112, `Application '${service.appId}' is disabled.`);
  return mismatch(service, claims, at);
}

/** Which of issuer, subject and audience no credential of the application has; each has its own code. */
function mismatch(service: ServicePrincipal, claims: Claims, at: Instant): Answer | undefined {
  const byIssuer = service.federated.filter((one) => one.issuer === claims['iss']);
  const bySubject = byIssuer.filter((one) => one.subject === claims['sub']);
  const none = 'No matching federated identity record found for presented assertion';
  if (byIssuer.length === 0) return failed(at, 'invalid_client', 700_211, `${none} issuer '${String(claims['iss'])}'.`);
  if (bySubject.length === 0) return failed(at, 'invalid_client', 700_213, `${none} subject '${String(claims['sub'])}'.`);
  const fits = bySubject.some((one) => one.audience === claims['aud']);
  return fits ? undefined : failed(at, 'invalid_client', 700_212, `${none} audience '${String(claims['aud'])}'.`);
}

function inTime(claims: Claims, at: Instant): boolean {
  const second = at / 1000;
  return Number(claims['nbf']) <= second && second < Number(claims['exp']);
}

/** `scope` names one service, such as `https://management.azure.com/.default`; some clients write its slash twice. */
function issued(state: AzureState, service: ServicePrincipal, scope: string, at: Instant): Answer {
  const audience = /^(https:\/\/[^/]+)\/+\.default$/.exec(scope)?.[1];
  if (audience === undefined) return failed(at, 'invalid_scope', 70_011, `The provided value for scope '${scope}' is not valid.`);
  state.serial += 1;
  const value = `sim-issued-${guidOf('access token', state.serial)}`;
  const expires = (at + LIFETIME_SECONDS * 1000) as Instant;
  const alive = state.tokens.filter((one) => one.expires === undefined || one.expires > at);
  state.tokens = [...alive, { value, principalId: service.id, audience, expires }];
  return ok({ token_type: 'Bearer', expires_in: LIFETIME_SECONDS, ext_expires_in: LIFETIME_SECONDS, access_token: value });
}

/** The error form of Microsoft Entra: an OAuth error, and the AADSTS code in the description and in error_codes. */
function failed(at: Instant, error: string, code: number, message: string): Answer {
  const status = error === 'invalid_client' || error === 'unauthorized_client' ? 401 : 400;
  const trace = guidOf('trace', code, at);
  const timestamp = new Date(at)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  const text = `AADSTS${code}: ${message} Trace ID: ${trace} Timestamp: ${timestamp}`;
  const body = { error, error_description: text, error_codes: [code], timestamp, trace_id: trace, correlation_id: trace };
  return { status, headers: { 'cache-control': 'no-store, no-cache' }, body };
}

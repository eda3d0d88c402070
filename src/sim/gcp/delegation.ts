import type { Instant } from '../../domain/instant.ts';
import type { Answer, Asked } from '../faults.ts';
import { isJson, type Json } from './call.ts';
import { mint } from './federation.ts';
import type { GcpState } from './state.ts';

export const OAUTH = 'oauth2.googleapis.com';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LIFETIME_SECONDS = 3600;

/** A JWT that this world knows again: a real one is signed with a key that Google holds. */
export function signed(email: string, payload: string): string {
  const parts = [{ alg: 'RS256', typ: 'JWT', kid: 'sim-key' }, payload, `sim signature of ${email}`];
  return parts.map((part) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')).join('.');
}

/** oauth2.googleapis.com/token: a service account for itself, or for a user whose domain delegated that (Google: "OAuth 2.0 for service accounts"). */
export function delegatedToken(asked: Asked, state: GcpState, now: Instant): Answer {
  const form = new URLSearchParams(asked.body);
  if (form.get('grant_type') !== GRANT_TYPE) return refused('unsupported_grant_type', 'Invalid grant_type');
  const claims = claimsIn(form.get('assertion') ?? '');
  if (claims === undefined) return refused('invalid_grant', 'Invalid JWT Signature.');
  const { iss = '', sub = iss, scope = '', aud, exp } = claims;
  if (aud !== `https://${OAUTH}/token` || Number(exp) * 1000 <= now) return refused('invalid_grant', 'Invalid JWT.');
  const { users = {}, delegates = [] } = state.directory ?? {};
  if (sub !== iss && !delegates.includes(String(iss)))
    return refused(
      'unauthorized_client',
      'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
    );
  if (sub !== iss && users[String(sub)] === undefined) return refused('invalid_grant', 'Invalid email or User ID');
  const member = sub === iss ? `serviceAccount:${String(iss)}` : `user:${String(sub)}`;
  const expires = (now + LIFETIME_SECONDS * 1000) as Instant;
  return answer(200, {
    access_token: mint(state, 'acting', { member, scopes: String(scope).split(' '), expires }),
    token_type: 'Bearer',
    expires_in: LIFETIME_SECONDS,
  });
}

function claimsIn(assertion: string): Json | undefined {
  const [, payload = '', signature = ''] = assertion.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  try {
    const claims: unknown = JSON.parse(payload);
    return isJson(claims) && signature === `sim signature of ${String(claims['iss'])}` ? claims : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refused(error: string, description: string): Answer {
  return answer(error === 'unauthorized_client' ? 401 : 400, { error, error_description: description });
}

function answer(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=UTF-8' }, body: JSON.stringify(body) };
}

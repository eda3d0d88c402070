import type { SignOut } from '../../domain/measure.ts';
import type { Failure } from '../../domain/outcome.ts';
import { describeError, field, kindOfStatus, oneLine, parseBody } from '../answer.ts';
import { readSigned, type Session } from './session.ts';

/** Directory API: what users.signOut and tokens.* ask for. */
const SCOPE = 'https://www.googleapis.com/auth/admin.directory.user.security';
const TOKEN_URL = 'https://oauth2.googleapis.com/token';
const CREDENTIALS = 'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts';
/** Seconds; a recall is over long before. */
const LIFETIME = 600;
const DEADLINE = 30_000;

export type Token = { readonly ok: true; readonly token: string } | { readonly ok: false; readonly failure: Failure };

/**
 * A token of the account that signs users out: its own where it has an admin role (Workspace: "Assign specific admin roles"), or one
 * for an administrator (Google: "OAuth 2.0 for server to server applications", domain-wide delegation). No key is needed for either.
 */
export async function directoryToken(session: Session, { account, admin }: SignOut): Promise<Token> {
  return admin === undefined ? ownToken(session, account) : delegatedToken(session, account, admin);
}

async function ownToken(session: Session, account: string): Promise<Token> {
  const reply = await readSigned(session, {
    method: 'POST',
    url: `${CREDENTIALS}/${account}:generateAccessToken`,
    body: { scope: [SCOPE], lifetime: `${LIFETIME}s` },
    purpose: `act as ${account}`,
  });
  return reply.ok ? tokenIn(field(reply.body, 'accessToken'), account) : reply;
}

async function delegatedToken(session: Session, account: string, admin: string): Promise<Token> {
  const now = Math.floor(session.access.clock() / 1000);
  const payload = JSON.stringify({ iss: account, sub: admin, scope: SCOPE, aud: TOKEN_URL, iat: now, exp: now + LIFETIME });
  const signed = await readSigned(session, {
    method: 'POST',
    url: `${CREDENTIALS}/${account}:signJwt`,
    body: { payload },
    purpose: `sign as ${account}`,
  });
  if (!signed.ok) return signed;
  return exchanged(session, String(field(signed.body, 'signedJwt')), `${account} for ${admin}`);
}

/** The one call here whose body is a form (RFC 7523, section 2.1). */
async function exchanged({ access }: Session, assertion: string, who: string): Promise<Token> {
  const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  try {
    const response = await access.fetch(TOKEN_URL, { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(DEADLINE) });
    const answer = parseBody(await response.text());
    if (answer.ok && response.ok) return tokenIn(field(answer.value, 'access_token'), who);
    const { code = String(response.status), message = '' } = answer.ok ? describeError(answer.value) : {};
    return refused(kindOfStatus(response.status), `could not get a token of ${who}: ${code} ${message}`.trimEnd());
  } catch (error) {
    return refused(
      'transient',
      `could not get a token of ${who}: ${error instanceof Error ? oneLine(error.message) : 'the connection failed'}`,
    );
  }
}

function tokenIn(token: unknown, who: string): Token {
  return typeof token === 'string' ? { ok: true, token } : refused('unsafe', `the answer to acting as ${who} is no token`);
}

function refused(kind: Failure['kind'], message: string): Token {
  return { ok: false, failure: { kind, message } };
}

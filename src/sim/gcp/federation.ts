import type { Instant } from '../../domain/instant.ts';
import { type Claims, verifiedClaims } from '../azure/jwt.ts';
import type { Answer, Asked } from '../faults.ts';
import { evaluate } from './cel/evaluate.ts';
import { parse } from './cel/syntax.ts';
import type { GcpProvider, GcpState } from './state.ts';

export const STS = 'sts.googleapis.com';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
/** A federated token lives no longer than this (google-github-actions/auth: README, direct workload identity federation). */
const LIFETIME_SECONDS = 600;

/** v1/token: a token of GitHub for one of Google (Security Token Service API v1: token). It asks for no sign-in: it is one. */
export function exchange(asked: Asked, state: GcpState, now: Instant): Answer {
  const form = new URLSearchParams(asked.body);
  if (form.get('grant_type') !== GRANT_TYPE) return refused('unsupported_grant_type', 'Invalid grant type.');
  const name = (form.get('audience') ?? '').replace(/^\/\/iam\.googleapis\.com\//, '');
  const provider = state.providers?.[name];
  if (provider === undefined || provider.disabled === true) {
    const why = "This might either be because the pool or provider is disabled or deleted or because it doesn't exist.";
    return refused('invalid_target', `The target service indicated by the "audience" parameters is invalid. ${why}`);
  }
  const claims = verifiedClaims(form.get('subject_token') ?? '');
  const problem =
    claims === undefined ? refused('invalid_grant', 'Unable to parse the ID Token.') : claimProblem(name, provider, claims, now);
  return problem ?? issued(state, { pool: poolOf(name), claims: claims ?? {}, scopes: form.get('scope') ?? '' }, now);
}

function refused(error: string, description: string): Answer {
  return jsonAnswer(400, { error, error_description: description });
}

function jsonAnswer(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=UTF-8' }, body: JSON.stringify(body) };
}

/** Issuer, audience, time and the provider's own condition (IAM: "Configure workload identity federation with deployment pipelines"). */
function claimProblem(name: string, provider: GcpProvider, claims: Claims, now: Instant): Answer | undefined {
  const { iss, aud, exp, iat } = claims;
  if (iss !== provider.issuer) {
    return refused('invalid_grant', `The issuer in ID Token ${String(iss)} does not match the expected issuer ${provider.issuer}.`);
  }
  const audiences = provider.audiences ?? [`https://iam.googleapis.com/${name}`, `//iam.googleapis.com/${name}`];
  if (typeof aud !== 'string' || !audiences.includes(aud)) {
    return refused('invalid_grant', `The audience in ID Token [${String(aud)}] does not match the expected audience ${audiences[0]}.`);
  }
  if (Number(exp) * 1000 <= now) return refused('invalid_grant', `ID Token issued at ${String(iat)} is stale to sign-in.`);
  return lets(provider, claims)
    ? undefined
    : refused('unauthorized_client', 'The given credential is rejected by the attribute condition.');
}

function lets({ condition }: GcpProvider, claims: Claims): boolean {
  if (condition === undefined) return true;
  const parsed = parse(condition);
  const texts = Object.entries(claims).flatMap(([claim, value]) =>
    typeof value === 'string' ? [[`assertion.${claim}`, value] as const] : [],
  );
  return parsed.ok && evaluate(parsed.node, Object.fromEntries(texts)) === true;
}

function poolOf(provider: string): string {
  return provider.slice(0, provider.indexOf('/providers/'));
}

interface Subject {
  readonly pool: string;
  readonly claims: Claims;
  readonly scopes: string;
}

/** Policies name the subject itself, all of its pool, or those with an attribute; the repository is mapped to one here. */
function issued(state: GcpState, { pool, claims, scopes }: Subject, now: Instant): Answer {
  const root = `//iam.googleapis.com/${pool}`;
  const member = `principal:${root}/subject/${String(claims['sub'])}`;
  const sets = [`principalSet:${root}/*`, `principalSet:${root}/attribute.repository/${String(claims['repository'])}`];
  state.sets = { ...state.sets, [member]: sets };
  const token = mint(state, 'federated', { member, scopes: scopes.split(' '), expires: (now + LIFETIME_SECONDS * 1000) as Instant });
  return jsonAnswer(200, { access_token: token, issued_token_type: ACCESS_TOKEN, token_type: 'Bearer', expires_in: LIFETIME_SECONDS });
}

/** A new token, which may do what policies give its member and nothing else. */
export function mint(
  state: GcpState,
  kind: 'federated' | 'acting',
  of: { readonly member: string; readonly scopes: readonly string[]; readonly expires: Instant },
): string {
  const token = `sim-${kind}-${Object.keys(state.tokens).length + 1}`;
  state.tokens[token] = { ...of, byPolicies: true };
  return token;
}

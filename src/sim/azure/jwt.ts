import { createHmac, timingSafeEqual } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

/**
 * The simulated GitHub signs with this and the simulated Entra checks with it. The real ones use RS256 and published keys, which
 * no client of either looks at.
 */
const KEY = 'the simulated token service of GitHub Actions';

export function signJwt(claims: Claims): string {
  const head = `${encoded({ typ: 'JWT', alg: 'HS256' })}.${encoded(claims)}`;
  return `${head}.${signature(head)}`;
}

/** The claims of a token that `signJwt` made, or undefined for any other text. */
export function verifiedClaims(token: string): Claims | undefined {
  const [header = '', claims = '', signed = '', ...rest] = token.split('.');
  const expected = Buffer.from(signature(`${header}.${claims}`));
  const given = Buffer.from(signed);
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims;
}

function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function signature(head: string): string {
  return createHmac('sha256', KEY).update(head).digest('base64url');
}

import type { TokenKind } from '../settings.ts';

const KINDS: readonly (readonly [string, TokenKind])[] = [
  ['ghs_', 'app'],
  ['ghp_', 'classic'],
  ['github_pat_', 'fine-grained'],
  ['gho_', 'user'],
  ['ghu_', 'user'],
];

/** By the beginning of the token (GitHub docs: about authentication, token formats). */
export function tokenKind(token: string): TokenKind {
  return KINDS.find(([beginning]) => token.startsWith(beginning))?.[1] ?? 'unknown';
}

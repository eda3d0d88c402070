import type { Octokit } from '@octokit/rest';

import { hasStatus, unsafe } from './failures.ts';
import { tokenKind } from './token-kind.ts';

/**
 * The login that the token acts as. The token of a workflow or of an app has no user behind it, so `GET /user` is refused;
 * GraphQL's viewer names the app then: `github-actions[bot]`. Where the token shows what it is, only the latter is asked.
 */
export async function ownLogin(octokit: Octokit, token: string): Promise<string> {
  if (tokenKind(token) === 'app') return viewer(octokit);
  try {
    return named((await octokit.rest.users.getAuthenticated()).data.login);
  } catch (error) {
    if (!hasStatus(error, 403)) throw error;
    return viewer(octokit);
  }
}

async function viewer(octokit: Octokit): Promise<string> {
  const { viewer: own } = await octokit.graphql<{ readonly viewer: { readonly login: unknown } }>('{ viewer { login } }');
  return named(own.login);
}

function named(login: unknown): string {
  if (typeof login === 'string' && login !== '') return login;
  throw unsafe('GitHub does not say who the token belongs to');
}

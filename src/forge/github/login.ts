import type { Octokit } from '@octokit/rest';

import { hasStatus, unsafe } from './failures.ts';

/**
 * The login that the token acts as. The token of a workflow or of an app has no user behind it, so `GET /user` is refused;
 * GraphQL's viewer names the app then: `github-actions[bot]`.
 */
export async function ownLogin(octokit: Octokit): Promise<string> {
  try {
    return named((await octokit.rest.users.getAuthenticated()).data.login);
  } catch (error) {
    if (!hasStatus(error, 403)) throw error;
    const { viewer } = await octokit.graphql<{ readonly viewer: { readonly login: unknown } }>('{ viewer { login } }');
    return named(viewer.login);
  }
}

function named(login: unknown): string {
  if (typeof login === 'string' && login !== '') return login;
  throw unsafe('GitHub does not say who the token belongs to');
}

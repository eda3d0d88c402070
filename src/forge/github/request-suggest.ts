import type { OpenRequest } from '../../domain/request.ts';
import type { LineNote } from '../forge.ts';
import type { Client } from './client.ts';
import { everyPage } from './pages.ts';
import { type Account, loginOf, sameLogin } from './people.ts';

interface Listed {
  readonly user: Account;
  readonly body?: string;
}

/**
 * Notes on lines of the request's last commit, as one review without a verdict; once for each commit. A review is where GitHub
 * offers to commit what a suggestion says (GitHub docs: commenting on a pull request).
 */
export async function noteLines(client: Client, { number, head }: OpenRequest, notes: readonly LineNote[]): Promise<void> {
  if (notes.length === 0) return;
  const { pulls } = client.octokit.rest;
  const marker = `<!-- grantkeeper:notes v1 ${head} -->`;
  const login = await client.login();
  const query = { ...client.at, pull_number: number, per_page: 100 };
  const known = await everyPage<Listed>(client, async () => pulls.listReviews(query));
  if (known.some(({ user, body }) => sameLogin(loginOf(user), login) && body?.includes(marker) === true)) return;
  const comments = notes.map(({ path, line, body }) => ({ path, line, side: 'RIGHT', body }));
  const body = `What one click mends stands on its line.\n\n${marker}`;
  await pulls.createReview({
    ...client.at,
    pull_number: number,
    commit_id: head,
    event: 'COMMENT',
    body,
    comments,
    request: { retries: 0 },
  });
}

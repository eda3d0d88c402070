import type { OwnComment } from '../forge.ts';
import type { Client } from './client.ts';
import { pages } from './pages.ts';
import { type Account, loginOf, sameLogin } from './people.ts';

interface Listed {
  readonly id: number;
  readonly user: Account;
  readonly body?: string;
}

/** What must not be sent twice when an answer gets lost: the next run finds what the first try did. */
const ONCE = { request: { retries: 0 } } as const;

/** Anybody can write what `isOurs` looks for, so the author must be our own login. */
export async function findComment(client: Client, number: number, isOurs: (body: string) => boolean): Promise<OwnComment | undefined> {
  const login = await client.login();
  const query = { ...client.at, issue_number: number, per_page: 100 };
  for await (const page of pages<Listed>(client, async () => client.octokit.rest.issues.listComments(query))) {
    const own = page.find(({ user, body }) => sameLogin(loginOf(user), login) && isOurs(body ?? ''));
    if (own !== undefined) return { id: own.id, body: own.body ?? '' };
  }
  return undefined;
}

export async function putComment(client: Client, number: number, body: string, known: OwnComment | undefined): Promise<void> {
  const { issues } = client.octokit.rest;
  if (known === undefined) await issues.createComment({ ...client.at, issue_number: number, body, ...ONCE });
  else await issues.updateComment({ ...client.at, comment_id: known.id, body });
}

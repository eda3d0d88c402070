import type { PruneRequest } from '../forge.ts';
import type { Client } from './client.ts';
import { everyPage } from './pages.ts';
import { sameLogin } from './people.ts';
import { deletionsOf, isOurRequest, ofPruneBranch, ownDeletions, type PruneListing } from './prune-branch.ts';
import { commitsOf, filesOf, pullAt } from './pull.ts';
import { reviewsOf, standingApprovals } from './reviews.ts';

/** Our open prune request: of our branch, into the default branch, with a marker, opened by the login that we are. */
export async function findPrune(client: Client): Promise<PruneRequest | undefined> {
  const number = await ownRequest(client);
  return number === undefined ? undefined : pruneRequest(client, number);
}

/** What stands in a prune request now. */
async function pruneRequest(client: Client, number: number): Promise<PruneRequest> {
  const pull = await pullAt(client, number);
  const [login, commits, files, reviews] = await Promise.all([
    client.login(),
    commitsOf(client, pull),
    filesOf(client, pull),
    reviewsOf(client, number),
  ]);
  const own = ownDeletions(login, commits, files);
  const approved = standingApprovals(reviews, pull.head.sha).some((one) => !sameLogin(one, login));
  return { number, url: pull.html_url, deletions: own ?? deletionsOf(files), approved, touched: own === undefined };
}

async function ownRequest(client: Client): Promise<number | undefined> {
  const [{ id }, login, query] = await Promise.all([client.home(), client.login(), ofPruneBranch(client)]);
  const open = await everyPage<PruneListing>(client, async () => client.octokit.rest.pulls.list({ ...query, state: 'open' }));
  return open.find((one) => isOurRequest(one, id, login))?.number;
}

import type { PruneRequest } from '../forge.ts';
import type { Client } from './client.ts';
import { everyPage } from './pages.ts';
import { sameLogin } from './people.ts';
import { deletionsOf, isOurRequest, ofPruneBranch, ownDeletions, type PruneListing } from './prune-branch.ts';
import { everyCommit, everyFile } from './pull.ts';
import { reviewsOf, standingApprovals } from './reviews.ts';

/** Our open prune request: of our branch, into the default branch, with a marker, opened by the login that we are. */
export async function findPrune(client: Client): Promise<PruneRequest | undefined> {
  const found = await ownRequest(client);
  return found === undefined ? undefined : pruneRequest(client, found);
}

/**
 * What stands in a prune request now. Its lists are not compared with numbers that the request tells: our own commit says which files it
 * takes away, and where another list comes, the request counts as touched.
 */
async function pruneRequest(client: Client, { number, html_url: url }: PruneListing): Promise<PruneRequest> {
  const [login, commits, files, reviews] = await Promise.all([
    client.login(),
    everyCommit(client, number),
    everyFile(client, number),
    reviewsOf(client, number),
  ]);
  const own = ownDeletions(login, commits, files);
  const head = commits.at(-1)?.sha ?? '';
  const approved = standingApprovals(reviews, head).some((one) => !sameLogin(one, login));
  return { number, url, deletions: own ?? deletionsOf(files), approved, touched: own === undefined, head };
}

async function ownRequest(client: Client): Promise<PruneListing | undefined> {
  const [{ id }, login, query] = await Promise.all([client.home(), client.login(), ofPruneBranch(client)]);
  const open = await everyPage<PruneListing>(client, async () => client.octokit.rest.pulls.list({ ...query, state: 'open' }));
  return open.find((one) => isOurRequest(one, id, login));
}

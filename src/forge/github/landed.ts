import type { Client } from './client.ts';
import { pages } from './pages.ts';
import type { Pull, PullCommit } from './pull.ts';

/**
 * Whether the merge of this request put this commit on the default branch: as the merge commit, or as one of the commits
 * that a rebase made. Those are the unbroken line that ends in the merge commit, and they keep author and author date of
 * the request's commits (GitHub docs: about pull request merges, rebase and merge).
 */
export async function landed(client: Client, commit: string, pull: Pull, commits: readonly PullCommit[]): Promise<boolean> {
  if (pull.merge_commit_sha === null) return false;
  if (pull.merge_commit_sha === commit) return true;
  const line = await lineTo(client, pull.merge_commit_sha, commit, commits.length);
  return line.length > 0 && line.every((one, at) => sameAuthor(one, commits.at(-1 - at)));
}

/** From the tip down to the commit, by single parents; empty when it is not among the first `most`. */
async function lineTo(client: Client, tip: string, commit: string, most: number): Promise<readonly PullCommit[]> {
  const known = new Map<string, PullCommit>();
  const query = { ...client.at, sha: tip, per_page: 100 };
  for await (const page of pages<PullCommit>(client, async () => client.octokit.rest.repos.listCommits(query))) {
    for (const one of page) known.set(one.sha, one);
    if (known.size >= most) break;
  }
  const line: PullCommit[] = [];
  for (let next = known.get(tip); next !== undefined && next.parents.length === 1 && line.length < most; next = parentOf(known, next)) {
    line.push(next);
    if (next.sha === commit) return line;
  }
  return [];
}

function parentOf(known: ReadonlyMap<string, PullCommit>, commit: PullCommit): PullCommit | undefined {
  const [parent] = commit.parents;
  return parent === undefined ? undefined : known.get(parent.sha);
}

function sameAuthor(landed: PullCommit, asked: PullCommit | undefined): boolean {
  const [a, b] = [landed.commit.author, asked?.commit.author];
  return a?.email !== undefined && a.email === b?.email && a.date !== undefined && a.date === b?.date;
}

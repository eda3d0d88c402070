import type { Deletion, PruneRequest, RequestText } from '../forge.ts';
import { deletionHash, withPruneMarker } from '../prune-marker.ts';
import type { Blobs } from './blobs.ts';
import type { Client } from './client.ts';
import { ForgeFailure, hasStatus, unsafe } from './failures.ts';
import { movedBranch } from './move-branch.ts';
import { type Authored, foreign, isOwn, PRUNE_BRANCH, PRUNE_LABEL, pruneMessage } from './prune-branch.ts';
import { headOf, type OwnTips } from './tip.ts';

/** What must not be sent twice when an answer gets lost: the next run finds what the first try did. */
const ONCE = { request: { retries: 0 } } as const;

/**
 * One commit on the base that takes all files away, the branch, the request and its label: eight calls for any number of
 * files, besides those that a forge makes once: for the repository, its own login and the requests that were closed.
 */
export async function openPrune(
  client: Client,
  blobs: Blobs,
  base: string,
  deletions: readonly Deletion[],
  text: RequestText,
  tips: OwnTips,
): Promise<PruneRequest> {
  const commit = await commitDeletions(client, blobs, base, deletions, text);
  await beginBranch(client, commit, !tips.lacked(PRUNE_BRANCH));
  const { defaultBranch } = await client.home();
  const body = withPruneMarker(text.body, deletions);
  const opened = { ...client.at, title: text.title, body, head: PRUNE_BRANCH, base: defaultBranch, ...ONCE };
  const { data } = await client.octokit.rest.pulls.create(opened);
  await client.octokit.rest.issues.addLabels({ ...client.at, issue_number: data.number, labels: [PRUNE_LABEL] });
  return { number: data.number, url: data.html_url, deletions, approved: false, touched: false, head: commit };
}

/** Puts another set of files into the request; the same set changes nothing. What somebody approved or touched is left alone. */
export async function updatePrune(
  client: Client,
  blobs: Blobs,
  request: PruneRequest,
  base: string,
  deletions: readonly Deletion[],
  text: RequestText,
): Promise<PruneRequest> {
  if (deletionHash(request.deletions) === deletionHash(deletions)) return request;
  if (request.touched) throw foreign();
  if (request.approved)
    throw unsafe(`#${request.number} is approved; a push would take its approval away`, 'Merge it; the rest follows in the next one.');
  const commit = await commitDeletions(client, blobs, base, deletions, text);
  // The body first: should we die here, the next run still sees by the files that the branch is behind, and comes back.
  const body = withPruneMarker(text.body, deletions);
  await client.octokit.rest.pulls.update({ ...client.at, pull_number: request.number, title: text.title, body });
  await turnBranch(client, request.head, commit);
  return { ...request, deletions, head: commit };
}

/** Says why, closes the request and deletes its branch, unless somebody else has worked on it. */
export async function closePrune(client: Client, request: PruneRequest, comment: string): Promise<void> {
  if (request.touched) throw foreign();
  const tip = await headOf(client, PRUNE_BRANCH);
  if (tip !== undefined && tip !== request.head) throw foreign();
  await client.octokit.rest.issues.createComment({ ...client.at, issue_number: request.number, body: comment, ...ONCE });
  await client.octokit.rest.pulls.update({ ...client.at, pull_number: request.number, state: 'closed' });
  if (tip !== undefined) await turnBranch(client, request.head, undefined);
}

/** Points the prune branch to another commit, or takes it away. Throws where somebody has pushed to it since we looked. */
async function turnBranch(client: Client, from: string | undefined, to: string | undefined): Promise<void> {
  if (from !== undefined && (await movedBranch(client, PRUNE_BRANCH, from, to))) return;
  const tip = await headOf(client, PRUNE_BRANCH);
  if (tip === to) return;
  if (tip !== from) throw foreign();
  if (to === undefined) await client.octokit.rest.git.deleteRef({ ...client.at, ref: `heads/${PRUNE_BRANCH}` });
  else await forceBranch(client, to);
}

async function commitDeletions(
  client: Client,
  blobs: Blobs,
  base: string,
  deletions: readonly Deletion[],
  text: RequestText,
): Promise<string> {
  if (deletions.length === 0) throw new ForgeFailure({ kind: 'invalid', message: 'a prune request without a file to remove' });
  const { git } = client.octokit.rest;
  const known = await client.treeOf(base);
  const root = known?.id ?? (await git.getCommit({ ...client.at, commit_sha: base })).data.tree.sha;
  confirm(known?.blobs ?? (await standing(blobs, root, deletions)), deletions);
  const gone = deletions.map(({ path }) => ({ path, mode: '100644' as const, type: 'blob' as const, sha: null }));
  const tree = (await git.createTree({ ...client.at, base_tree: root, tree: gone })).data.sha;
  const message = pruneMessage(text, deletions);
  return (await git.createCommit({ ...client.at, message, tree, parents: [base] })).data.sha;
}

/** What stands in a tree at those paths, by one list where GitHub makes one. */
async function standing(blobs: Blobs, root: string, deletions: readonly Deletion[]): Promise<ReadonlyMap<string, string | undefined>> {
  const listed = await blobs.everyBlob(root);
  if (listed !== undefined) return listed;
  const found = new Map<string, string | undefined>();
  for (const { path } of deletions) found.set(path, await blobs.blobAt(root, path));
  return found;
}

/** Only the exact blob that lapsed is removed: a file that is another by now stays. */
function confirm(standing: ReadonlyMap<string, string | undefined>, deletions: readonly Deletion[]): void {
  for (const { path, blob } of deletions) {
    const found = standing.get(path);
    if (found !== blob) throw unsafe(`${path} is not the file that lapsed: ${found === undefined ? 'it is gone' : 'it was changed'}`);
  }
}

/** Makes the branch, or takes over one of ours that stayed behind when its request was merged or closed. */
async function beginBranch(client: Client, commit: string, mayBeThere: boolean): Promise<void> {
  const left = mayBeThere ? await leftBranch(client) : undefined;
  if (left === undefined) {
    await client.octokit.rest.git.createRef({ ...client.at, ref: `refs/heads/${PRUNE_BRANCH}`, sha: commit, ...ONCE });
    return;
  }
  if (!isOwn(await client.login(), left)) throw foreign();
  await forceBranch(client, commit);
}

async function forceBranch(client: Client, commit: string): Promise<void> {
  await client.octokit.rest.git.updateRef({ ...client.at, ref: `heads/${PRUNE_BRANCH}`, sha: commit, force: true });
}

/** What the prune branch points to, if there is such a branch. */
async function leftBranch(client: Client): Promise<Authored | undefined> {
  try {
    return (await client.octokit.rest.repos.getCommit({ ...client.at, ref: `heads/${PRUNE_BRANCH}` })).data;
  } catch (error) {
    // GitHub answers 422 for what names no commit.
    if (hasStatus(error, 404, 422)) return undefined;
    throw error;
  }
}

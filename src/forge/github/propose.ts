import { createHash } from 'node:crypto';

import type { RequestText } from '../forge.ts';
import type { Blobs } from './blobs.ts';
import type { Client } from './client.ts';
import { ForgeFailure } from './failures.ts';
import { everyPage } from './pages.ts';
import { headOf, tipOf } from './tip.ts';

export interface Proposed {
  readonly number: number;
  readonly url: string;
}

interface Known {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly merged_at?: string | null;
  readonly head: { readonly sha: string; readonly repo: { readonly id: number } | null };
}

const ONCE = { request: { retries: 0 } } as const;

/**
 * Puts one file on a branch of its own and opens a request for it. With the same file again the open request is answered,
 * or the merged one; with another content the branch gets one more commit, never a forced one.
 */
export async function proposeFile(
  client: Client,
  blobs: Blobs,
  branch: string,
  path: string,
  content: string,
  text: RequestText,
): Promise<Proposed> {
  const { defaultBranch } = await client.home();
  const known = await requestsOf(client, branch, defaultBranch);
  const open = known.find((one) => one.state === 'open');
  const tip = await tipOf(client);
  const blob = blobId(content);
  if ((await blobs.blobAt(tip, path)) === blob) return landedBefore(path, open ?? known.find((one) => typeof one.merged_at === 'string'));
  const head = await headOf(client, branch);
  const spent = head !== undefined && known.some((one) => typeof one.merged_at === 'string' && one.head.sha === head);
  if (head === undefined || spent || (await blobs.blobAt(head, path)) !== blob)
    await put(client, { branch, head, base: head === undefined || spent ? tip : head }, { path, content, message: text.title });
  if (open !== undefined) return { number: open.number, url: open.html_url };
  const asked = { ...client.at, title: text.title, body: text.body, head: branch, base: defaultBranch, ...ONCE };
  const { data } = await client.octokit.rest.pulls.create(asked);
  return { number: data.number, url: data.html_url };
}

async function requestsOf(client: Client, branch: string, base: string): Promise<readonly Known[]> {
  const { id } = await client.home();
  const query = { ...client.at, state: 'all' as const, head: `${client.at.owner}:${branch}`, base, per_page: 100 };
  const all = await everyPage<Known>(client, async () => client.octokit.rest.pulls.list(query));
  return all.filter((one) => one.head.repo?.id === id);
}

function landedBefore(path: string, request: Known | undefined): Proposed {
  if (request !== undefined) return { number: request.number, url: request.html_url };
  throw new ForgeFailure({ kind: 'invalid', message: `${path} stands on the default branch already, with this very content` });
}

interface Target {
  readonly branch: string;
  /** What the branch points to; undefined where it is to be made. */
  readonly head: string | undefined;
  /** Whose files the commit takes over. */
  readonly base: string;
}

interface File {
  readonly path: string;
  readonly content: string;
  readonly message: string;
}

/**
 * One commit with the file: on the branch where there is one, on the tip of the default branch else. A branch that stayed
 * behind when its request was merged begins at that tip again, but keeps its history, so that nothing is ever forced.
 */
async function put(client: Client, { branch, head, base }: Target, { path, content, message }: File): Promise<void> {
  const { git } = client.octokit.rest;
  const root = (await git.getCommit({ ...client.at, commit_sha: base })).data.tree.sha;
  const file = { path, mode: '100644' as const, type: 'blob' as const, content };
  const tree = (await git.createTree({ ...client.at, base_tree: root, tree: [file] })).data.sha;
  const parents = head === undefined || head === base ? [base] : [head, base];
  const sha = (await git.createCommit({ ...client.at, message, tree, parents })).data.sha;
  if (head === undefined) await git.createRef({ ...client.at, ref: `refs/heads/${branch}`, sha, ...ONCE });
  else await git.updateRef({ ...client.at, ref: `heads/${branch}`, sha, force: false });
}

/** The id that Git gives a file: SHA-1 over `blob <length>`, a zero byte and the content (Pro Git, Git Objects). */
function blobId(content: string): string {
  const bytes = Buffer.from(content, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

import type { RequestText } from '../forge.ts';
import type { Client } from './client.ts';
import { ForgeFailure, hasStatus } from './failures.ts';
import type { Proposed } from './propose.ts';
import { tipOf } from './tip.ts';

/**
 * One commit on the tip of the default branch, a branch for it and a request: six calls for any number of files. Workflows among
 * them need a token that may write workflows (GitHub: scopes for OAuth apps, `workflow`).
 */
export async function proposeFiles(
  client: Client,
  branch: string,
  files: ReadonlyMap<string, string>,
  text: RequestText,
): Promise<Proposed> {
  const { git } = client.octokit.rest;
  const base = await tipOf(client);
  const root = (await git.getCommit({ ...client.at, commit_sha: base })).data.tree.sha;
  const entries = [...files].map(([path, content]) => ({ path, mode: '100644' as const, type: 'blob' as const, content }));
  const tree = (await git.createTree({ ...client.at, base_tree: root, tree: entries })).data.sha;
  const message = `${text.title}\n\n${text.body}\n`;
  const sha = (await git.createCommit({ ...client.at, message, tree, parents: [base] })).data.sha;
  await begin(client, branch, sha);
  const { defaultBranch } = await client.home();
  const asked = { ...client.at, title: text.title, body: text.body, head: branch, base: defaultBranch, request: { retries: 0 } };
  const { data } = await client.octokit.rest.pulls.create(asked);
  return { number: data.number, url: data.html_url };
}

/** A branch of this name is somebody's work: nothing is written to it. */
async function begin(client: Client, branch: string, sha: string): Promise<void> {
  try {
    await client.octokit.rest.git.createRef({ ...client.at, ref: `refs/heads/${branch}`, sha, request: { retries: 0 } });
  } catch (error) {
    if (!hasStatus(error, 422)) throw error;
    throw new ForgeFailure({ kind: 'conflict', message: `there is a branch ${branch} already`, hint: 'Merge its request, or delete it.' });
  }
}

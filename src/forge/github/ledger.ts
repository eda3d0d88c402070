import type { OwnBranch, OwnBranches } from '../forge.ts';
import type { Client } from './client.ts';
import { hasStatus, unsafe } from './failures.ts';
import type { OwnTips } from './tip.ts';

interface Own {
  read(...asked: Parameters<OwnBranches['read']>): Promise<OwnBranch | undefined>;
  append(...asked: Parameters<OwnBranches['append']>): Promise<string>;
  replace(...asked: Parameters<OwnBranches['replace']>): Promise<string>;
}

interface Entry {
  readonly path: string;
  readonly mode: '100644';
  readonly type: 'blob';
  readonly sha: string;
}

/** What must not be sent twice when an answer gets lost: who asks finds out what the first try did by reading again. */
const ONCE = { request: { retries: 0 } } as const;

/**
 * The ledger and the snapshot as branches on GitHub: a read takes two calls and one for each file, a write three. What stands at the
 * top is remembered by commit, so that a write on what was read takes no further call.
 */
export function ownBranches(client: Client, tips: OwnTips): Own {
  const tops = new Map<string, readonly Entry[]>();
  const topOf = async (commit: string): Promise<readonly Entry[]> => {
    const top = tops.get(commit) ?? (await entriesOf(client, commit));
    tops.set(commit, top);
    return top;
  };
  return {
    read: async (branch, pick) => {
      const head = await tips.of(branch);
      if (head === undefined) return undefined;
      const top = await topOf(head);
      const picked = new Set(pick(top.map(({ path }) => path)));
      const texts = top.filter(({ path }) => picked.has(path)).map(async ({ path, sha }) => [path, await textOf(client, sha)] as const);
      return { head, files: new Map(await Promise.all(texts)) };
    },
    append: async (branch, from, files, message) => {
      const kept = from === undefined ? [] : (await topOf(from)).filter(({ path }) => !files.has(path));
      const { sha, top } = await commitOf(client, kept, files, message, from === undefined ? [] : [from]);
      if (from === undefined) await begin(client, branch, sha);
      else await client.octokit.rest.git.updateRef({ ...client.at, ref: `heads/${branch}`, sha, force: false, ...ONCE });
      tops.set(sha, top);
      return sha;
    },
    replace: async (branch, files, message) => {
      const { sha } = await commitOf(client, [], files, message, []);
      await set(client, branch, sha);
      return sha;
    },
  };
}

async function entriesOf(client: Client, commit: string): Promise<readonly Entry[]> {
  const { data } = await client.octokit.rest.git.getTree({ ...client.at, tree_sha: commit });
  if (data.truncated || !Array.isArray(data.tree)) throw unsafe(`GitHub lists only a part of the folder ${commit}`);
  return data.tree.flatMap(({ path, type, sha }) =>
    type === 'blob' ? [{ path, mode: '100644' as const, type: 'blob' as const, sha }] : [],
  );
}

async function textOf(client: Client, sha: string): Promise<string> {
  const { data } = await client.octokit.rest.git.getBlob({ ...client.at, file_sha: sha });
  const bytes = Buffer.from(data.content, 'base64');
  if (data.encoding !== 'base64' || bytes.length !== data.size) throw unsafe(`GitHub did not send the whole of ${sha}`);
  return bytes.toString('utf8');
}

async function commitOf(
  client: Client,
  kept: readonly Entry[],
  files: ReadonlyMap<string, string>,
  message: string,
  parents: string[],
): Promise<{ readonly sha: string; readonly top: readonly Entry[] }> {
  const { git } = client.octokit.rest;
  const written = [...files].map(([path, content]) => ({ path, mode: '100644' as const, type: 'blob' as const, content }));
  const { data: tree } = await git.createTree({ ...client.at, tree: [...kept, ...written] });
  const top = tree.tree.map(({ path, sha }) => ({ path, mode: '100644' as const, type: 'blob' as const, sha }));
  return { sha: (await git.createCommit({ ...client.at, message, tree: tree.sha, parents })).data.sha, top };
}

async function begin(client: Client, branch: string, sha: string): Promise<void> {
  await client.octokit.rest.git.createRef({ ...client.at, ref: `refs/heads/${branch}`, sha, ...ONCE });
}

/** GitHub refuses to move a branch that is not there yet with 422 (REST API: update a reference). */
async function set(client: Client, branch: string, sha: string): Promise<void> {
  try {
    await client.octokit.rest.git.updateRef({ ...client.at, ref: `heads/${branch}`, sha, force: true });
  } catch (error) {
    if (!hasStatus(error, 404, 422)) throw error;
    await begin(client, branch, sha);
  }
}

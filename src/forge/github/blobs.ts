import type { Client } from './client.ts';
import { ForgeFailure, unsafe } from './failures.ts';
import { onceFor } from '../memory.ts';

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
}

/** What stands in commits. Trees are named by their content, so one that was read is never read again. */
export interface Blobs {
  blobAt(commit: string, path: string): Promise<string | undefined>;
  textAt(commit: string, path: string): Promise<string | undefined>;
  /** Blobs of a whole commit by path; undefined when it is too large for GitHub to list at once. */
  everyBlob(tree: string): Promise<ReadonlyMap<string, string> | undefined>;
}

export function blobsOf(client: Client): Blobs {
  const level = onceFor(async (sha) => entriesOf(client, sha));
  const blobAt = async (commit: string, path: string): Promise<string | undefined> => leafAt(level, commit, path.split('/'), path);
  return {
    blobAt,
    textAt: async (commit, path) => {
      const blob = await blobAt(commit, path);
      return blob === undefined ? undefined : textOf(client, blob, path);
    },
    everyBlob: async (tree) => everyBlob(client, tree),
  };
}

/** Walks down folder by folder: a recursive list could be cut short, and the contents API follows symlinks. */
async function leafAt(level: Level, tree: string, names: readonly string[], path: string): Promise<string | undefined> {
  const [name, ...rest] = names;
  const entry = (await level(tree)).find((one) => one.path === name);
  if (entry === undefined) return undefined;
  if (rest.length > 0) return entry.type === 'tree' ? leafAt(level, entry.sha, rest, path) : undefined;
  if (entry.type === 'tree') return undefined;
  if (isFile(entry)) return entry.sha;
  throw new ForgeFailure({ kind: 'invalid', message: `${path} is a symlink or a submodule, not a file` });
}

type Level = (tree: string) => Promise<readonly Entry[]>;

/** GitHub takes the id of a commit for that of its tree. */
async function entriesOf(client: Client, sha: string): Promise<readonly Entry[]> {
  const { data } = await client.octokit.rest.git.getTree({ ...client.at, tree_sha: sha });
  if (data.truncated || !Array.isArray(data.tree)) throw unsafe(`GitHub lists only a part of the folder ${sha}`);
  return data.tree;
}

async function everyBlob(client: Client, tree: string): Promise<ReadonlyMap<string, string> | undefined> {
  const { data } = await client.octokit.rest.git.getTree({ ...client.at, tree_sha: tree, recursive: '1' });
  if (data.truncated) return undefined;
  return new Map(data.tree.filter(isFile).map((entry) => [entry.path, entry.sha]));
}

function isFile(entry: Entry): boolean {
  return entry.mode === '100644' || entry.mode === '100755';
}

async function textOf(client: Client, sha: string, path: string): Promise<string> {
  const { data } = await client.octokit.rest.git.getBlob({ ...client.at, file_sha: sha });
  if (data.encoding !== 'base64') throw unsafe(`GitHub sends ${path} as ${data.encoding}, not as base64`);
  const bytes = Buffer.from(data.content, 'base64');
  if (bytes.length !== data.size) throw unsafe(`GitHub sent ${bytes.length} of the ${String(data.size)} bytes of ${path}`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ForgeFailure({ kind: 'invalid', message: `${path} is not UTF-8` });
  }
}

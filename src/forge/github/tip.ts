import { once } from '../memory.ts';
import type { Client } from './client.ts';
import { hasStatus, unsafe } from './failures.ts';
import { COMMIT } from './introduction.ts';
import { everyPage } from './pages.ts';

/** The commit that the default branch points to now. */
export async function tipOf(client: Client): Promise<string> {
  const told = await client.tipAtFirst();
  if (told !== undefined) return told;
  const { defaultBranch } = await client.home();
  const { data } = await client.octokit.rest.git.getRef({ ...client.at, ref: `heads/${defaultBranch}` });
  return commitOf(data);
}

/** The commit that a branch points to; undefined where there is no such branch. */
export async function headOf(client: Client, branch: string): Promise<string | undefined> {
  try {
    return commitOf((await client.octokit.rest.git.getRef({ ...client.at, ref: `heads/${branch}` })).data);
  } catch (error) {
    if (hasStatus(error, 404)) return undefined;
    throw error;
  }
}

/** Branches whose name begins so, with the commits they point to. GitHub answers none with an empty list, not with 404. */
async function branchesOf(client: Client, prefix: string): Promise<ReadonlyMap<string, string>> {
  const query = { ...client.at, ref: `heads/${prefix}` };
  const refs = await everyPage(client, async () => client.octokit.rest.git.listMatchingRefs(query));
  return new Map(refs.map((ref) => [ref.ref.replace(/^refs\/heads\//, ''), commitOf(ref)]));
}

/** Where our own branches point to: the ledger, the snapshot, recalls, requests. */
export interface OwnTips {
  /** Undefined where there is no such branch. */
  readonly of: (branch: string) => Promise<string | undefined>;
  readonly below: (prefix: string) => Promise<ReadonlyMap<string, string>>;
  /** Whether there was no such branch when they were listed; false where they were not. */
  readonly lacked: (branch: string) => boolean;
}

const OWN = 'grantkeeper/';

/**
 * A run looks at several of them as it begins: the first look at each is answered by one call for all, and any other asks anew. Where
 * that call fails, a branch is still asked for by itself.
 */
export function ownTips(client: Client): OwnTips {
  let listed: ReadonlyMap<string, string> | undefined;
  const all = once(async () => (listed = await branchesOf(client, OWN)));
  const seen = new Set<string>();
  const isFirst = (name: string) => name.startsWith(OWN) && seen.size < seen.add(name).size;
  return {
    of: async (branch) => {
      const told = isFirst(branch) ? await all().catch(() => undefined) : undefined;
      return told === undefined ? headOf(client, branch) : told.get(branch);
    },
    below: async (prefix) =>
      isFirst(prefix) ? new Map([...(await all())].filter(([branch]) => branch.startsWith(prefix))) : branchesOf(client, prefix),
    lacked: (branch) => listed?.has(branch) === false,
  };
}

function commitOf(ref: { readonly ref: string; readonly object: { readonly type: string; readonly sha: string } }): string {
  if (ref.object.type !== 'commit' || !COMMIT.test(ref.object.sha)) throw unsafe(`${ref.ref} does not point to a commit`);
  return ref.object.sha;
}

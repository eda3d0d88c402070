import type { Deletion, Forge, PruneRequest, RequestText } from '../forge.ts';
import { blobsOf } from './blobs.ts';
import { type GithubOptions, openClient } from './client.ts';
import { answered } from './failures.ts';
import { once, onceFor } from './memory.ts';
import { proposeFile } from './propose.ts';
import { mergedRequest } from './provenance.ts';
import { closedPrunes, respectRefusal } from './prune-declined.ts';
import { findPrune } from './prune-find.ts';
import { closePrune, openPrune, updatePrune } from './prune-write.ts';
import { branchesOf, tipOf } from './tip.ts';

/**
 * GitHub as the forge, for one run: what cannot change in it is asked once. Every method answers a failure and never
 * throws. `owner` and `repo` are as in the address of the repository.
 */
export async function openGithubForge(options: GithubOptions): Promise<Forge> {
  const client = await openClient(options);
  const blobs = blobsOf(client);
  const merged = onceFor(async (commit) => mergedRequest(client, commit));
  const closed = once(async () => closedPrunes(client));
  const find = async (): Promise<PruneRequest | undefined> => {
    const found = await findPrune(client);
    // Without an open one the next step is to open it, and that must know what people have refused.
    if (found === undefined) await closed();
    return found;
  };
  const open = async (base: string, deletions: readonly Deletion[], text: RequestText): Promise<PruneRequest> => {
    await respectRefusal(client, await closed(), deletions);
    return openPrune(client, blobs, base, deletions, text);
  };
  const answer = async <T>(work: () => Promise<T>) => answered(options, work);
  return {
    kind: 'github',
    now: options.now,
    tip: async () => answer(async () => tipOf(client)),
    mergedRequest: async (commit) => answer(async () => merged(commit)),
    blobAt: async (commit, path) => answer(async () => blobs.blobAt(commit, path)),
    branches: async (prefix) => answer(async () => branchesOf(client, prefix)),
    textAt: async (commit, path) => answer(async () => blobs.textAt(commit, path)),
    findPrune: async () => answer(find),
    openPrune: async (base, deletions, text) => answer(async () => open(base, deletions, text)),
    updatePrune: async (request, base, deletions, text) => answer(async () => updatePrune(client, blobs, request, base, deletions, text)),
    closePrune: async (request, comment) => answer(async () => closePrune(client, request, comment)),
    proposeFile: async (branch, path, content, text) => answer(async () => proposeFile(client, blobs, branch, path, content, text)),
  };
}

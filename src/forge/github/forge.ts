import type { Deletion, Forge, PruneRequest, RequestText } from '../forge.ts';
import { blobsOf } from './blobs.ts';
import { type GithubOptions, openClient } from './client.ts';
import { answered } from './failures.ts';
import { ownBranches } from './ledger.ts';
import { once } from '../memory.ts';
import { closedPrunes, respectRefusal } from './prune-declined.ts';
import { findPrune } from './prune-find.ts';
import { closePrune, openPrune, updatePrune } from './prune-write.ts';
import { putCheck } from './request-check.ts';
import { findComment, putComment } from './request-comments.ts';
import { setLabels } from './request-labels.ts';
import { openRequest } from './request-read.ts';
import { noteLines } from './request-suggest.ts';
import { ownTips, tipOf } from './tip.ts';

/**
 * GitHub as the forge, for one run: what cannot change in it is asked once, and what few runs need loads with them. Every method
 * answers a failure and never throws. `owner` and `repo` are as in the address of the repository.
 */
export async function openGithubForge(options: GithubOptions): Promise<Forge> {
  const client = await openClient(options);
  const blobs = blobsOf(client);
  const proofs = once(async () => (await import('./proofs.ts')).proofsOf(client, blobs));
  const tips = ownTips(client);
  const closed = once(async () => closedPrunes(client));
  const find = async (): Promise<PruneRequest | undefined> => {
    const found = await findPrune(client);
    // Without an open one the next step is to open it, and that must know what people have refused.
    if (found === undefined) await closed();
    return found;
  };
  const open = async (base: string, deletions: readonly Deletion[], text: RequestText): Promise<PruneRequest> => {
    await respectRefusal(client, await closed(), deletions);
    return openPrune(client, blobs, base, deletions, text, tips);
  };
  const answer = async <T>(work: () => Promise<T>) => answered(options, work);
  const own = ownBranches(client, tips);
  return {
    kind: 'github',
    now: options.now,
    tip: async () => answer(async () => tipOf(client)),
    mergedRequest: async (commit) => answer(async () => (await proofs()).mergedRequest(commit)),
    blobAt: async (commit, path) => answer(async () => (await proofs()).blobAt(commit, path)),
    foresee: async (landed) => answer(async () => (landed.length === 0 ? undefined : (await proofs()).foresee(landed))),
    branches: async (prefix) => answer(async () => tips.below(prefix)),
    textAt: async (commit, path) => answer(async () => blobs.textAt(commit, path)),
    findPrune: async () => answer(find),
    openPrune: async (base, deletions, text) => answer(async () => open(base, deletions, text)),
    updatePrune: async (request, base, deletions, text) => answer(async () => updatePrune(client, blobs, request, base, deletions, text)),
    closePrune: async (request, comment) => answer(async () => closePrune(client, request, comment)),
    own: {
      read: async (branch, pick) => answer(async () => own.read(branch, pick)),
      append: async (branch, from, files, message) => answer(async () => own.append(branch, from, files, message)),
      replace: async (branch, files, message) => answer(async () => own.replace(branch, files, message)),
    },
    requests: {
      request: async (number) => answer(async () => openRequest(client, number)),
      findComment: async (number, isOurs) => answer(async () => findComment(client, number, isOurs)),
      putComment: async (number, body, known) => answer(async () => putComment(client, number, body, known)),
      setLabels: async (request, wanted, among) => answer(async () => setLabels(client, request, wanted, among)),
      putCheck: async (check) => answer(async () => putCheck(client, check)),
      noteLines: async (request, notes) => answer(async () => noteLines(client, request, notes)),
    },
    settings: async (question) => (await import('./settings.ts')).settingsOf(client, options, question),
    proposeFile: async (branch, path, content, text) =>
      answer(async () => (await import('./propose.ts')).proposeFile(client, blobs, branch, path, content, text)),
    proposeFiles: async (branch, files, text) =>
      answer(async () => (await import('./propose-files.ts')).proposeFiles(client, branch, files, text)),
  };
}

import type { MergedRequest } from '../../domain/request.ts';
import { foresee } from './batch.ts';
import type { Blobs } from './blobs.ts';
import type { Client } from './client.ts';
import { onceFor } from '../memory.ts';
import { mergedRequest } from './provenance.ts';
import { type Ask, waysOf } from './ways.ts';

/** What proves an approval. All of it asks only as long as enough is left of the hour for revocations and recalls. */
export interface Proofs {
  mergedRequest(commit: string): Promise<MergedRequest | undefined>;
  blobAt(commit: string, path: string): Promise<string | undefined>;
  foresee(landed: readonly { readonly commit: string; readonly path: string }[]): Promise<void>;
}

/** Calls that a request takes: itself, which it is, its commits, files, reviews and timeline, who pushed it, and one to spare. */
const REQUEST = 8;

/** How a commit came: itself, and a page of a list that most others have read. */
const WAY = 2;

export function proofsOf(client: Client, blobs: Blobs): Proofs {
  const requests = new Map<string, MergedRequest>();
  const known = new Map<string, string | undefined>();
  const wayOf = waysOf(client);
  const withWay = async (commit: string, request: MergedRequest, ask: Ask): Promise<MergedRequest> => {
    const astray = await wayOf(commit, request, ask);
    return astray === undefined ? request : { ...request, astray };
  };
  // All of it or nothing: half a proof would be asked for again by the next run, and by each after it.
  const single = onceFor(async (commit) =>
    client.budget.within('core', REQUEST + WAY, async () => {
      const request = await mergedRequest(client, commit);
      return request === undefined ? undefined : withWay(commit, request, async (call) => call());
    }),
  );
  return {
    mergedRequest: async (commit) => {
      const request = requests.get(commit);
      if (request === undefined) return single(commit);
      return withWay(commit, request, async (call) => client.budget.within('core', 1, call));
    },
    blobAt: async (commit, path) => {
      const key = `${commit} ${path}`;
      if (known.has(key)) return known.get(key);
      return client.budget.within('core', path.split('/').length, async () => blobs.blobAt(commit, path));
    },
    foresee: async (landed) => {
      const fresh = Map.groupBy(
        landed.filter(({ commit }) => !requests.has(commit)),
        (one) => one.commit,
      );
      const wanted = [...fresh].map(([commit, files]) => ({ commit, paths: [...new Set(files.map((one) => one.path))] }));
      const told = await foresee(client, wanted);
      for (const [commit, request] of told.requests) requests.set(commit, request);
      for (const [key, blob] of told.blobs) known.set(key, blob);
    },
  };
}

import { readFileSync } from 'node:fs';
import { wholeSecond } from '../../src/domain/instant.ts';
import type { MergedRequest } from '../../src/domain/request.ts';
import type { Answer, Forge } from '../../src/forge/forge.ts';
import { LANDED, NOW } from '../fixtures/grants.ts';
import type { RequestFixture, RequestFixtures } from '../fixtures/requests.ts';

/** A forge that knows the merged requests of a file and answers at once: what approvals cost to look up is not measured here. */
export function forgeOf(file: string): Forge {
  const { tip, requests } = JSON.parse(readFileSync(file, 'utf8')) as RequestFixtures;
  const byCommit = new Map(requests.map((request, at) => [request.commit, { request, number: at + 1 }]));
  const yes = async <T>(value: T): Promise<Answer<T>> => ({ ok: true, value });
  const never = () => Promise.reject(new Error('the benches open no requests'));
  return {
    kind: 'local',
    now: () => NOW,
    tip: () => yes(tip),
    mergedRequest: (commit) => {
      const found = byCommit.get(commit);
      return yes(found === undefined ? undefined : merged(found.request, found.number));
    },
    blobAt: (commit, path) => yes(byCommit.get(commit)?.request.blobs[path]),
    textAt: () => yes(undefined),
    branches: () => yes(new Map()),
    findPrune: () => yes(undefined),
    openPrune: never,
    updatePrune: never,
    closePrune: never,
    proposeFile: never,
    // The ledger and the snapshot are written, and cost no waiting: what is bounded is the calls of the cloud.
    own: { read: () => yes(undefined), append: () => yes('written'), replace: () => yes('written') },
  };
}

function merged({ commit, approver, blobs }: RequestFixture, number: number): MergedRequest {
  return {
    number,
    url: `https://git.example.com/acme/access/pull/${number}`,
    author: 'release-bot',
    authorIsBot: true,
    base: 'main',
    defaultBranch: 'main',
    head: commit,
    mergedAt: LANDED,
    mergedBy: approver,
    writers: ['release-bot'],
    paths: Object.keys(blobs),
    reviews: [{ login: approver, bot: false, state: 'approved', commit, at: wholeSecond(LANDED) }],
  };
}

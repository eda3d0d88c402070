import { compare } from '../../domain/finding.ts';
import type { MergedRequest, Review } from '../../domain/request.ts';
import { differences, mergeBase } from '../../git/merge.ts';
import type { Answer } from '../forge.ts';
import { answered, yes } from './answer.ts';
import { commitsBetween } from './commits.ts';
import { refsOf, type Desk } from './desk.ts';
import { isBot } from './people.ts';
import type { StoredReview } from './state.ts';
import { storedRequests, viewsOf, type LocalRequest } from './view.ts';

/** The request that a commit merged; undefined for any other commit, and so for one that was pushed directly. */
export async function mergedRequest(desk: Desk, commit: string): Promise<Answer<MergedRequest | undefined>> {
  return answered(async () => {
    const { merges } = await refsOf(desk);
    const number = [...merges].find(([, merge]) => merge === commit)?.[0];
    const stored = (await storedRequests(desk)).filter((one) => String(one.number) === number);
    const [request] = await viewsOf(desk, stored);
    return yes(request?.merged === undefined ? undefined : await factsOf(desk, request, request.merged));
  });
}

async function factsOf(
  desk: Desk,
  request: LocalRequest,
  merged: { readonly at: MergedRequest['mergedAt']; readonly by: string; readonly commit: string },
): Promise<MergedRequest> {
  const { number, url, author, base, head } = request;
  const onto = `${merged.commit}^1`;
  const [commits, paths] = await Promise.all([commitsBetween(desk.repo, onto, head), pathsOf(desk, onto, head)]);
  const writers = commits.flatMap((one) => one.writers);
  return {
    number,
    url,
    author,
    authorIsBot: isBot(author),
    base,
    defaultBranch: desk.defaultBranch,
    head,
    mergedAt: merged.at,
    mergedBy: merged.by,
    writers: [...new Set(writers)].sort(compare),
    paths,
    reviews: request.reviews.map(reviewOf),
  };
}

/** What a request changes, seen from where its branch began. */
async function pathsOf(desk: Desk, onto: string, head: string): Promise<readonly string[]> {
  const from = (await mergeBase(desk.repo, onto, head)) ?? onto;
  return (await differences(desk.repo, from, head)).map((one) => one.path);
}

function reviewOf({ login, state, commit, at }: StoredReview): Review {
  return { login, bot: isBot(login), state, commit, at };
}

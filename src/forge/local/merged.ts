import { compare } from '../../domain/finding.ts';
import type { MergedRequest, Review } from '../../domain/request.ts';
import type { Answer } from '../forge.ts';
import { answered, yes } from './answer.ts';
import type { Desk } from './desk.ts';
import { isBot } from './people.ts';
import type { StoredReview } from './state.ts';
import { storedRequests, viewsOf, type LocalRequest } from './view.ts';

/** The request that a commit merged; undefined for any other commit, and so for one that was pushed directly. */
export async function mergedRequest(desk: Desk, commit: string): Promise<Answer<MergedRequest | undefined>> {
  return answered(async () => {
    const number = await desk.told.numberOf(commit);
    const stored = (await storedRequests(desk)).filter((one) => String(one.number) === number);
    const [request] = await viewsOf(desk, stored, { heads: new Map(), merges: new Map(number === undefined ? [] : [[number, commit]]) });
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
  const [commits, paths] = await Promise.all([desk.told.between(onto, head), pathsOf(desk, onto, head)]);
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
  const from = (await desk.told.mergeBase(onto, head)) ?? onto;
  return (await desk.told.differences(from, head)).map((one) => one.path);
}

function reviewOf({ login, state, commit, at }: StoredReview): Review {
  return { login, bot: isBot(login), state, commit, at };
}

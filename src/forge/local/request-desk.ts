import { compare } from '../../domain/finding.ts';
import type { OpenRequest } from '../../domain/request.ts';
import type { Answer, OwnComment, RequestCheck } from '../forge.ts';
import { answered, yes } from './answer.ts';
import { refsOf, type Desk } from './desk.ts';
import { BOT, isBot } from './people.ts';
import { changed, showOpen } from './request.ts';
import type { StoredRequest } from './state.ts';
import { type LocalRequest, showRequest, storedRequests, viewsOf } from './view.ts';

/** An open request as it stands now; undefined for one that is closed or merged. */
export async function openRequestFacts(desk: Desk, number: number): Promise<Answer<OpenRequest | undefined>> {
  return answered(async () => {
    const found = await showRequest(desk, number);
    if (!found.ok) return found;
    return yes(found.value.state === 'open' ? await factsOf(desk, found.value) : undefined);
  });
}

async function factsOf(desk: Desk, { number, url, author, base, head, reviews, labels = [] }: LocalRequest): Promise<OpenRequest> {
  const onto = (await refsOf(desk)).heads.get(base) ?? base;
  const from = (await desk.told.mergeBase(onto, head)) ?? onto;
  const [commits, changes] = await Promise.all([desk.told.between(from, head), desk.told.differences(from, head)]);
  return {
    number,
    url,
    author,
    authorIsBot: isBot(author),
    base,
    defaultBranch: desk.defaultBranch,
    head,
    writers: [...new Set(commits.flatMap((one) => one.writers))].sort(compare),
    paths: changes.map((one) => one.path),
    reviews: reviews.map(({ login, state, commit, at }) => ({ login, bot: isBot(login), state, commit, at })),
    fromFork: false,
    labels,
  };
}

/** A comment is known by its place in the list. */
export async function findComment(desk: Desk, number: number, isOurs: (body: string) => boolean): Promise<Answer<OwnComment | undefined>> {
  return answered(async () => {
    const found = await showOpen(desk, number);
    if (!found.ok) return found;
    const id = found.value.comments.findIndex(({ login, body }) => login === BOT && isOurs(body));
    const comment = found.value.comments[id];
    return yes(comment === undefined ? undefined : { id, body: comment.body });
  });
}

export async function putComment(desk: Desk, number: number, body: string, known: OwnComment | undefined): Promise<Answer<void>> {
  const comment = { login: BOT, at: desk.now(), body };
  return edited(desk, number, ({ comments }) => ({
    comments: known === undefined ? [...comments, comment] : comments.with(known.id, comment),
  }));
}

export async function setLabels(
  desk: Desk,
  request: OpenRequest,
  wanted: readonly string[],
  among: readonly string[],
): Promise<Answer<void>> {
  return edited(desk, request.number, ({ labels = [] }) => ({
    labels: [...labels.filter((label) => !among.includes(label)), ...wanted],
  }));
}

/** On the open requests of the commit. */
export async function putCheck(desk: Desk, { head, passed, title }: RequestCheck): Promise<Answer<void>> {
  return answered(async () => {
    const open = (await viewsOf(desk, await storedRequests(desk))).filter((one) => one.state === 'open' && one.head === head);
    for (const one of open) await changed(desk, one, (stored) => ({ ...stored, check: { head, passed, title } }));
    return yes(undefined);
  });
}

async function edited(desk: Desk, number: number, edit: (request: StoredRequest) => Partial<StoredRequest>): Promise<Answer<void>> {
  return answered(async () => {
    const found = await showOpen(desk, number);
    if (!found.ok) return found;
    await changed(desk, found.value, (stored) => ({ ...stored, ...edit(stored) }));
    return yes(undefined);
  });
}

import type { Answer, RequestText } from '../forge.ts';
import { answered, no, yes } from './answer.ts';
import { refsOf, type Desk } from './desk.ts';
import { isLogin, sameLogin } from './people.ts';
import { keep, nextNumber, type ForgeState, type StoredRequest, type StoredReview, type Verdict } from './state.ts';
import { showRequest, urlOf, viewsOf, type LocalRequest } from './view.ts';

export interface NewRequest extends RequestText {
  readonly branch: string;
  readonly author: string;
  /** The default branch when absent. */
  readonly base?: string;
}

/** Opens a request for a branch that was pushed. A later push to the branch moves its head. */
export async function openRequest(desk: Desk, ask: NewRequest): Promise<Answer<LocalRequest>> {
  return answered(async () => {
    if (!isLogin(ask.author)) return no('invalid', `"${ask.author}" is no login`);
    const { branch, base = desk.defaultBranch } = ask;
    const { heads } = await refsOf(desk);
    const [head, onto] = [heads.get(branch), heads.get(base)];
    if (head === undefined) return no('not-found', `there is no branch ${branch}`, 'Push it first.');
    if (onto === undefined) return no('not-found', `there is no branch ${base} to merge into`);
    if ((await desk.told.mergeBase(onto, head)) === head) return no('invalid', `${branch} holds nothing that ${base} does not have`);
    return desk.store.update((state) => opened(desk, state, { ...ask, base }, head));
  });
}

/** Writes the request down, unless the branch has one that is open; to be called while the store is held. */
export async function opened(
  desk: Desk,
  state: ForgeState,
  ask: NewRequest & { readonly base: string },
  head: string,
): Promise<Answer<LocalRequest>> {
  const rival = await openRequestOf(desk, state, ask.branch);
  if (rival !== undefined) return no('conflict', `${ask.branch} has the open request ${rival.number} already`);
  const { author, branch, base, title, body } = ask;
  const text = { author, branch, base, title, body };
  const request: StoredRequest = { ...text, number: nextNumber(state), openedAt: desk.now(), openedHead: head, reviews: [], comments: [] };
  keep(state, request);
  return yes({ ...request, url: urlOf(request.number), state: 'open', head });
}

export async function openRequestOf(desk: Desk, state: ForgeState, branch: string): Promise<LocalRequest | undefined> {
  const candidates = state.requests.filter((one) => one.branch === branch && one.closed === undefined);
  return (await viewsOf(desk, candidates)).find((one) => one.state === 'open');
}

const STATES: Readonly<Record<Verdict, StoredReview['state']>> = {
  approve: 'approved',
  'request-changes': 'changes-requested',
  comment: 'commented',
};

/** Reviews the branch as it is now. Nobody judges their own request. */
export async function review(desk: Desk, number: number, login: string, verdict: Verdict, body = ''): Promise<Answer<LocalRequest>> {
  return answered(async () => {
    const found = await showOpen(desk, number);
    if (!found.ok) return found;
    const { author, head } = found.value;
    if (!isLogin(login)) return no('invalid', `"${login}" is no login`);
    if (verdict !== 'comment' && sameLogin(login, author))
      return no('forbidden', `${login} opened request ${number} and cannot judge it`, 'Somebody else has to look.');
    const given: StoredReview = { login, state: STATES[verdict], commit: head, at: desk.now(), body };
    return yes(await changed(desk, found.value, (stored) => ({ ...stored, reviews: [...stored.reviews, given] })));
  });
}

/** Closes a request without merging; its branch stays. */
export async function closeRequest(desk: Desk, number: number, login: string, comment = ''): Promise<Answer<LocalRequest>> {
  return answered(async () => {
    const found = await showOpen(desk, number);
    if (!found.ok) return found;
    const [at, head] = [desk.now(), found.value.head];
    const said = comment === '' ? [] : [{ login, at, body: comment }];
    const closed = { at, by: login, head };
    const now = await changed(desk, found.value, (stored) => ({ ...stored, comments: [...stored.comments, ...said], closed }));
    return yes({ ...now, state: 'closed' });
  });
}

export async function showOpen(desk: Desk, number: number): Promise<Answer<LocalRequest>> {
  const found = await showRequest(desk, number);
  return found.ok && found.value.state !== 'open' ? no('invalid', `request ${number} is ${found.value.state}`) : found;
}

/** Changes what is stored of a request, and gives it as it then is. */
export async function changed(desk: Desk, seen: LocalRequest, change: (stored: StoredRequest) => StoredRequest): Promise<LocalRequest> {
  return desk.store.update((state) => {
    const stored = state.requests.filter((one) => one.number === seen.number).map(change);
    for (const one of stored) keep(state, one);
    return { ...seen, ...stored[0] };
  });
}

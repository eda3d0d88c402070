import type { Instant } from '../../domain/instant.ts';
import type { Answer } from '../forge.ts';
import { answered, no, yes } from './answer.ts';
import type { CommitFacts } from './commits.ts';
import { refsOf, type Desk, type Refs } from './desk.ts';
import type { StoredRequest } from './state.ts';

/** A request as it stands now: what is stored, and what Git says. */
export interface LocalRequest extends StoredRequest {
  readonly url: string;
  readonly state: 'open' | 'closed' | 'merged';
  /** The last commit of its branch, now or when it was closed or merged. */
  readonly head: string;
  readonly merged?: { readonly at: Instant; readonly by: string; readonly commit: string };
}

/** All requests, by number. */
export async function listRequests(desk: Desk): Promise<Answer<readonly LocalRequest[]>> {
  return answered(async () => yes(await viewsOf(desk, await storedRequests(desk))));
}

export async function showRequest(desk: Desk, number: number): Promise<Answer<LocalRequest>> {
  return answered(async () => {
    const stored = (await storedRequests(desk)).find((one) => one.number === number);
    const [view] = stored === undefined ? [] : await viewsOf(desk, [stored]);
    return view === undefined ? no('not-found', `there is no request ${number}`) : yes(view);
  });
}

export async function storedRequests(desk: Desk): Promise<readonly StoredRequest[]> {
  return desk.store.update((state) => state.requests);
}

export async function viewsOf(desk: Desk, requests: readonly StoredRequest[], known?: Refs): Promise<readonly LocalRequest[]> {
  if (requests.length === 0) return [];
  const refs = known ?? (await refsOf(desk));
  const wanted = requests.map((one) => refs.merges.get(String(one.number))).filter((commit) => commit !== undefined);
  const merges = await desk.told.commits(wanted);
  return requests.map((one) => viewOf(one, refs, merges));
}

export function urlOf(number: number): string {
  return `local://forge/pull/${number}`;
}

function viewOf(stored: StoredRequest, refs: Refs, merges: readonly CommitFacts[]): LocalRequest {
  const url = urlOf(stored.number);
  const merge = merges.find((one) => one.commit === refs.merges.get(String(stored.number)));
  if (merge !== undefined) {
    const merged = { at: merge.committedAt, by: merge.author, commit: merge.commit };
    return { ...stored, url, state: 'merged', head: merge.parents[1] ?? stored.openedHead, merged };
  }
  const head = refs.heads.get(stored.branch);
  // A request whose branch was deleted is closed, as on GitHub.
  if (stored.closed === undefined && head !== undefined) return { ...stored, url, state: 'open', head };
  return { ...stored, url, state: 'closed', head: stored.closed?.head ?? stored.openedHead };
}

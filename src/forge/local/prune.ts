import { stemOf } from '../../domain/name.ts';
import { moveBranch } from '../../git/branch.ts';
import type { FileChange } from '../../git/commit.ts';
import type { Difference } from '../../git/merge.ts';
import { listTree } from '../../git/tree.ts';
import type { Answer, Deletion, PruneRequest, RequestText } from '../forge.ts';
import { readPruneMarker, withPruneMarker } from '../prune-marker.ts';
import { answered, no, yes } from './answer.ts';
import { standing } from './approval.ts';
import { refsOf, type Desk } from './desk.ts';
import { allOurs, renewWork, startWork, type Work } from './ours.ts';
import { BOT, isBot } from './people.ts';
import { closeRequest, showOpen } from './request.ts';
import type { StoredRequest } from './state.ts';
import { storedRequests, viewsOf, type LocalRequest } from './view.ts';

const BRANCH = 'grantkeeper/prune';

/** Our open request: by its branch, its marker, which anybody could copy, and therefore also its author. */
export async function findPrune(desk: Desk): Promise<Answer<PruneRequest | undefined>> {
  return answered(async () => {
    const views = await viewsOf(desk, await pruneRequests(desk));
    const open = views.find((one) => one.state === 'open');
    return yes(open === undefined ? undefined : await pruneOf(desk, open));
  });
}

export async function openPrune(
  desk: Desk,
  base: string,
  deletions: readonly Deletion[],
  text: RequestText,
): Promise<Answer<PruneRequest>> {
  return answered(async () => {
    const work = await workOf(desk, base, deletions, text);
    if (!work.ok) return work;
    const declined = declinedBy(await pruneRequests(desk), work.value.text);
    if (declined !== undefined) return no('unsafe', declined, 'It is asked again when other files have lapsed.');
    return shown(desk, await startWork(desk, work.value));
  });
}

/** Replaces what the branch deletes; a branch that holds a person's commit, or that moves meanwhile, stays as it is. */
export async function updatePrune(
  desk: Desk,
  request: PruneRequest,
  base: string,
  deletions: readonly Deletion[],
  text: RequestText,
): Promise<Answer<PruneRequest>> {
  return answered(async () => {
    const work = await workOf(desk, base, deletions, text);
    if (!work.ok) return work;
    const open = await showOpen(desk, request.number);
    return open.ok ? shown(desk, await renewWork(desk, open.value, work.value)) : open;
  });
}

/** Closes it and deletes its branch; a branch with a person's commit is left to them. */
export async function closePrune(desk: Desk, request: PruneRequest, comment: string): Promise<Answer<void>> {
  return answered(async () => {
    const open = await showOpen(desk, request.number);
    if (!open.ok) return open;
    const { touched } = await pruneOf(desk, open.value);
    const closed = await closeRequest(desk, request.number, BOT, comment);
    if (!closed.ok) return closed;
    // A branch that moved since stays too: the request is closed all the same.
    if (!touched) await moveBranch(desk.repo, BRANCH, open.value.head, undefined);
    return yes(undefined);
  });
}

async function pruneRequests(desk: Desk): Promise<readonly StoredRequest[]> {
  const all = await storedRequests(desk);
  return all.filter(
    (one) => one.branch === BRANCH && one.base === desk.defaultBranch && one.author === BOT && readPruneMarker(one.body) !== undefined,
  );
}

async function shown(desk: Desk, request: Answer<LocalRequest>): Promise<Answer<PruneRequest>> {
  return request.ok ? yes(await pruneOf(desk, request.value)) : request;
}

async function pruneOf(desk: Desk, { number, url, head, reviews }: LocalRequest): Promise<PruneRequest> {
  const onto = (await refsOf(desk)).heads.get(desk.defaultBranch) ?? head;
  const [changes, ours] = await Promise.all([changesOf(desk, onto, head), allOurs(desk, onto, head)]);
  const deletions = changes.flatMap(({ path, before, after }) =>
    before === undefined || after !== undefined ? [] : [{ path, blob: before, grant: stemOf(path) }],
  );
  const touched = deletions.length < changes.length || !ours;
  const approved = standing(reviews).some((one) => one.state === 'approved' && one.commit === head && !isBot(one.login));
  return { number, url, deletions, approved, touched };
}

async function changesOf(desk: Desk, onto: string, head: string): Promise<readonly Difference[]> {
  return desk.told.differences((await desk.told.mergeBase(onto, head)) ?? onto, head);
}

/** Only the very blob that lapsed is deleted: a file that was renewed meanwhile is another. */
async function workOf(desk: Desk, base: string, deletions: readonly Deletion[], text: RequestText): Promise<Answer<Work>> {
  if (deletions.length === 0) return no('invalid', 'there is nothing to prune');
  const folders = new Set(deletions.map(({ path }) => path.split('/')[0] ?? path));
  const blobs = new Map((await listTree(desk.repo, base, [...folders])).map((entry) => [entry.path, entry.blob]));
  const stranger = deletions.find(({ path, blob }) => blobs.get(path) !== blob);
  if (stranger !== undefined) return no('conflict', `${stranger.path} is not the file that lapsed any more`, 'The next run looks again.');
  const changes: readonly FileChange[] = deletions.map(({ path }) => ({ path, gone: true }));
  const trailer = text.ledger === undefined ? {} : { trailer: `Grantkeeper-Ledger: ${text.ledger}` };
  return yes({ branch: BRANCH, base, changes, text: { title: text.title, body: withPruneMarker(text.body, deletions) }, ...trailer });
}

/** Who closed the last request for the very same deletions. */
function declinedBy(requests: readonly StoredRequest[], text: RequestText): string | undefined {
  const same = requests.findLast((one) => readPruneMarker(one.body) === readPruneMarker(text.body));
  const closed = same?.closed;
  if (same === undefined || closed === undefined || closed.by === BOT) return undefined;
  return `request ${same.number} asked for the same and was closed by ${closed.by}`;
}

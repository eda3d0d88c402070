import { moveBranch } from '../../git/branch.ts';
import { writeCommit, type FileChange } from '../../git/commit.ts';
import type { Answer, RequestText } from '../forge.ts';
import { no, yes } from './answer.ts';
import { refsOf, type Desk } from './desk.ts';
import { BOT, personOf } from './people.ts';
import { changed, opened, openRequestOf } from './request.ts';
import type { LocalRequest } from './view.ts';

/** What a branch of ours is to hold: one commit on top of `base`. */
export interface Work {
  readonly branch: string;
  readonly base: string;
  readonly changes: readonly FileChange[];
  readonly text: RequestText;
  /** A last line of the commit's message, such as the head of the ledger. */
  readonly trailer?: string;
}

/** Whether every commit that `head` has over `base` is one of this program: only then may the branch be written anew. */
export async function allOurs(desk: Desk, base: string, head: string): Promise<boolean> {
  const commits = await desk.told.between(base, head);
  return commits.every(({ author, committer, parents }) => author === BOT && committer === BOT && parents.length === 1);
}

/** Makes the branch and opens a request for it. A branch without a request is what an earlier run left behind, or a person's work. */
export async function startWork(desk: Desk, work: Work): Promise<Answer<LocalRequest>> {
  return desk.store.update(async (state) => {
    const rival = await openRequestOf(desk, state, work.branch);
    if (rival !== undefined) return no('conflict', `${work.branch} has the open request ${rival.number} already`);
    const left = (await refsOf(desk)).heads.get(work.branch);
    const head = await placed(desk, work, left);
    return head.ok ? opened(desk, state, { ...work.text, branch: work.branch, author: BOT, base: desk.defaultBranch }, head.value) : head;
  });
}

/** Puts the work in the place of what the request's branch held. */
export async function renewWork(desk: Desk, request: LocalRequest, work: Work): Promise<Answer<LocalRequest>> {
  const head = await placed(desk, work, request.head);
  if (!head.ok) return head;
  return yes({ ...(await changed(desk, request, (stored) => ({ ...stored, ...work.text }))), head: head.value });
}

/** Writes the commit and sets the branch to it, from the head that was seen and never over a person's commit. */
async function placed(desk: Desk, { branch, base, changes, text, trailer }: Work, from: string | undefined): Promise<Answer<string>> {
  if (from !== undefined && !(await allOurs(desk, base, from))) {
    return no('unsafe', `${branch} holds a commit that is not ours`, 'Merge or close its request, or delete the branch.');
  }
  // The text goes with the commit too, because history outlives the forge.
  const message = `${`${text.title}\n\n${text.body}`.trimEnd()}\n${trailer === undefined ? '' : `\n${trailer}\n`}`;
  const head = await writeCommit(desk.repo, { message, author: personOf(BOT), at: desk.now(), parents: [base], changes });
  const moved = await moveBranch(desk.repo, branch, from, head);
  return moved ? yes(head) : no('conflict', `${branch} moved meanwhile`, 'The next run looks again.');
}

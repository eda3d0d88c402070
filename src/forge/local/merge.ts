import { ownersOf, parseCodeowners } from '../../domain/codeowners.ts';
import { moveRefs } from '../../git/branch.ts';
import { writeCommit } from '../../git/commit.ts';
import { mergeTrees } from '../../git/merge.ts';
import type { Answer } from '../forge.ts';
import { answered, no, yes } from './answer.ts';
import { objections, type Beneficiary } from './approval.ts';
import { refsOf, type Desk } from './desk.ts';
import { MERGES } from './merges.ts';
import { isLogin, personOf } from './people.ts';
import { textAt } from './reading.ts';
import { showOpen } from './request.ts';
import { showRequest, type LocalRequest } from './view.ts';

/** Who gains by what a request puts at its paths, as they are at its head: they may not approve it. */
export type Benefits = (head: string, paths: readonly string[]) => Promise<readonly Beneficiary[]>;

/** Merges a request with a commit of its own, dated now, and deletes its branch. Refused with every reason at once. */
export async function mergeRequest(desk: Desk, number: number, login: string, benefits: Benefits): Promise<Answer<LocalRequest>> {
  return answered(async () => {
    if (!isLogin(login)) return no('invalid', `"${login}" is no login`);
    const judged = await judge(desk, number, benefits);
    if (!judged.ok) return judged;
    const { request, onto, tree, reasons } = judged.value;
    if (tree === undefined || reasons.length > 0) return no('forbidden', `request ${number} cannot be merged: ${reasons.join('; ')}`);
    return land(desk, request, onto, tree, login);
  });
}

/** Every reason why a request cannot be merged now; none when it can. */
export async function blockers(desk: Desk, number: number, benefits: Benefits): Promise<Answer<readonly string[]>> {
  return answered(async () => {
    const judged = await judge(desk, number, benefits);
    return judged.ok ? yes(judged.value.reasons) : judged;
  });
}

interface Judged {
  readonly request: LocalRequest;
  readonly onto: string;
  /** The merged files; undefined where the two sides conflict, which then is one of the reasons. */
  readonly tree: string | undefined;
  readonly reasons: readonly string[];
}

async function judge(desk: Desk, number: number, benefits: Benefits): Promise<Answer<Judged>> {
  const found = await showOpen(desk, number);
  if (!found.ok) return found;
  const request = found.value;
  const onto = (await refsOf(desk)).heads.get(request.base);
  if (onto === undefined) return no('not-found', `the branch ${request.base} is gone`);
  const base = await desk.told.mergeBase(onto, request.head);
  if (base === undefined) return no('invalid', `${request.branch} and ${request.base} have no common history`);
  const [merged, said] = await Promise.all([mergeTrees(desk.repo, onto, request.head), objectionsTo(desk, request, onto, base, benefits)]);
  if (!said.ok) return said;
  const conflicts = merged.ok ? [] : [`it conflicts with ${request.base} at ${merged.conflicts.join(', ')}`];
  return yes({ request, onto, tree: merged.ok ? merged.tree : undefined, reasons: [...said.value, ...conflicts] });
}

/** By the owners that the base branch names: a request cannot choose its own. */
async function objectionsTo(
  desk: Desk,
  request: LocalRequest,
  onto: string,
  base: string,
  benefits: Benefits,
): Promise<Answer<readonly string[]>> {
  const { head, author, reviews } = request;
  const [owners, changes, commits] = await Promise.all([
    textAt(desk, onto, '.github/CODEOWNERS'),
    desk.told.differences(base, head),
    desk.told.between(onto, head),
  ]);
  if (!owners.ok) return owners;
  const { rules } = parseCodeowners(owners.value ?? '');
  const paths = changes.map((one) => one.path);
  const writers = commits.flatMap((one) => one.writers);
  const beneficiaries = await benefits(head, paths);
  return yes(objections({ author, head, writers, paths, reviews, beneficiaries, ownersOf: (path) => ownersOf(rules, path) }));
}

/** One step for all refs: had somebody pushed to either branch meanwhile, nothing of it happens. */
async function land(desk: Desk, request: LocalRequest, onto: string, tree: string, login: string): Promise<Answer<LocalRequest>> {
  const { number, branch, base, head, title } = request;
  const message = `Merge pull request #${number} from ${branch}\n\n${title}\n`;
  const commit = await writeCommit(desk.repo, { message, author: personOf(login), at: desk.now(), parents: [onto, head], tree });
  const landed = await moveRefs(desk.repo, [
    { ref: `refs/heads/${base}`, from: onto, to: commit },
    { ref: `refs/heads/${branch}`, from: head, to: undefined },
    { ref: `${MERGES}${number}`, from: undefined, to: commit },
  ]);
  return landed ? showRequest(desk, number) : no('conflict', `${base} or ${branch} moved meanwhile`, 'Try again.');
}

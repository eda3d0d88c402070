import type { Answer, Forge, RequestText } from '../../forge/forge.ts';
import { moveBranch } from '../../git/branch.ts';
import { commitTo, type FileChange, writeCommit } from '../../git/commit.ts';
import { type Checkout, currentBranch } from '../../git/repository.ts';
import { gitOutput } from '../../git/stream.ts';
import type { Context } from '../context.ts';

export const BRANCH = 'grantkeeper/init';

const TEXT: RequestText = {
  title: 'Ask for access in this repository',
  body: 'A first policy, one team with its people, and the workflows that run them. The first version of the policy is trusted as it is; every later one counts once security approved it.',
};

/** Where the files went: a request at the forge, or a branch of this clone. */
export type Landing =
  | { readonly kind: 'request'; readonly number: number; readonly url: string }
  | { readonly kind: 'branch'; readonly name: string; readonly why: string }
  | { readonly kind: 'nowhere'; readonly why: string };

/** One request where there is a forge, and a branch that is checked out elsewhere. No file that is there already may be among them. */
export async function landed(context: Context, checkout: Checkout, files: ReadonlyMap<string, string>): Promise<Landing> {
  const forge = await context.forge();
  const proposed = typeof forge === 'string' ? forge : await propose(forge, checkout.head, files);
  return typeof proposed === 'string' ? commit(context, checkout, files, proposed) : proposed;
}

/** A text says why there is no request, and that a branch is the next best. */
async function propose(forge: Forge, head: string | undefined, files: ReadonlyMap<string, string>): Promise<Landing | string> {
  if (forge.proposeFiles === undefined) return 'this forge takes no request of several files';
  const tip = await forge.tip();
  if (!tip.ok) return tip.failure.message;
  if (tip.value !== head)
    return { kind: 'nowhere', why: `this clone is not at the tip of the default branch (${tip.value.slice(0, 12)}): pull first` };
  return told(await forge.proposeFiles(BRANCH, files, TEXT));
}

function told(answer: Answer<{ readonly number: number; readonly url: string }>): Landing | string {
  if (answer.ok) return { kind: 'request', ...answer.value };
  const { message, hint } = answer.failure;
  return hint === undefined ? message : `${message} (${hint})`;
}

const WHO = { name: 'grantkeeper', email: 'grantkeeper@users.local' };

async function commit(context: Context, { repository, head }: Checkout, files: ReadonlyMap<string, string>, why: string): Promise<Landing> {
  if (repository.bare) return { kind: 'nowhere', why: 'this repository is bare: run init in a clone' };
  const changes: readonly FileChange[] = [...files].map(([path, content]) => ({ path, content }));
  const made = { message: `${TEXT.title}\n\n${TEXT.body}\n`, author: WHO, at: context.now, changes };
  if (head === undefined) {
    const name = (await currentBranch(repository)) ?? 'main';
    await commitTo(repository, name, { ...made, parents: [] }, 'grows');
    await gitOutput(repository.root, ['--literal-pathspecs', 'restore', '--source=HEAD', '--staged', '--worktree', '--', ...files.keys()]);
    return { kind: 'branch', name, why };
  }
  const moved = await moveBranch(repository, BRANCH, undefined, await writeCommit(repository, { ...made, parents: [head] }));
  if (!moved) return { kind: 'nowhere', why: `there is a branch ${BRANCH} already: merge it, or delete it` };
  await gitOutput(repository.root, ['switch', '--quiet', BRANCH]);
  return { kind: 'branch', name: BRANCH, why };
}

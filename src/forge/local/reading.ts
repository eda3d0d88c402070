import { branchesOf } from '../../git/branch.ts';
import { withObjects } from '../../git/objects.ts';
import type { Answer } from '../forge.ts';
import { answered, no, yes } from './answer.ts';
import { refsOf, type Desk } from './desk.ts';

export async function tip(desk: Desk): Promise<Answer<string>> {
  return answered(async () => {
    const head = (await refsOf(desk)).heads.get(desk.defaultBranch);
    return head === undefined
      ? no('not-found', `the forge has no branch ${desk.defaultBranch} yet`, 'Push the first commit to it.')
      : yes(head);
  });
}

export async function branches(desk: Desk, prefix: string): Promise<Answer<ReadonlyMap<string, string>>> {
  return answered(async () => yes(new Map([...(await branchesOf(desk.repo))].filter(([name]) => name.startsWith(prefix)))));
}

export async function blobAt(desk: Desk, commit: string, path: string): Promise<Answer<string | undefined>> {
  return answered(async () => yes(await desk.told.blobAt(commit, path)));
}

export async function textAt(desk: Desk, commit: string, path: string): Promise<Answer<string | undefined>> {
  return answered(async () => {
    const [object] = await withObjects(desk.repo, async (get) => get([`${commit}:${path}`]));
    return yes(object?.type === 'blob' ? object.bytes.toString('utf8') : undefined);
  });
}

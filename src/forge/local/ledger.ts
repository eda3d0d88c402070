import { commitTo } from '../../git/commit.ts';
import { readTop } from '../../git/top-files.ts';
import type { Answer, OwnBranches } from '../forge.ts';
import { answered, no, yes } from './answer.ts';
import type { Desk } from './desk.ts';
import { BOT, personOf } from './people.ts';

/** The ledger and the snapshot as real branches of the bare repository. */
export function ownBranches(desk: Desk): OwnBranches {
  return {
    read: async (branch, pick) => answered(async () => yes(await readTop(desk.repo, `refs/heads/${branch}`, pick))),
    append: async (branch, from, files, message) => write(desk, branch, { from, files, message, manner: 'grows' }),
    replace: async (branch, files, message) => write(desk, branch, { files, message, manner: 'anew' }),
  };
}

interface Writing {
  readonly from?: string | undefined;
  readonly files: ReadonlyMap<string, string>;
  readonly message: string;
  readonly manner: 'grows' | 'anew';
}

async function write(desk: Desk, branch: string, { from, files, message, manner }: Writing): Promise<Answer<string>> {
  const changes = [...files].map(([path, content]) => ({ path, content }));
  const commit = { message, author: personOf(BOT), at: desk.now(), parents: from === undefined ? [] : [from], changes };
  return answered(async () => {
    const head = await commitTo(desk.repo, branch, commit, manner);
    return head === undefined ? no('conflict', `${branch} is not where it was read`, 'It is read again.') : yes(head);
  });
}

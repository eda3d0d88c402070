import type { Answer, RequestText } from '../forge.ts';
import { answered, no, yes } from './answer.ts';
import { type Desk, refsOf } from './desk.ts';
import { renewWork, startWork, type Work } from './ours.ts';
import { BOT } from './people.ts';
import { textAt, tip } from './reading.ts';
import { openRequestOf } from './request.ts';
import type { LocalRequest } from './view.ts';

/** Puts one file on a branch of its own and opens a request for it; again with the same file changes nothing. */
export async function proposeFile(
  desk: Desk,
  branch: string,
  path: string,
  content: string,
  text: RequestText,
): Promise<Answer<Pick<LocalRequest, 'number' | 'url'>>> {
  return answered(async () => {
    const base = await tip(desk);
    if (!base.ok) return base;
    const work = { branch, base: base.value, changes: [{ path, content }], text };
    const open = await desk.store.update(async (state) => openRequestOf(desk, state, branch));
    if (open !== undefined) return proposedAgain(desk, open, work, path, content);
    const there = await textAt(desk, base.value, path);
    if (!there.ok) return there;
    if (there.value === content) return no('invalid', `${path} stands on ${desk.defaultBranch} just so already`);
    return named(await startWork(desk, work));
  });
}

/** Puts new files on a new branch and opens a request for it. */
export async function proposeFiles(
  desk: Desk,
  branch: string,
  files: ReadonlyMap<string, string>,
  text: RequestText,
): Promise<Answer<Pick<LocalRequest, 'number' | 'url'>>> {
  return answered(async () => {
    const base = await tip(desk);
    if (!base.ok) return base;
    if ((await refsOf(desk)).heads.has(branch)) return no('conflict', `there is a branch ${branch} already`);
    const changes = [...files].map(([path, content]) => ({ path, content }));
    return named(await startWork(desk, { branch, base: base.value, changes, text }));
  });
}

async function proposedAgain(
  desk: Desk,
  open: LocalRequest,
  work: Work,
  path: string,
  content: string,
): Promise<Answer<Pick<LocalRequest, 'number' | 'url'>>> {
  if (open.author !== BOT) return no('conflict', `${work.branch} has the request ${open.number} of ${open.author}`);
  const there = await textAt(desk, open.head, path);
  if (!there.ok) return there;
  return named(there.value === content ? yes(open) : await renewWork(desk, open, work));
}

function named(request: Answer<LocalRequest>): Answer<Pick<LocalRequest, 'number' | 'url'>> {
  return request.ok ? yes({ number: request.value.number, url: request.value.url }) : request;
}

import { blobTrouble, forgeFacts, requestOf, sameBlobAt } from '../../../src/commands/reading/proofs.ts';
import type { Grant } from '../../../src/domain/grant.ts';
import type { Control } from '../../../src/domain/policy.ts';
import { judgeGrant } from '../../../src/policy/approval.ts';
import { commitAt } from '../../../src/sim/github/objects.ts';
import { leavesOfCommit } from '../../../src/sim/github/trees.ts';
import { control, grant } from '../../policy/acme.ts';
import { ask, merge, review, world, type World } from '../../sim/github/world.ts';
import { forgeOf } from './setup.ts';

export const GRANT = 'grants/payments/2026-11-23-ada-debug.yaml';

/** The bytes do not matter here; what they say is given to the judge. */
export const TEXT = 'principal: ada\nrole: debug\n';

export interface Story {
  readonly name: string;
  /** Plays it, and answers the commit of the default branch that landed the file. */
  readonly play: (github: World) => Promise<string>;
  readonly path?: string;
  readonly grants?: readonly Grant[];
  readonly control?: Control;
  /** Policy as it counts now, where it differs from that of the landing. */
  readonly now?: Control;
}

/** Who approved, the code of the refusal, or `doubt`: told one by one and told at once, which must be the same. */
export async function verdictOn(story: Story): Promise<readonly string[] | string> {
  const github = world();
  const commit = await story.play(github);
  const [single, many] = [await judged(github, story, commit, false), await judged(github, story, commit, true)];
  if (JSON.stringify(single) !== JSON.stringify(many)) throw new Error(`${JSON.stringify(single)} is not ${JSON.stringify(many)}`);
  return single;
}

async function judged(github: World, story: Story, commit: string, atOnce: boolean): Promise<readonly string[] | string> {
  const { path = GRANT, grants = [grant()], control: then = control(), now } = story;
  const forge = await forgeOf(github);
  const others = Object.keys(github.repository.objects).filter((id) => commitAt(github.repository.objects, id) !== undefined);
  if (atOnce) await forge.foresee?.([{ commit, path }, ...others.slice(0, 3).map((other) => ({ commit: other, path }))]);
  const facts = await forgeFacts(forge, [{ commit, path }]);
  const request = requestOf(facts, commit);
  if (typeof request === 'string' || blobTrouble(facts, request, path) !== undefined) return 'doubt';
  const blob = leavesOfCommit(github.repository.objects, commit).get(path)?.sha ?? '';
  const people = now === undefined ? {} : { people: now.directory };
  const verdict = judgeGrant({
    path,
    request,
    sameBlob: sameBlobAt(facts, path, blob),
    grants,
    control: then,
    privileged: false,
    ...people,
  });
  return verdict.approved ? verdict.by : verdict.code;
}

/** Ada asks for the grant on a branch. */
export async function asked(github: World, files: Readonly<Record<string, string | null>> = { [GRANT]: TEXT }): Promise<number> {
  return ask(github, 'ada-b', 'ask', files);
}

/** Asked, approved by Bo, and merged by an admin. */
export async function landed(github: World, method: 'merge' | 'squash' | 'rebase' = 'squash'): Promise<string> {
  const number = await asked(github);
  await review(github, 'bo-s', number, 'APPROVE');
  return merge(github, 'sam-o', number, method);
}

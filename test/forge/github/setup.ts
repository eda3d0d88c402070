import type { Answer, Deletion, Forge } from '../../../src/forge/forge.ts';
import type { GithubOptions } from '../../../src/forge/github/client.ts';
import { openGithubForge } from '../../../src/forge/github/forge.ts';
import type { Failure } from '../../../src/domain/outcome.ts';
import { leavesOfCommit } from '../../../src/sim/github/trees.ts';
import { BOT_TOKEN, type World } from '../../sim/github/world.ts';

/** The forge of the workflow's own token; waits are noted and take no time. */
export async function forgeOf(on: World, options: Partial<GithubOptions> = {}): Promise<Forge> {
  const usual = {
    owner: 'acme',
    repo: 'access',
    token: BOT_TOKEN,
    fetch: on.fetch,
    now: () => on.clock.now(),
    sleep: async () => undefined,
  };
  return openGithubForge({ ...usual, ...options });
}

export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.failure.kind}: ${answer.failure.message}`);
  return answer.value;
}

export function failure<T>(answer: Answer<T>): Failure {
  if (answer.ok) throw new Error(`not a failure but ${JSON.stringify(answer.value)}`);
  return answer.failure;
}

/** How many calls GitHub got while `work` ran. */
export async function callsOf(on: World, work: () => Promise<unknown>): Promise<string[]> {
  const before = on.service.calls.length;
  await work();
  return on.service.calls.slice(before).map((call) => `${call.method} ${new URL(call.url).pathname}`);
}

/** The files as they stand on a branch now, as prune wants them gone. */
export function deletionsAt(on: World, paths: readonly string[], branch = 'main'): Deletion[] {
  const all = leavesOfCommit(on.repository.objects, on.tip(branch));
  return paths.map((path) => ({ path, blob: all.get(path)?.sha ?? '', grant: path.replace(/^.*\/|\.yaml$/g, '') }));
}

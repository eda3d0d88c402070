import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/sim/github/state.ts';
import { settingsOf } from '../../../src/sim/github/settings.ts';
import { seedToken } from '../../../src/sim/github/seed.ts';
import { BOT_TOKEN, world, type World } from '../../sim/github/world.ts';
import { landed } from './judged.ts';
import { callsOf, failure, forgeOf, value } from './setup.ts';

/** What GitHub's record says of how a landed commit came to main. */
async function wayOf(github: World, commit: string) {
  return value(await (await forgeOf(github)).mergedRequest(commit))?.astray;
}

/** The record of a landing, told in another way than it was. */
function told(github: World, commit: string, kind: Activity['kind']): void {
  const { activity } = github.repository;
  const at = activity.findLastIndex((one) => one.after === commit);
  activity.splice(at, 1, { ...(activity[at] as Activity), kind, actor: 'mallory' });
}

function seesRules({ state }: World): void {
  const at = state.tokens.findIndex((token) => token.value === BOT_TOKEN);
  state.tokens.splice(at, 1);
  seedToken(state, BOT_TOKEN, 'github-actions[bot]', {
    contents: 'read',
    pull_requests: 'read',
    metadata: 'read',
    administration: 'write',
  });
}

function bypassed({ repository, clock }: World, commit: string, result: 'pass' | 'bypass'): void {
  const { ruleSuites } = settingsOf(repository);
  ruleSuites.push({ id: 7, actor: 'sam-o', before: '0'.repeat(40), after: commit, ref: 'refs/heads/main', at: clock.now(), result });
}

const LISTS = /activity|rule-suites/;

describe.concurrent('how a commit came to the default branch', () => {
  it.each(['merge', 'squash', 'rebase'] as const)('is as a merge by %s should', async (method) => {
    const github = world();
    const commit = await landed(github, method);
    seesRules(github);
    bypassed(github, commit, 'pass');
    expect(await wayOf(github, commit)).toBeUndefined();
    told(github, commit, 'merge_queue_merge');
    expect(await wayOf(github, commit)).toBeUndefined();
  });

  it('is by force, or by hand, where GitHub recorded that', async () => {
    const github = world();
    const commit = await landed(github, 'merge');
    told(github, commit, 'push');
    expect(await wayOf(github, commit)).toEqual({ way: 'push', by: 'mallory' });
    told(github, commit, 'force_push');
    expect(await wayOf(github, commit)).toEqual({ way: 'force-push', by: 'mallory' });
  });

  it('is not by hand where a rebase may have made that commit', async () => {
    const github = world();
    const commit = await landed(github, 'rebase');
    github.push({ branch: 'main', files: { later: '1' }, by: 'sam-o' });
    told(github, commit, 'push');
    expect(await wayOf(github, commit)).toBeUndefined();
  });

  it('is the first time that it came, wherever main went later', async () => {
    const github = world();
    const commit = await landed(github);
    const { activity } = github.repository;
    activity.push({ ...(activity.at(-1) as Activity), id: 99_999, kind: 'force_push', actor: 'sam-o' });
    expect(await wayOf(github, commit)).toBeUndefined();
  });

  it('is a bypass where the token may see one, and not known where it may not', async () => {
    const github = world();
    const commit = await landed(github);
    bypassed(github, commit, 'bypass');
    expect(await wayOf(github, commit)).toBeUndefined();
    seesRules(github);
    expect(await wayOf(github, commit)).toEqual({ way: 'bypass', by: 'sam-o' });
  });

  it('is not known where GitHub does not tell, and a failure where it cannot for now, to be asked again', async () => {
    const github = world();
    const commit = await landed(github, 'merge');
    told(github, commit, 'push');
    github.service.faults.push({ path: LISTS, times: 99, effect: { kind: 'answer', status: 404 } });
    expect(await wayOf(github, commit)).toBeUndefined();
    github.service.faults.length = 0;
    for (const path of [/rule-suites/, /activity\?.*main/]) {
      const forge = await forgeOf(github);
      github.service.faults.push({ path, times: 99, effect: { kind: 'answer', status: 503 } });
      expect(failure(await forge.mergedRequest(commit)).kind).toBe('transient');
      github.service.faults.length = 0;
      expect(value(await forge.mergedRequest(commit))?.astray).toEqual({ way: 'push', by: 'mallory' });
    }
  });

  it('is looked for in few pages, read once for all, and not known beyond them', async () => {
    const github = world();
    const commit = await landed(github, 'merge');
    told(github, commit, 'force_push');
    const { activity } = github.repository;
    const last = activity.at(-1) as Activity;
    const more = Array.from({ length: 499 }, (_, n) => ({ ...last, id: 50_000 + n, kind: 'pr_merge' as const, after: 'f'.repeat(40) }));
    activity.push(...more.slice(0, 400));
    const forge = await forgeOf(github);
    const lists = async () => {
      const calls = await callsOf(github, async () => Promise.all([forge.mergedRequest(commit), forge.mergedRequest(commit)]));
      return calls.filter((call) => call.endsWith('/activity')).length;
    };
    // One page is of the branch of the request: who pushed.
    expect([await lists(), await lists()]).toEqual([6, 0]);
    expect(value(await forge.mergedRequest(commit))?.astray).toEqual({ way: 'force-push', by: 'mallory' });
    activity.push(...more.slice(400), ...more.slice(0, 1));
    expect(await wayOf(github, commit)).toBeUndefined();
  });
});

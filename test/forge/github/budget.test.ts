import { describe, expect, it } from 'vitest';

import { later } from '../../../src/domain/instant.ts';
import { seedToken } from '../../../src/sim/github/seed.ts';
import { ask, merge, world, type World } from '../../sim/github/world.ts';
import { failure, forgeOf, value } from './setup.ts';

/** So many merged requests, and the commits that they made. */
async function landed(github: World, count: number): Promise<readonly string[]> {
  const commits: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const number = await ask(github, 'ada-b', `ask-${n}`, { [`grants/payments/g${n}.yaml`]: String(n) });
    commits.push(await merge(github, 'sam-o', number, 'squash'));
  }
  return commits;
}

describe.concurrent('what is left of the hour', () => {
  it('is kept for revocations and recalls once it comes to a tenth, and proofs go on in the next hour', async () => {
    const github = world();
    const commits = await landed(github, 10);
    seedToken(github.state, 'ghs_small', 'github-actions[bot]', { contents: 'read', pull_requests: 'read', metadata: 'read' }, 60);
    const forge = await forgeOf(github, { token: 'ghs_small' });
    const answers = [];
    for (const commit of commits) answers.push(await forge.mergedRequest(commit));
    const refused = answers.filter((one) => !one.ok);
    expect(refused.length).toBeGreaterThan(1);
    expect(answers.slice(0, -refused.length).every((one) => one.ok)).toBe(true);
    expect(failure(answers.at(-1) ?? answers[0]!)).toMatchObject({
      kind: 'transient',
      message: expect.stringMatching(
        /^\d+ of 60 calls are left of this hour, and they are kept for revocations and recalls; more may be proved from /,
      ),
    });
    const looked = [];
    for (const [n, commit] of commits.entries()) looked.push(await forge.blobAt(commit, `grants/payments/g${n}.yaml`));
    expect(looked.at(-1)).toMatchObject({ ok: false, failure: { kind: 'transient' } });
    expect(value(await forge.tip())).toBe(github.tip());
    expect(value(await forge.branches('grantkeeper/recall/')).size).toBe(0);
    github.clock.advance(3600_000);
    value(await forge.tip());
    expect(value(await forge.mergedRequest(commits.at(-1) ?? ''))?.number).toBe(10);
  });

  it('is counted by points in GraphQL, which leave calls to REST when they are short', async () => {
    const github = world();
    const commits = await landed(github, 12);
    seedToken(github.state, 'ghs_small', 'github-actions[bot]', { contents: 'read', pull_requests: 'read', metadata: 'read' }, 200);
    github.state.rates['ghs_small graphql'] = { reset: github.clock.now(), used: 0 };
    const forge = await forgeOf(github, { token: 'ghs_small' });
    const wanted = commits.map((commit, n) => ({ commit, path: `grants/payments/g${n}.yaml` }));
    await forge.foresee?.(wanted.slice(0, 6));
    github.state.rates['ghs_small graphql'] = { reset: later(github.clock.now(), 3600_000), used: 185 };
    await forge.foresee?.(wanted.slice(6, 9));
    const before = github.service.calls.length;
    await forge.foresee?.(wanted.slice(9));
    expect(github.service.calls.slice(before).map(({ url }) => new URL(url).pathname)).not.toContain('/graphql');
    expect(value(await forge.mergedRequest(commits[11] ?? ''))?.number).toBe(12);
  });

  it('is not known of a server that does not count', async () => {
    const github = world();
    const [commit = ''] = await landed(github, 1);
    const uncounted: typeof fetch = async (input, init) => {
      const answer = await github.service.fetch(input, init);
      const headers = new Headers([...answer.headers].filter(([name]) => !name.startsWith('x-ratelimit')));
      return new Response(await answer.text(), { status: answer.status, headers });
    };
    const forge = await forgeOf(github, { fetch: uncounted });
    expect(value(await forge.mergedRequest(commit))?.number).toBe(1);
  });
});

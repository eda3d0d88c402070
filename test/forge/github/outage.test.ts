import { describe, expect, it } from 'vitest';

import { world, type World } from '../../sim/github/world.ts';
import { callsOf, failure, forgeOf, value } from './setup.ts';

/** A forge whose waits take their time on the world's clock. */
async function waiting(github: World) {
  return forgeOf(github, { sleep: async (ms) => void github.clock.advance(ms) });
}

function down(github: World, path: RegExp, times = Infinity): void {
  github.service.faults.push({ path, times, effect: { kind: 'answer', status: 503 } });
}

describe.concurrent('a GitHub that is down', () => {
  it('is asked once, and for a minute no more', async () => {
    const github = world();
    const forge = await waiting(github);
    down(github, /./);
    const began = github.clock.now();
    const told = failure(await forge.tip());
    expect(told).toMatchObject({ kind: 'transient', message: expect.stringContaining('503') });
    const calls = await callsOf(github, async () => {
      const commits = Array.from({ length: 200 }, (_, n) => String(n).padStart(40, '0'));
      const answers = await Promise.all(commits.map(async (commit) => forge.mergedRequest(commit)));
      expect(answers.every((one) => !one.ok)).toBe(true);
      expect(failure(await forge.branches('x'))).toEqual(told);
    });
    expect(calls).toEqual([]);
    expect(github.clock.now() - began).toBe(14_000);
  });

  it('is asked again after the minute, and always once it answers', async () => {
    const github = world();
    const forge = await waiting(github);
    down(github, /./);
    failure(await forge.tip());
    github.clock.advance(59_999);
    expect(await callsOf(github, async () => forge.tip())).toEqual([]);
    github.clock.advance(1);
    expect(await callsOf(github, async () => forge.tip())).toHaveLength(4);
    github.service.faults.length = 0;
    github.clock.advance(60_000);
    expect(value(await forge.tip())).toBe(github.tip());
    down(github, /branch-that/);
    for (let n = 0; n < 7; n += 1) failure(await forge.branches('branch-that'));
    expect(value(await forge.tip())).toBe(github.tip());
  });

  it('may fail one question for ever while it answers the others', async () => {
    const github = world();
    const forge = await waiting(github);
    value(await forge.tip());
    down(github, /matching-refs/);
    for (let n = 0; n < 12; n += 1) {
      failure(await forge.branches('x'));
      expect(value(await forge.tip())).toBe(github.tip());
    }
    const calls = await callsOf(github, async () => {
      for (let n = 0; n < 12; n += 1) failure(await forge.branches('x'));
    });
    expect(calls).toHaveLength(8 * 4);
  });

  it('is there all the same when it refuses', async () => {
    const github = world();
    const forge = await waiting(github);
    github.service.faults.push({ path: /./, times: 2, effect: { kind: 'answer', status: 404 } });
    for (let n = 0; n < 2; n += 1) expect(failure(await forge.tip()).kind).toBe('not-found');
    expect(value(await forge.tip())).toBe(github.tip());
  });
});

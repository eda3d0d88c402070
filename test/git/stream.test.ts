import { describe, expect, it } from 'vitest';
import { gitChunks, gitOutput } from '../../src/git/stream.ts';
import { commit, scratchRepository } from './scratch.ts';

describe.concurrent('gitChunks', () => {
  it('ends the child when its reader has had enough', async () => {
    const repo = await scratchRepository();
    const content = 'x'.repeat(500_000);
    const head = await commit(repo, 'main', undefined, [{ path: 'a', content }], '2026-11-23T09:00:00Z');
    let seen = 0;
    for await (const chunk of gitChunks(repo.root, ['cat-file', 'blob', `${head}:a`])) {
      seen = chunk.length;
      break;
    }
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(content.length);
  });

  it('takes large input while it gives large output', async () => {
    const repo = await scratchRepository();
    const head = await commit(repo, 'main', undefined, [{ path: 'a', content: 'y'.repeat(1000) }], '2026-11-23T09:00:00Z');
    const { bytes } = await gitOutput(repo.root, ['cat-file', '--batch'], { input: `${head}:a\n`.repeat(2000) });
    expect(bytes.toString().split('y'.repeat(1000))).toHaveLength(2001);
  });

  it('tells exits that are answers from failures', async () => {
    const repo = await scratchRepository();
    expect(await gitOutput(repo.root, ['config', '--get', 'no.such'], { exits: [0, 1] })).toMatchObject({ exit: 1 });
    await expect(gitOutput(repo.root, ['config', '--get', 'no.such'])).rejects.toThrow('git config failed: it ended with 1');
    // The child ends before it reads what it is sent.
    await expect(gitOutput(repo.root, ['no-such-command'], { input: 'z'.repeat(1_000_000) })).rejects.toThrow('git no-such-command failed');
  });
});

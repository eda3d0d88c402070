import { describe, expect, it } from 'vitest';
import { recall } from '../../src/commands/recall.ts';
import { git } from '../../src/git/command.ts';
import { blobAt } from '../../src/sim/github/objects.ts';
import { leavesOfCommit } from '../../src/sim/github/trees.ts';
import { done, planned, until } from './deeds.ts';
import { aGithubWorld, type GithubWorld } from './github-world.ts';
import { ours } from './standing.ts';
import { grantFile } from './world.ts';

const pathOf = (name: string) => `grants/payments/${name}.yaml`;
const viewer = (words: Parameters<typeof grantFile>[0] = {}) =>
  grantFile({ access: ['{ gcp: payments-test, role: roles/logging.viewer }'], ...words });

interface Line {
  readonly kind: string;
  readonly grant?: string;
  readonly principal?: string;
  readonly reason?: string;
}

/** Every line of the ledger, as it lies on its branch. */
function ledger(world: GithubWorld): readonly Line[] {
  const { home } = world;
  const files = [...leavesOfCommit(home.objects, world.tip('grantkeeper/ledger'))].filter(([path]) => path.endsWith('.jsonl'));
  const texts = files.map(([, { sha }]) => Buffer.from(blobAt(home.objects, sha)?.base64 ?? '', 'base64').toString('utf8'));
  return texts.flatMap((text) => text.split('\n').filter((line) => line !== '')).map((line) => JSON.parse(line) as Line);
}

const GONE = 'ended: found gone by this run: no line said that it was taken away';

const kinds = (world: GithubWorld, principal: string) =>
  ledger(world)
    .filter((line) => line.principal === principal)
    .map(({ kind, reason }) => (kind === 'ended' ? `${kind}: ${reason}` : kind));

describe('97 the whole API of GitHub answers 503', () => {
  it('a due revocation happens, exit code and next ledger say so, and a recall is not undone by the next run', async () => {
    const world = await aGithubWorld();
    await world.land({ [pathOf('short')]: viewer({ expires: '10:00' }), [pathOf('long')]: viewer({ principal: 'chi' }) });
    await world.apply();
    const before = ledger(world).length;
    until(world, '10:00');
    world.fails(503);

    const run = await world.apply();
    expect(done(run)).toEqual(['applied revoke lapsed ada roles/logging.viewer none']);
    expect(run.exit).toBe(4);
    expect(ledger(world)).toHaveLength(before);

    const recalled = await world.run(recall, { yes: true, reason: 'Laptop stolen' }, ['chi-p']);
    expect(recalled.exit).toBe(4);
    expect(recalled.text).toContain('This file must land:\nrecalls/chi.yaml\n');
    expect(recalled.text).toContain('Until then it stands on the branch grantkeeper/recall/chi of this clone alone');
    expect(await ours(world)).toEqual([]);
    expect(planned(await world.plan())).toEqual([]);

    world.heals();
    const next = await world.apply();
    expect([done(next), next.exit]).toEqual([[], 0]);
    expect(await ours(world)).toEqual([]);
    expect(kinds(world, 'ada').slice(-1)).toEqual([GONE]);
    expect(kinds(world, 'chi').slice(-2)).toEqual(expect.arrayContaining(['recalled', GONE]));

    // A clone that never kept it knows it from the ledger.
    await git(world.repository.root, 'update-ref', '-d', 'refs/heads/grantkeeper/recall/chi');
    const elsewhere = await world.apply();
    expect([done(elsewhere), elsewhere.exit]).toEqual([[], 0]);
    expect(kinds(world, 'chi').filter((kind) => kind === 'recalled')).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { prune } from '../../src/commands/prune.ts';
import { emailOf } from '../../src/forge/local/people.ts';
import { gitText } from '../../src/git/stream.ts';
import { writeCommit } from '../../src/git/commit.ts';
import { push } from '../../src/git/transfer.ts';
import { done, until } from './deeds.ts';
import { ours } from './standing.ts';
import { GCP_WRITE } from './wire.ts';
import { aWorld, grantFile, type TestWorld } from './world.ts';

const A = 'grants/payments/2026-11-23-a.yaml';
const B = 'grants/payments/2026-11-23-b.yaml';
const C = 'grants/payments/2026-11-23-c.yaml';
const STAYS = { [C]: grantFile({ principal: 'gil' }) };

interface Pruned {
  readonly operation: string;
  readonly number: number | null;
  readonly deletions: readonly { readonly path: string }[];
}

async function pruned(world: TestWorld): Promise<readonly [string, ...string[]]> {
  const { operation, number, deletions } = (await world.run(prune)).json as Pruned;
  return [`${operation} ${number ?? ''}`.trim(), ...deletions.map(({ path }) => path)];
}

async function requestOf(world: TestWorld) {
  const all = await world.forge.listRequests();
  const open = all.ok ? all.value.find((one) => one.branch === 'grantkeeper/prune' && one.state === 'open') : undefined;
  if (open === undefined) throw new Error('there is no open prune request');
  return open;
}

/** A lapses at 10:00 and B at 10:30; both are revoked by their run. */
async function lapsing(): Promise<TestWorld> {
  const world = await aWorld();
  await world.land({ [A]: grantFile({ expires: '10:00' }), [B]: grantFile({ principal: 'chi', expires: '10:30' }), ...STAYS });
  await world.apply();
  until(world, '10:30');
  await world.apply();
  return world;
}

describe('37 prune', () => {
  it('waits for what policy says, opens one request, leaves it alone, updates it, and is silent once it is merged', async () => {
    const world = await lapsing();
    until(world, '10:59');
    expect(await pruned(world)).toEqual(['none']);
    until(world, '11:00');
    expect(await pruned(world)).toEqual(['opened 2', A]);
    const first = await requestOf(world);
    expect(first.author).toBe('grantkeeper[bot]');
    expect(await pruned(world)).toEqual(['unchanged 2', A]);
    expect((await requestOf(world)).head).toBe(first.head);
    until(world, '11:30');
    expect(await pruned(world)).toEqual(['updated 2', A, B]);
    const { number, head } = await requestOf(world);
    expect(head).not.toBe(first.head);
    expect(await world.forge.review(number, 'bo-s', 'approve')).toMatchObject({ ok: true });
    expect(await world.forge.merge(number, 'bo-s', async () => [])).toMatchObject({ ok: true });
    await world.follow();
    expect(await world.apply()).toMatchObject({ outcomes: [], exit: 0, summary: { kept: 2 } });
    expect(await pruned(world)).toEqual(['none']);
  });

  it('is frozen once somebody approved it, so that what is merged is what was looked at', async () => {
    const world = await lapsing();
    until(world, '11:00');
    await pruned(world);
    const { number, head } = await requestOf(world);
    await world.forge.review(number, 'bo-s', 'approve');
    until(world, '11:30');
    expect(await pruned(world)).toEqual(['frozen 2', A, B]);
    expect((await requestOf(world)).head).toBe(head);
  });

  it('leaves the branch alone that somebody else has written to', async () => {
    const world = await lapsing();
    until(world, '11:00');
    await pruned(world);
    const { head } = await requestOf(world);
    const author = { name: 'bo-s', email: emailOf('bo-s') };
    const changes = [{ path: 'grants/README.md', content: 'A word of mine.\n' }];
    const commit = await writeCommit(world.forge.repository, {
      message: 'A word',
      author,
      at: world.clock.now(),
      parents: [head],
      changes,
    });
    await push(world.forge.repository, world.forge.repository.root, { commit, branch: 'grantkeeper/prune' });
    until(world, '11:30');
    expect(await pruned(world)).toEqual(['left alone 2', A, B]);
    expect((await requestOf(world)).head).toBe(commit);
  });

  it('is closed when nothing has lapsed any more', async () => {
    const world = await lapsing();
    until(world, '11:00');
    expect(await pruned(world)).toEqual(['opened 2', A]);
    await world.land({ [A]: null });
    expect(await pruned(world)).toEqual(['closed 2']);
    await expect(requestOf(world)).rejects.toThrow('no open prune request');
  });

  it('deletes only what is read back as gone, from every scope, and the very file that lapsed', async () => {
    const world = await aWorld();
    await world.land({ [A]: grantFile({ expires: '10:00' }), [B]: grantFile({ principal: 'chi', expires: '10:00' }), ...STAYS });
    await world.apply();
    until(world, '11:30');
    expect(await pruned(world)).toEqual(['none']);
    world.gcp.faults.push({
      path: GCP_WRITE,
      times: 99,
      effect: { kind: 'answer', status: 403, body: '{"error":{"code":403,"status":"PERMISSION_DENIED"}}' },
    });
    expect(done(await world.apply()).every((one) => one.startsWith('failed revoke lapsed'))).toBe(true);
    expect(await pruned(world)).toEqual(['none']);
    world.gcp.faults.length = 0;
    await world.apply();
    world.gcp.faults.push({
      path: /payments-test:getIamPolicy/,
      times: 99,
      effect: { kind: 'answer', status: 403, body: '{"error":{"code":403,"status":"PERMISSION_DENIED"}}' },
    });
    // A line of the ledger proves it too; without one nobody knows what is in a scope that cannot be read.
    world.books.clear();
    expect(await pruned(world)).toEqual(['none']);
    world.gcp.faults.length = 0;
    await world.land({ [B]: grantFile({ principal: 'chi', expires: '16:00' }) });
    expect(await pruned(world)).toEqual(['opened 3', A]);
    expect((await requestOf(world)).body).toContain('Proof: 0 by the ledger, 1 by a complete read of this run.');
    expect(await ours(world)).toHaveLength(2);
  });

  it('takes a line of the ledger for a scope that cannot be read, and tells by it how late the access went', async () => {
    const world = await lapsing();
    until(world, '11:30');
    world.gcp.faults.push({
      path: /payments-test:getIamPolicy/,
      times: 99,
      effect: { kind: 'answer', status: 403, body: '{"error":{"code":403,"status":"PERMISSION_DENIED"}}' },
    });
    expect(await pruned(world)).toEqual(['opened 2', A, B]);
    const { body, head } = await requestOf(world);
    expect(await gitText(world.forge.repository.root, 'show', '-s', '--format=%B', head)).toMatch(
      /\n\nGrantkeeper-Ledger: sha256:[0-9a-f]{64}\n*$/,
    );
    expect(body).toContain('### `payments`: 2 grants');
    expect(body).toContain('Proof: 2 by the ledger, 0 by a complete read of this run. The latest went 30m after its end.');
  });

  it('opens nothing from a commit that is not the tip', async () => {
    const world = await lapsing();
    until(world, '12:00');
    await world.propose({ 'grants/README.md': 'Elsewhere.\n' });
    const report = await world.run(prune);
    expect(report.exit).toBe(3);
    expect(report.text).toMatch(/^nothing is pruned: [0-9a-f]{12} is not the tip/);
  });
});

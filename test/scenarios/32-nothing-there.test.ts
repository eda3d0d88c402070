import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { validate } from '../../src/commands/validate.ts';
import { git } from '../../src/git/command.ts';
import { openCheckout, openRepository } from '../../src/git/repository.ts';
import type { Context } from '../../src/commands/context.ts';
import { push } from '../../src/git/transfer.ts';
import { done, reasons, refused, until } from './deeds.ts';
import { may } from './rights.ts';
import { ours } from './standing.ts';
import { aWorld, grantFile, type TestWorld } from './world.ts';

const PATH = 'grants/payments/2026-11-23-ada.yaml';
const CHI = 'grants/payments/2026-11-23-chi.yaml';
const OTHER = 'grants/search/2026-11-23-ben.yaml';
const LOGS = 'roles/logging.viewer';
const TEST = 'projects/payments-test';
const folders: string[] = [];

afterAll(() => {
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

/** What a commit does that no list of files can say: a link, a renamed folder. */
async function commitByHand(world: TestWorld, act: (dir: string) => Promise<void>): Promise<void> {
  await act(world.dir);
  await git(world.dir, 'add', '--all');
  await git(world.dir, 'commit', '--quiet', '--message', 'By hand');
  const commit = await git(world.dir, 'rev-parse', 'HEAD');
  await push(world.repository, world.forge.repository.root, { commit, branch: 'main' });
  await world.checkout(commit);
}

describe('32 nothing there', () => {
  it('is never a decision: with no grant file at all nothing is withdrawn, what is past its end goes', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ expires: '10:00' }), [OTHER]: search('ben') }, { approve: ['bo-s', 'dan-r'] });
    await world.apply();
    await world.land({ [PATH]: null, [OTHER]: null }, { approve: ['bo-s', 'dan-r'] });
    const empty = await world.apply();
    expect(empty).toMatchObject({ outcomes: [], exit: 3 });
    expect(refused(empty)).toEqual(['GK3003']);
    expect(reasons(empty)).toContain('there is no grant file at all, while 4 bindings of ours are live');
    until(world, '10:00');
    expect(done(await world.apply())).toEqual([
      'applied revoke lapsed ada roles/cloudsql.viewer none',
      `applied revoke lapsed ada ${LOGS} none`,
    ]);
    expect(await may(world, 'ben', LOGS, 'projects/search-test')).toBe(true);
    await world.land({ [CHI]: grantFile({ principal: 'chi', expires: '12:00' }) });
    expect(done(await world.apply())).toEqual([
      'applied revoke withdrawn ben roles/cloudsql.viewer none',
      `applied revoke withdrawn ben ${LOGS} none`,
      'applied grant asked chi roles/cloudsql.viewer 12:00',
      `applied grant asked chi ${LOGS} 12:00`,
    ]);
  });

  it('takes what a link hides, or a wrong ending, for present; only the file itself can withdraw', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile(), [OTHER]: search('ben') }, { approve: ['bo-s', 'dan-r'] });
    await world.apply();
    const before = await ours(world);
    await commitByHand(world, async (dir) => {
      await git(dir, 'rm', '-r', '--quiet', 'grants/payments');
      symlinkSync('search', join(dir, 'grants/payments'));
    });
    expect(await world.apply()).toMatchObject({ outcomes: [] });
    expect((await world.run(validate)).text).toMatch(/grants\/payments.* GK1402/);
    await commitByHand(world, async (dir) => {
      rmSync(join(dir, 'grants/payments'));
      await git(dir, 'checkout', 'HEAD~1', '--', 'grants/payments');
      await git(dir, 'mv', PATH, PATH.replace('.yaml', '.yml'));
    });
    expect(await world.apply()).toMatchObject({ outcomes: [] });
    expect((await world.run(validate)).text).toMatch(/2026-11-23-ada\.yml.* GK1401/);
    await commitByHand(world, async (dir) => {
      await git(dir, 'mv', PATH.replace('.yaml', '.yml'), PATH);
    });
    expect(await world.apply()).toMatchObject({ outcomes: [], refusals: [], exit: 0 });
    expect(await ours(world)).toEqual(before);
  });

  it('decides nothing from a broken file or from a folder without our files', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile() });
    await world.apply();
    await world.pushToMain({ [PATH]: 'principal: [ada\n' });
    expect(await world.apply()).toMatchObject({ outcomes: [] });

    const elsewhere = mkdtempSync(join(tmpdir(), 'grantkeeper-elsewhere-'));
    folders.push(elsewhere);
    await git(elsewhere, 'init', '--quiet', '--initial-branch', 'main', 'empty');
    await git(join(elsewhere, 'empty'), 'commit', '--quiet', '--allow-empty', '--message', 'Nothing');
    const empty = at(join(elsewhere, 'empty'));
    const stranger = await world.run(apply, { yes: true }, [], empty);
    expect(stranger.exit).toBe(3);
    expect(stranger.text).toContain('GK3006');
    expect(await may(world, 'ada', LOGS, TEST)).toBe(true);
  });

  it('decides nothing from a clone that is cut off but what is past the end in its own mark', async () => {
    const world = await aWorld();
    await world.land({ [PATH]: grantFile({ expires: '10:00' }), [CHI]: grantFile({ principal: 'chi' }) });
    await world.apply();
    await world.land({ [CHI]: null, 'grants/payments/2026-11-23-gil.yaml': grantFile({ principal: 'gil' }) });
    const elsewhere = mkdtempSync(join(tmpdir(), 'grantkeeper-cut-'));
    folders.push(elsewhere);
    await git(elsewhere, 'clone', '--quiet', '--depth', '1', `file://${world.dir}`, 'cut');
    const from = at(join(elsewhere, 'cut'));
    const early = await world.apply({}, from);
    expect(early).toMatchObject({ outcomes: [], confirmed: false, exit: 3 });
    expect(reasons(early)).toContain('this is a shallow clone');
    until(world, '10:00');
    expect(done(await world.apply({}, from))).toEqual([
      'applied revoke lapsed ada roles/cloudsql.viewer none',
      `applied revoke lapsed ada ${LOGS} none`,
    ]);
    expect(await may(world, 'chi', LOGS, TEST)).toBe(true);
    expect(await may(world, 'gil', LOGS, TEST)).toBe(false);
  });
});

/** A run that finds itself in another folder. */
function at(dir: string): Pick<Context, 'repository' | 'checkout'> {
  return { repository: () => openRepository(dir), checkout: () => openCheckout(dir) };
}

function search(principal: string): string {
  return grantFile({ principal, access: ['{ gcp: search-test, role: roles/cloudsql.viewer }', `{ gcp: search-test, role: ${LOGS} }`] });
}

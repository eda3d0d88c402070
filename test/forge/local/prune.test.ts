import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { stemOf } from '../../../src/domain/name.ts';
import type { Deletion } from '../../../src/forge/forge.ts';
import { BOT, personOf } from '../../../src/forge/local/people.ts';
import { pruneMarker } from '../../../src/forge/prune-marker.ts';
import { writeCommit } from '../../../src/git/commit.ts';
import { listTree } from '../../../src/git/tree.ts';
import { got, nobody, NOW, worlds, type World } from './world.ts';

const aWorld = worlds();
const BRANCH = 'grantkeeper/prune';
const DAY = 24 * 60 * 60 * 1000;
const TEXT = { title: 'Prune 1 lapsed grant', body: 'They ended.\n\nLedger-Head: 9f2c' };
const OLD = 'grants/payments/old.yaml';
const OLDER = 'grants/payments/older.yaml';

async function deletion({ forge, head }: World, path: string): Promise<Deletion> {
  const [entry] = await listTree(forge.repository, await head(), [path]);
  return { path, blob: entry?.blob ?? 'none', grant: stemOf(path) };
}

const opened = worlds(async (world) => {
  await got(world.forge.openPrune(await world.head(), [await deletion(world, OLD)], TEXT));
});

async function pruned() {
  const world = await opened();
  const [old, older, request] = await Promise.all([deletion(world, OLD), deletion(world, OLDER), got(world.forge.findPrune())]);
  if (request === undefined) throw new Error('there is no prune request');
  return { ...world, old, older, request };
}

describe.concurrent('the prune request', () => {
  it('is opened once, with one commit of ours and the marker', async () => {
    const { forge, head, old, request } = await pruned();
    expect(request).toEqual({ number: 1, url: 'local://forge/pull/1', deletions: [old], approved: false, touched: false });
    expect(await got(forge.findPrune())).toEqual(request);
    const shown = await got(forge.showRequest(1));
    expect(shown).toMatchObject({ author: BOT, branch: BRANCH, title: TEXT.title, head: await head(BRANCH) });
    expect(shown.body).toBe(`${TEXT.body}\n\n${pruneMarker([old])}\n`);
    const commit = execFileSync('git', ['cat-file', 'commit', BRANCH], { cwd: forge.repository.root, encoding: 'utf8' });
    expect(commit).toMatch(/^tree .*\nparent .*\nauthor grantkeeper\[bot\] .*\ncommitter grantkeeper\[bot\] /);
    expect(commit).toContain('Ledger-Head: 9f2c');
    expect(await forge.openPrune(await head(), [old], TEXT)).toMatchObject({ failure: { kind: 'conflict' } });
    expect(await got(forge.showRequest(1))).toEqual(shown);
  });

  it('deletes only the very blob that lapsed', async () => {
    const world = await aWorld();
    const old = await deletion(world, OLD);
    await world.push('bo-s', 'main', [{ path: OLD, content: 'renewed\n' }]);
    expect(await world.forge.openPrune(await world.head(), [old], TEXT)).toMatchObject({
      failure: { kind: 'conflict', message: `${OLD} is not the file that lapsed any more` },
    });
    expect(await world.forge.openPrune(await world.head(), [], TEXT)).toMatchObject({ failure: { kind: 'invalid' } });
    expect(await world.head(BRANCH)).toBe('none');
  });

  it('is updated in place, on the base that is given', async () => {
    const { forge, head, push, old, older, request } = await pruned();
    const base = await push('bo-s', 'main', [{ path: 'README.md', content: 'x' }]);
    const renewed = await got(forge.updatePrune(request, base, [older, old], { title: 'Prune 2 lapsed grants', body: 'More.' }));
    expect(renewed).toEqual({ ...request, deletions: [old, older] });
    expect(await got(forge.showRequest(1))).toMatchObject({ number: 1, title: 'Prune 2 lapsed grants' });
    expect(await got(forge.findPrune())).toEqual(renewed);
    const parents = execFileSync('git', ['log', '-1', '--format=%P', await head(BRANCH)], { cwd: forge.repository.root, encoding: 'utf8' });
    expect(parents.trim()).toBe(base);
  });

  it('says that it was approved, until its branch moves', async () => {
    const { forge, head, old, older, request } = await pruned();
    await got(forge.review(1, 'helper[bot]', 'approve'));
    expect(await got(forge.findPrune())).toMatchObject({ approved: false });
    await got(forge.review(1, 'bo-s', 'approve'));
    expect(await got(forge.findPrune())).toEqual({ ...request, approved: true });
    await got(forge.updatePrune(request, await head(), [old, older], TEXT));
    expect(await got(forge.findPrune())).toMatchObject({ approved: false });
  });

  it("leaves a person's commit alone", async () => {
    const { forge, head, push, older, request } = await pruned();
    const theirs = await push('bo-s', BRANCH, [{ path: 'grants/search/old.yaml', content: 'keep\n' }]);
    expect(await got(forge.findPrune())).toMatchObject({ touched: true });
    expect(await forge.updatePrune(request, await head(), [older], TEXT)).toMatchObject({
      failure: { kind: 'unsafe', message: `${BRANCH} holds a commit that is not ours` },
    });
    await got(forge.closePrune(request, 'nothing left'));
    expect(await head(BRANCH)).toBe(theirs);
    expect(await forge.openPrune(await head(), [older], TEXT)).toMatchObject({ failure: { kind: 'unsafe' } });
    expect(await head(BRANCH)).toBe(theirs);
  });

  it('counts what it does not delete as touched, whoever seems to have written it', async () => {
    const { forge, push } = await pruned();
    await push(BOT, BRANCH, [{ path: 'grants/payments/sneaked.yaml', content: 'x' }]);
    expect(await got(forge.findPrune())).toMatchObject({ touched: true });
  });

  it('loses to a push that comes in between', async () => {
    const { forge, head, older, request, meanwhile } = await pruned();
    const theirs = await writeCommit(forge.repository, {
      message: 'x',
      author: personOf('bo-s'),
      at: NOW,
      parents: [await head(BRANCH)],
      changes: [{ path: 'README.md', content: 'x' }],
    });
    meanwhile(() => execFileSync('git', ['update-ref', `refs/heads/${BRANCH}`, theirs], { cwd: forge.repository.root }));
    expect(await forge.updatePrune(request, await head(), [older], TEXT)).toMatchObject({
      failure: { kind: 'conflict', message: `${BRANCH} moved meanwhile` },
    });
    expect(await head(BRANCH)).toBe(theirs);
    expect((await got(forge.showRequest(1))).title).toBe(TEXT.title);
  });

  it('is closed with its branch when nothing is left', async () => {
    const { forge, head, old, request } = await pruned();
    await got(forge.closePrune(request, 'Everything was pruned by hand.'));
    expect(await got(forge.findPrune())).toBeUndefined();
    expect(await head(BRANCH)).toBe('none');
    expect(await got(forge.showRequest(1))).toMatchObject({
      state: 'closed',
      comments: [{ login: BOT, body: 'Everything was pruned by hand.' }],
    });
    expect(await forge.closePrune(request, 'again')).toMatchObject({ failure: { message: 'request 1 is closed' } });
    expect(await forge.updatePrune(request, await head(), [old], TEXT)).toMatchObject({ failure: { message: 'request 1 is closed' } });
    expect(await got(forge.openPrune(await head(), [old], TEXT))).toMatchObject({ number: 2 });
  });

  it('is not asked again when a person closed it, unless for other files', async () => {
    const { forge, head, old, older, wait } = await pruned();
    await got(forge.close(1, 'bo-s'));
    expect(await got(forge.findPrune())).toBeUndefined();
    expect(await forge.openPrune(await head(), [old], TEXT)).toMatchObject({
      failure: { kind: 'unsafe', message: 'request 1 asked for the same and was closed by bo-s' },
    });
    expect(await got(forge.openPrune(await head(), [old, older], TEXT))).toMatchObject({ number: 2 });
    await got(forge.close(2, 'bo-s'));
    wait(30 * DAY);
    expect(await forge.openPrune(await head(), [old], TEXT)).toMatchObject({ failure: { kind: 'unsafe' } });
  });

  it('does not take a request of somebody else for its own', async () => {
    const world = await aWorld();
    const old = await deletion(world, OLD);
    await world.push('eve-m', BRANCH, [{ path: OLD, gone: true }]);
    await got(world.forge.openRequest({ branch: BRANCH, author: 'eve-m', title: TEXT.title, body: pruneMarker([old]) }));
    expect(await got(world.forge.findPrune())).toBeUndefined();
    expect(await world.forge.openPrune(await world.head(), [old], TEXT)).toMatchObject({
      failure: { kind: 'conflict', message: `${BRANCH} has the open request 1 already` },
    });
  });

  it('is merged as any other, by the owners of the files', async () => {
    const { forge, head } = await pruned();
    expect(await forge.merge(1, 'bo-s', nobody)).toMatchObject({
      failure: { message: expect.stringContaining(`${OLD} needs an approval by bo-s or chi-p`) as string },
    });
    await got(forge.review(1, 'bo-s', 'approve'));
    await got(forge.merge(1, 'bo-s', nobody));
    expect(await got(forge.mergedRequest(await head()))).toMatchObject({ author: BOT, authorIsBot: true, writers: [BOT], paths: [OLD] });
    expect(await got(forge.blobAt(await head(), OLD))).toBeUndefined();
  });
});

describe.concurrent('proposing a file', () => {
  const RECALL = 'grantkeeper/recall/gil';
  const FILE = 'recalls/gil.yaml';

  it('opens one request, and changes nothing when asked again', async () => {
    const { forge, head } = await aWorld();
    const first = await got(forge.proposeFile(RECALL, FILE, 'principal: gil\n', TEXT));
    expect(first).toEqual({ number: 1, url: 'local://forge/pull/1' });
    const at = await head(RECALL);
    expect(await got(forge.proposeFile(RECALL, FILE, 'principal: gil\n', TEXT))).toEqual(first);
    expect(await head(RECALL)).toBe(at);
    expect(await got(forge.textAt(at, FILE))).toBe('principal: gil\n');
    expect(await got(forge.listRequests())).toHaveLength(1);
  });

  it('replaces its own file, and no commit of a person', async () => {
    const { forge, head, push } = await aWorld();
    await got(forge.proposeFile(RECALL, FILE, 'one\n', TEXT));
    expect(await got(forge.proposeFile(RECALL, FILE, 'two\n', { ...TEXT, title: 'Recall gil' }))).toMatchObject({ number: 1 });
    expect(await got(forge.textAt(await head(RECALL), FILE))).toBe('two\n');
    expect((await got(forge.showRequest(1))).title).toBe('Recall gil');
    await push('kim-i', RECALL, [{ path: FILE, content: 'three\n' }]);
    expect(await forge.proposeFile(RECALL, FILE, 'four\n', TEXT)).toMatchObject({ failure: { kind: 'unsafe' } });
    expect(await got(forge.textAt(await head(RECALL), FILE))).toBe('three\n');
  });

  it("takes over a branch that an earlier run left, and no person's request", async () => {
    const { forge, head, push } = await aWorld();
    await push(BOT, RECALL, [{ path: FILE, content: 'one\n' }]);
    expect(await got(forge.proposeFile(RECALL, FILE, 'one\n', TEXT))).toMatchObject({ number: 1 });
    await push('ada-b', 'ada', [{ path: FILE, content: 'x' }]);
    await got(forge.openRequest({ branch: 'ada', author: 'ada-b', title: 'x', body: '' }));
    expect(await forge.proposeFile('ada', FILE, 'y', TEXT)).toMatchObject({
      failure: { kind: 'conflict', message: 'ada has the request 2 of ada-b' },
    });
    expect(await forge.proposeFile('more', OLD, 'old\n', TEXT)).toMatchObject({
      failure: { kind: 'invalid', message: `${OLD} stands on main just so already` },
    });
    expect(await head('more')).toBe('none');
  });
});

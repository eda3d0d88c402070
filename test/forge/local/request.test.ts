import { describe, expect, it } from 'vitest';
import { initForge, statePath } from '../../../src/forge/local/desk.ts';
import { openLocalForge } from '../../../src/forge/local/forge.ts';
import { EMPTY_FORGE } from '../../../src/forge/local/state.ts';
import { fileStore } from '../../../src/sim/store.ts';
import { scratchFolder } from '../../git/scratch.ts';
import { GRANT, NOW, got, openWorld, worlds } from './world.ts';

const aWorld = worlds();
const ASK = { branch: 'ada', author: 'ada-b', title: 'Access for Ada', body: 'INC-4711' };

describe.concurrent('opening a request', () => {
  it('keeps what was said and reads the head from Git', async () => {
    const { forge, push } = await aWorld();
    const first = await push('ada-b', 'ada', [GRANT]);
    const request = await got(forge.openRequest(ASK));
    expect(request).toMatchObject({
      number: 1,
      ...ASK,
      base: 'main',
      state: 'open',
      head: first,
      openedHead: first,
      openedAt: NOW,
      reviews: [],
    });
    const second = await push('ada-b', 'ada', [{ ...GRANT, content: 'x' }]);
    expect(await got(forge.showRequest(1))).toMatchObject({ head: second, openedHead: first });
    expect(await got(forge.listRequests())).toHaveLength(1);
  });

  it.each([
    ['no such branch', { branch: 'missing' }, 'not-found', 'there is no branch missing'],
    ['nothing to merge', { branch: 'main' }, 'invalid', 'main holds nothing that main does not have'],
    ['no such base', { base: 'missing' }, 'not-found', 'there is no branch missing to merge into'],
    ['no login', { author: 'Ada Byron' }, 'invalid', '"Ada Byron" is no login'],
  ])('is refused: %s', async (_, change, kind, message) => {
    const { forge, push } = await aWorld();
    await push('ada-b', 'ada', [GRANT]);
    expect(await forge.openRequest({ ...ASK, ...change })).toMatchObject({ ok: false, failure: { kind, message } });
  });

  it('is refused while the branch has one that is open', async () => {
    const { forge, push } = await aWorld();
    await push('ada-b', 'ada', [GRANT]);
    await got(forge.openRequest(ASK));
    expect(await forge.openRequest(ASK)).toMatchObject({ failure: { kind: 'conflict', message: 'ada has the open request 1 already' } });
    await got(forge.close(1, 'bo-s', 'not like this'));
    expect(await got(forge.openRequest(ASK))).toMatchObject({ number: 2, state: 'open' });
    expect(await got(forge.showRequest(1))).toMatchObject({
      state: 'closed',
      closed: { by: 'bo-s', at: NOW },
      comments: [{ login: 'bo-s', body: 'not like this' }],
    });
    expect(await forge.close(1, 'bo-s')).toMatchObject({ failure: { message: 'request 1 is closed' } });
    expect(await forge.close(9, 'bo-s')).toMatchObject({ failure: { kind: 'not-found' } });
  });
});

describe.concurrent('reviewing', () => {
  it('notes who said what about which commit, and when', async () => {
    const { forge, push, wait } = await aWorld();
    const head = await push('ada-b', 'ada', [GRANT]);
    await got(forge.openRequest(ASK));
    wait(60_700);
    await got(forge.review(1, 'bo-s', 'comment', 'why?'));
    const { reviews } = await got(forge.review(1, 'bo-s', 'approve'));
    const at = NOW + 60_000; // whole seconds, as Git keeps them
    expect(reviews).toEqual([
      { login: 'bo-s', state: 'commented', commit: head, at, body: 'why?' },
      { login: 'bo-s', state: 'approved', commit: head, at, body: '' },
    ]);
  });

  it('lets nobody judge their own request', async () => {
    const { forge, push } = await aWorld();
    await push('ada-b', 'ada', [GRANT]);
    await got(forge.openRequest(ASK));
    const refused = { ok: false, failure: { kind: 'forbidden', message: 'Ada-B opened request 1 and cannot judge it' } };
    expect(await forge.review(1, 'Ada-B', 'approve')).toMatchObject(refused);
    expect(await forge.review(1, 'Ada-B', 'request-changes')).toMatchObject(refused);
    expect((await forge.review(1, 'ada-b', 'comment')).ok).toBe(true);
    expect(await forge.review(1, 'nobody here', 'approve')).toMatchObject({ failure: { kind: 'invalid' } });
  });
});

describe.concurrent('a forge on disk', () => {
  it('is read by the next process as the last one left it', async () => {
    const dir = scratchFolder();
    await initForge(dir);
    const world = await openWorld(dir, fileStore(statePath(dir), EMPTY_FORGE));
    expect(await world.forge.tip()).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
    await world.push('sam-o', 'main', [{ path: 'README.md', content: '1' }]);
    await world.push('ada-b', 'ada', [GRANT]);
    await got(world.forge.openRequest(ASK));
    await got(world.forge.review(1, 'bo-s', 'approve'));
    const again = await openWorld(dir, fileStore(statePath(dir), EMPTY_FORGE));
    expect(await got(again.forge.listRequests())).toEqual(await got(world.forge.listRequests()));
    expect(again.forge).toMatchObject({ kind: 'local', defaultBranch: 'main', repository: { bare: true } });
  });

  it('says where there is none', async () => {
    await expect(openLocalForge({ dir: scratchFolder(), store: fileStore('/nowhere', EMPTY_FORGE), now: () => NOW })).rejects.toMatchObject(
      { finding: { code: 'GK7001' } },
    );
  });

  it('reads files and branches of any commit', async () => {
    const { forge, push, head } = await aWorld();
    const commit = await push('ada-b', 'grantkeeper/recall/gil', [{ path: 'recalls/gil.yaml', content: 'principal: gil\n' }]);
    expect(await got(forge.tip())).toBe(await head());
    expect(await got(forge.branches('grantkeeper/recall/'))).toEqual(new Map([['grantkeeper/recall/gil', commit]]));
    expect(await got(forge.textAt(commit, 'recalls/gil.yaml'))).toBe('principal: gil\n');
    expect(await got(forge.textAt(await head(), 'recalls/gil.yaml'))).toBeUndefined();
    expect(await got(forge.blobAt(commit, 'recalls'))).toBeUndefined();
    expect(await got(forge.blobAt(commit, 'recalls/gil.yaml'))).toMatch(/^[0-9a-f]{40}$/);
    expect(await forge.blobAt('1'.repeat(40), 'a')).toMatchObject({ ok: false, failure: { kind: 'transient' } });
  });
});

import { schema as published } from '@octokit/graphql-schema';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import { batchQuery } from '../../../src/forge/github/batch-query.ts';
import { knownAccount, noreplyOf } from '../../../src/sim/github/accounts.ts';
import { put } from '../../../src/sim/github/objects.ts';
import { seedAccount, seedToken } from '../../../src/sim/github/seed.ts';
import { ask, merge, REPO, review, world, type World } from '../../sim/github/world.ts';
import { callsOf, failure, forgeOf, value } from './setup.ts';

function path(name: string): string {
  return `grants/payments/${name}.yaml`;
}

interface Landed {
  readonly commit: string;
  readonly path: string;
}

/** Asked, approved and merged: one file. */
async function land(github: World, name: string, method: 'merge' | 'squash' | 'rebase' = 'squash'): Promise<Landed> {
  const number = await ask(github, 'ada-b', name, { [path(name)]: `${name}\n` });
  await review(github, 'bo-s', number, 'APPROVE');
  return { commit: await merge(github, 'sam-o', number, method), path: path(name) };
}

/** Histories of many kinds on one default branch, and what each landed. */
async function histories(github: World): Promise<readonly Landed[]> {
  const all: Landed[] = [await land(github, 'merged', 'merge'), await land(github, 'squashed'), await land(github, 'rebased', 'rebase')];
  const number = await ask(github, 'ada-b', 'talked', { [path('talked')]: '1' });
  const first = await review(github, 'bo-s', number, 'APPROVE');
  await github.as('sam-o', 'PUT', `${REPO}/pulls/${number}/reviews/${first.body.id}/dismissals`, { message: 'No.' });
  await review(github, 'chi-p', number, 'REQUEST_CHANGES');
  github.push({ branch: 'talked', files: { [path('talked')]: '2' }, by: 'chi-p' });
  github.push({ branch: 'talked', files: { x: '2' }, by: 'bo-s', from: github.tip(), author: { name: 'Ada', email: 'ada-b@example.com' } });
  const chi = noreplyOf(knownAccount(github.state, 'chi-p'));
  github.push({ branch: 'talked', files: { [path('talked')]: '3' }, by: 'ada-b', message: `Third\n\nCo-authored-by: Chi <${chi}>` });
  await github.as('ada-b', 'PUT', `${REPO}/pulls/${number}/update-branch`, {});
  await review(github, 'bo-s', number, 'APPROVE');
  all.push({ commit: await merge(github, 'sam-o', number, 'squash'), path: path('talked') });

  seedAccount(github.state, { login: 'robot[bot]' });
  seedToken(github.state, 'token-robot[bot]', 'robot[bot]', { contents: 'write', pull_requests: 'write', metadata: 'read' });
  const byBot = await ask(github, 'robot[bot]', 'by-bot', { [path('by-bot')]: 'x', [path('by-bot-too')]: 'y' });
  await review(github, 'bo-s', byBot, 'APPROVE');
  const twice = await merge(github, 'sam-o', byBot, 'merge');
  all.push({ commit: twice, path: path('by-bot') }, { commit: twice, path: path('by-bot-too') });

  const moving = await ask(github, 'ada-b', 'moving', { [path('squashed')]: null, [path('moved')]: 'squashed\n' });
  all.push({ commit: await merge(github, 'sam-o', moving, 'squash'), path: path('moved') });
  const gone = await ask(github, 'ada-b', 'gone', { [path('merged')]: null });
  all.push({ commit: await merge(github, 'sam-o', gone, 'squash'), path: path('merged') });
  const long = await ask(github, 'ada-b', 'long', { [path('long')]: '0' });
  for (let n = 1; n < 3; n += 1) github.push({ branch: 'long', files: { [path('long')]: String(n) }, by: 'ada-b' });
  all.push({ commit: await merge(github, 'sam-o', long, 'rebase'), path: path('long') });
  const [start = ''] = github.repository.pulls.at(-1)?.merged?.landed ?? [];
  all.push({ commit: start, path: path('long') });
  github.push({ branch: 'other', files: { y: '1' }, by: 'ada-b', from: github.tip() });
  github.push({ branch: 'turned', files: { [path('turned')]: '1' }, by: 'ada-b', from: github.tip('other') });
  const opened = await github.as('ada-b', 'POST', `${REPO}/pulls`, { title: 'x', head: 'turned', base: 'other' });
  await github.as('ada-b', 'PATCH', `${REPO}/pulls/${opened.body.number}`, { base: 'main' });
  all.push({ commit: await merge(github, 'sam-o', opened.body.number as number, 'squash'), path: path('turned') });
  all.push({ commit: github.push({ branch: 'main', files: { [path('direct')]: 'x' }, by: 'sam-o' }), path: path('direct') });
  return all;
}

describe.concurrent('many commits at once', () => {
  it('are told as they are told one by one', async () => {
    const github = world();
    const all = await histories(github);
    const [many, single] = [await forgeOf(github), await forgeOf(github)];
    value(await (many.foresee?.(all) ?? Promise.reject(new Error('it cannot'))));
    const asked = await callsOf(github, async () => {
      for (const { commit, path: file } of all) {
        const told = await many.mergedRequest(commit);
        expect([commit, told]).toEqual([commit, await single.mergedRequest(commit)]);
        if (!told.ok || told.value === undefined) continue;
        const looked = new Set([told.value.head, ...told.value.reviews.flatMap((one) => one.commit ?? [])]);
        for (const at of looked) expect(await many.blobAt(at, file)).toEqual(await single.blobAt(at, file));
      }
    });
    expect(asked.length).toBeGreaterThan(60);
  });

  it('take few calls, and none again', async () => {
    const github = world();
    const all: Landed[] = [];
    for (let n = 0; n < 30; n += 1) all.push(await land(github, `g${n}`));
    const forge = await forgeOf(github);
    const calls = await callsOf(github, async () => {
      await forge.foresee?.(all);
      for (const { commit, path: file } of all) {
        const { head } = value(await forge.mergedRequest(commit)) ?? { head: '' };
        expect(value(await forge.blobAt(head, file))).toBeDefined();
      }
      await forge.foresee?.(all);
    });
    expect(calls).toEqual([
      'GET /repos/acme/access',
      'POST /graphql',
      'GET /repos/acme/access/activity',
      'GET /repos/acme/access/activity',
      'GET /repos/acme/access/activity',
      // How they landed: one list of what was bypassed, one of what moved the default branch.
      'GET /repos/acme/access/rulesets/rule-suites',
      'GET /repos/acme/access/activity',
    ]);
  });

  it('are left to single questions when GitHub refuses, and halved when it is too much at once', async () => {
    const github = world();
    const all: Landed[] = [];
    for (let n = 0; n < 4; n += 1) all.push(await land(github, `g${n}`));
    const limits = JSON.stringify({ errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Too much.' }] });
    github.service.faults.push({ path: /graphql/, effect: { kind: 'answer', status: 200, body: limits } });
    const forge = await forgeOf(github);
    expect((await callsOf(github, async () => forge.foresee?.(all))).filter((one) => one === 'POST /graphql').length).toBe(3);
    expect((await callsOf(github, async () => forge.mergedRequest(all[0]?.commit ?? ''))).length).toBe(2);
    for (const status of [403, 404]) {
      github.service.faults.push({ path: /graphql/, times: 9, effect: { kind: 'answer', status, body: '{"message":"No"}' } });
      const other = await forgeOf(github);
      expect((await callsOf(github, async () => other.foresee?.(all))).filter((one) => one === 'POST /graphql').length).toBe(1);
      expect(value(await other.mergedRequest(all[0]?.commit ?? ''))?.number).toBe(1);
      github.service.faults.length = 0;
    }
  });

  it('are nobody’s pushes where GitHub does not tell them, and unproved where it is down', async () => {
    const github = world();
    const all: Landed[] = [];
    for (let n = 0; n < 9; n += 1) all.push(await land(github, `g${n}`));
    github.service.faults.push({ path: /activity/, times: 99, effect: { kind: 'answer', status: 404, body: '{"message":"Not Found"}' } });
    const forge = await forgeOf(github);
    await forge.foresee?.(all);
    expect(value(await forge.mergedRequest(all[3]?.commit ?? ''))?.writers).toEqual(['ada-b']);
    github.service.faults.length = 0;
    github.service.faults.push({ path: /activity/, times: 99, effect: { kind: 'answer', status: 503 } });
    const down = await forgeOf(github);
    await down.foresee?.(all);
    expect(failure(await down.mergedRequest(all[3]?.commit ?? '')).kind).toBe('transient');
  });

  it('leave a symlink to the question that refuses it', async () => {
    const github = world();
    const all = [await land(github, 'a'), await land(github, 'b'), await land(github, 'c')];
    const [pull] = github.repository.pulls;
    const head = github.repository.objects[pull?.headSha ?? ''];
    if (pull === undefined || head?.type !== 'commit') throw new Error('no request');
    const linked = replaceMode(github, head.tree);
    const { objects } = github.repository;
    pull.headSha = put(objects, { ...head, tree: linked });
    const forge = await forgeOf(github);
    await forge.foresee?.(all);
    expect(failure(await forge.blobAt(pull.headSha, path('a')))).toMatchObject({ kind: 'invalid' });
  });
});

/** The tree, with the file of the first grant as a symlink. */
function replaceMode(github: World, id: string): string {
  const { objects } = github.repository;
  const tree = objects[id];
  if (tree?.type !== 'tree') return id;
  const entries = tree.entries.map((one) =>
    one.mode === '040000'
      ? { ...one, sha: replaceMode(github, one.sha) }
      : one.name === 'a.yaml'
        ? { ...one, mode: '120000' as const }
        : one,
  );
  return put(objects, { type: 'tree', entries });
}

describe('the questions in GraphQL', () => {
  it('are ones that GitHub’s published schema takes', async () => {
    const schema = buildSchema(published.idl, { assumeValid: true });
    const mistakes = (query: string): readonly string[] => validate(schema, parse(query)).map((one) => one.message);
    expect(mistakes(batchQuery([{ commit: 'a'.repeat(40), paths: ['grants/x.yaml', 'grants/"y".yaml'] }]))).toEqual([]);
    expect(mistakes(batchQuery([{ commit: 'a'.repeat(40), paths: [] }]))).toEqual([]);
    expect(mistakes('{ viewer { logni } }').length).toBe(1);
    const github = world();
    const all = await histories(github);
    const forge = await forgeOf(github);
    await forge.foresee?.(all);
    await forge.findPrune();
    const sent = github.service.calls.filter((one) => one.url.endsWith('/graphql')).map((one) => JSON.parse(one.body) as { query: string });
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.flatMap(({ query }) => mistakes(query))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';

import { contractOf } from './contract.ts';
import { ask, BOT_TOKEN, call, merge, REPO, review, world } from './world.ts';

describe('the simulated GitHub', () => {
  it('answers every endpoint as the published description says', async () => {
    const github = world();
    const contract = contractOf(github.service.fetch);
    if (contract === undefined) return;
    github.fetch = contract.fetch;
    const get = async (path: string) => github.as('sam-o', 'GET', path);
    const first = github.tip();
    const number = await ask(github, 'ada-b', 'ask', { 'grants/payments/new.yaml': 'principal: ada\n', 'grants/payments/old.yaml': null });
    const head = github.tip('ask');

    for (const path of ['/user', '/users/bo-s', '/users/nobody', '/rate_limit', REPO, '/repos/acme/none']) await get(path);
    for (const path of ['ref/heads/main', 'ref/heads/none', 'matching-refs/heads/a', `commits/${first}`, `commits/${'0'.repeat(40)}`])
      await get(`${REPO}/git/${path}`);
    for (const path of [`trees/${first}`, `trees/${first}?recursive=1`, 'trees/nothing']) await get(`${REPO}/git/${path}`);
    for (const path of ['README.md', 'grants', 'nothing.md', `README.md?ref=${first}`]) await get(`${REPO}/contents/${path}`);
    for (const path of ['commits', 'commits?path=README.md&author=acme&sha=main', 'commits/main', 'commits/none'])
      await get(`${REPO}/${path}`);
    for (const path of [
      `commits/${head}/pulls`,
      'commits/none/pulls',
      `compare/main...${head}`,
      'compare/a...b',
      'activity?ref=refs/heads/ask',
    ])
      await get(`${REPO}/${path}`);

    const blob = await github.as('ada-b', 'POST', `${REPO}/git/blobs`, { content: 'eA==', encoding: 'base64' });
    await get(`${REPO}/git/blobs/${blob.body.sha}`);
    await get(`${REPO}/git/blobs/none`);
    const root = (await get(`${REPO}/git/commits/${first}`)).body.tree.sha;
    const entries = [{ path: 'x', mode: '100644', type: 'blob', sha: blob.body.sha }];
    const tree = await github.as('ada-b', 'POST', `${REPO}/git/trees`, { base_tree: root, tree: entries });
    await github.as('ada-b', 'POST', `${REPO}/git/trees`, {
      base_tree: root,
      tree: [{ path: 'none', mode: '100644', type: 'blob', sha: null }],
    });
    const signed = {
      message: 'x',
      tree: tree.body.sha,
      parents: [first],
      author: { name: 'Ada', email: 'ada@example.com', date: '2026-11-21T09:00:00Z' },
    };
    const commit = await github.as('ada-b', 'POST', `${REPO}/git/commits`, signed);
    await github.as('ada-b', 'POST', `${REPO}/git/commits`, { message: 'x', tree: 'none' });
    for (let twice = 0; twice < 2; twice += 1)
      await github.as('ada-b', 'POST', `${REPO}/git/refs`, { ref: 'refs/heads/x', sha: commit.body.sha });
    await github.as('ada-b', 'PATCH', `${REPO}/git/refs/heads/x`, { sha: head, force: false });
    await github.as('ada-b', 'PATCH', `${REPO}/git/refs/heads/x`, { sha: head, force: true });
    for (let twice = 0; twice < 2; twice += 1) await github.as('ada-b', 'DELETE', `${REPO}/git/refs/heads/x`);

    await review(github, 'bo-s', number, 'COMMENT');
    await review(github, 'ada-b', number, 'APPROVE');
    const approval = await review(github, 'bo-s', number, 'APPROVE');
    for (const path of ['', '/commits', '/files', '/reviews', `/reviews/${approval.body.id}`, '/merge'])
      await get(`${REPO}/pulls/${number}${path}`);
    await get(`${REPO}/pulls/99`);
    await get(`${REPO}/pulls?state=all&head=acme:ask&base=main&per_page=1`);
    for (let twice = 0; twice < 2; twice += 1)
      await github.as('sam-o', 'PUT', `${REPO}/pulls/${number}/reviews/${approval.body.id}/dismissals`, { message: 'No.' });
    await github.as('ada-b', 'PATCH', `${REPO}/pulls/${number}`, { base: 'x' });
    await github.as('ada-b', 'PATCH', `${REPO}/pulls/${number}`, { base: 'main' });
    await get(`${REPO}/issues/${number}/timeline`);
    await get(`${REPO}/issues/99/timeline`);
    for (const expected of [undefined, 'none'])
      await github.as('ada-b', 'PUT', `${REPO}/pulls/${number}/update-branch`, { expected_head_sha: expected });
    await github.as('ada-b', 'PATCH', `${REPO}/pulls/${number}`, { title: 'Better', body: 'text', state: 'closed' });
    await github.as('ada-b', 'PATCH', `${REPO}/pulls/${number}`, { state: 'open' });
    await github.as('ada-b', 'POST', `${REPO}/pulls`, { title: 'Twice', head: 'ask', base: 'main' });
    const comment = await github.as('bo-s', 'POST', `${REPO}/issues/${number}/comments`, { body: 'Hello.' });
    await github.as('bo-s', 'POST', `${REPO}/issues/${number}/comments`, { body: 'x'.repeat(65_537) });
    await github.as('bo-s', 'PATCH', `${REPO}/issues/comments/${comment.body.id}`, { body: 'Hello again.' });
    await get(`${REPO}/issues/${number}/comments`);
    await get(`${REPO}/issues/${number}`);
    await github.as('bo-s', 'DELETE', `${REPO}/issues/comments/${comment.body.id}`);
    for (let twice = 0; twice < 2; twice += 1) await github.as('bo-s', 'POST', `${REPO}/labels`, { name: 'urgent', color: 'ff0000' });
    await github.as('bo-s', 'POST', `${REPO}/issues/${number}/labels`, { labels: ['urgent', 'new'] });
    await github.as('bo-s', 'PUT', `${REPO}/issues/${number}/labels`, { labels: ['urgent'] });
    for (let twice = 0; twice < 2; twice += 1) await github.as('bo-s', 'DELETE', `${REPO}/issues/${number}/labels/urgent`);
    await get(`${REPO}/issues/${number}/labels`);
    await get(`${REPO}/labels`);
    await github.as('sam-o', 'PUT', `${REPO}/pulls/${number}/merge`, { sha: first });
    await merge(github, 'sam-o', number, 'squash');
    await github.as('sam-o', 'PUT', `${REPO}/pulls/${number}/merge`);
    await get(`${REPO}/pulls/${number}/merge`);
    await get(`${REPO}/commits/${github.tip()}/pulls`);
    await github.as('mallory', 'GET', REPO);
    await call(github.fetch, BOT_TOKEN, 'GET', '/user');
    await call(github.fetch, 'nonsense', 'GET', '/user');

    expect(contract.breaches).toEqual([]);
    expect(contract.seen.size).toBeGreaterThan(65);
  });

  it('is caught when it answers or is asked otherwise', async () => {
    const github = world();
    const spoiled: typeof fetch = async (input, init) => {
      const response = await github.service.fetch(input, init);
      const body = (await response.json()) as Record<string, unknown>;
      delete body['errors'];
      return Response.json({ ...body, default_branch: 7, message: 7 }, { status: response.status });
    };
    const contract = contractOf(spoiled);
    if (contract === undefined) return;
    await call(contract.fetch, 'token-sam-o', 'GET', `${REPO}?verbose=1`);
    await call(contract.fetch, 'token-sam-o', 'GET', '/nowhere');
    await call(contract.fetch, 'token-sam-o', 'POST', `${REPO}/pulls`, { head: 'x', base: 'main', titel: 'x' });
    await call(contract.fetch, 'token-sam-o', 'POST', `${REPO}/pulls`, { title: 'x' });
    await call(contract.fetch, 'token-sam-o', 'POST', `${REPO}/git/trees`, { tree: [{ path: 'x', mode: '777' }] });
    expect(
      contract.breaches.map((one) =>
        one
          .replace(/^\S+ \/repos\/\S+ ?(?:->)?/, '')
          .replace(/data\S* .*/, 'schema')
          .trim(),
      ),
    ).toEqual([
      'unknown query verbose',
      '200: schema',
      'GET /nowhere is not described',
      'unknown field titel',
      '422: schema',
      'schema',
      '422: schema',
      'schema',
      '422: schema',
    ]);
  });
});

import { describe, expect, it } from 'vitest';

import { contractOf } from '../../sim/github/contract.ts';
import { ask, merge, REPO, review, world } from '../../sim/github/world.ts';
import { deletionsAt, failure, forgeOf, value } from './setup.ts';

describe('the GitHub forge', () => {
  it('sends only what the published description knows', async () => {
    const github = world({ 'README.md': 'x\n', 'grants/payments/a.yaml': 'a\n', 'grants/payments/b.yaml': 'b\n' });
    const contract = contractOf(github.service.fetch);
    if (contract === undefined) return;
    const forge = await forgeOf(github, { fetch: contract.fetch });
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    github.push({ branch: 'ask', files: { x: '2' }, by: 'ada-b' });
    await review(github, 'bo-s', number, 'APPROVE');
    const last = await merge(github, 'sam-o', number, 'rebase');
    const [first = ''] = github.repository.pulls[0]?.merged?.landed ?? [];
    expect(value(await forge.tip())).toBe(last);
    for (const commit of [first, last]) expect(value(await forge.mergedRequest(commit))?.number).toBe(number);
    expect(value(await forge.textAt(last, 'README.md'))).toBe('x\n');
    expect(value(await forge.branches('ask')).size).toBe(1);
    expect(value(await forge.findPrune())).toBeUndefined();
    const text = { title: 'Prune', body: 'Prune.' };
    const request = value(await forge.openPrune(github.tip(), deletionsAt(github, ['grants/payments/a.yaml']), text));
    const both = deletionsAt(github, ['grants/payments/a.yaml', 'grants/payments/b.yaml']);
    expect(value(await forge.findPrune())).toEqual(request);
    const updated = value(await forge.updatePrune(request, github.tip(), both, text));
    value(await forge.closePrune(updated, 'Done.'));
    value(await forge.openPrune(github.tip(), both, text));
    await github.as('bo-s', 'PATCH', `${REPO}/pulls/3`, { state: 'closed' });
    const next = await forgeOf(github, { fetch: contract.fetch });
    expect(failure(await next.openPrune(github.tip(), both, text)).kind).toBe('unsafe');
    const proposed = value(await forge.proposeFile('grantkeeper/recall/gil', 'recalls/gil.yaml', 'principal: gil\n', text));
    expect(value(await forge.proposeFile('grantkeeper/recall/gil', 'recalls/gil.yaml', 'principal: gil\nsince: x\n', text))).toEqual(
      proposed,
    );

    expect(contract.breaches).toEqual([]);
    const sent = github.service.calls.filter((call) => call.headers['user-agent']?.includes('grantkeeper') === true);
    expect(sent.length).toBeGreaterThan(50);
    const writes = [...contract.seen].filter((one) => !one.startsWith('GET')).map((one) => one.replace('/repos/{owner}/{repo}', ''));
    expect(writes.toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'DELETE /git/refs/{ref} 204',
      'PATCH /git/refs/{ref} 200',
      'PATCH /pulls/{pull_number} 200',
      'POST /git/commits 201',
      'POST /git/refs 201',
      'POST /git/trees 201',
      'POST /issues/{issue_number}/comments 201',
      'POST /issues/{issue_number}/labels 200',
      'POST /pulls 201',
    ]);
  });
});

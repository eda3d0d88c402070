import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { later } from '../../../src/domain/instant.ts';
import { writeCommit } from '../../../src/git/commit.ts';
import { moveBranch } from '../../../src/git/branch.ts';
import { differences } from '../../../src/git/merge.ts';
import { commitFacts } from '../../../src/forge/local/commits.ts';
import { emailOf, personOf } from '../../../src/forge/local/people.ts';
import { GRANT, NOW, got, nobody, worlds } from './world.ts';

const asked = worlds(async ({ push, forge }) => {
  await push('ada-b', 'ada', [GRANT]);
  await got(forge.openRequest({ branch: 'ada', author: 'ada-b', title: 'Access for Ada', body: '' }));
});

function refused(...reasons: readonly string[]) {
  return { ok: false, failure: { kind: 'forbidden', message: `request 1 cannot be merged: ${reasons.join('; ')}` } };
}

const NEEDED = `${GRANT.path} needs an approval by bo-s or chi-p`;

function wrote(login: string): string {
  return `the approval of ${login} does not count: they wrote a commit of the request`;
}

describe.concurrent('merging', () => {
  it('makes a merge commit of now by the merger, and deletes the branch', async () => {
    const { forge, head, wait } = await asked();
    const [before, asking] = [await head(), await head('ada')];
    await got(forge.review(1, 'chi-p', 'approve'));
    wait(3_600_000);
    const request = await got(forge.merge(1, 'bo-s', nobody));
    const commit = await head();
    expect(request).toMatchObject({ state: 'merged', head: asking, merged: { at: later(NOW, 3_600_000), by: 'bo-s', commit } });
    const [facts] = await commitFacts(forge.repository, [commit]);
    expect(facts).toMatchObject({ parents: [before, asking], committedAt: later(NOW, 3_600_000), author: 'bo-s', committer: 'bo-s' });
    expect((await differences(forge.repository, before, commit)).map((one) => one.path)).toEqual([GRANT.path]);
    expect(await head('ada')).toBe('none');
    expect(await forge.merge(1, 'bo-s', nobody)).toMatchObject({ failure: { message: 'request 1 is merged' } });
  });

  it('is refused with every reason', async () => {
    const world = await asked();
    await world.push('ada-b', 'ada', [
      { path: 'policy/policy.yaml', content: 'mine\n' },
      { path: 'grants/payments/more.yaml', content: 'x' },
    ]);
    await world.push('sam-o', 'main', [{ path: 'policy/policy.yaml', content: 'theirs\n' }]);
    await got(world.forge.review(1, 'dan-r', 'request-changes'));
    const reasons = [
      'dan-r has asked for changes',
      `${GRANT.path} and 1 more needs an approval by bo-s or chi-p`,
      'policy/policy.yaml needs an approval by sam-o or kim-i',
      'it conflicts with main at policy/policy.yaml',
    ];
    expect(await world.forge.merge(1, 'ada-b', nobody)).toEqual(refused(...reasons));
    expect(await got(world.forge.blockers(1, nobody))).toEqual(reasons);
    expect((await got(world.forge.showRequest(1))).state).toBe('open');
  });

  it('counts the last word of each person; a comment is none', async () => {
    const { forge } = await asked();
    await got(forge.review(1, 'bo-s', 'request-changes'));
    await got(forge.review(1, 'bo-s', 'approve'));
    await got(forge.review(1, 'bo-s', 'comment'));
    expect(await got(forge.blockers(1, nobody))).toEqual([]);
    await got(forge.review(1, 'Bo-S', 'request-changes'));
    expect(await got(forge.blockers(1, nobody))).toEqual(['Bo-S has asked for changes', NEEDED]);
  });

  it('needs a new approval after a push', async () => {
    const { forge, push, head } = await asked();
    const old = await head('ada');
    await got(forge.review(1, 'bo-s', 'approve'));
    const now = await push('ada-b', 'ada', [{ ...GRANT, content: 'principal: eve\n' }]);
    const stale = `the approval of bo-s does not count: it is of ${old.slice(0, 7)}, and the branch has moved to ${now.slice(0, 7)}`;
    expect(await forge.merge(1, 'bo-s', nobody)).toEqual(refused(NEEDED, stale));
    await got(forge.review(1, 'bo-s', 'approve'));
    expect((await forge.merge(1, 'bo-s', nobody)).ok).toBe(true);
  });

  it('does not count the approval of a reviewer who wrote a commit, or co-wrote one', async () => {
    const { forge, push } = await asked();
    await push('bo-s', 'ada', [{ path: 'grants/payments/more.yaml', content: 'x' }]);
    await push(
      'ada-b',
      'ada',
      [{ path: 'grants/payments/most.yaml', content: 'x' }],
      `Ask\n\nCo-authored-by: Chi <${emailOf('chi-p')}>\n\nmore text\n`,
    );
    await got(forge.review(1, 'bo-s', 'approve'));
    await got(forge.review(1, 'chi-p', 'approve'));
    expect(await forge.merge(1, 'ada-b', nobody)).toEqual(
      refused(`${GRANT.path} and 2 more needs an approval by bo-s or chi-p`, wrote('bo-s'), wrote('chi-p')),
    );
  });

  it('does not count those who benefit, machines, and those who own something else', async () => {
    const { forge } = await asked();
    for (const login of ['chi-p', 'helper[bot]', 'dan-r']) await got(forge.review(1, login, 'approve'));
    const seen: string[] = [];
    const benefits = async (head: string, paths: readonly string[]) => {
      seen.push(await got(forge.textAt(head, paths[0] ?? '')).then(String));
      return [{ login: 'CHI-P', reason: 'they are in the group that is granted' }];
    };
    const expected = [
      NEEDED,
      'the approval of chi-p does not count: they are in the group that is granted',
      'the approval of helper[bot] does not count: a machine approves nothing',
    ];
    expect(await forge.merge(1, 'ada-b', benefits)).toEqual(refused(...expected));
    expect(seen).toEqual([GRANT.content]);
  });

  it('asks the owners that the base branch names, not those of the request', async () => {
    const { forge, push } = await asked();
    await push('ada-b', 'ada', [{ path: '.github/CODEOWNERS', content: '* @dan-r\n' }]);
    await got(forge.review(1, 'dan-r', 'approve'));
    expect(await forge.merge(1, 'dan-r', nobody)).toEqual(refused(NEEDED, '.github/CODEOWNERS needs an approval by sam-o or kim-i'));
  });

  it('needs nobody for what nobody owns', async () => {
    const { forge, push } = await asked();
    await push('ada-b', 'notes', [{ path: 'README.md', content: 'x' }]);
    await got(forge.openRequest({ branch: 'notes', author: 'ada-b', title: 'Notes', body: '' }));
    expect((await forge.merge(2, 'ada-b', nobody)).ok).toBe(true);
  });

  it('gives way to a push that comes in between', async () => {
    const { forge, push, head, meanwhile } = await asked();
    await got(forge.review(1, 'bo-s', 'approve'));
    const before = await head();
    const sneak = await writeCommit(forge.repository, {
      message: 'sneak',
      author: personOf('ada-b'),
      at: NOW,
      parents: [await head('ada')],
      changes: [{ ...GRANT, content: 'principal: eve\n' }],
    });
    meanwhile(() => execFileSync('git', ['update-ref', 'refs/heads/ada', sneak], { cwd: forge.repository.root }));
    expect(await forge.merge(1, 'bo-s', nobody)).toMatchObject({ failure: { kind: 'conflict', message: 'main or ada moved meanwhile' } });
    expect(await head()).toBe(before);
    expect(await got(forge.showRequest(1))).toMatchObject({ state: 'open', head: sneak });
    await push('sam-o', 'main', [{ path: 'README.md', content: 'x' }]);
    expect((await forge.merge(1, 'bo-s', nobody)).ok).toBe(false);
  });

  it('has nothing to merge once the branch is gone, or into a branch that is gone', async () => {
    const { forge, head, push } = await asked();
    await push('ada-b', 'stack', [{ path: 'README.md', content: '1' }]);
    await push('ada-b', 'stacked', [{ path: 'README.md', content: '2' }]);
    await got(forge.openRequest({ branch: 'stacked', base: 'stack', author: 'ada-b', title: 'x', body: '' }));
    await moveBranch(forge.repository, 'stack', await head('stack'), undefined);
    expect(await forge.merge(2, 'bo-s', nobody)).toMatchObject({ failure: { kind: 'not-found', message: 'the branch stack is gone' } });
    await moveBranch(forge.repository, 'ada', await head('ada'), undefined);
    expect(await forge.merge(1, 'bo-s', nobody)).toMatchObject({ failure: { kind: 'invalid', message: 'request 1 is closed' } });
    expect(await forge.merge(1, 'no login', nobody)).toMatchObject({ failure: { kind: 'invalid' } });
    const other = await writeCommit(forge.repository, { message: 'x', author: personOf('ada-b'), at: NOW, parents: [], changes: [GRANT] });
    await moveBranch(forge.repository, 'alien', undefined, other);
    await got(forge.openRequest({ branch: 'alien', author: 'ada-b', title: 'x', body: '' }));
    expect(await forge.merge(3, 'bo-s', nobody)).toMatchObject({ failure: { message: 'alien and main have no common history' } });
  });
});

describe.concurrent('mergedRequest', () => {
  it('tells the facts of the request that a commit merged', async () => {
    const { forge, push, head, wait } = await asked();
    const stranger = await writeCommit(forge.repository, {
      message: `x\n\nCo-authored-by: Eve <${emailOf('eve-m')}>\n`,
      author: { name: 'Mallory', email: 'Mallory@Example.org' },
      committer: personOf('ben-a'),
      at: NOW,
      parents: [await head('ada')],
      changes: [{ path: 'grants/payments/old.yaml', gone: true }],
    });
    await moveBranch(forge.repository, 'ada', await head('ada'), stranger);
    await push('sam-o', 'main', [{ path: 'README.md', content: 'not of the request' }]);
    wait(60_000);
    await got(forge.review(1, 'bo-s', 'comment'));
    await got(forge.review(1, 'bo-s', 'approve'));
    await got(forge.merge(1, 'chi-p', nobody));
    expect(await got(forge.mergedRequest(await head()))).toEqual({
      number: 1,
      url: 'local://forge/pull/1',
      author: 'ada-b',
      authorIsBot: false,
      base: 'main',
      defaultBranch: 'main',
      head: stranger,
      mergedAt: NOW + 60_000,
      mergedBy: 'chi-p',
      writers: ['ada-b', 'ben-a', 'eve-m', 'mallory@example.org'],
      paths: [GRANT.path, 'grants/payments/old.yaml'],
      reviews: [
        { login: 'bo-s', bot: false, state: 'commented', commit: stranger, at: NOW + 60_000 },
        { login: 'bo-s', bot: false, state: 'approved', commit: stranger, at: NOW + 60_000 },
      ],
    });
  });

  it('knows no request for a direct push, a commit of a request, or a merge made by hand', async () => {
    const { forge, push, head } = await asked();
    await got(forge.review(1, 'bo-s', 'approve'));
    const asking = await head('ada');
    const direct = await push('ada-b', 'main', [{ path: 'grants/payments/direct.yaml', content: 'x' }]);
    const byHand = await writeCommit(forge.repository, {
      message: 'Merge pull request #1 from ada',
      author: personOf('bo-s'),
      at: NOW,
      parents: [direct, asking],
      changes: [{ path: 'grants/payments/evil.yaml', content: 'x' }],
    });
    await moveBranch(forge.repository, 'main', direct, byHand);
    for (const commit of [direct, asking, byHand]) expect(await got(forge.mergedRequest(commit))).toBeUndefined();
    expect((await got(forge.showRequest(1))).state).toBe('open');
  });
});

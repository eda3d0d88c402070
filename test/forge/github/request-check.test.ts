import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/domain/finding.ts';
import type { OpenRequest } from '../../../src/domain/request.ts';
import type { RequestCheck, RequestDesk } from '../../../src/forge/forge.ts';
import { seedToken } from '../../../src/sim/github/seed.ts';
import { contractOf } from '../../sim/github/contract.ts';
import { ask, review, type World, world } from '../../sim/github/world.ts';
import { callsOf, failure, forgeOf, value } from './setup.ts';

const TOKEN = 'ghs_requestdesk';
const RIGHTS = { contents: 'read', pull_requests: 'write', checks: 'write', metadata: 'read' } as const;

async function deskOf(github: World, fetch = github.service.fetch): Promise<RequestDesk> {
  if (!github.state.tokens.some((one) => one.value === TOKEN)) seedToken(github.state, TOKEN, 'github-actions[bot]', RIGHTS);
  const { requests } = await forgeOf(github, { token: TOKEN, fetch });
  if (requests === undefined) throw new Error('GitHub has requests');
  return requests;
}

async function open(desk: RequestDesk, number: number): Promise<OpenRequest> {
  const request = value(await desk.request(number));
  if (request === undefined) throw new Error(`${number} is not open`);
  return request;
}

function finding(line: number, more: Partial<Finding> = {}): Finding {
  const at = { file: 'grants/payments/a.yaml', line, column: 3, endLine: line, endColumn: 9 };
  return { code: 'GK1204', severity: 'error', message: 'not an instant', hint: 'Write it in UTC', at, ...more };
}

function check(head: string, more: Partial<RequestCheck> = {}): RequestCheck {
  return { head, passed: false, title: 'Refused: 1 error', summary: 'No.', findings: [finding(3)], ...more };
}

describe('an open request on GitHub', () => {
  it('is told with its writers, paths, reviews and labels', async () => {
    const github = world();
    const desk = await deskOf(github);
    const number = await ask(github, 'ada-b', 'ask', { 'grants/payments/a.yaml': 'a\n' });
    github.push({ branch: 'ask', files: { 'README.md': 'new\n' }, by: 'chi-p' });
    await review(github, 'bo-s', number, 'APPROVE');
    expect(value(await desk.request(number))).toMatchObject({
      number,
      author: 'ada-b',
      authorIsBot: false,
      base: 'main',
      defaultBranch: 'main',
      head: github.tip('ask'),
      writers: ['ada-b', 'chi-p'],
      paths: ['README.md', 'grants/payments/a.yaml'],
      reviews: [{ login: 'bo-s', bot: false, state: 'approved', commit: github.tip('ask') }],
      fromFork: false,
      labels: [],
    });
    expect(failure(await desk.request(99)).kind).toBe('not-found');
    await github.as('ada-b', 'PATCH', `/repos/acme/access/pulls/${number}`, { state: 'closed' });
    expect(value(await desk.request(number))).toBeUndefined();
  });

  it('keeps one comment of ours, whatever others write', async () => {
    const github = world();
    const desk = await deskOf(github);
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    const isOurs = (body: string) => body.includes('<!-- ours -->');
    for (let n = 0; n < 31; n++)
      await github.as('chi-p', 'POST', `/repos/acme/access/issues/${number}/comments`, { body: 'me <!-- ours -->' });
    expect(value(await desk.findComment(number, isOurs))).toBeUndefined();
    value(await desk.putComment(number, 'one <!-- ours -->', undefined));
    const found = value(await desk.findComment(number, isOurs));
    expect(found?.body).toBe('one <!-- ours -->');
    value(await desk.putComment(number, 'two <!-- ours -->', found));
    expect(value(await desk.findComment(number, isOurs))).toEqual({ id: found?.id, body: 'two <!-- ours -->' });
    expect(github.repository.comments).toHaveLength(32);
  });

  it('gets the labels that are wanted, loses the others of ours, and keeps those of people', async () => {
    const github = world();
    const desk = await deskOf(github);
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    const set = async (...wanted: readonly string[]) => {
      const request = await open(desk, number);
      const calls = await callsOf(github, async () => value(await desk.setLabels(request, wanted, ['a', 'b', 'c'])));
      return calls.map((call) => call.replace('/repos/acme/access/issues/', ''));
    };
    await github.as('ada-b', 'POST', `/repos/acme/access/issues/${number}/labels`, { labels: ['urgent', 'b'] });
    expect(await set('a', 'c')).toEqual([`POST ${number}/labels`, `DELETE ${number}/labels/b`]);
    expect(github.repository.pulls[0]?.labels.toSorted()).toEqual(['a', 'c', 'urgent']);
    expect(await set('a', 'c')).toEqual([]);
    const stale = await open(desk, number);
    await set();
    expect(github.repository.pulls[0]?.labels).toEqual(['urgent']);
    value(await desk.setLabels(stale, [], ['a']));
  });
});

describe('the check on GitHub', () => {
  it('puts findings on their lines, 50 with a call', async () => {
    const github = world();
    const desk = await deskOf(github);
    const findings = [
      ...Array.from({ length: 120 }, (_, n) => finding(n + 1)),
      finding(1, { severity: 'notice', at: { file: 'x', line: 1, column: 1, endLine: 2, endColumn: 1 }, message: 'x'.repeat(20_000) }),
    ];
    const nowhere: Finding = { code: 'GK3006', severity: 'error', message: 'no policy' };
    const calls = await callsOf(github, async () => value(await desk.putCheck(check(github.tip(), { findings: [...findings, nowhere] }))));
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['GET', 'POST', 'PATCH', 'PATCH']);
    const [run] = github.repository.checks;
    expect(run).toMatchObject({ name: 'grantkeeper', conclusion: 'failure', title: 'Refused: 1 error' });
    expect(run?.annotations).toHaveLength(121);
    expect(run?.annotations[2]).toEqual({
      path: 'grants/payments/a.yaml',
      start_line: 3,
      end_line: 3,
      start_column: 3,
      end_column: 9,
      annotation_level: 'failure',
      title: 'GK1204',
      message: 'not an instant\nWrite it in UTC',
    });
    expect(run?.annotations[120]).not.toHaveProperty('start_column');
  });

  it('is left alone while it says the same, brought up to date else, and made anew with other annotations', async () => {
    const github = world();
    const desk = await deskOf(github);
    const put = async (more: Partial<RequestCheck>) => {
      const calls = await callsOf(github, async () => value(await desk.putCheck(check(github.tip(), more))));
      return calls.map((call) => call.split(' ')[0]).join(' ');
    };
    expect(await put({})).toBe('GET POST');
    expect(await put({})).toBe('GET');
    expect(await put({ passed: true, title: 'Approved by bo' })).toBe('GET PATCH');
    expect(github.repository.checks).toMatchObject([{ conclusion: 'success', title: 'Approved by bo', annotations: { length: 1 } }]);
    expect(await put({ findings: [] })).toBe('GET POST');
    expect(github.repository.checks.map(({ annotations }) => annotations.length)).toEqual([1, 0]);
  });

  it('does not take a check of somebody else for its own', async () => {
    const github = world();
    const desk = await deskOf(github);
    value(await desk.putCheck(check(github.tip())));
    const [own] = github.repository.checks;
    if (own !== undefined) own.externalId = 'somebody else';
    value(await desk.putCheck(check(github.tip())));
    expect(github.repository.checks).toHaveLength(2);
  });

  it('notes on lines what one click mends, once for each commit, whatever others wrote', async () => {
    const github = world();
    const desk = await deskOf(github);
    const number = await ask(github, 'ada-b', 'ask', { 'grants/payments/a.yaml': 'a\nb\n' });
    const note = async () =>
      value((await desk.noteLines?.(await open(desk, number), [{ path: 'grants/payments/a.yaml', line: 2, body: 'c' }])) ?? none);
    const none = { ok: true, value: undefined } as const;
    const body = `<!-- grantkeeper:notes v1 ${github.tip('ask')} -->`;
    await github.as('bo-s', 'POST', `/repos/acme/access/pulls/${number}/reviews`, { event: 'COMMENT', body });
    await note();
    await note();
    const [, own, ...more] = github.repository.pulls[0]?.reviews ?? [];
    expect([own, more]).toMatchObject([{ state: 'COMMENTED', notes: [{ line: 2, body: 'c' }] }, []]);
    github.push({ branch: 'ask', files: { 'grants/payments/a.yaml': 'a\nd\n' }, by: 'ada-b' });
    await note();
    expect(github.repository.pulls[0]?.reviews).toHaveLength(3);
    const calls = await callsOf(github, async () => desk.noteLines?.(await open(desk, number), []));
    expect(calls.filter((call) => call.includes('/reviews') && !call.startsWith('GET'))).toEqual([]);
  });

  it('sends only what the published description knows', async () => {
    const github = world();
    const contract = contractOf(github.service.fetch);
    if (contract === undefined) return;
    const desk = await deskOf(github, contract.fetch);
    const number = await ask(github, 'ada-b', 'ask', { x: '1' });
    const request = await open(desk, number);
    value(await desk.putComment(number, 'one', value(await desk.findComment(number, () => true))));
    value(await desk.putComment(number, 'two', value(await desk.findComment(number, () => true))));
    value(await desk.setLabels(request, ['a'], ['a', 'b']));
    value(await desk.setLabels(await open(desk, number), [], ['a', 'b']));
    value((await desk.noteLines?.(request, [{ path: 'x', line: 1, body: 'y' }])) ?? { ok: true, value: undefined });
    value(await desk.putCheck(check(request.head, { findings: Array.from({ length: 60 }, (_, n) => finding(n + 1)) })));
    value(await desk.putCheck(check(request.head, { passed: true, findings: Array.from({ length: 60 }, (_, n) => finding(n + 1)) })));
    expect(contract.breaches).toEqual([]);
    const writes = [...contract.seen].filter((one) => !one.startsWith('GET')).map((one) => one.replace('/repos/{owner}/{repo}', ''));
    expect(writes.toSorted()).toEqual([
      'DELETE /issues/{issue_number}/labels/{name} 200',
      'PATCH /check-runs/{check_run_id} 200',
      'PATCH /issues/comments/{comment_id} 200',
      'POST /check-runs 201',
      'POST /issues/{issue_number}/comments 201',
      'POST /issues/{issue_number}/labels 200',
      'POST /pulls/{pull_number}/reviews 200',
    ]);
  });
});

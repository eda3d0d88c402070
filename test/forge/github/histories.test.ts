import { describe, expect, it } from 'vitest';

import { knownAccount, noreplyOf } from '../../../src/sim/github/accounts.ts';
import { WEB_FLOW } from '../../../src/sim/github/state.ts';
import { control, directoryOf, grant, principal } from '../../policy/acme.ts';
import { ask, BOT_TOKEN, call, merge, REPO, review, type World } from '../../sim/github/world.ts';
import { asked, GRANT, landed, type Story, TEXT, verdictOn } from './judged.ts';

interface Honest extends Story {
  /** Who approved. */
  readonly says: readonly string[];
}

const OTHER = 'grants/payments/2026-11-24-ada-more.yaml';

async function approvedAndMerged(github: World, number: number, method: 'merge' | 'squash' | 'rebase' = 'squash'): Promise<string> {
  await review(github, 'bo-s', number, 'APPROVE');
  return merge(github, 'sam-o', number, method);
}

/** Somebody who had another login when they approved. */
const RENAMED = control({ directory: directoryOf(principal('bo', 'person', { github: 'bo-before' })) });

const HISTORIES: readonly Honest[] = [
  { name: 'squashed', play: async (github) => landed(github, 'squash'), says: ['bo'] },
  { name: 'a merge commit', play: async (github) => landed(github, 'merge'), says: ['bo'] },
  { name: 'rebased', play: async (github) => landed(github, 'rebase'), says: ['bo'] },
  {
    name: 'rebased with several commits, the file in the first',
    play: async (github) => {
      const number = await asked(github);
      for (const n of ['1', '2']) github.push({ branch: 'ask', files: { 'docs/x.md': n }, by: 'ada-b' });
      await approvedAndMerged(github, number, 'rebase');
      return github.repository.pulls[0]?.merged?.landed[0] ?? '';
    },
    says: ['bo'],
  },
  {
    name: 'through a merge queue',
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'bo-s', number, 'APPROVE');
      github.push({ branch: 'main', files: { 'docs/other.md': 'Came first in the queue.\n' }, by: 'sam-o' });
      const commit = await merge(github, 'sam-o', number, 'squash');
      const move = github.repository.activity.pop();
      if (move !== undefined) github.repository.activity.push({ ...move, kind: 'merge_queue_merge' });
      return commit;
    },
    says: ['bo'],
  },
  {
    name: 'edited in the browser',
    play: async (github) => {
      const ada = knownAccount(github.state, 'ada-b');
      const author = { name: ada.name, email: noreplyOf(ada) };
      const committer = { name: WEB_FLOW.name, email: WEB_FLOW.email };
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'ada-b', from: github.tip(), author, committer });
      const opened = await github.as('ada-b', 'POST', `${REPO}/pulls`, { title: 'x', head: 'ask', base: 'main' });
      return approvedAndMerged(github, opened.body.number as number);
    },
    says: ['bo'],
  },
  {
    name: 'co-authored by a colleague who does not approve',
    play: async (github) => {
      const number = await asked(github);
      github.push({
        branch: 'ask',
        files: { [GRANT]: `${TEXT}# \n` },
        by: 'ada-b',
        message: 'More\n\nCo-authored-by: Chi <chi-p@example.com>',
      });
      return approvedAndMerged(github, number);
    },
    says: ['bo'],
  },
  {
    name: 'approved again after a push',
    play: async (github) => {
      const number = await asked(github, { [GRANT]: 'principal: bo\n' });
      await review(github, 'bo-s', number, 'APPROVE');
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'ada-b' });
      return approvedAndMerged(github, number);
    },
    says: ['bo'],
  },
  {
    name: 'approved, and other files pushed afterwards',
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'bo-s', number, 'APPROVE');
      github.push({ branch: 'ask', files: { 'docs/x.md': 'Why.\n' }, by: 'ada-b' });
      return merge(github, 'sam-o', number, 'squash');
    },
    says: ['bo'],
  },
  {
    name: 'the branch updated from main after the approval',
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'bo-s', number, 'APPROVE');
      github.push({ branch: 'main', files: { 'docs/x.md': 'Meanwhile.\n' }, by: 'sam-o' });
      await github.as('ada-b', 'PUT', `${REPO}/pulls/${number}/update-branch`, {});
      return merge(github, 'sam-o', number, 'squash');
    },
    says: ['bo'],
  },
  {
    name: 'the branch rebased onto main by force after the approval, with the same bytes',
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'bo-s', number, 'APPROVE');
      github.push({ branch: 'main', files: { 'docs/x.md': 'Meanwhile.\n' }, by: 'sam-o' });
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'ada-b', from: github.tip() });
      return merge(github, 'sam-o', number, 'squash');
    },
    says: ['bo'],
  },
  {
    name: 'a moved file',
    play: async (github) =>
      approvedAndMerged(github, await asked(github, { 'grants/payments/old.yaml': null, [GRANT]: 'principal: ada\n' })),
    says: ['bo'],
  },
  {
    name: 'deleted, and restored by an approved revert within the life of its id',
    play: async (github) => {
      await landed(github);
      await merge(github, 'sam-o', await ask(github, 'ada-b', 'gone', { [GRANT]: null }), 'squash');
      return approvedAndMerged(github, await ask(github, 'ada-b', 'revert-gone', { [GRANT]: TEXT }));
    },
    says: ['bo'],
  },
  {
    name: 'two files in one request, the second of them',
    path: OTHER,
    play: async (github) => approvedAndMerged(github, await asked(github, { [GRANT]: TEXT, [OTHER]: TEXT })),
    says: ['bo'],
  },
  {
    name: 'a role with an approver of its own, who approves besides',
    grants: [grant({ access: [{ kind: 'catalogue', role: 'audit', places: ['payments-prod'] }] })],
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'sam-o', number, 'APPROVE');
      return approvedAndMerged(github, number);
    },
    says: ['bo', 'sam'],
  },
  {
    name: 'a privileged role that two approve',
    grants: [grant({ access: [{ kind: 'catalogue', role: 'rescue', places: ['payments-prod'] }] })],
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'chi-p', number, 'APPROVE');
      return approvedAndMerged(github, number);
    },
    says: ['bo', 'chi'],
  },
  {
    name: 'opened by a bot that says in whose name',
    grants: [grant({ requestedBy: 'ada' })],
    play: async (github) => {
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'github-actions[bot]', from: github.tip() });
      const opened = await call(github.fetch, BOT_TOKEN, 'POST', `${REPO}/pulls`, { title: 'x', head: 'ask', base: 'main' });
      return approvedAndMerged(github, opened.body.number as number);
    },
    says: ['bo'],
  },
  {
    name: 'a draft that became ready after it was approved',
    play: async (github) => {
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'ada-b', from: github.tip() });
      const opened = await github.as('ada-b', 'POST', `${REPO}/pulls`, { title: 'x', head: 'ask', base: 'main', draft: true });
      await review(github, 'bo-s', opened.body.number as number, 'APPROVE');
      const [pull] = github.repository.pulls;
      if (pull !== undefined) pull.draft = false;
      return merge(github, 'sam-o', opened.body.number as number, 'squash');
    },
    says: ['bo'],
  },
  {
    name: 'dismissed, and approved again',
    play: async (github) => {
      const number = await asked(github);
      const said = await review(github, 'bo-s', number, 'APPROVE');
      await github.as('sam-o', 'PUT', `${REPO}/pulls/${number}/reviews/${said.body.id}/dismissals`, { message: 'Not yet.' });
      return approvedAndMerged(github, number);
    },
    says: ['bo'],
  },
  {
    name: 'changes asked for, made, and approved by the same person',
    play: async (github) => {
      const number = await asked(github, { [GRANT]: 'principal: bo\n' });
      await review(github, 'bo-s', number, 'REQUEST_CHANGES');
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'ada-b' });
      return approvedAndMerged(github, number);
    },
    says: ['bo'],
  },
  {
    name: 'approved, and talked about afterwards',
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'bo-s', number, 'APPROVE');
      await review(github, 'bo-s', number, 'COMMENT');
      return merge(github, 'sam-o', number, 'squash');
    },
    says: ['bo'],
  },
  {
    name: 'a suggestion of one approver, applied by the author and approved by another',
    play: async (github) => {
      const number = await asked(github);
      const message = 'Apply suggestions from code review\n\nCo-authored-by: Chi <chi-p@example.com>';
      github.push({ branch: 'ask', files: { [GRANT]: `${TEXT}grace: 5m\n` }, by: 'ada-b', message });
      return approvedAndMerged(github, number);
    },
    says: ['bo'],
  },
  {
    name: 'merged by an admin who did not review it',
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'chi-p', number, 'APPROVE');
      return merge(github, 'sam-o', number, 'merge');
    },
    says: ['chi'],
  },
  {
    name: 'merged by the one who approved it',
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'bo-s', number, 'APPROVE');
      return merge(github, 'bo-s', number, 'merge');
    },
    says: ['bo'],
  },
  {
    name: 'turned to main, and approved after that',
    play: async (github) => {
      github.push({ branch: 'base', files: { y: '1' }, by: 'ada-b', from: github.tip() });
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'ada-b', from: github.tip('base') });
      const opened = await github.as('ada-b', 'POST', `${REPO}/pulls`, { title: 'x', head: 'ask', base: 'base' });
      await review(github, 'bo-s', opened.body.number as number, 'APPROVE');
      await github.as('ada-b', 'PATCH', `${REPO}/pulls/${opened.body.number}`, { base: 'main' });
      return approvedAndMerged(github, opened.body.number as number);
    },
    says: ['bo'],
  },
  { name: 'approved by somebody who has another login today', control: RENAMED, now: control(), play: landed, says: ['bo'] },
];

describe.concurrent('an honest history', () => {
  it.each(HISTORIES)('is accepted: $name', async (story) => expect(await verdictOn(story)).toEqual(story.says));

  it('is one of at least twenty', () => expect(HISTORIES.length).toBeGreaterThanOrEqual(20));
});

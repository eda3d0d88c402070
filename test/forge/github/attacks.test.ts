import { describe, expect, it } from 'vitest';

import { commitAt, put, textBlob } from '../../../src/sim/github/objects.ts';
import { close, moveRef } from '../../../src/sim/github/branches.ts';
import { settingsOf } from '../../../src/sim/github/settings.ts';
import { turned } from '../../../src/sim/github/turns.ts';
import { leaves, plant } from '../../../src/sim/github/trees.ts';
import { seedAccount, seedToken } from '../../../src/sim/github/seed.ts';
import { control, directoryOf, grant, principal } from '../../policy/acme.ts';
import { ask, BOT_TOKEN, call, merge, REPO, review, type World } from '../../sim/github/world.ts';
import { asked, GRANT, landed, type Story, TEXT, verdictOn } from './judged.ts';

interface Attack extends Story {
  /** The code of the refusal, or `doubt`. */
  readonly says: string;
}

async function approveAs(github: World, token: string, number: number): Promise<void> {
  const said = await call(github.fetch, token, 'POST', `${REPO}/pulls/${number}/reviews`, { event: 'APPROVE', body: 'Fine.' });
  if (said.status !== 200) throw new Error(`GitHub refused the review: ${said.status}`);
}

/** A merge made on somebody's desk, with other bytes than the request showed, and pushed. */
function mergedByHand(github: World, number: number, text: string): string {
  const { repository, state } = github;
  const pull = repository.pulls.find((one) => one.number === number);
  if (pull === undefined) throw new Error('no request');
  const all = leaves(repository.objects, commitAt(repository.objects, pull.headSha)?.tree ?? '');
  all.set(GRANT, { mode: '100644', sha: put(repository.objects, textBlob(text)) });
  const who = { name: 'Mallory', email: 'mallory@example.com', at: github.clock.now() };
  const tree = plant(repository.objects, all);
  const parents = [github.tip(), pull.headSha];
  const commit = put(repository.objects, { type: 'commit', tree, parents, author: who, committer: who, message: 'Merge' });
  moveRef(state, repository, 'refs/heads/main', commit, { login: 'mallory', now: github.clock.now() });
  return commit;
}

/** The ruleset was bypassed to land a commit, and the token of the run may read that. */
function bypassed({ state, repository, clock }: World, commit: string): void {
  const suite = { id: 1, actor: 'sam-o', before: '0'.repeat(40), after: commit, ref: 'refs/heads/main', at: clock.now() };
  settingsOf(repository).ruleSuites.push({ ...suite, result: 'bypass' });
  state.tokens.splice(
    state.tokens.findIndex((token) => token.value === BOT_TOKEN),
    1,
  );
  seedToken(state, BOT_TOKEN, 'github-actions[bot]', {
    contents: 'write',
    pull_requests: 'write',
    metadata: 'read',
    administration: 'write',
  });
}

/** Ada's file lies on a branch already; Bo approves a text against that branch; then the request is turned to main. */
async function hidden(github: World): Promise<number> {
  github.push({ branch: 'base', files: { [GRANT]: TEXT }, by: 'ada-b', from: github.tip() });
  github.push({ branch: 'ask', files: { 'docs/x.md': 'Harmless.\n' }, by: 'ada-b', from: github.tip('base') });
  const opened = await github.as('ada-b', 'POST', `${REPO}/pulls`, { title: 'A text', head: 'ask', base: 'base' });
  await review(github, 'bo-s', opened.body.number as number, 'APPROVE');
  return opened.body.number as number;
}

const SECOND_ACCOUNT = control({ directory: directoryOf(principal('ada-too', 'account', { person: 'ada', github: 'mallory' })) });

const ATTACKS: readonly Attack[] = [
  {
    name: 'an admin pushes straight to main',
    play: async (github) => github.push({ branch: 'main', files: { [GRANT]: TEXT }, by: 'sam-o' }),
    says: 'GK2001',
  },
  {
    name: 'an admin bypasses the ruleset and merges what nobody approved',
    play: async (github) => {
      const commit = await merge(github, 'sam-o', await asked(github), 'squash');
      const suite = { id: 1, actor: 'sam-o', before: '0'.repeat(40), after: commit, ref: 'refs/heads/main', at: github.clock.now() };
      settingsOf(github.repository).ruleSuites.push({ ...suite, result: 'bypass' });
      return commit;
    },
    says: 'GK2009',
  },
  {
    name: 'an admin bypasses the ruleset with what was approved, where the token may see that',
    play: async (github) => {
      const commit = await landed(github);
      bypassed(github, commit);
      return commit;
    },
    says: 'GK2016',
  },
  {
    name: 'an admin makes the merge of an approved request by hand and pushes it straight to main',
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'bo-s', number, 'APPROVE');
      return mergedByHand(github, number, TEXT);
    },
    says: 'GK2016',
  },
  {
    name: 'an admin pushes the branch of an approved request straight to main',
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'bo-s', number, 'APPROVE');
      const head = github.tip('ask');
      moveRef(github.state, github.repository, 'refs/heads/main', head, { login: 'sam-o', now: github.clock.now() });
      return head;
    },
    says: 'GK2016',
  },
  {
    name: 'an exempt actor merges what nobody approved, and no bypass is recorded',
    play: async (github) => merge(github, 'bo-s', await asked(github), 'merge'),
    says: 'GK2009',
  },
  {
    name: 'a waiting merge slips in while an admin has switched enforcement off',
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'bo-s', number, 'COMMENT');
      return merge(github, 'chi-p', number, 'rebase');
    },
    says: 'GK2009',
  },
  {
    name: 'the token of a workflow approves',
    play: async (github) => {
      const number = await asked(github);
      await approveAs(github, BOT_TOKEN, number);
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'an app approves',
    play: async (github) => {
      seedAccount(github.state, { login: 'bo-s[bot]' });
      seedToken(github.state, 'token-app', 'bo-s[bot]', { pull_requests: 'write', metadata: 'read' });
      const number = await asked(github);
      await approveAs(github, 'token-app', number);
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'the author approves with a second account',
    control: SECOND_ACCOUNT,
    play: async (github) => {
      github.repository.collaborators['mallory'] = 'write';
      const number = await asked(github);
      await review(github, 'mallory', number, 'APPROVE');
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'the one who benefits approves what somebody else asked',
    grants: [grant({ principals: ['bo'] })],
    play: landed,
    says: 'GK2009',
  },
  {
    name: 'a member of the group that benefits approves',
    grants: [grant({ principals: ['payments-oncall'] })],
    play: async (github) => {
      const number = await ask(github, 'sam-o', 'ask', { [GRANT]: TEXT });
      await review(github, 'chi-p', number, 'APPROVE');
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'a stranger with write access approves',
    play: async (github) => {
      github.repository.collaborators['mallory'] = 'write';
      const number = await asked(github);
      await review(github, 'mallory', number, 'APPROVE');
      return merge(github, 'mallory', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'somebody approves whom a team on GitHub names and policy does not',
    play: async (github) => {
      const members = { mallory: 'maintainer', 'bo-s': 'member' } as const;
      settingsOf(github.repository).teams.push({ id: 9, slug: 'payments', name: 'Payments', permission: 'push', members });
      github.repository.collaborators['mallory'] = 'write';
      const number = await asked(github);
      await review(github, 'mallory', number, 'APPROVE');
      return merge(github, 'mallory', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'approved, then pushed, then merged',
    play: async (github) => {
      const number = await asked(github, { [GRANT]: 'principal: bo\n' });
      await review(github, 'bo-s', number, 'APPROVE');
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'ada-b' });
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'approved, then pushed by force, then merged',
    play: async (github) => {
      const number = await asked(github, { [GRANT]: 'principal: bo\n' });
      await review(github, 'bo-s', number, 'APPROVE');
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'ada-b', from: github.tip() });
      return merge(github, 'sam-o', number, 'merge');
    },
    says: 'GK2009',
  },
  {
    name: 'the reviewer pushes a commit in the name of the author and approves it',
    play: async (github) => {
      const number = await asked(github);
      github.push({ branch: 'ask', files: { [GRANT]: `${TEXT}x: 1\n` }, by: 'bo-s', author: { name: 'Ada', email: 'ada-b@example.com' } });
      await review(github, 'bo-s', number, 'APPROVE');
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'commits and trailers in the name of an approver',
    play: async (github) => {
      const bo = { name: 'Bo Stone', email: 'bo-s@example.com' };
      const message = 'Access\n\nApproved-by: Bo Stone <bo-s@example.com>\nReviewed-by: bo-s';
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'ada-b', from: github.tip(), author: bo, committer: bo, message });
      const opened = await github.as('ada-b', 'POST', `${REPO}/pulls`, { title: 'Approved', head: 'ask', base: 'main', body: 'Approved.' });
      return merge(github, 'ada-b', opened.body.number as number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'dismissed, then merged',
    play: async (github) => {
      const number = await asked(github);
      const said = await review(github, 'bo-s', number, 'APPROVE');
      await github.as('sam-o', 'PUT', `${REPO}/pulls/${number}/reviews/${said.body.id}/dismissals`, { message: 'No.' });
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'approved after the merge',
    play: async (github) => {
      const number = await asked(github);
      const commit = await merge(github, 'sam-o', number, 'squash');
      await review(github, 'bo-s', number, 'APPROVE');
      return commit;
    },
    says: 'GK2009',
  },
  {
    name: 'merged over the no of another approver',
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'chi-p', number, 'REQUEST_CHANGES');
      await review(github, 'bo-s', number, 'APPROVE');
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2012',
  },
  ...[
    'policy/teams/payments.yaml',
    '.github/CODEOWNERS',
    'CODEOWNERS',
    'docs/CODEOWNERS',
    '.github/workflows/plan.yml',
    '.gitattributes',
    'policy/people/all.yaml',
  ].map((path): Attack => ({
    name: `${path} edited in the same request`,
    play: async (github) => {
      const number = await asked(github, { [GRANT]: TEXT, [path]: 'x\n' });
      await review(github, 'bo-s', number, 'APPROVE');
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2006',
  })),
  {
    name: 'a recall lifted in the same request',
    play: async (github) => {
      github.push({ branch: 'main', files: { 'recalls/ada.yaml': 'principal: ada\n' }, by: 'sam-o' });
      const number = await asked(github, { [GRANT]: TEXT, 'recalls/ada.yaml': null });
      await review(github, 'bo-s', number, 'APPROVE');
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2006',
  },
  {
    name: 'an evil merge with other bytes than were reviewed',
    play: async (github) => {
      const number = await asked(github, { [GRANT]: 'principal: bo\n' });
      await review(github, 'bo-s', number, 'APPROVE');
      return mergedByHand(github, number, TEXT);
    },
    says: 'GK2003',
  },
  {
    name: 'an evil merge that adds a file which the request never showed',
    play: async (github) => {
      const number = await asked(github, { 'docs/x.md': 'Harmless.\n' });
      await review(github, 'bo-s', number, 'APPROVE');
      return mergedByHand(github, number, TEXT);
    },
    says: 'GK2005',
  },
  {
    name: 'moved as approved, and edited before the merge',
    play: async (github) => {
      const number = await asked(github, { 'grants/payments/old.yaml': null, [GRANT]: 'principal: ada\n' });
      await review(github, 'bo-s', number, 'APPROVE');
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'ada-b' });
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'deleted and added again with the same bytes, the second time approved by nobody',
    play: async (github) => {
      await landed(github);
      await merge(github, 'sam-o', await ask(github, 'ada-b', 'gone', { [GRANT]: null }), 'squash');
      return merge(github, 'sam-o', await ask(github, 'ada-b', 'again', { [GRANT]: TEXT }), 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'turned to main after it was approved against a branch that held the file',
    play: async (github) => {
      const number = await hidden(github);
      await github.as('ada-b', 'PATCH', `${REPO}/pulls/${number}`, { base: 'main' });
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'a stacked request that GitHub turned to main when its base went away',
    play: async (github) => {
      const number = await hidden(github);
      const pull = github.repository.pulls.find((one) => one.number === number);
      if (pull === undefined) throw new Error('no request');
      turned(github.state, pull, 'automatic_base_change_succeeded', { login: 'sam-o', now: github.clock.now() });
      pull.baseRef = 'main';
      pull.baseSha = github.tip();
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'a base pushed by force after the approval, so that the file is new again',
    play: async (github) => {
      const before = github.tip();
      const straight = github.push({ branch: 'main', files: { [GRANT]: TEXT }, by: 'sam-o' });
      const number = await ask(github, 'ada-b', 'ask', { 'docs/x.md': 'Harmless.\n' });
      await review(github, 'bo-s', number, 'APPROVE');
      expect(straight).toBe(github.tip());
      github.push({ branch: 'main', files: { y: '1' }, by: 'sam-o', from: before });
      return merge(github, 'sam-o', number, 'squash');
    },
    says: 'GK2009',
  },
  {
    name: 'merged into another branch, which then lands by a push',
    play: async (github) => {
      github.push({ branch: 'side', files: { y: '1' }, by: 'ada-b', from: github.tip() });
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'ada-b', from: github.tip('side') });
      const opened = await github.as('ada-b', 'POST', `${REPO}/pulls`, { title: 'x', head: 'ask', base: 'side' });
      await review(github, 'bo-s', opened.body.number as number, 'APPROVE');
      const commit = await merge(github, 'ada-b', opened.body.number as number, 'squash');
      moveRef(github.state, github.repository, 'refs/heads/main', commit, { login: 'sam-o', now: github.clock.now() });
      return commit;
    },
    says: 'GK2001',
  },
  {
    name: 'shown as merged because main was pushed to its branch',
    play: async (github) => {
      const number = await asked(github, { 'docs/x.md': 'Harmless.\n' });
      await review(github, 'bo-s', number, 'APPROVE');
      const commit = github.push({ branch: 'main', files: { [GRANT]: TEXT }, by: 'ada-b' });
      const pull = github.repository.pulls.find((one) => one.number === number);
      if (pull === undefined) throw new Error('no request');
      pull.headSha = commit;
      pull.merged = { at: github.clock.now(), by: 'ada-b', commit, landed: [commit] };
      close(pull, { login: 'ada-b', now: github.clock.now() });
      return commit;
    },
    says: 'GK2005',
  },
  {
    name: 'two merged requests that both claim the commit',
    play: async (github) => {
      const commit = await landed(github);
      await merge(github, 'sam-o', await ask(github, 'chi-p', 'other', { x: '1' }), 'squash');
      const other = github.repository.pulls.at(-1);
      if (other?.merged) other.merged = { ...other.merged, landed: [commit] };
      return commit;
    },
    says: 'GK2001',
  },
  {
    name: 'a symlink in place of the file that was reviewed',
    play: async (github) => {
      const number = await asked(github);
      await review(github, 'bo-s', number, 'APPROVE');
      const commit = await merge(github, 'sam-o', number, 'squash');
      const pull = github.repository.pulls.find((one) => one.number === number);
      const head = commitAt(github.repository.objects, pull?.headSha ?? '');
      if (pull === undefined || head === undefined) throw new Error('no request');
      const all = leaves(github.repository.objects, head.tree);
      all.set(GRANT, { mode: '120000', sha: put(github.repository.objects, textBlob('/etc/passwd')) });
      pull.headSha = put(github.repository.objects, { ...head, tree: plant(github.repository.objects, all) });
      return commit;
    },
    says: 'doubt',
  },
  {
    name: "a bot asks in nobody's name",
    play: async (github) => {
      const token = BOT_TOKEN;
      github.push({ branch: 'ask', files: { [GRANT]: TEXT }, by: 'github-actions[bot]', from: github.tip() });
      const opened = await call(github.fetch, token, 'POST', `${REPO}/pulls`, { title: 'x', head: 'ask', base: 'main' });
      await review(github, 'bo-s', opened.body.number as number, 'APPROVE');
      return merge(github, 'sam-o', opened.body.number as number, 'squash');
    },
    says: 'GK2007',
  },
];

describe.concurrent('an attack on an approval', () => {
  it.each(ATTACKS)('is refused: $name', async (attack) => expect(await verdictOn(attack)).toBe(attack.says));

  it('is refused with none of GitHub’s words: what cannot be read is doubt', async () => {
    for (const path of ['pulls/1$', 'pulls/1/reviews', 'pulls/1/files', 'pulls/1/commits', 'issues/1/timeline', 'commits/.*/pulls']) {
      const play = async (github: World): Promise<string> => {
        const commit = await landed(github);
        for (const one of [new RegExp(path), /graphql/])
          github.service.faults.push({ path: one, times: 999, effect: { kind: 'answer', status: 503 } });
        return commit;
      };
      expect(await verdictOn({ name: path, play })).toBe('doubt');
    }
  });
});

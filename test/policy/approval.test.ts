import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/grant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Approval, Control } from '../../src/domain/policy.ts';
import type { MergedRequest } from '../../src/domain/request.ts';
import { judgeControl, judgeGrant, judgeLifting } from '../../src/policy/approval.ts';
import { asideOf } from '../../src/policy/landing.ts';
import type { Verdict } from '../../src/policy/verdict.ts';
import { at, control, directoryOf, grant, HEAD, MINUTE, policy, principal, request, review, role } from './acme.ts';

const PATH = 'grants/payments/2026-11-23-ada-debug.yaml';
const EARLIER = 'e0e0e0';

interface Story {
  readonly name: string;
  readonly request?: Partial<MergedRequest> | 'none';
  readonly grants?: readonly Grant[];
  readonly control?: Control;
  readonly mode?: Approval['mode'];
  readonly privileged?: boolean;
  /** People as policy knows them now. */
  readonly people?: Control['directory'];
  /** Commits that hold the bytes that landed; all others hold other bytes. */
  readonly same?: readonly string[];
  /** Commits of which nothing is known. */
  readonly lost?: readonly string[];
  /** Who approved, or the code of the refusal. */
  readonly says: readonly string[] | string;
  readonly warns?: number;
}

function approving(mode: Approval['mode'], from: Control = control()): Control {
  return { ...from, policy: { ...from.policy, approval: { mode, minimum: 1, privileged: 2 } } };
}

function blobs(story: Story): (commit: string) => boolean | undefined {
  const { same = [HEAD], lost = [] } = story;
  return (commit) => (lost.includes(commit) ? undefined : same.includes(commit));
}

function verdictOn(story: Story): Verdict {
  return judgeGrant({
    path: PATH,
    request: story.request === 'none' ? undefined : request(story.request),
    sameBlob: blobs(story),
    grants: story.grants ?? [grant()],
    control: story.mode === undefined ? (story.control ?? control()) : approving(story.mode, story.control),
    privileged: story.privileged ?? false,
    ...(story.people === undefined ? {} : { people: story.people }),
  });
}

function summary(verdict: Verdict): readonly string[] | string {
  return verdict.approved ? verdict.by : verdict.code;
}

function after(ms: number): Instant {
  return (request().mergedAt + ms) as Instant;
}

const rescue = grant({ access: [{ kind: 'catalogue', role: 'rescue', places: ['payments-prod'] }] });
const audit = grant({ access: [{ kind: 'catalogue', role: 'audit', places: ['payments-prod'] }] });
const oncall = grant({ principals: ['payments-oncall'] });

const HONEST: readonly Story[] = [
  { name: 'an approver approves the last commit', says: ['bo'] },
  { name: 'the login is spelled in another case', request: { reviews: [review('bo', 'approved', { login: 'Bo-S' })] }, says: ['bo'] },
  {
    name: 'the approval is of an earlier commit with the same bytes',
    same: [HEAD, EARLIER],
    request: { reviews: [review('bo', 'approved', { commit: EARLIER })] },
    says: ['bo'],
  },
  {
    name: 'the approver comments afterwards',
    request: { reviews: [review('bo', 'approved'), review('bo', 'commented', { commit: EARLIER })] },
    says: ['bo'],
  },
  {
    name: 'the approver first asks for changes, then approves',
    request: { reviews: [review('bo', 'changes-requested', { at: after(-60 * MINUTE) }), review('bo', 'approved')] },
    says: ['bo'],
  },
  {
    name: 'reviews come in the wrong order',
    request: { reviews: [review('bo', 'approved', { at: after(-MINUTE) }), review('bo', 'changes-requested', { at: after(-5 * MINUTE) })] },
    says: ['bo'],
  },
  { name: 'turned to another base before the approval', request: { turnedAt: at('2026-11-23T08:29:59Z') }, says: ['bo'] },
  {
    name: 'the approver has another login today',
    people: directoryOf(principal('bo', 'person', { github: 'bo-new' })),
    request: { reviews: [review('bo', 'approved', { login: 'bo-new' })] },
    says: ['bo'],
  },
  {
    name: 'somebody not entitled asks for changes',
    request: { reviews: [review('bo', 'approved'), review('dan', 'changes-requested')] },
    says: ['bo'],
  },
  {
    name: 'a stranger asks for changes',
    request: { reviews: [review('bo', 'approved'), review('nobody', 'changes-requested')] },
    says: ['bo'],
  },
  { name: 'both approvers approve', request: { reviews: [review('chi', 'approved'), review('bo', 'approved')] }, says: ['bo', 'chi'] },
  { name: 'the approver merges', request: { mergedBy: 'bo-s' }, says: ['bo'] },
  { name: 'somebody without a name in policy/people asks', request: { author: 'stranger', writers: ['stranger'] }, says: ['bo'] },
  {
    name: 'a bot asks in the name of a person',
    request: { author: 'access-bot', authorIsBot: true, writers: ['access-bot'] },
    grants: [grant({ requestedBy: 'ada' })],
    says: ['bo'],
  },
  { name: 'a service gets the access', grants: [grant({ principals: ['deployer'] })], says: ['bo'] },
  {
    name: 'two approve a privileged role',
    grants: [rescue],
    request: { reviews: [review('bo', 'approved'), review('chi', 'approved')] },
    says: ['bo', 'chi'],
  },
  {
    name: 'two approve what is privileged by its permissions',
    privileged: true,
    request: { reviews: [review('bo', 'approved'), review('chi', 'approved')] },
    says: ['bo', 'chi'],
  },
  {
    name: "the role's own approver approves besides",
    grants: [audit],
    request: { reviews: [review('bo', 'approved'), review('sam', 'approved')] },
    says: ['bo', 'sam'],
  },
  { name: 'one of the group that benefits does not approve, the other approver does', grants: [oncall], says: ['bo'] },
  { name: 'an approval at the second of the merge', request: { reviews: [review('bo', 'approved', { at: after(0) })] }, says: ['bo'] },
  {
    name: 'an own cloud role is asked for',
    grants: [grant({ access: [{ kind: 'cloud', cloud: 'gcp', target: 'payments-prod', role: 'roles/viewer' }] })],
    says: ['bo'],
  },
  {
    name: 'the request also changes another grant and a text',
    request: { paths: [PATH, 'grants/search/x.yaml', 'README.md'] },
    says: ['bo'],
  },
  {
    name: 'the approver leaves after the merge',
    control: control({ directory: directoryOf(principal('bo', 'person', { github: 'bo-s', left: after(MINUTE) })) }),
    says: ['bo'],
  },
  {
    name: 'policy asks for no approval, one is needed all the same',
    control: control({ policy: policy({ approval: { mode: 'enforce', minimum: 0, privileged: 0 } }) }),
    says: ['bo'],
  },
];

const ATTACKS: readonly Story[] = [
  { name: 'approved before the request was turned to another base', request: { turnedAt: after(-MINUTE) }, says: 'GK2009' },
  {
    name: 'approved in the second in which the request was turned to another base',
    request: { turnedAt: at('2026-11-23T08:30:00Z') },
    says: 'GK2009',
  },
  { name: 'a direct push', request: 'none', says: 'GK2001' },
  { name: 'a direct push under warn', request: 'none', mode: 'warn', says: 'GK2001' },
  { name: 'a request into another branch', request: { base: 'release' }, says: 'GK2002' },
  { name: 'a stacked request into another branch, under warn', request: { base: 'feature' }, mode: 'warn', says: 'GK2002' },
  { name: 'bytes changed at the merge', same: [], says: 'GK2003' },
  { name: 'bytes changed at the merge, under warn', same: [], mode: 'warn', says: 'GK2003' },
  { name: 'bytes that cannot be compared', lost: [HEAD], says: 'GK2004' },
  { name: 'an old file that an odd merge brings back, which no reviewer was shown', request: { paths: ['README.md'] }, says: 'GK2005' },
  { name: 'a path that differs by case', request: { paths: ['Grants/payments/2026-11-23-ada-debug.yaml'] }, says: 'GK2005' },
  { name: 'policy changed in the same request', request: { paths: [PATH, 'policy/teams/payments.yaml'] }, says: 'GK2006' },
  { name: 'code owners changed in the same request', request: { paths: [PATH, '.github/CODEOWNERS'] }, says: 'GK2006' },
  { name: 'a second code owners file in the same request', request: { paths: [PATH, 'docs/CODEOWNERS'] }, says: 'GK2006' },
  { name: 'a workflow changed in the same request', request: { paths: [PATH, '.github/workflows/apply.yml'] }, says: 'GK2006' },
  { name: 'the file hidden from review by attributes', request: { paths: [PATH, 'grants/payments/.gitattributes'] }, says: 'GK2006' },
  { name: 'a recall lifted in the same request', request: { paths: [PATH, 'recalls/ada.yaml'] }, says: 'GK2006' },
  {
    name: 'policy changed in the same request where branch protection is trusted',
    mode: 'trust-branch-protection',
    request: { paths: [PATH, 'policy/policy.yaml'] },
    says: 'GK2006',
  },
  { name: "a bot asks in nobody's name", request: { author: 'access-bot', authorIsBot: true }, says: 'GK2007' },
  {
    name: "a bot asks in nobody's name where branch protection is trusted",
    mode: 'trust-branch-protection',
    request: { authorIsBot: true },
    says: 'GK2007',
  },
  {
    name: 'a bot asks in the name of nobody known',
    request: { authorIsBot: true },
    grants: [grant({ requestedBy: 'ghost' })],
    says: 'GK2008',
  },
  {
    name: 'a bot asks in the name of a service',
    request: { authorIsBot: true },
    grants: [grant({ requestedBy: 'deployer' })],
    says: 'GK2008',
  },
  { name: 'a principal whom policy did not know', grants: [grant({ principals: ['ghost'] })], says: 'GK2008' },
  {
    name: 'a role that was not on offer',
    grants: [grant({ access: [{ kind: 'catalogue', role: 'ghost', places: ['payments-prod'] }] })],
    says: 'GK2008',
  },
  { name: 'a folder without a team', grants: [grant({ team: 'ghosts' })], says: 'GK2008' },
  { name: 'a file that cannot be read', grants: [], says: 'GK2013' },
  {
    name: 'a direct push of a file that cannot be read, where branch protection is trusted',
    request: 'none',
    mode: 'trust-branch-protection',
    grants: [],
    says: 'GK2013',
  },
  { name: 'nobody approves', request: { reviews: [] }, says: 'GK2009' },
  {
    name: 'the author approves after a change of login',
    people: directoryOf(principal('ada', 'person', { github: 'ada-new' })),
    request: { author: 'ada-new', reviews: [review('ada', 'approved', { login: 'ada-new' })] },
    says: 'GK2009',
  },
  { name: 'a bot approves', request: { reviews: [review('bo', 'approved', { login: 'actions[bot]', bot: true })] }, says: 'GK2009' },
  { name: "a bot approves with an approver's login", request: { reviews: [review('bo', 'approved', { bot: true })] }, says: 'GK2009' },
  { name: 'the author approves', request: { author: 'bo-s', writers: [] }, says: 'GK2009' },
  { name: 'the author approves with another case', request: { author: 'BO-S', writers: [] }, says: 'GK2009' },
  { name: 'the reviewer pushes a commit and approves it', request: { writers: ['ada-b', 'bo-s'] }, says: 'GK2009' },
  { name: 'a co-author of one commit approves', request: { writers: ['ada-b', 'Bo-S'] }, says: 'GK2009' },
  {
    name: 'the principal approves what somebody else asked',
    request: { author: 'dan-r', writers: ['dan-r'] },
    grants: [grant({ principals: ['bo'] })],
    says: 'GK2009',
  },
  {
    name: "the principal's human approves for a second account",
    request: { author: 'dan-r', writers: ['dan-r'] },
    grants: [grant({ principals: ['bo-adm'] })],
    control: control({ directory: directoryOf(principal('bo-adm', 'account', { person: 'bo' })) }),
    says: 'GK2009',
  },
  {
    name: "the author approves with a second account's login",
    request: { author: 'bo-adm-gh', writers: [] },
    control: control({ directory: directoryOf(principal('bo-adm', 'account', { person: 'bo', github: 'bo-adm-gh' })) }),
    says: 'GK2009',
  },
  {
    name: 'the one who asked through a bot approves',
    request: { authorIsBot: true, author: 'bot' },
    grants: [grant({ requestedBy: 'bo' })],
    says: 'GK2009',
  },
  {
    name: 'a member of the group that benefits approves',
    request: { reviews: [review('chi', 'approved')] },
    grants: [oncall],
    says: 'GK2009',
  },
  { name: 'approved, then pushed, then merged', request: { reviews: [review('bo', 'approved', { commit: EARLIER })] }, says: 'GK2009' },
  {
    name: 'approved at a commit that a force push took away',
    lost: [EARLIER],
    request: { reviews: [review('bo', 'approved', { commit: EARLIER })] },
    says: 'GK2009',
  },
  {
    name: 'approved at a commit that nobody knows any more',
    request: { reviews: [{ login: 'bo-s', bot: false, state: 'approved', at: at('2026-11-23T08:30:00Z') }] },
    says: 'GK2009',
  },
  { name: 'dismissed, then merged', request: { reviews: [review('bo', 'dismissed')] }, says: 'GK2009' },
  {
    name: 'approved, then dismissed, then merged',
    request: { reviews: [review('bo', 'approved', { at: after(-60 * MINUTE) }), review('bo', 'dismissed')] },
    says: 'GK2009',
  },
  { name: 'approved after the merge', request: { reviews: [review('bo', 'approved', { at: after(1000) })] }, says: 'GK2009' },
  {
    name: 'approved by a login that policy does not know',
    request: { reviews: [review('bo', 'approved', { login: 'bo-5' })] },
    says: 'GK2009',
  },
  {
    name: 'approved with a login that two people share',
    control: control({ directory: directoryOf(principal('zed', 'person', { github: 'BO-S' })) }),
    says: 'GK2009',
  },
  {
    name: 'approved by a service with a login',
    control: control({ directory: directoryOf(principal('robot', 'service', { github: 'robot' })) }),
    request: { reviews: [review('robot', 'approved')] },
    says: 'GK2009',
  },
  {
    name: 'approved by one who had left',
    control: control({ directory: directoryOf(principal('bo', 'person', { github: 'bo-s', left: after(0) })) }),
    says: 'GK2009',
  },
  { name: 'approved by an approver of another team', request: { reviews: [review('dan', 'approved')] }, says: 'GK2010' },
  { name: 'approved by security alone', request: { reviews: [review('sam', 'approved')] }, says: 'GK2010' },
  { name: 'one approves a privileged role', grants: [rescue], says: 'GK2010' },
  { name: 'one approves what is privileged by its permissions', privileged: true, says: 'GK2010' },
  {
    name: 'one human approves a privileged role with two accounts',
    grants: [rescue],
    control: control({ directory: directoryOf(principal('bo-adm', 'account', { person: 'bo', github: 'bo-adm' })) }),
    request: { reviews: [review('bo', 'approved'), review('bo-adm', 'approved')] },
    says: 'GK2010',
  },
  { name: "the role's own approver is missing", grants: [audit], says: 'GK2011' },
  { name: "the role's own approver is alone", grants: [audit], request: { reviews: [review('sam', 'approved')] }, says: 'GK2010' },
  {
    name: "the role's own approver asked for it",
    grants: [audit],
    request: { author: 'sam-o', writers: ['sam-o'], reviews: [review('bo', 'approved'), review('sam', 'approved')] },
    says: 'GK2011',
  },
  {
    name: 'another approver asks for changes',
    request: { reviews: [review('bo', 'approved'), review('chi', 'changes-requested')] },
    says: 'GK2012',
  },
  {
    name: 'another approver asks for changes, under warn',
    mode: 'warn',
    request: { reviews: [review('bo', 'approved'), review('chi', 'changes-requested')] },
    says: 'GK2012',
  },
  {
    name: 'the approver approves, then asks for changes',
    request: { reviews: [review('bo', 'approved', { at: after(-60 * MINUTE) }), review('bo', 'changes-requested')] },
    says: 'GK2012',
  },
  {
    name: "the role's own approver asks for changes",
    grants: [audit],
    request: { reviews: [review('bo', 'approved'), review('sam', 'changes-requested')] },
    says: 'GK2012',
  },
  { name: 'two versions of which one is not approved', grants: [grant(), grant({ team: 'search' })], says: 'GK2010' },
  { name: 'a principal whom policy did not know, under warn', mode: 'warn', grants: [grant({ principals: ['ghost'] })], says: 'GK2008' },
  { name: 'a file that the request did not show, under warn', mode: 'warn', request: { paths: ['README.md'] }, says: 'GK2005' },
  { name: 'bytes that cannot be compared, under warn', mode: 'warn', lost: [HEAD], says: 'GK2004' },
  {
    name: "a bot asks for two, and for one of them in nobody's name",
    request: { authorIsBot: true },
    grants: [grant({ requestedBy: 'ada' }), grant()],
    says: 'GK2007',
  },
  { name: 'nobody approves, under warn', mode: 'warn', request: { reviews: [] }, says: 'GK2009' },
  { name: 'nobody but the author approves, under warn', mode: 'warn', request: { reviews: [review('ada', 'approved')] }, says: 'GK2009' },
  {
    name: "nobody approves what has the role's own approver, under warn",
    mode: 'warn',
    grants: [audit],
    request: { reviews: [] },
    says: 'GK2009',
  },
];

const SOFTER: readonly Story[] = [
  { name: 'warn: one who is no approver', mode: 'warn', request: { reviews: [review('dan', 'approved')] }, says: ['dan'], warns: 1 },
  { name: 'warn: one too few', mode: 'warn', grants: [rescue], says: ['bo'], warns: 1 },
  { name: "warn: the role's own approver is missing", mode: 'warn', grants: [audit], says: ['bo'], warns: 1 },
  { name: 'warn: all is well', mode: 'warn', says: ['bo'], warns: 0 },
  { name: 'trust: a direct push', mode: 'trust-branch-protection', request: 'none', says: [], warns: 1 },
  { name: 'trust: nobody approved', mode: 'trust-branch-protection', request: { reviews: [] }, says: [], warns: 1 },
  {
    name: 'trust: other bytes and another base',
    mode: 'trust-branch-protection',
    same: [],
    request: { base: 'x' },
    says: ['bo'],
    warns: 2,
  },
  {
    name: 'trust: changes were asked for',
    mode: 'trust-branch-protection',
    request: { reviews: [review('bo', 'changes-requested')] },
    says: [],
    warns: 2,
  },
  {
    name: 'trust: a name that policy did not know',
    mode: 'trust-branch-protection',
    grants: [grant({ principals: ['ghost'] })],
    says: ['bo'],
    warns: 1,
  },
];

describe('judgeGrant', () => {
  it.each(HONEST)('approves: $name', (story) => expect(summary(verdictOn(story))).toEqual(story.says));
  it.each(ATTACKS)('refuses: $name', (story) => expect(summary(verdictOn(story))).toBe(story.says));
  it.each(SOFTER)('$name', (story) => {
    const verdict = verdictOn(story);
    expect(summary(verdict)).toEqual(story.says);
    expect(verdict.approved && verdict.warnings).toHaveLength(story.warns ?? 0);
  });

  it('names the request that it rests on, and none for a direct push', () => {
    expect(verdictOn({ name: '', says: '' })).toMatchObject({ request: { number: 412, url: request().url }, warnings: [] });
    expect(verdictOn({ name: '', says: '', request: 'none', mode: 'trust-branch-protection' })).not.toHaveProperty('request');
  });

  it('says why an approval does not count, and who can mend it', () => {
    const verdict = verdictOn({ name: '', says: '', grants: [oncall], request: { reviews: [review('chi', 'approved')] } });
    expect(verdict).toEqual({
      approved: false,
      code: 'GK2009',
      reason: 'it needs 1 of bo, chi and has none (the approval of chi-p does not count: chi would get the access)',
      hint: 'Touch the file in a new request, and let bo approve its last commit',
    });
  });

  it('says when too few people are left who may approve', () => {
    const both = grant({ principals: ['bo', 'payments-oncall'] });
    expect(verdictOn({ name: '', says: '', grants: [both] })).toMatchObject({
      hint: 'Not enough people may approve this; bo would get the access; chi would get the access: name more approvers in policy, or let somebody else ask',
    });
  });

  it.each<[string, Partial<Story>, string, string]>([
    [
      'a direct push',
      { request: 'none' },
      'it was committed straight to the default branch, without a merged request',
      'Send the same change as a pull request and have it approved',
    ],
    ['another base', { request: { base: 'next' } }, 'request #412 was merged into next, not into main', 'Open a request against main'],
    [
      'other bytes',
      { same: [] },
      `what landed of ${PATH} is not what request #412 showed at its last commit`,
      'Send the content that is wanted as a new request',
    ],
    [
      'bytes that nobody can compare',
      { lost: [HEAD] },
      `what landed of ${PATH} could not be compared with what was reviewed`,
      'Run again when the forge answers; what stands already stays until its end',
    ],
    [
      'a file that was not shown',
      { request: { paths: ['README.md'] } },
      `request #412 does not show ${PATH} among its changes`,
      'Send the file in a request of its own',
    ],
    [
      'policy beside it',
      { request: { paths: [PATH, 'policy/policy.yaml'] } },
      'request #412 changes grants together with files that decide who may approve them',
      'Send the grants in a second pull request',
    ],
    [
      'a bot',
      { request: { author: 'access-bot', authorIsBot: true } },
      'access-bot is a bot, and the grant does not say in whose name it asks',
      'Write requestedBy: with the name of the person who asks',
    ],
    [
      'strangers',
      { grants: [grant({ principals: ['ghost', 'shade'] })] },
      'policy did not know ghost, shade when the grant landed',
      'Touch the grant in a new request, now that policy has the name',
    ],
    ['no grant', { grants: [] }, `${PATH} cannot be read as a grant`, 'Mend the file in a new request'],
    [
      'two who asked for changes',
      {
        grants: [audit],
        request: { reviews: [review('bo', 'changes-requested'), review('sam', 'changes-requested'), review('chi', 'approved')] },
      },
      'bo and sam asked for changes and did not approve since; the role that it asks for needs the approval of sam besides',
      'Send the change again, and let bo and sam approve it',
    ],
    [
      'approvals of two that do not count',
      { request: { writers: ['ada-b', 'chi-p'], reviews: [review('ada', 'approved'), review('chi', 'approved')] } },
      'it needs 1 of bo, chi and has none (the approval of ada-b does not count: ada opened the request; the approval of chi-p does not count: chi wrote a part of it)',
      'Touch the file in a new request, and let bo approve its last commit',
    ],
    [
      'the one for whom a bot asked',
      { request: { author: 'bot', authorIsBot: true, writers: [] }, grants: [grant({ requestedBy: 'bo' })] },
      'it needs 1 of bo, chi and has none (the approval of bo-s does not count: bo asked for it)',
      'Touch the file in a new request, and let chi approve its last commit',
    ],
    [
      'too few free',
      { grants: [rescue], request: { author: 'bo-s', writers: [] } },
      'it needs 2 of bo, chi and has none (the approval of bo-s does not count: bo opened the request)',
      'Not enough people may approve this; bo opened the request: name more approvers in policy, or let somebody else ask',
    ],
  ])('says what is wrong, and what mends it: %s', (_, story, reason, hint) => {
    const verdict = verdictOn({ name: '', says: '', ...story });
    expect(verdict.approved).toBe(false);
    expect(!verdict.approved && verdict.reason).toBe(reason);
    expect(!verdict.approved && verdict.hint.split('; Touch')[0]).toContain(hint);
  });

  it.each<[string, Partial<Story>, string]>([
    [
      'an unknown login',
      { request: { reviews: [review('bo', 'approved', { login: 'x' })] } },
      'the approval of x does not count: no person of policy/people has this login',
    ],
    [
      'a shared login',
      { control: control({ directory: directoryOf(principal('zed', 'person', { github: 'bo-s' })) }) },
      'the approval of bo-s does not count: bo and zed share this login',
    ],
    [
      'one who had left',
      { control: control({ directory: directoryOf(principal('bo', 'person', { github: 'bo-s', left: after(0) })) }) },
      'the approval of bo-s does not count: bo had left',
    ],
    [
      'a commit that is gone',
      {
        same: [HEAD, 'undefined'],
        request: { reviews: [{ login: 'bo-s', bot: false, state: 'approved', at: at('2026-11-23T08:30:00Z') }] },
      },
      'the approval of bo-s does not count: the commit that was looked at is no longer known',
    ],
    [
      'an earlier version',
      { request: { reviews: [review('bo', 'approved', { commit: EARLIER })] } },
      'the approval of bo-s does not count: it was given to an earlier version',
    ],
    [
      'another base',
      { request: { turnedAt: after(-MINUTE) } },
      'the approval of bo-s does not count: it was given before the request was turned to another base',
    ],
  ])('says why an approval counts for nothing: %s', (_, story, why) => {
    const verdict = verdictOn({ name: '', says: '', ...story });
    expect(!verdict.approved && verdict.reason).toBe(`it needs 1 of bo, chi and has none (${why})`);
  });

  it.each<[string, Partial<Story>]>([
    ['a direct push', { request: 'none' }],
    ['another base', { request: { base: 'next' } }],
    ['other bytes', { same: [] }],
    ['bytes that nobody can compare', { lost: [HEAD] }],
    ['a file that was not shown', { request: { paths: ['README.md'] } }],
    ['a name that policy did not know', { grants: [grant({ principals: ['ghost'] })] }],
    ['changes asked for', { request: { reviews: [review('bo', 'approved'), review('chi', 'changes-requested')] } }],
    ['nobody who approved', { request: { reviews: [] } }],
    ["the role's own approver missing", { grants: [audit] }],
  ])('warns where branch protection is trusted: %s', (_, story) => {
    expect(verdictOn({ name: '', says: '', ...story, mode: 'trust-branch-protection' })).toMatchObject({
      approved: true,
      warnings: expect.arrayContaining([expect.any(String)]),
    });
  });

  it('gives every reason at once', () => {
    const verdict = verdictOn({ name: '', says: '', same: [], request: { base: 'x', reviews: [] } });
    expect(!verdict.approved && verdict.reason.split('; ')).toHaveLength(3);
  });

  it("gives every reason under warn too, where the role's own approver is missing and so is everybody", () => {
    const verdict = verdictOn({ name: '', says: '', mode: 'warn', grants: [audit], request: { reviews: [] } });
    expect(!verdict.approved && verdict.reason).toBe(
      'it needs 1 of bo, chi and has none; the role that it asks for needs the approval of sam besides',
    );
  });

  it('counts who is there when some are', () => {
    expect(verdictOn({ name: '', says: '', grants: [rescue] })).toMatchObject({ reason: 'it needs 2 of bo, chi and has bo' });
  });
});

describe('judgeControl', () => {
  const PEOPLE = 'policy/people/payments.yaml';
  const WORKFLOW = '.github/workflows/apply.yml';

  function verdict(
    changes: Partial<MergedRequest> | 'none',
    from: Control = control(),
    same: (path: string, commit: string) => boolean | undefined = () => true,
  ): Verdict {
    const merged =
      changes === 'none' ? undefined : request({ paths: [PEOPLE, WORKFLOW], reviews: [review('sam', 'approved')], ...changes });
    return judgeControl({ paths: [PEOPLE, WORKFLOW], request: merged, sameBlob: same, control: from });
  }

  it.each([
    ['one of security approves', {}, ['sam']],
    ['both approve', { reviews: [review('sam', 'approved'), review('kim', 'approved')] }, ['kim', 'sam']],
    ['others approve as well', { reviews: [review('bo', 'approved'), review('sam', 'approved')] }, ['sam']],
    ['a bot wrote it', { author: 'renewer[bot]', authorIsBot: true, writers: ['renewer[bot]'] }, ['sam']],
  ] as const)('approves: %s', (_, changes, by) => expect(summary(verdict(changes))).toEqual(by));

  it.each([
    ['a direct push', 'none', 'GK2001'],
    ['another base', { base: 'next' }, 'GK2002'],
    ['a file that was not shown', { paths: [PEOPLE] }, 'GK2005'],
    ["a team's approvers alone", { reviews: [review('bo', 'approved'), review('chi', 'approved')] }, 'GK2014'],
    ['the author, who is security', { author: 'sam-o', writers: [] }, 'GK2014'],
    ['one of security who wrote a commit', { writers: ['sam-o'] }, 'GK2014'],
    [
      'an approval of an earlier commit, though its bytes were the same',
      { reviews: [review('sam', 'approved', { commit: EARLIER })] },
      'GK2014',
    ],
    ['the other one of security asks for changes', { reviews: [review('sam', 'approved'), review('kim', 'changes-requested')] }, 'GK2012'],
  ] as const)('refuses: %s', (_, changes, code) => expect(summary(verdict(changes))).toBe(code));

  it('finds security under the logins of today, and bars who wrote it under them', () => {
    const people = directoryOf(principal('sam', 'person', { github: 'sam-new' }));
    const landing = { paths: [PEOPLE], sameBlob: () => true, control: control() };
    const approved = request({ paths: [PEOPLE], reviews: [review('sam', 'approved', { login: 'sam-new' })] });
    expect(summary(judgeControl({ ...landing, request: approved }))).toBe('GK2014');
    expect(summary(judgeControl({ ...landing, request: approved, people }))).toEqual(['sam']);
    expect(summary(judgeControl({ ...landing, request: { ...approved, writers: ['sam-new'] }, people }))).toBe('GK2014');
  });

  it('refuses one changed and one unknown file, and names both', () => {
    const other = verdict({}, control(), (path) => (path === PEOPLE ? false : undefined));
    expect(other).toMatchObject({ code: 'GK2003' });
    expect(!other.approved && other.reason).toContain(WORKFLOW);
  });

  it('softens nothing under warn, and trusts branch protection where told so', () => {
    expect(summary(verdict({ reviews: [review('bo', 'approved')] }, approving('warn')))).toBe('GK2014');
    expect(verdict('none', approving('trust-branch-protection'))).toEqual({
      approved: true,
      by: [],
      warnings: [expect.stringContaining('straight')],
    });
    expect(summary(verdict({ reviews: [review('bo', 'approved')] }, approving('trust-branch-protection')))).toEqual(['bo']);
  });
});

describe('judgeLifting', () => {
  const FILE = 'recalls/gil.yaml';

  function verdict(recalled: string, changes: Partial<MergedRequest> = {}, absent: boolean | 'unknown' = true, from?: Control): Verdict {
    const merged = request({ paths: [FILE], reviews: [review('sam', 'approved')], ...changes });
    return judgeLifting({
      path: FILE,
      principal: recalled,
      request: merged,
      sameBlob: () => (absent === 'unknown' ? undefined : absent),
      control: from ?? control(),
    });
  }

  it('lifts when security approved the deletion', () => expect(summary(verdict('gil'))).toEqual(['sam']));
  it('lifts when security approved it under a login of today', () => {
    const people = directoryOf(principal('sam', 'person', { github: 'sam-new' }));
    const merged = request({ paths: [FILE], reviews: [review('sam', 'approved', { login: 'sam-new' })] });
    const lifting = { path: FILE, principal: 'gil', request: merged, sameBlob: () => true, control: control() };
    expect(summary(judgeLifting(lifting))).toBe('GK2014');
    expect(summary(judgeLifting({ ...lifting, people }))).toEqual(['sam']);
  });
  it('says who may lift it, and who was recalled and may not', () => {
    expect(verdict('sam')).toEqual({
      approved: false,
      code: 'GK2014',
      reason:
        'it needs an approval of its last commit by one of kim, sam (the approval of sam-o does not count: sam is the one who was recalled)',
      hint: 'Touch the file in a new request, and let kim approve its last commit',
    });
  });

  it('lifts the recall of a stranger', () => expect(summary(verdict('user:stranger@example.com'))).toEqual(['sam']));

  it.each([
    [
      'a direct push',
      () => judgeLifting({ path: FILE, principal: 'gil', request: undefined, sameBlob: () => true, control: control() }),
      'GK2001',
    ],
    ['a deletion that the request did not show', () => verdict('gil', {}, false), 'GK2003'],
    ['a deletion that could not be looked up', () => verdict('gil', {}, 'unknown'), 'GK2004'],
    ["only the team's approvers", () => verdict('gil', { reviews: [review('bo', 'approved')] }), 'GK2014'],
    ['the recalled person approves', () => verdict('sam'), 'GK2014'],
    ['the recalled person approves, recalled by mail address', () => verdict('USER:Sam@example.com'), 'GK2014'],
    [
      'the recalled person approves, recalled by the object id of one of two clouds',
      () => {
        const identities = new Map([
          ['gcp', 'user:sam@example.com'],
          ['azure', '1B2C0000-0000-4000-8000-000000000005'],
        ]);
        const directory = directoryOf(principal('sam', 'person', { github: 'sam-o', identities }));
        return verdict('1b2c0000-0000-4000-8000-000000000005', {}, true, control({ directory }));
      },
      'GK2014',
    ],
    [
      'the recalled person approves, recalled by a second account',
      () => verdict('sam-adm', {}, true, control({ directory: directoryOf(principal('sam-adm', 'account', { person: 'sam' })) })),
      'GK2014',
    ],
  ] as const)('refuses: %s', (_, act, code) => expect(summary(act())).toBe(code));
});

describe('names that stand for somebody', () => {
  it('takes an approver who is named by an account as its person', () => {
    const teams = new Map([...control().teams].map(([name, one]) => [name, { ...one, approvers: ['bo-adm', 'chi'] }]));
    const directory = directoryOf(principal('bo-adm', 'account', { person: 'bo' }));
    expect(summary(verdictOn({ name: '', says: '', control: control({ teams, directory }) }))).toEqual(['bo']);
  });

  it('keeps an approver whom nobody knows, who then can never approve', () => {
    const roles = new Map([['debug', role('debug', { approvers: ['ghost'] })]]);
    expect(verdictOn({ name: '', says: '', control: control({ roles }) })).toMatchObject({
      code: 'GK2011',
      reason: expect.stringContaining('ghost'),
    });
  });
});

function judged(reviews: MergedRequest['reviews'], mode: Approval['mode'] = 'enforce', grants?: readonly Grant[]): Verdict {
  return verdictOn({ name: '', says: '', mode, request: { reviews }, ...(grants === undefined ? {} : { grants }) });
}

describe('any history', () => {
  const STATES = ['approved', 'changes-requested', 'dismissed', 'commented'] as const;
  const WHO = ['ada', 'bo', 'chi', 'dan', 'sam', 'nobody'] as const;
  const reviewed = fc.record({
    who: fc.constantFrom(...WHO),
    state: fc.constantFrom(...STATES),
    bot: fc.boolean(),
    commit: fc.constantFrom(HEAD, EARLIER),
    minutes: fc.integer({ min: -60, max: 10 }),
  });
  const history = fc
    .array(reviewed, { maxLength: 8 })
    .map((all) => all.map(({ who, state, bot, commit, minutes }) => review(who, state, { bot, commit, at: after(minutes * MINUTE) })));

  it('is approved only by an approver whose last word before the merge approves the last commit', () => {
    fc.assert(
      fc.property(history, (reviews) => {
        const words = reviews.filter((one) => !one.bot && one.state !== 'commented' && one.at <= request().mergedAt);
        const last = (person: string) =>
          words.toSorted((a, b) => a.at - b.at).findLast(({ login }) => login === review(person, 'approved').login);
        const approves = (person: string) => last(person)?.state === 'approved' && last(person)?.commit === HEAD;
        const objects = (person: string) => last(person)?.state === 'changes-requested';
        const right = ['bo', 'chi'].some(approves) && !['bo', 'chi'].some(objects);
        expect(judged(reviews).approved).toBe(right);
      }),
      { numRuns: 300 },
    );
  });

  it('is not changed by comments, by bots, or by what comes after the merge', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...WHO), (reviews, who) => {
        const noise = [review(who, 'commented'), review(who, 'approved', { bot: true }), review(who, 'dismissed', { at: after(1) })];
        expect(judged([...reviews, ...noise])).toEqual(judged(reviews));
      }),
      { numRuns: 100 },
    );
  });

  it('is never approved by who benefits, in no mode that proves', () => {
    fc.assert(
      fc.property(history, fc.constantFrom('enforce', 'warn'), (reviews, mode) => {
        const verdict = judged(reviews, mode, [grant({ principals: ['bo', 'payments-oncall'] })]);
        expect(verdict.approved && verdict.by.some((person) => ['ada', 'bo', 'chi'].includes(person))).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('is never milder under enforce than under warn, nor under warn than where branch protection is trusted', () => {
    fc.assert(
      fc.property(history, (reviews) => {
        const [enforce, warn, trust] = (['enforce', 'warn', 'trust-branch-protection'] as const).map(
          (mode) => judged(reviews, mode).approved,
        );
        expect(!enforce || warn).toBe(true);
        expect(!warn || trust).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the forge’s own record of a landing', () => {
  it.each([
    ['push', 'mallory pushed to the default branch by hand what looks like the merge of request #412'],
    ['force-push', 'mallory pushed to the default branch by force what looks like the merge of request #412'],
    ['bypass', 'mallory bypassed the rules of the default branch with request #412'],
  ] as const)('refuses a grant that came by %s, and only warns where approval is not enforced', (way, reason) => {
    const story: Story = { name: '', request: { astray: { way, by: 'mallory' } }, says: '' };
    expect(verdictOn(story)).toMatchObject({ approved: false, code: 'GK2016', reason, hint: expect.stringContaining('new pull request') });
    for (const mode of ['warn', 'trust-branch-protection'] as const)
      expect(verdictOn({ ...story, mode })).toMatchObject({ approved: true, warnings: [reason] });
  });

  const ASTRAY = { number: 7, astray: { way: 'bypass', by: 'mallory' } } as const;

  it('does not keep back what security approved of policy, but wants it to land again where approval is enforced', () => {
    const landing = { paths: ['policy/policy.yaml'], sameBlob: () => true, control: control() };
    const merged = request({ paths: landing.paths, reviews: [review('sam', 'approved')], astray: ASTRAY.astray });
    expect(summary(judgeControl({ ...landing, request: merged }))).toEqual(['sam']);
    expect(asideOf(ASTRAY, 'enforce')).toEqual({
      reason: 'mallory bypassed the rules of the default branch with request #7',
      hint: expect.stringContaining('merged under the rules'),
    });
    expect(asideOf({ number: 7 }, 'enforce')).toBeUndefined();
    for (const mode of ['warn', 'trust-branch-protection'] as const) expect(asideOf(ASTRAY, mode)).toBeUndefined();
  });

  it('lets no recall be lifted beside the rules, where approval is enforced', () => {
    const merged = request({ paths: ['recalls/gil.yaml'], reviews: [review('sam', 'approved')], astray: ASTRAY.astray });
    const lifting = { path: 'recalls/gil.yaml', principal: 'gil', request: merged, sameBlob: () => true };
    expect(summary(judgeLifting({ ...lifting, control: control() }))).toBe('GK2016');
    expect(summary(judgeLifting({ ...lifting, control: approving('warn') }))).toEqual(['sam']);
  });
});

import { describe, expect, it } from 'vitest';
import { openGithubForge } from '../../../src/forge/github/forge.ts';
import { tokenKind } from '../../../src/forge/github/token-kind.ts';
import type { ForgeSettings } from '../../../src/forge/settings.ts';
import { instant } from '../../sim/github/world.ts';

const REPO = '/repos/acme/access';
const PULL_RULE = {
  type: 'pull_request',
  ruleset_id: 7,
  parameters: {
    required_approving_review_count: 1,
    require_code_owner_review: true,
    dismiss_stale_reviews_on_push: true,
    require_last_push_approval: true,
  },
};
const REVIEW = { approvals: 1, codeOwners: true, dismissStale: true, lastPush: true };

/** What GitHub answers by path; a number is a status, and what is not there is a 404. */
type Answers = Readonly<Record<string, unknown>>;

const GUARDED: Answers = {
  [REPO]: {
    id: 22,
    name: 'access',
    owner: { login: 'acme', id: 11, type: 'Organization' },
    default_branch: 'main',
    created_at: '2025-01-01T00:00:00Z',
  },
  '/user': 403,
  '/graphql': { data: { viewer: { login: 'github-actions[bot]' } } },
  [`${REPO}/rules/branches/main`]: [PULL_RULE, { type: 'non_fast_forward', ruleset_id: 7 }, { type: 'deletion', ruleset_id: 8 }],
  [`${REPO}/rules/branches/grantkeeper%2Fledger`]: [],
  [`${REPO}/rulesets/7`]: { id: 7, name: 'main', source: 'acme/access', enforcement: 'active' },
  [`${REPO}/rulesets/8`]: {
    id: 8,
    name: 'all',
    source: 'acme',
    enforcement: 'active',
    bypass_actors: [
      { actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'exempt' },
      { actor_id: null, actor_type: 'OrganizationAdmin' },
    ],
  },
  [`${REPO}/branches/main`]: { name: 'main', protected: true, protection: { enabled: true } },
  [`${REPO}/branches/main/protection`]: 403,
  [`${REPO}/codeowners/errors`]: { errors: [{ line: 3, column: 1, kind: 'Unknown owner', message: 'x', path: '.github/CODEOWNERS' }] },
  [`${REPO}/actions/permissions/workflow`]: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: true },
  [`${REPO}/actions/workflows/reconcile.yml`]: { state: 'active' },
  [`${REPO}/actions/workflows/reconcile.yml/runs`]: { total_count: 1, workflow_runs: [{ actor: { login: 'ada-b', type: 'User' } }] },
  [`${REPO}/environments`]: {
    total_count: 3,
    environments: [
      { name: 'open', deployment_branch_policy: null, can_admins_bypass: true },
      { name: 'held', deployment_branch_policy: { protected_branches: true, custom_branch_policies: false }, can_admins_bypass: false },
      { name: 'listed', deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } },
    ],
  },
  [`${REPO}/environments/listed/deployment-branch-policies`]: { total_count: 1, branch_policies: [{ name: 'main' }] },
  '/orgs/acme/memberships/bo-s': { state: 'active' },
  '/orgs/acme/memberships/chi-p': { state: 'pending' },
  '/orgs/acme/teams/payments/members': [{ login: 'bo-s' }, { login: 'zed' }],
  [`${REPO}/actions/oidc/customization/sub`]: { use_default: false, include_claim_keys: ['repo', 'context'], use_immutable_subject: true },
};

function answering(answers: Answers, asked: string[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    asked.push(`${request.method} ${pathname}`);
    const found = answers[pathname] ?? 404;
    return typeof found === 'number' ? Response.json({ message: `no ${found}` }, { status: found }) : Response.json(found);
  };
}

async function read(answers: Answers, asked: string[] = []): Promise<ForgeSettings> {
  const now = () => instant('2026-11-21T09:00:00Z');
  const fetch = answering(answers, asked);
  const forge = await openGithubForge({
    owner: 'acme',
    repo: 'access',
    token: 'ghs_0123456789',
    fetch,
    now,
    sleep: () => Promise.resolve(),
  });
  const asks = {
    scheduled: ['reconcile.yml'],
    ledgerBranch: 'grantkeeper/ledger',
    approvers: ['bo-s', 'chi-p'],
    teams: ['payments', 'search'],
  };
  const settings = await forge.settings?.(asks);
  if (settings === undefined) throw new Error('no settings');
  return settings;
}

const ok = (value: unknown) => ({ answer: { ok: true, value } });

describe.concurrent('the settings of a repository on GitHub', () => {
  it('are read, with the call behind each', async () => {
    const settings = await read(GUARDED);
    expect(settings.home).toEqual({
      call: `GET ${REPO}`,
      answer: {
        ok: true,
        value: {
          id: 22,
          name: 'access',
          owner: 'acme',
          ownerId: 11,
          organization: true,
          defaultBranch: 'main',
          createdAt: instant('2025-01-01T00:00:00Z'),
        },
      },
    });
    expect(settings.login).toEqual({ call: 'POST /graphql', answer: { ok: true, value: 'github-actions[bot]' } });
    expect(settings.token).toBe('app');
    expect(settings.main.rules).toEqual({
      call: `GET ${REPO}/rules/branches/main`,
      ...ok([
        { type: 'pull_request', ruleset: 7, review: REVIEW },
        { type: 'non_fast_forward', ruleset: 7 },
        { type: 'deletion', ruleset: 8 },
      ]),
    });
    expect(settings.main.rulesets).toMatchObject([
      { call: `GET ${REPO}/rulesets/7`, ...ok({ id: 7, name: 'main' }) },
      ok({
        id: 8,
        name: 'all',
        bypass: [
          { type: 'RepositoryRole', id: 5, mode: 'exempt' },
          { type: 'OrganizationAdmin', mode: 'always' },
        ],
      }),
    ]);
    expect(settings.main.rulesets[0]?.answer).not.toHaveProperty('value.bypass');
    expect(settings.codeowners).toMatchObject(ok([{ line: 3, kind: 'Unknown owner', path: '.github/CODEOWNERS' }]));
    expect(settings.workflowRights).toMatchObject(ok({ write: false, approves: true }));
    expect(settings.schedules).toMatchObject([
      {
        file: 'reconcile.yml',
        state: { call: `GET ${REPO}/actions/workflows/reconcile.yml`, ...ok('active') },
        actor: { call: `GET ${REPO}/actions/workflows/reconcile.yml/runs?event=schedule`, ...ok({ login: 'ada-b', bot: false }) },
      },
    ]);
    expect(settings.subject).toMatchObject(ok({ usesDefault: false, claims: ['repo', 'context'], immutable: true }));
  });

  it('tell who belongs to the organization and to a team, and which team there is not', async () => {
    const { members } = await read(GUARDED);
    expect(members.strangers).toEqual({ call: 'GET /orgs/acme/memberships/{username}', ...ok(['chi-p']) });
    expect(members.teams).toEqual([
      { name: 'payments', members: { call: 'GET /orgs/acme/teams/payments/members', ...ok(['bo-s', 'zed']) } },
      { name: 'search', members: { call: 'GET /orgs/acme/teams/search/members', ...ok(undefined) } },
    ]);
  });

  it('do not take a token that sees nobody for an organization without members', async () => {
    const blind = { '/orgs/acme/memberships/bo-s': 404, '/orgs/acme/memberships/chi-p': 404, '/orgs/acme/teams/payments/members': 404 };
    const { members } = await read({ ...GUARDED, ...blind });
    expect(members.strangers.answer).toMatchObject({ ok: false, failure: { kind: 'unsafe' } });
    expect(members.teams.map(({ members: { answer } }) => answer.ok)).toEqual([false, false]);
    const barred = await read({ ...GUARDED, '/orgs/acme/memberships/bo-s': 403 });
    expect(barred.members.strangers.answer).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    expect(barred.members.teams.map(({ members: { answer } }) => answer.ok)).toEqual([true, false]);
  });

  it('tell of no members and no teams where a person owns the repository', async () => {
    const home = { ...(GUARDED[REPO] as object), owner: { login: 'acme', id: 11, type: 'User' } };
    const asked: string[] = [];
    const { members } = await read({ ...GUARDED, [REPO]: home }, asked);
    expect(members).toEqual({ strangers: { call: `GET ${REPO}`, ...ok([]) }, teams: [] });
    expect(asked.filter((call) => call.includes('/orgs/'))).toEqual([]);
  });

  it('tell environments that are open, held, or listed', async () => {
    const { environments } = await read(GUARDED);
    expect(environments).toMatchObject(
      ok([
        { name: 'open', adminsBypass: true },
        { name: 'held', branches: 'protected', adminsBypass: false },
        { name: 'listed', branches: { call: `GET ${REPO}/environments/listed/deployment-branch-policies`, ...ok(['main']) } },
      ]),
    );
    const more = { ...GUARDED, [`${REPO}/environments`]: { total_count: 2, environments: [{ name: 'open' }] } };
    expect((await read(more)).environments.answer).toMatchObject({ ok: false, failure: { kind: 'unsafe' } });
  });

  it('keep apart that there is no older protection, and that nobody may read it', async () => {
    const { main } = await read(GUARDED);
    expect(main.classic).toMatchObject({
      call: `GET ${REPO}/branches/main/protection`,
      answer: { ok: false, failure: { kind: 'forbidden' } },
    });
    const ruled = { ...GUARDED, [`${REPO}/branches/main`]: { name: 'main', protected: true, protection: { enabled: false } } };
    expect((await read(ruled)).main.classic.answer).toEqual({ ok: true, value: undefined });
    const free = { ...GUARDED, [`${REPO}/branches/main`]: { name: 'main', protected: false, protection: {} } };
    expect((await read(free)).main.classic.answer).toEqual({ ok: true, value: undefined });
  });

  it('read the older protection where they may', async () => {
    const protection = {
      enforce_admins: { enabled: true },
      required_pull_request_reviews: {
        dismiss_stale_reviews: true,
        require_code_owner_reviews: true,
        required_approving_review_count: 1,
        require_last_push_approval: true,
        bypass_pull_request_allowances: { users: [{}], teams: [], apps: [{}] },
      },
      allow_force_pushes: { enabled: false },
      restrictions: { users: [], teams: [] },
    };
    const { main } = await read({ ...GUARDED, [`${REPO}/branches/main/protection`]: protection });
    expect(main.classic).toMatchObject(
      ok({ review: REVIEW, forcePushes: false, deletions: false, bindsAdmins: true, exempt: 2, restrictsPushes: true }),
    );
    const bare = await read({ ...GUARDED, [`${REPO}/branches/main/protection`]: { allow_force_pushes: { enabled: true } } });
    expect(bare.main.classic).toMatchObject(
      ok({ forcePushes: true, deletions: false, bindsAdmins: false, exempt: 0, restrictsPushes: false }),
    );
  });

  it('demand nothing that a rule does not say', async () => {
    const { main } = await read({ ...GUARDED, [`${REPO}/rules/branches/main`]: [{ type: 'pull_request', ruleset_id: 7 }] });
    const review = { approvals: 0, codeOwners: false, dismissStale: false, lastPush: false };
    expect(main.rules).toMatchObject(ok([{ review }]));
  });

  it('are unknown one by one: each missing right hides one answer alone', async () => {
    // Whether there is an older protection is asked of the branch, what it demands of another address: one answer of both.
    const paths = Object.keys(GUARDED).filter((path) => path.startsWith(`${REPO}/`) && !path.startsWith(`${REPO}/branches/main`));
    const hidden = await Promise.all(
      paths.map(async (path) => [path, JSON.stringify(await read({ ...GUARDED, [path]: 403 })).split('"ok":false').length - 1]),
    );
    expect(hidden).toEqual(paths.map((path) => [path, 2]));
  });

  it('are unknown of a default branch whose name nobody told, and never throw', async () => {
    const settings = await read({ ...GUARDED, [REPO]: 503 });
    expect(settings.main).toMatchObject({ branch: '', rules: { call: `GET ${REPO}`, answer: { ok: false } }, rulesets: [] });
    const down = await read(Object.fromEntries(Object.keys(GUARDED).map((path) => [path, 503])));
    expect(JSON.stringify(down)).not.toContain('"ok":true');
  });

  it('are asked with reads alone', async () => {
    const asked: string[] = [];
    await read(GUARDED, asked);
    expect(asked.filter((call) => !call.startsWith('GET ') && call !== 'POST /graphql')).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(24);
  });

  it.each([
    ['ghs_x', 'app'],
    ['ghp_x', 'classic'],
    ['github_pat_x', 'fine-grained'],
    ['gho_x', 'user'],
    ['ghu_x', 'user'],
    ['0123456789', 'unknown'],
  ])('take a token %s for one of kind %s', (token, kind) => expect(tokenKind(token)).toBe(kind));
});

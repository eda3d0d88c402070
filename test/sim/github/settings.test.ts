import { describe, expect, it } from 'vitest';

import { seedToken } from '../../../src/sim/github/seed.ts';
import { type Settings, settingsOf } from '../../../src/sim/github/settings.ts';
import { contractOf } from './contract.ts';
import { call, REPO, type World, world } from './world.ts';

const OWNERS = '* @sam-o\n/grants/ @bo-s @nobody # comes later\n/policy/ @acme/security @acme/readers\n';

/** acme/access as somebody set it up: rules, classic protection, workflows, an environment, two teams. */
function settled(): { readonly github: World; readonly settings: Settings } {
  const github = world({ '.github/CODEOWNERS': OWNERS, 'README.md': 'x\n' });
  const at = github.clock.now();
  const settings = settingsOf(github.repository);
  const pullRequest = {
    required_approving_review_count: 1,
    dismiss_stale_reviews_on_push: true,
    require_code_owner_review: true,
    require_last_push_approval: true,
    required_review_thread_resolution: false,
  };
  const usual = { enforcement: 'active', bypassActors: [], exclude: [], at } as const;
  settings.rulesets.push(
    {
      ...usual,
      id: 11,
      name: 'main',
      sourceType: 'Repository',
      bypassActors: [{ id: 5, type: 'RepositoryRole', mode: 'always' }],
      include: ['~DEFAULT_BRANCH'],
      rules: [{ type: 'pull_request', parameters: pullRequest }, { type: 'non_fast_forward' }],
    },
    {
      ...usual,
      id: 12,
      name: 'ledger',
      sourceType: 'Organization',
      include: ['refs/heads/grantkeeper/**'],
      exclude: ['refs/heads/grantkeeper/prune*'],
      rules: [{ type: 'deletion' }],
    },
    {
      ...usual,
      id: 13,
      name: 'trial',
      sourceType: 'Repository',
      enforcement: 'evaluate',
      include: ['~ALL'],
      rules: [{ type: 'creation' }],
    },
  );
  settings.ruleSuites.push(
    { id: 21, actor: 'sam-o', before: '0'.repeat(40), after: github.tip(), ref: 'refs/heads/main', at, result: 'bypass' },
    { id: 22, actor: 'bo-s', before: '0'.repeat(40), after: github.tip(), ref: 'refs/heads/x', at, result: 'pass' },
  );
  settings.protection['main'] = {
    reviews: { count: 2, dismissStale: true, codeOwners: true, lastPush: false },
    enforceAdmins: false,
    allowForcePushes: false,
    allowDeletions: false,
  };
  settings.workflows.push({ id: 31, name: 'Reconcile', path: '.github/workflows/reconcile.yml', state: 'disabled_inactivity', at });
  settings.runs.push(
    {
      id: 41,
      workflow: 31,
      number: 1,
      event: 'schedule',
      branch: 'main',
      sha: github.tip(),
      status: 'completed',
      conclusion: 'success',
      actor: 'sam-o',
      at,
    },
    {
      id: 42,
      workflow: 31,
      number: 2,
      event: 'push',
      branch: 'main',
      sha: 'f'.repeat(40),
      status: 'queued',
      conclusion: null,
      actor: 'bo-s',
      at,
    },
  );
  settings.environments.push(
    { id: 51, name: 'grant', reviewers: ['sam-o'], preventSelfReview: true, adminsMayBypass: true, branches: 'protected', at },
    { id: 61, name: 'open', reviewers: [], preventSelfReview: false, adminsMayBypass: true, branches: 'any', at },
  );
  settings.variables['REGION'] = 'eu';
  settings.teams.push(
    { id: 71, slug: 'security', name: 'Security', permission: 'push', members: { 'sam-o': 'maintainer', 'chi-p': 'member' } },
    { id: 72, slug: 'readers', name: 'Readers', permission: 'pull', members: {} },
  );
  settings.codeownersErrors.push({
    line: 9,
    column: 1,
    kind: 'Invalid pattern',
    message: 'Invalid pattern on line 9',
    path: '.github/CODEOWNERS',
  });
  return { github, settings };
}

const EVERY = [
  'rulesets',
  'rulesets?includes_parents=false',
  'rulesets/11',
  'rulesets/99',
  'rulesets/rule-suites?ref=refs/heads/main&actor_name=sam-o&rule_suite_result=bypass',
  'rulesets/rule-suites/21',
  'rulesets/rule-suites/99',
  'rules/branches/main',
  'rules/branches/grantkeeper%2Fledger',
  'branches/main',
  'branches/none',
  'branches/main/protection',
  'codeowners/errors',
  'codeowners/errors?ref=main',
  'collaborators',
  'collaborators/bo-s/permission',
  'collaborators/mallory/permission',
  'teams',
  'actions/permissions/workflow',
  'actions/workflows/reconcile.yml',
  'actions/workflows/31/runs?event=schedule&branch=main&status=success',
  'actions/variables/REGION',
  'environments',
  'environments/grant',
  'environments/open',
];

describe('the settings of the simulated GitHub', () => {
  it('are told as the published description says', async () => {
    const { github } = settled();
    const contract = contractOf(github.service.fetch);
    if (contract === undefined) return;
    github.fetch = contract.fetch;
    for (const path of EVERY) await github.as('sam-o', 'GET', `${REPO}/${path}`);
    for (const path of ['members', 'memberships/sam-o', 'memberships/bo-s'])
      await github.as('sam-o', 'GET', `/orgs/acme/teams/security/${path}`);
    for (const login of ['bo-s', 'nobody']) await github.as('sam-o', 'GET', `/orgs/acme/memberships/${login}`);
    expect(contract.breaches).toEqual([]);
    expect(contract.seen.size).toBeGreaterThan(EVERY.length - 5);
  });

  it('of a new repository are those that GitHub gives it', async () => {
    const github = world();
    const get = async (path: string) => github.as('sam-o', 'GET', `${REPO}/${path}`);
    expect((await get('actions/permissions/workflow')).body).toEqual({
      default_workflow_permissions: 'read',
      can_approve_pull_request_reviews: false,
    });
    expect((await get('rules/branches/main')).body).toEqual([]);
    expect((await get('branches/main/protection')).body.message).toBe('Branch not protected');
    expect((await get('branches/main')).body.protected).toBe(false);
    expect((await get('codeowners/errors')).status).toBe(404);
    expect((await get('environments')).body).toEqual({ total_count: 0, environments: [] });
  });

  it('show each branch the rules that are active for it', async () => {
    const { github } = settled();
    const rules = async (branch: string): Promise<string[]> =>
      (await github.as('sam-o', 'GET', `${REPO}/rules/branches/${branch}`)).body.map((one: { type: string }) => one.type);
    expect(await rules('main')).toEqual(['pull_request', 'non_fast_forward']);
    expect(await rules('grantkeeper/ledger')).toEqual(['deletion']);
    expect(await rules('grantkeeper/prune')).toEqual([]);
  });

  it('tell who may bypass only to those who may change the rules', async () => {
    const { github } = settled();
    expect((await github.as('sam-o', 'GET', `${REPO}/rulesets/11`)).body.bypass_actors).toEqual([
      { actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' },
    ]);
    expect((await github.as('bo-s', 'GET', `${REPO}/rulesets/11`)).body.bypass_actors).toBeUndefined();
  });

  it('name owners who cannot own', async () => {
    const { github } = settled();
    const { errors } = (await github.as('sam-o', 'GET', `${REPO}/codeowners/errors`)).body;
    expect(errors.map((one: { kind: string; line: number; column: number }) => [one.kind, one.line, one.column])).toEqual([
      ['Unknown owner', 2, 16],
      ['Unknown owner', 3, 25],
      ['Invalid pattern', 9, 1],
    ]);
  });

  it('are shown with the rights that each takes, and no others', async () => {
    const { github } = settled();
    seedToken(github.state, 'ghs_few', 'github-actions[bot]', { contents: 'read', metadata: 'read' });
    const get = async (path: string) => call(github.fetch, 'ghs_few', 'GET', path);
    expect((await get(`${REPO}/rulesets`)).status).toBe(200);
    const refused = await get(`${REPO}/rulesets/rule-suites`);
    expect([refused.status, refused.headers.get('x-accepted-github-permissions')]).toEqual([403, 'administration=write']);
    for (const path of ['actions/permissions/workflow', 'branches/main/protection', 'teams', 'environments'])
      expect((await get(`${REPO}/${path}`)).status).toBe(403);
    for (const path of ['teams/security/members', 'memberships/bo-s'])
      expect((await get(`/orgs/acme/${path}`)).headers.get('x-accepted-github-permissions')).toBe('members=read');
    expect((await github.as('bo-s', 'GET', `${REPO}/branches/main/protection`)).status).toBe(403);
  });

  it('know who is a member of the organization, and who only works in its repository', async () => {
    const { github, settings } = settled();
    const membership = async (login: string) => github.as('sam-o', 'GET', `/orgs/acme/memberships/${login}`);
    expect((await membership('bo-s')).body).toMatchObject({ state: 'active', user: { login: 'bo-s' }, organization: { login: 'acme' } });
    settings.outside.push('bo-s');
    expect((await membership('bo-s')).status).toBe(404);
    expect((await membership('nobody')).status).toBe(404);
    expect((await github.as('sam-o', 'GET', '/orgs/chi-p/memberships/bo-s')).status).toBe(404);
  });

  it('list the last pushes that rules were bypassed for', async () => {
    const { github } = settled();
    const suites = async (query: string) => (await github.as('sam-o', 'GET', `${REPO}/rulesets/rule-suites${query}`)).body;
    expect((await suites('')).map((one: { id: number }) => one.id)).toEqual([22, 21]);
    expect((await suites('?rule_suite_result=bypass')).map((one: { id: number }) => one.id)).toEqual([21]);
    github.clock.advance(2 * 24 * 3600_000);
    expect(await suites('?ref=main')).toEqual([]);
    expect((await suites('?ref=main&time_period=week')).length).toBe(1);
  });
});

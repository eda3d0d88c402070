import { describe, expect, it } from 'vitest';
import { doctor } from '../../src/commands/doctor.ts';
import type { Check } from '../../src/report/doctor.ts';
import { openGithubForge } from '../../src/forge/github/forge.ts';
import { seedToken } from '../../src/sim/github/seed.ts';
import { settingsOf } from '../../src/sim/github/settings.ts';
import { aGithubWorld, type GithubWorld } from '../scenarios/github-world.ts';
import { aWorld } from '../scenarios/world.ts';
import { contractOf } from '../sim/github/contract.ts';
import { one } from './doctor/settings.ts';

const TOKEN = 'ghs_thetokenofanapp';
const WORKFLOW = '.github/workflows/reconcile.yml';
const workflow = `on: { schedule: [{ cron: "7 * * * *" }] }
jobs: { one: { steps: [{ uses: actions/checkout@v5, with: { fetch-depth: 0 } }, { uses: acme/grantkeeper@v1 }] } }
`;
const REVIEW = {
  required_approving_review_count: 1,
  require_code_owner_review: true,
  dismiss_stale_reviews_on_push: true,
  require_last_push_approval: true,
  required_review_thread_resolution: false,
};

/** A repository that is guarded as it should be. */
async function guarded(): Promise<GithubWorld> {
  const world = await aGithubWorld();
  const rights = { contents: 'read', actions: 'read', administration: 'write', members: 'read', metadata: 'read' } as const;
  seedToken(world.state, TOKEN, 'github-actions[bot]', rights);
  world.push({ branch: 'main', files: { [WORKFLOW]: workflow }, by: 'sam-o' });
  await world.pull();
  const settings = settingsOf(world.home);
  const at = world.clock.now();
  const common = { sourceType: 'Repository', enforcement: 'active', bypassActors: [], exclude: [], at } as const;
  const kept = [{ type: 'non_fast_forward' }, { type: 'deletion' }];
  settings.rulesets.push(
    { ...common, id: 1, name: 'main', include: ['~DEFAULT_BRANCH'], rules: [{ type: 'pull_request', parameters: REVIEW }, ...kept] },
    { ...common, id: 2, name: 'ledger', include: ['refs/heads/grantkeeper/ledger'], rules: [...kept, { type: 'update' }] },
  );
  settings.workflows.push({ id: 5, name: 'reconcile', path: WORKFLOW, state: 'active', at });
  const run = {
    id: 6,
    workflow: 5,
    number: 1,
    event: 'schedule',
    branch: 'main',
    sha: world.tip(),
    status: 'completed',
    conclusion: 'success',
  } as const;
  settings.runs.push({ ...run, actor: 'github-actions[bot]', at });
  const environment = {
    id: 7,
    name: 'grant',
    reviewers: [],
    preventSelfReview: false,
    adminsMayBypass: false,
    branches: 'protected',
    at,
  } as const;
  settings.environments.push(environment);
  const members = { 'bo-s': 'maintainer', 'chi-p': 'member', 'ada-b': 'member' } as const;
  settings.teams.push({ id: 8, slug: 'payments', name: 'Payments', permission: 'push', members });
  return world;
}

type Contract = ReturnType<typeof contractOf>;

async function examined(world: GithubWorld, contract: Contract, token = TOKEN) {
  const now = () => world.clock.now();
  const options = { owner: 'acme', repo: 'access', token, fetch: contract?.fetch ?? world.github.fetch, now, sleep: async () => undefined };
  const forge = openGithubForge(options);
  const report = await world.run(doctor, {}, [], { forge: () => forge });
  // The form of subjects is not in the slice of the description that the tests have.
  const breaches = (contract?.breaches ?? []).filter((breach) => !breach.includes('/actions/oidc/'));
  const { checks } = report.json as { readonly checks: readonly Check[] };
  return {
    report,
    breaches,
    checks,
    not: (verdict: string) => checks.filter((check) => check.verdict !== verdict).map((check) => check.id),
  };
}

describe('doctor', () => {
  it('ends with 0 where all is well, with 3 where something is not, and never takes what it may not see for well', async () => {
    const world = await guarded();
    const contract = contractOf(world.github.fetch);
    const well = await examined(world, contract);
    expect(well.not('pass')).toEqual(['oidc-subject']);
    expect(one(well.checks, 'approver-teams').found).toMatch(/; in payments and not asked here: ada-b$/);
    expect(well.report.exit).toBe(0);
    expect(well.breaches).toEqual([]);
    expect(well.report.text).toMatch(/\n\d+ checks: \d+ pass, 0 fail, 1 unknown\n$/);

    const settings = settingsOf(world.home);
    settings.workflowPermissions = { default: 'write', canApprove: true };
    settings.workflows.splice(0, 1, { ...settings.workflows[0], state: 'disabled_inactivity' } as (typeof settings.workflows)[0]);
    settings.environments.splice(0, 1, {
      ...settings.environments[0],
      branches: 'any',
      adminsMayBypass: true,
    } as (typeof settings.environments)[0]);
    settings.rulesets.splice(0, 2);
    settings.outside.push('zoe-l');
    settings.teams.splice(0, 1, { ...settings.teams[0], members: { 'bo-s': 'member' } } as (typeof settings.teams)[0]);
    const ill = await examined(world, contract);
    expect(ill.report.exit).toBe(3);
    expect(ill.checks.filter((check) => check.verdict === 'fail').map((check) => check.id)).toEqual([
      'branch-reviews',
      'branch-code-owners',
      'branch-stale',
      'branch-last-push',
      'branch-force-push',
      'branch-deletion',
      'branch-bypass',
      'approver-members',
      'approver-teams',
      'actions-approve',
      'actions-rights',
      'schedule-enabled reconcile.yml',
      'environment-branches grant',
      'environment-admins grant',
      'ledger-history',
      'ledger-writers',
    ]);
    expect(ill.breaches).toEqual([]);

    // The token of the shipped workflows reads neither Actions nor the administration.
    const { checks, report } = await examined(world, contract, 'ghs_theworkflowsowntoken');
    for (const id of [
      'approver-members',
      'approver-teams',
      'actions-approve',
      'actions-rights',
      'schedule-enabled reconcile.yml',
      'environments',
    ])
      expect(one(checks, id)).toMatchObject({ verdict: 'unknown', fix: expect.stringMatching(/^Run doctor with a token that has /) });
    expect(report.exit).toBe(3);

    world.fails(503);
    const down = await examined(world, contract);
    expect(down.report.exit).toBe(0);
    expect(one(down.checks, 'branch-reviews').verdict).toBe('unknown');
  });

  it('says that a simulated forge has nothing to tell', async () => {
    const world = await aWorld();
    const report = await world.run(doctor);
    expect(report.exit).toBe(0);
    expect(report.text).toContain('not known: the simulated forge has no settings');
  });
});

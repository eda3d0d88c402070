import { describe, expect, it } from 'vitest';
import { checksOf, type Facts } from '../../../src/commands/doctor/checks.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import { branch, HOME, one, settings, told, untold } from './settings.ts';

const OWNERS = '/grants/ @sam-o\n/policy/ @sam-o\n/recalls/ @sam-o\n/.github/ @sam-o\n';
const checkout = '{ uses: actions/checkout@v5, with: { fetch-depth: 0 } }';
const workflow = `on: { schedule: [{ cron: "7 * * * *" }] }\njobs: { one: { steps: [${checkout}, { uses: acme/grantkeeper@v1 }] } }\n`;
const clouds = new Map([['gcp', { reads: [], manages: ['folders/77'] }]]);
const policy = { clouds, approval: { mode: 'enforce', minimum: 1 }, security: [] } as unknown as Policy;

const FACTS: Facts = {
  git: { version: 'git version 2.50.0', shallow: false },
  control: { policy, directory: new Map(), teams: new Map(), roles: new Map(), overrides: [] },
  findings: [],
  codeowners: { text: OWNERS, wanted: OWNERS, paths: [] },
  workflows: [{ file: 'reconcile.yml', text: workflow }],
  settings: settings(),
  now: HOME.createdAt,
};

const of = (more: Partial<Facts>) => checksOf({ ...FACTS, ...more });

describe('all checks', () => {
  it('pass in a repository that is guarded as it should be, each under a name of its own', () => {
    const checks = of({});
    expect(checks.filter((check) => check.verdict !== 'pass')).toEqual([]);
    expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length);
    expect(checks.length).toBeGreaterThanOrEqual(26);
  });

  it('never pass for what GitHub did not tell', () => {
    const hidden = untold<never>();
    const nothing = settings({
      home: hidden,
      login: hidden,
      main: branch('', { rules: hidden, rulesets: [], classic: hidden }),
      ledger: branch('grantkeeper/ledger', { rules: hidden, rulesets: [], classic: hidden }),
      codeowners: hidden,
      workflowRights: hidden,
      schedules: [{ file: 'reconcile.yml', state: hidden, actor: hidden }],
      environments: hidden,
      subject: hidden,
      members: { strangers: hidden, teams: [{ name: 'payments', members: hidden }] },
    });
    const local = new Set(of({ settings: 'nobody to ask' }).map((check) => check.id));
    const asked = of({ settings: nothing }).filter((check) => !local.has(check.id));
    // How approval is judged stands in the policy.
    expect(asked.filter((check) => check.verdict !== 'unknown').map((check) => check.id)).toEqual(['approval-mode']);
    expect(asked.filter((check) => check.fix === undefined).map((check) => check.id)).toEqual(['approval-mode']);
    expect(asked.length).toBeGreaterThanOrEqual(19);
  });

  it('say why where nobody can be asked', () => {
    expect(one(of({ settings: 'GITHUB_TOKEN is not set' }), 'github')).toMatchObject({
      verdict: 'unknown',
      found: 'GITHUB_TOKEN is not set',
    });
  });

  it('hold the branch to the policy, and to one approval without one', () => {
    const two = { ...policy, approval: { ...policy.approval, minimum: 2 } };
    const control = { ...FACTS.control, policy: two } as NonNullable<Facts['control']>;
    expect(one(of({ control }), 'branch-reviews').verdict).toBe('fail');
    expect(one(of({ control: undefined }), 'branch-reviews').verdict).toBe('pass');
    const none = branch('main', { rules: told([]) });
    expect(one(of({ control: undefined, settings: settings({ main: none }) }), 'branch-reviews').verdict).toBe('fail');
  });
});

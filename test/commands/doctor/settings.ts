import { parseInstant, type Instant } from '../../../src/domain/instant.ts';
import type { Failure } from '../../../src/domain/outcome.ts';
import type { BranchSettings, ClassicProtection, ForgeSettings, ReviewRule, Told } from '../../../src/forge/settings.ts';
import type { Check } from '../../../src/report/doctor.ts';

export function told<T>(value: T, call = 'GET /somewhere'): Told<T> {
  return { call, answer: { ok: true, value } };
}

export function untold<T>(kind: Failure['kind'] = 'forbidden'): Told<T> {
  return { call: 'GET /hidden', answer: { ok: false, failure: { kind, message: 'GitHub answered 403' } } };
}

export const REVIEW: ReviewRule = { approvals: 1, codeOwners: true, dismissStale: true, lastPush: true };

export const CLASSIC: ClassicProtection = {
  review: REVIEW,
  forcePushes: false,
  deletions: false,
  bindsAdmins: true,
  exempt: 0,
  restrictsPushes: false,
};

export function branch(name: string, more: Partial<BranchSettings> = {}): BranchSettings {
  const rules = [
    { type: 'pull_request', ruleset: 7, review: REVIEW },
    { type: 'non_fast_forward', ruleset: 7 },
    { type: 'deletion', ruleset: 7 },
    { type: 'update', ruleset: 7 },
  ];
  const rulesets = [told({ id: 7, name: 'main', bypass: [] }, 'GET /rulesets/7')];
  return { branch: name, rules: told(rules, 'GET /rules'), rulesets, classic: told(undefined, 'GET /protection'), ...more };
}

export const HOME = {
  id: 22,
  name: 'access',
  owner: 'acme',
  ownerId: 11,
  organization: true,
  defaultBranch: 'main',
  createdAt: parseInstant('2025-01-01T00:00:00Z') as Instant,
};

/** A repository where every check passes. */
export function settings(more: Partial<ForgeSettings> = {}): ForgeSettings {
  return {
    home: told(HOME),
    token: 'app',
    login: told('github-actions[bot]'),
    main: branch('main'),
    ledger: branch('grantkeeper/ledger'),
    codeowners: told([]),
    workflowRights: told({ write: false, approves: false }),
    schedules: [{ file: 'reconcile.yml', state: told('active'), actor: told({ login: 'acme-bot', bot: false }) }],
    environments: told([{ name: 'grant', branches: 'protected', adminsBypass: false }]),
    subject: told({ usesDefault: true, claims: [], immutable: true }),
    members: { strangers: told([], 'GET /memberships'), teams: [] },
    ...more,
  };
}

/** `branch-reviews pass`, by check. */
export function verdicts(checks: readonly Check[]): readonly string[] {
  return checks.map((check) => `${check.id} ${check.verdict}`);
}

/** The one check of that id. */
export function one(checks: readonly Check[], id: string): Check {
  const [found, ...more] = checks.filter((check) => check.id === id);
  if (found === undefined || more.length > 0) throw new Error(`not one check ${id} among ${checks.map((check) => check.id).join(', ')}`);
  return found;
}

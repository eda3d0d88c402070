import { describe, expect, it } from 'vitest';
import { branchChecks } from '../../../src/commands/doctor/branch.ts';
import type { BranchSettings } from '../../../src/forge/settings.ts';
import { branch, CLASSIC, one, REVIEW, told, untold, verdicts } from './settings.ts';

const IDS = ['branch-reviews', 'branch-code-owners', 'branch-stale', 'branch-last-push', 'branch-force-push', 'branch-deletion'];
const all = (verdict: string) => IDS.map((id) => `${id} ${verdict}`);
const of = (more: Partial<BranchSettings>) => branchChecks(branch('main', more), 1);

describe('the default branch', () => {
  it('passes by a ruleset', () => {
    const checks = of({ classic: untold() });
    expect(verdicts(checks)).toEqual(all('pass'));
    expect(one(checks, 'branch-reviews')).toEqual({
      id: 'branch-reviews',
      family: 'default branch',
      wanted: 'a pull request with 1 approval',
      verdict: 'pass',
      found: 'main demands a pull request with 1 approval, by a ruleset',
      source: 'GET /rules',
    });
  });

  it('passes by the older protection', () => {
    const checks = of({ rules: told([]), classic: told(CLASSIC, 'GET /protection') });
    expect(verdicts(checks)).toEqual(all('pass'));
    expect(one(checks, 'branch-stale')).toMatchObject({ source: 'GET /protection', found: expect.stringMatching(/by branch protection$/) });
  });

  it('passes by both together', () => {
    const rules = told([{ type: 'pull_request', ruleset: 7, review: { ...REVIEW, codeOwners: false } }]);
    expect(verdicts(of({ rules, classic: told(CLASSIC) }))).toEqual(all('pass'));
  });

  it('fails where neither demands it', () => {
    const checks = of({ rules: told([], 'GET /rules') });
    expect(verdicts(checks)).toEqual(all('fail'));
    expect(one(checks, 'branch-deletion')).toMatchObject({
      found: 'main allows its deletion',
      fix: 'Restrict deletions, in a ruleset for the default branch.',
      source: 'GET /rules',
    });
    const { review: _, ...without } = { ...CLASSIC, forcePushes: true, deletions: true };
    expect(verdicts(of({ rules: told([]), classic: told(without) }))).toEqual(all('fail'));
  });

  it('fails each demand that a rule leaves out, and no other', () => {
    const weak = { approvals: 0, codeOwners: false, dismissStale: false, lastPush: false };
    const rules = (review: typeof REVIEW) =>
      told([
        { type: 'pull_request', ruleset: 7, review },
        { type: 'deletion', ruleset: 7 },
      ]);
    const failed = (review: typeof REVIEW) =>
      of({ rules: rules(review) })
        .filter((check) => check.verdict === 'fail')
        .map((check) => check.id);
    expect(failed({ ...REVIEW, approvals: 0 })).toEqual(['branch-reviews', 'branch-force-push']);
    expect(failed({ ...REVIEW, codeOwners: false })).toEqual(['branch-code-owners', 'branch-force-push']);
    expect(failed({ ...REVIEW, dismissStale: false })).toEqual(['branch-stale', 'branch-force-push']);
    expect(failed({ ...REVIEW, lastPush: false })).toEqual(['branch-last-push', 'branch-force-push']);
    expect(failed(weak)).toEqual(IDS.slice(0, 5));
  });

  it('wants as many approvals as the policy does', () => {
    const check = one(branchChecks(branch('main'), 2), 'branch-reviews');
    expect(check).toMatchObject({ verdict: 'fail', wanted: 'a pull request with 2 approvals', fix: expect.stringContaining('to 2') });
  });

  it('is unknown where one of the two cannot be read and the other does not say so', () => {
    const hidden = of({ rules: told([]), classic: untold() });
    expect(verdicts(hidden)).toEqual(all('unknown'));
    expect(one(hidden, 'branch-reviews').fix).toBe('Run doctor with a token that has Administration: read.');
    const down = of({ rules: untold('transient'), classic: told(CLASSIC) });
    expect(verdicts(down)).toEqual(all('unknown'));
    expect(one(down, 'branch-reviews').fix).toBe('Run doctor again when GitHub answers.');
  });
});

import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/outcome.ts';
import { outcomeText } from '../../src/report/outcome-text.ts';
import { ACTS, at, azure, gcp, grantOf, HOSTILE, NOW, revokeOf, WORDS } from './samples.ts';

const ASSIGNMENT = 'roleAssignments/dfec2d22-d28d-5013-ba76-aeeaf23fe768, 201, request bfa57717-b46d-4d06-816b-535d0370141f';

const APPLIED: Outcome = { status: 'applied', change: grantOf(azure(), at('21:03')), at: NOW, evidence: ASSIGNMENT };

const ALL: readonly Outcome[] = [
  APPLIED,
  { status: 'already-so', change: revokeOf(gcp(), at('17:00')), at: NOW, evidence: 'etag BwZg0Er7kmg=' },
  { status: 'skipped', change: grantOf(gcp(), at('21:03')), at: NOW, failure: { kind: 'transient', message: 'the run was stopped' } },
  { status: 'held', change: revokeOf(gcp(), at('21:00'), 'withdrawn'), at: NOW },
  {
    status: 'failed',
    change: grantOf(gcp('roles/cloudsql.viewer'), at('21:03')),
    at: NOW,
    failure: { kind: 'forbidden', message: 'setIamPolicy is not allowed', hint: 'give the tool roles/resourcemanager.projectIamAdmin' },
  },
  {
    status: 'unverified',
    change: grantOf(gcp('roles/browser'), at('21:03')),
    at: NOW,
    failure: { kind: 'transient', message: 'a second read did not show it within 30 s' },
  },
];

describe('outcomeText', () => {
  it('has what went wrong first and totals last', () =>
    expect(outcomeText(ALL, WORDS)).toBe(
      `+ ada  roles/cloudsql.viewer  payments-prod gcp    failed      setIamPolicy is not allowed (give the tool roles/resourcemanager.projectIamAdmin)
+ ada  roles/browser          payments-prod gcp    unverified  a second read did not show it within 30 s
- ada  roles/logging.viewer   payments-prod gcp    held
+ ada  roles/logging.viewer   payments-prod gcp    skipped     the run was stopped
+ ada  Reader                 payments-prod azure  applied     roleAssignments/dfec2d22
- ada  roles/logging.viewer   payments-prod gcp    already-so  etag BwZg0Er7kmg=
1 already-so, 1 applied, 1 skipped, 1 held, 1 unverified, 1 failed of 6 changes
`,
    ));

  it('has all of the evidence when everything is asked for', () =>
    expect(outcomeText([APPLIED], { ...WORDS, verbose: true })).toBe(
      `+ ada  Reader  payments-prod azure  applied  ${ASSIGNMENT}\n1 applied of 1 change\n`,
    ));

  it('says so where nothing was done', () => expect(outcomeText([], WORDS)).toBe('nothing to do\n'));

  it('stays inert, one line an outcome', () => {
    const text = outcomeText(
      [
        { ...APPLIED, evidence: HOSTILE },
        { ...APPLIED, status: 'failed', failure: { kind: 'invalid', message: HOSTILE, hint: HOSTILE } },
      ],
      WORDS,
    );
    expect(text.trimEnd().split('\n')).toHaveLength(3);
    expect(text.replaceAll('\n', '')).not.toMatch(ACTS);
  });
});

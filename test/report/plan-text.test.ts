import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import { planText, totalsText } from '../../src/report/plan-text.ts';
import { ACTS, at, azure, COMMON, desired, gcp, grantOf, HOSTILE, live, planOf, revokeOf, WORDS } from './samples.ts';

const extend: Change = {
  ...COMMON,
  verb: 'extend',
  because: 'renewed',
  principal: 'chi',
  grant: '2026-11-20-chi-audit',
  live: live(azure(), at('18:00')),
  desired: desired(azure(), at('20:00')),
};

const MIXED = [
  {
    ...revokeOf(gcp('roles/logging.viewer', 'ben', 'projects/payments-test'), at('17:00')),
    principal: 'ben',
    grant: '2026-11-21-ben-debug',
  },
  extend,
  grantOf(gcp(), at('21:03')),
  grantOf(gcp('roles/cloudsql.viewer'), at('21:03')),
  grantOf(azure(), at('21:03')),
];

describe('planText', () => {
  it('has totals first and last, what takes before what gives, and the next command at the end', () => {
    const zoe = { kind: 'foreign', live: live(gcp('roles/browser', 'zoe')) } as const;
    const plan = planOf({ changes: MIXED, observations: [zoe], kept: 118, basis: { scopes: 41 } });
    expect(planText(plan, WORDS)).toBe(
      `acme-access at 3f2a91c   21 Nov 18:04 Berlin (17:04Z)   41 of 41 scopes read   118 kept
1 revoke, 1 extend, 3 grant; 1 ends by our run only; nothing held back
- ben  roles/logging.viewer   projects/payments-test gcp  ended 18:00 (17:00Z), 4 min ago                         2026-11-21-ben-debug
~ chi  Reader                 payments-prod azure         19:00 (18:00Z) -> 21:00 (20:00Z), by our run  #412, bo  2026-11-20-chi-audit
+ ada  roles/logging.viewer   payments-prod gcp           22:03 (21:03Z), by the cloud                  #412, bo  2026-11-21-ada-debug
+ ada  roles/cloudsql.viewer  payments-prod gcp           22:03 (21:03Z), by the cloud                  #412, bo  2026-11-21-ada-debug
+ ada  Reader                 payments-prod azure         22:03 (21:03Z), by our run                    #412, bo  2026-11-21-ada-debug
ends by our run in azure: how late is not measured yet; no bound while runs stop
? 1 binding made by others: left alone (--verbose lists them)
1 revoke, 1 extend, 3 grant; 1 ends by our run only; nothing held back   sha256:9f2c41d0   Next: grantkeeper apply
`,
    );
  });

  it('is three lines where nothing is to be done', () =>
    expect(planText(planOf({ kept: 3 }), { ...WORDS, home: 'UTC' })).toBe(
      `acme-access at 3f2a91c   21 Nov 17:04Z   4 of 4 scopes read   3 kept
no change; nothing held back
no change; nothing held back   sha256:9f2c41d0   Nothing to do
`,
    ));

  it('shows what is held back, and the file that lets it through', () => {
    const held = { ...revokeOf(gcp(), at('21:03'), 'withdrawn') };
    const plan = planOf({
      held: [held],
      kept: 1,
      refusals: [
        {
          code: 'GK3201',
          message: '1 withdrawal; 0 are let through',
          hint: 'Have security approve this file',
          holds: [held.digest],
          override: { path: 'policy/overrides/2026-11-21-withdrawals.yaml', text: `withdraws:\n  - ${held.digest}\n` },
        },
      ],
    });
    expect(planText(plan, WORDS)).toBe(
      `acme-access at 3f2a91c   21 Nov 18:04 Berlin (17:04Z)   4 of 4 scopes read   1 kept
no change; 1 held back; 1 refused
held back:
  - ada  roles/logging.viewer  payments-prod gcp  withdrawn  2026-11-21-ada-debug
x GK3201  1 withdrawal; 0 are let through
  Have security approve this file
  policy/overrides/2026-11-21-withdrawals.yaml:
    withdraws:
      - sha256:9f2c41d09f2c41d09f2c41d09f2c41d09f2c41d09f2c41d09f2c41d09f2c41d0
no change; 1 held back; 1 refused   sha256:9f2c41d0   Next: mend what is refused
`,
    );
  });

  it('says what was not read, and that it is to be mended', () => {
    const scope = gcp().scope;
    const plan = planOf({ basis: { scopes: 3, unread: [{ scope, message: '403' }] } });
    expect(planText(plan, { ...WORDS, next: true })).toBe(
      `acme-access at 3f2a91c   21 Nov 18:04 Berlin (17:04Z)   3 of 4 scopes read   0 kept
no change; nothing held back
x projects/payments-prod (gcp) was not read, so nothing is decided about it: 403
no change; nothing held back   sha256:9f2c41d0   Next: mend what is refused
`,
    );
  });

  it('names no next command where `apply` itself shows it', () =>
    expect(
      planText(planOf(), { ...WORDS, next: false })
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe('no change; nothing held back   sha256:9f2c41d0'));

  it('has 20 changes in 25 lines, with thousands of bindings made by others around', () => {
    const changes = Array.from({ length: 20 }, (_, n) => grantOf(gcp(`roles/r${n}`), at('21:03')));
    const observations = Array.from({ length: 5000 }, () => ({ kind: 'foreign', live: live(gcp('roles/browser', 'zoe')) }) as const);
    const lines = planText(planOf({ changes, observations }), WORDS).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(25);
    expect(lines[1]).toBe('20 grant; nothing held back');
    expect(lines.at(-1)).toMatch(/^20 grant; nothing held back {3}sha256:9f2c41d0 {3}Next: grantkeeper apply$/);
  });

  it('stays inert, one line a change, whatever is in it', () => {
    const change = { ...grantOf(gcp(`roles/${HOSTILE}`), at('21:03')), principal: HOSTILE, grant: HOSTILE };
    const text = planText(planOf({ changes: [change] }), { ...WORDS, approval: () => HOSTILE, where: () => HOSTILE });
    expect(text.trimEnd().split('\n')).toHaveLength(4);
    expect(text.replaceAll('\n', '')).not.toMatch(ACTS);
  });
});

describe('totalsText', () => {
  it.each([
    [{}, 'no change; nothing held back'],
    [{ changes: MIXED }, '1 revoke, 1 extend, 3 grant; 1 ends by our run only; nothing held back'],
    [{ changes: [MIXED[4], MIXED[4]] as Change[], held: [extend] }, '2 grant; 2 end by our run only; 1 held back'],
  ])('%#', (parts, text) => expect(totalsText(planOf(parts), WORDS)).toBe(text));

  it('counts the other verbs too', () => {
    const altered = { ...COMMON, live: live(gcp(), at('18:00')), desired: desired(gcp(), at('17:30')) };
    const changes: readonly Change[] = [
      { ...altered, verb: 'shorten', because: 'withdrawn' },
      { ...altered, verb: 'restore', because: 'tampered' },
      { ...altered, verb: 'retitle', because: 'renamed' },
    ];
    expect(totalsText(planOf({ changes }), WORDS)).toBe('1 shorten, 1 restore, 1 retitle; nothing held back');
  });
});

import { describe, expect, it } from 'vitest';
import { driftPage } from '../../src/report/drift-page.ts';
import { ALL, drifted, driftWith, ENTRY, UNREAD, words } from './drift-samples.ts';
import { gcp, live } from './samples.ts';

describe('the page of a drift', () => {
  it('is one line where there is none', () => {
    expect(driftPage(driftWith(), words())).toBe(
      '**0 bindings that no grant explains in 4 scopes: 0 new, 0 known.** Of `acme-access` at `3f2a91c`.\n',
    );
  });

  it('counts by cloud, shows what is new, and folds what is known', () => {
    const page = driftPage(driftWith({ found: ALL, gone: [ENTRY], unread: [UNREAD] }), words());
    expect(page).toContain('| `gcp` | 8 | 7 | 1 |');
    expect(page).toContain('| `ada` | `roles/owner` | `payments-prod gcp` | new, privileged |');
    expect(page.indexOf('`by hand beside 2026-11-21-ada-debug`')).toBeGreaterThan(page.indexOf('<details><summary>1 known binding'));
    expect(page).toContain('**Gone since the baseline**\n\n- `user:bo@example.com  roles/browser  projects/old  gcp`');
    expect(page).toContain('- `projects/payments-prod gcp`: `the permission is missing`');
  });

  it('keeps a thousand rows and counts the rest', () => {
    const found = Array.from({ length: 1003 }, () => drifted());
    expect(driftPage(driftWith({ found }), words())).toContain('And 3 more, which --json has.');
  });

  it('lets no data act', () => {
    const evil = '@team [x](https://evil.example) `|` <img src=x>';
    const binding = gcp(evil, 'x', evil);
    const seen = { kind: 'foreign', live: live({ ...binding, member: { ...binding.member, shown: evil } }), note: evil } as const;
    const page = driftPage(driftWith({ found: [drifted({ seen })], gone: [{ ...ENTRY, role: evil }] }), words({ doubts: [evil] }));
    expect(page.replaceAll(/``.*?``/g, '')).not.toMatch(/@team|\]\(|<img/);
  });
});

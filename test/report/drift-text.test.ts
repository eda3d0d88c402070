import { describe, expect, it } from 'vitest';
import { driftText } from '../../src/report/drift-text.ts';
import { ALL, drifted, driftWith, ENTRY, UNREAD, words } from './drift-samples.ts';
import { ACTS, azure, gcp, HARMLESS, HOSTILE, live, NOW } from './samples.ts';

describe('the text of a drift', () => {
  it('is one line where there is none', () => {
    expect(driftText(driftWith(), words())).toBe(
      'drift of acme-access at 3f2a91c: 0 bindings that no grant explains in 4 scopes: 0 new, 0 known\n',
    );
  });

  it('lists what is new or to be settled, and what is known on demand', () => {
    const text = driftText(driftWith({ found: ALL }), words());
    expect(text.split('\n').map((line) => line.replaceAll(/ {2,}/g, '  '))).toEqual([
      'drift of acme-access at 3f2a91c: 8 bindings that no grant explains in 4 scopes: 7 new, 1 known',
      '  gcp: 8, of them 7 new and 1 of privileged roles',
      '? ada  roles/owner  payments-prod gcp  new, privileged  without an end, so the end of 2026-11-21-ada-debug has no effect',
      '! user:ada@example.com  roles/custom  payments-prod gcp  to be settled  forged: carries our mark for 2026-11-21-ada-debug, which never asked for it',
      '! user:ada@example.com  roles/logging.viewer  payments-prod gcp  to be settled  tampered: written by us for 2026-11-21-ada-debug, changed since',
      '! user:ada@example.com  roles/logging.viewer  payments-prod gcp  to be settled  escaped: ours lost its mark',
      '? user:zoe@example.com  organizations/1/roles/own  payments-prod gcp  new, role not judged  without an end',
      '? user:ada@example.com  roles/logging.viewer  payments-prod gcp  new  with a condition',
      '? user:ada@example.com  roles/logging.viewer  payments-prod gcp  new  stamp other-team',
      'Once looked at, grantkeeper drift --accept writes drift/baseline.jsonl, for a pull request.',
      '',
    ]);
    const whole = driftText(driftWith({ found: ALL, explained: [ENTRY] }), words({ verbose: true }));
    expect(whole).toMatch(/ {2}known +by hand beside 2026-11-21-ada-debug\n/);
    expect(whole).toContain('= explained: user:bo@example.com  roles/browser  projects/old  gcp\n');
  });

  it('counts cloud by cloud, in order', () => {
    const found = [drifted(), drifted({ seen: { kind: 'foreign', live: live(azure()) } })];
    expect(driftText(driftWith({ found }), words()).split('\n').slice(1, 3)).toEqual([
      '  azure: 1, of them 1 new and 0 of privileged roles',
      '  gcp: 1, of them 1 new and 0 of privileged roles',
    ]);
  });

  it('tells of break-glass without a record', () => {
    const seen = { kind: 'unrecorded', live: live(gcp(), NOW), grant: 'bg-1' } as const;
    expect(driftText(driftWith({ found: [drifted({ seen })] }), words())).toContain(
      'to be settled  break-glass bg-1, of which the ledger has no line',
    );
  });

  it('says what has gone, what is out of sight and what counts for nothing', () => {
    const baseline = { path: 'drift/baseline.jsonl', exists: true, unreadable: [2] };
    const { hint: _hint, ...bare } = UNREAD;
    const found = { gone: [ENTRY], unseen: [ENTRY], misstated: [ENTRY], unread: [UNREAD, bare], ignored: 3 };
    const text = driftText(driftWith(found), words({ baseline, doubts: ['Not confirmed: so.'] }));
    expect(text.split('\n').slice(1)).toEqual([
      '= gone: user:bo@example.com  roles/browser  projects/old  gcp',
      'NOT READ: projects/payments-prod gcp: the permission is missing (Give it)',
      'NOT READ: projects/payments-prod gcp: the permission is missing',
      'Not confirmed: so.',
      'drift/baseline.jsonl: line 2 does not read as an entry and counts for nothing.',
      'drift/baseline.jsonl tells something else than its digest stands for, and counts for nothing: user:bo@example.com  roles/browser  projects/old  gcp',
      '2 scopes could not be read; nothing is known of what is there.',
      '1 entry of the baseline out of sight: not gone, not looked at.',
      'Once looked at, grantkeeper drift --accept writes drift/baseline.jsonl, for a pull request.',
      '',
    ]);
    expect(text).toContain(': 0 new, 0 known, 1 gone, 3 left out by policy\n');
  });

  it('says that all is new where there is no baseline, and that policy wants silence', () => {
    const baseline = { path: 'drift/baseline.jsonl', exists: false, unreadable: [] };
    expect(driftText(driftWith({ found: [drifted()] }), words({ baseline }))).toContain(
      'There is no drift/baseline.jsonl, so all of it is new.',
    );
    const silent = driftText(driftWith({ found: [drifted()] }), words({ baseline: { ...baseline, unreadable: [1, 3] }, speaks: false }));
    expect(silent).toContain('unmanaged: { mode: ignore }');
    expect(silent).toContain('lines 1, 3 do not read');
    expect(silent).not.toMatch(/--accept|so all of it/);
  });

  it('lets nothing act that anybody wrote', () => {
    const hostile = gcp(HOSTILE, 'x', HOSTILE);
    const seen = { kind: 'foreign', live: live({ ...hostile, member: { ...hostile.member, shown: HOSTILE } }), note: HOSTILE } as const;
    const entry = { ...ENTRY, role: HOSTILE };
    const found = driftWith({ found: [drifted({ seen })], gone: [entry], misstated: [entry], unread: [{ ...UNREAD, message: HOSTILE }] });
    const text = driftText(found, words());
    expect(text.split('\n').filter((line) => ACTS.test(line))).toEqual([]);
    expect(text).toContain(HARMLESS);
  });
});

it('names principals that were deleted, once each, and what takes away what is left of them', () => {
  const orphan = drifted({ orphaned: true });
  const text = driftText(driftWith({ found: [orphan, orphan, drifted()] }), words());
  expect(text).toMatch(/^\? user:ada@example\.com .* of a deleted principal$/m);
  expect(text.match(/was deleted: grantkeeper recall user:ada@example\.com --foreign --confirm user:ada@example\.com takes/g)).toHaveLength(
    1,
  );
  expect(driftText(driftWith({ found: [drifted()] }), words())).not.toContain('deleted');
});

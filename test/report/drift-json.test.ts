import { expect, it } from 'vitest';
import { driftJson } from '../../src/report/drift-json.ts';
import { ALL, DIGEST, driftWith, ENTRY, UNREAD, words } from './drift-samples.ts';

it('a drift for machines has every count and every binding', () => {
  const { hint: _hint, ...bare } = UNREAD;
  const found = driftWith({
    found: ALL,
    gone: [ENTRY],
    explained: [{ ...ENTRY, roleId: 'guid', condition: 'x', by: 'pim' }],
    unread: [UNREAD, bare],
  });
  const json = driftJson(found, words()) as { readonly drift: readonly object[] };
  expect(json).toMatchObject({
    summary: {
      found: 8,
      new: 7,
      known: 1,
      privileged: 1,
      gone: 1,
      explained: 1,
      unread: 2,
      clouds: { gcp: { found: 8, new: 7, privileged: 1 } },
    },
    mode: 'report',
    baseline: { path: 'drift/baseline.jsonl', exists: true, unreadable: [], misstated: [] },
    gone: [{ ...ENTRY, roleId: null, condition: null, by: null }],
    explained: [{ roleId: 'guid', condition: 'x', by: 'pim' }],
    unread: [{ hint: 'Give it' }, { hint: null }],
  });
  expect(json.drift[0]).toEqual({
    kind: 'masked',
    new: true,
    privileged: true,
    cloud: 'gcp',
    scope: 'projects/payments-prod',
    role: 'roles/owner',
    member: 'user:ada@example.com',
    principal: 'ada',
    orphaned: false,
    condition: null,
    grant: '2026-11-21-ada-debug',
    note: null,
    digest: DIGEST,
  });
  expect(json.drift[5]).toMatchObject({ privileged: null, principal: null, grant: null });
  expect(json.drift[7]).toMatchObject({ note: 'stamp other-team' });
  expect(driftJson(driftWith(), words({ speaks: false }))).toMatchObject({ mode: 'ignore', drift: [] });
});

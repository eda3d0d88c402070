import type { Drift, Drifted } from '../../src/domain/drift.ts';
import type { DriftWords } from '../../src/report/drift-words.ts';
import { gcp, live, NOW, planOf, WORDS } from './samples.ts';

export const DIGEST = `sha256:${'9f2c41d0'.repeat(8)}`;
export const ENTRY = { cloud: 'gcp', scope: 'projects/old', role: 'roles/browser', member: 'user:bo@example.com', digest: DIGEST };
const GRANT = '2026-11-21-ada-debug';

export function drifted(more: Partial<Drifted> = {}): Drifted {
  return { seen: { kind: 'foreign', live: live(gcp()) }, digest: DIGEST, privileged: false, fresh: true, ...more };
}

/** One of each kind: known and new, privileged, harmless and not judged. */
export const ALL: readonly Drifted[] = [
  drifted({ seen: { kind: 'masked', live: live(gcp('roles/owner')), grant: GRANT }, privileged: true, principal: 'ada' }),
  drifted({ seen: { kind: 'forged', live: live(gcp('roles/custom'), NOW), grant: GRANT } }),
  drifted({ seen: { kind: 'tampered', live: live(gcp(), NOW), grant: GRANT } }),
  drifted({ seen: { kind: 'escaped', live: live(gcp()) } }),
  drifted({ seen: { kind: 'twin', live: live(gcp()), grant: GRANT }, fresh: false }),
  { seen: { kind: 'foreign', live: live(gcp('organizations/1/roles/own', 'zoe')) }, digest: DIGEST, fresh: true },
  drifted({ seen: { kind: 'foreign', live: { ...live(gcp()), conditional: true } } }),
  drifted({ seen: { kind: 'foreign', live: live(gcp()), note: 'stamp other-team' } }),
];

export function driftWith(more: Partial<Drift> = {}): Drift {
  return { found: [], gone: [], explained: [], unseen: [], misstated: [], ignored: 0, scopes: 4, unread: [], ...more };
}

export const UNREAD = { scope: gcp().scope, message: 'the permission is missing', hint: 'Give it' };

export function words(more: Partial<DriftWords> = {}): DriftWords {
  const baseline = { path: 'drift/baseline.jsonl', exists: true, unreadable: [] };
  const { stamp, basis } = planOf();
  return { stamp, commit: basis.commit, baseline, speaks: true, where: WORDS.where, doubts: [], verbose: false, ...more };
}

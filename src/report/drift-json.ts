import type { BaselineEntry, Drift, Drifted } from '../domain/drift.ts';
import { driftTotals, type DriftWords, totalsByCloud } from './drift-words.ts';

/** What `drift --json` prints. */
export function driftJson(drift: Drift, { commit, baseline, speaks }: DriftWords): object {
  const { found, gone, explained, unseen, misstated, ignored, scopes, unread } = drift;
  const fresh = found.filter((one) => one.fresh).length;
  return {
    summary: {
      text: driftTotals(drift),
      found: found.length,
      new: fresh,
      known: found.length - fresh,
      privileged: found.filter((one) => one.privileged === true).length,
      gone: gone.length,
      explained: explained.length,
      unseen: unseen.length,
      ignored,
      scopes,
      unread: unread.length,
      clouds: Object.fromEntries(totalsByCloud(found).map(({ cloud, fresh: of, ...rest }) => [cloud, { ...rest, new: of }])),
    },
    commit,
    mode: speaks ? 'report' : 'ignore',
    baseline: { path: baseline.path, exists: baseline.exists, unreadable: baseline.unreadable, misstated: misstated.map(entryJson) },
    drift: found.map(driftedJson),
    gone: gone.map(entryJson),
    explained: explained.map(entryJson),
    unseen: unseen.map(entryJson),
    unread: unread.map(({ scope, message, hint }) => ({ cloud: scope.cloud, scope: scope.path, message, hint: hint ?? null })),
  };
}

function driftedJson({ seen, digest, privileged, principal, fresh, orphaned }: Drifted): object {
  const { scope, role, member, condition } = seen.live.binding;
  return {
    kind: seen.kind,
    new: fresh,
    privileged: privileged ?? null,
    cloud: scope.cloud,
    scope: scope.path,
    role: role.name,
    member: member.shown,
    principal: principal ?? null,
    orphaned: orphaned === true,
    condition: condition ?? null,
    grant: 'grant' in seen ? seen.grant : null,
    note: ('note' in seen ? seen.note : undefined) ?? null,
    digest,
  };
}

function entryJson({ cloud, scope, role, roleId, member, condition, by, digest }: BaselineEntry): object {
  return { cloud, scope, role, roleId: roleId ?? null, member, condition: condition ?? null, by: by ?? null, digest };
}

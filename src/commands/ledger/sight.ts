import type { Scope } from '../../domain/access.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Period } from '../../domain/period.ts';
import type { Control } from '../../domain/policy.ts';
import type { Forge } from '../../forge/forge.ts';
import { type Ledger, readLedger } from '../../ledger/ledger.ts';
import { blindSince, withdrawnSince } from '../../ledger/standing.ts';

import { NAME, stemOf } from '../../domain/name.ts';
import type { Clouds } from '../../reconcile/clouds.ts';
import type { RecallBranch } from '../../reconcile/recall-history.ts';
import type { Context } from '../context.ts';
import type { Remembered } from '../reading/remembered.ts';

/** The ledger as a run sees it, or why it does not. */
export type LedgerSight =
  | { readonly ok: true; readonly ledger: Ledger }
  | { readonly ok: false; readonly why: string; readonly hint?: string };

/** What policy says of the guard's window where it says nothing else; read at once, since policy is not known yet. */
export const WINDOW = 24 * 3600_000;

export async function lookAtLedger(
  forge: Forge | string,
  context: Pick<Context, 'now' | 'hash'>,
  window: Period = WINDOW,
): Promise<LedgerSight> {
  if (typeof forge === 'string') return { ok: false, why: forge };
  const answer = await readLedger(forge, (context.now - window) as Instant, context.hash);
  if (answer.ok) return { ok: true, ledger: answer.value };
  const { message, hint } = answer.failure;
  return { ok: false, why: message, ...(hint === undefined ? {} : { hint }) };
}

/** The same with as many months as a longer window of the guard needs. */
export async function withWindow(
  sight: LedgerSight,
  forge: Forge | string,
  context: Pick<Context, 'now' | 'hash'>,
  window: Period,
): Promise<LedgerSight> {
  return window <= WINDOW || !sight.ok ? sight : lookAtLedger(forge, context, window);
}

/** Recalls that a command put into the ledger: each stands until its file has landed and was deleted with approval. */
export function recallsIn(sight: LedgerSight): readonly RecallBranch[] {
  if (!sight.ok) return [];
  return [...sight.ledger.state.recalls.values()].flatMap(({ at, principal = '', file = '', commit, reason = '' }) => {
    const name = stemOf(file);
    // One with a commit records what Git says, and Git is asked.
    if (commit !== undefined || !NAME.test(name)) return [];
    return [{ name, at, recall: { name, principal, since: at, reason, source: NOWHERE } }];
  });
}

const SPOT = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
const NOWHERE = { file: '', place: () => SPOT, key: () => SPOT };

/** What earlier runs withdrew within the window of the guard; as a text, why that is not known, and then the window counts as full. */
export function recentWithdrawals(sight: LedgerSight, now: Instant, window: Period): ReadonlySet<string> | string {
  if (!sight.ok) return `the ledger could not be read: ${sight.why}`;
  const { entries, state, commit } = sight.ledger;
  if (commit === undefined) return 'there is no ledger yet';
  const since = (now - window) as Instant;
  return blindSince(state, since) ?? withdrawnSince(entries, since);
}

/**
 * Approvals that earlier runs have proved, by grant and commit. They spare asking again about what stands as they say; nothing is given
 * or lengthened on their word.
 */
export function approvalsOn(sight: LedgerSight): ReadonlyMap<string, Remembered> {
  const all = sight.ok ? [...sight.ledger.state.approved] : [];
  return new Map(
    all.flatMap(([key, { landed, approvedBy = [], request }]) =>
      landed === undefined ? [] : [[key, { landed, by: approvedBy, ...(request === undefined ? {} : { request }) }] as const],
    ),
  );
}

/** The accesses that the ledger calls written and never ended, with the grants that it names for each. */
export function writtenIn(sight: LedgerSight): ReadonlyMap<string, ReadonlySet<string>> {
  const open = sight.ok ? [...sight.ledger.state.open.values()] : [];
  const byAccess = Map.groupBy(open, ({ access = '' }) => access);
  return new Map([...byAccess].map(([access, entries]) => [access, new Set(entries.map(({ grant = '' }) => grant))]));
}

/** Where the ledger says that something of ours stands for a grant that history does not know: it is read, so that it ends. */
export function scopesOfLost(
  sight: LedgerSight | undefined,
  known: ReadonlyMap<string, unknown>,
  { policy }: Control,
  clouds: Clouds,
): readonly Scope[] {
  const open = sight?.ok === true ? [...sight.ledger.state.open.values()] : [];
  const lost = open.filter(({ grant = '', cloud }) => !known.has(grant) && cloud !== undefined && policy.clouds.has(cloud));
  return lost.flatMap(({ cloud = '', scope = '' }) => {
    const parsed = clouds.get(cloud)?.scope(scope);
    return parsed?.ok === true ? [parsed.value] : [];
  });
}

/** Whether some access of a grant stands in the ledger as written and not ended. */
export function recordedIn(sight: Extract<LedgerSight, { ok: true }>): (grant: string) => boolean {
  const grants = new Set([...sight.ledger.state.open.values()].map(({ grant }) => grant));
  return (grant) => grants.has(grant);
}

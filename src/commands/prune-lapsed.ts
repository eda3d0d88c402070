import { scopeKey } from '../domain/access.ts';
import type { Deletion } from '../forge/forge.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { expander } from '../reconcile/expand.ts';
import { type Prunable, prunable } from '../reconcile/prunable.ts';
import { liveOurs } from '../reconcile/standing.ts';
import type { PruneItem } from '../report/prune-text.ts';
import type { Context } from './context.ts';
import type { LedgerSight } from './ledger/sight.ts';
import type { Situation } from './reading/situation.ts';

/** A lapsed file, with what the ledger knows of how its access ended. */
export type Lapsed = PruneItem & Deletion;

/** What one request asks for, and how many are left for the next: more than that nobody reviews. */
export interface Batch {
  readonly items: readonly Lapsed[];
  readonly waiting: number;
}

/** GitHub lists 3,000 files of a request; a person looks at far fewer. */
const MOST_FILES = 200;

/** What a fresh and complete read, or else the ledger, proves to be gone; what ended first goes first. */
export function lapsed(situation: Situation, sight: LedgerSight, context: Context): Batch {
  const { basis, control } = situation;
  const ledger = sight.ok && sight.ledger.commit !== undefined ? sight.ledger : undefined;
  const isGone = goneWithin(situation, ledger);
  const found = prunable(basis.timelines.values(), { now: context.now, after: control.policy.prune.after, isGone });
  const first = found.toSorted((a, b) => a.ended - b.ended).slice(0, MOST_FILES);
  const chosen = new Set(first);
  const items = found.filter((one) => chosen.has(one)).map((one) => lapsedItem(one, ledger));
  return { items, waiting: found.length - items.length };
}

function goneWithin({ basis, control, survey, planned, clouds }: Situation, ledger: Ledger | undefined): (grant: string) => boolean {
  const expand = expander(clouds);
  const lists = [...survey.readings.values()].map((reading) => reading.live);
  const ours = liveOurs(lists, planned.context.stamps, planned.context.asked);
  const marked = new Set(lists.flat().flatMap((one) => one.mark?.grant ?? []));
  const open = new Set([...(ledger?.state.open.values() ?? [])].map((entry) => entry.grant));
  const isRecorded = (grant: string) => ledger?.state.ended.has(grant) === true && !open.has(grant);
  const isRead = (grant: string) =>
    (basis.timelines.get(grant)?.versions ?? []).every((version) => {
      if (version.body.kind !== 'grant') return true;
      const { units } = expand(version.body.grant, basis.control.at(version.position) ?? control);
      return units.every((unit) => survey.readings.has(scopeKey(unit.scope)));
    });
  return (grant) => !ours.grants.has(grant) && !marked.has(grant) && (isRecorded(grant) || isRead(grant));
}

function lapsedItem({ grant, path, blob, principals, ended }: Prunable, ledger: Ledger | undefined): Lapsed {
  const team = path.split('/')[1] ?? '';
  const common = { grant, path, blob, team, principals, ended };
  const line = ledger?.state.ended.get(grant);
  if (line === undefined) return { ...common, reason: 'expired' };
  const late = line.at - ended;
  return { ...common, reason: reasonOf(line.because), revokedAt: line.at, ...(late < 0 ? {} : { lateMs: late }) };
}

function reasonOf(because: string | undefined): NonNullable<Deletion['reason']> {
  if (because === 'recalled') return 'recalled';
  return because === 'left' ? 'orphaned' : 'expired';
}

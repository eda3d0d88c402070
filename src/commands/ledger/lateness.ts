import type { Instant } from '../../domain/instant.ts';
import type { Lateness } from '../../domain/lateness.ts';
import type { Forge } from '../../forge/forge.ts';
import { MEASURED, measuredLateness } from '../../ledger/lateness.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { monthOf } from '../../ledger/months.ts';
import type { Context } from '../context.ts';
import { endsBy } from '../reading/words.ts';
import { lookAtLedger, type LedgerSight, WINDOW } from './sight.ts';

type Asking = Pick<Context, 'now' | 'hash' | 'clouds'>;

/** The same with as many months as lateness is measured over, where one of these clouds leaves ends to our run: elsewhere nobody asks. */
export async function withLateness(
  sight: LedgerSight,
  forge: Forge | string,
  clouds: Iterable<string>,
  context: Asking,
): Promise<LedgerSight> {
  const byRun = [...clouds].some((cloud) => endsBy(context)(cloud) === 'run');
  if (!byRun || !sight.ok || isWhole(sight.ledger) || monthBefore(context, MEASURED) === monthBefore(context, WINDOW)) return sight;
  const longer = await lookAtLedger(forge, context, MEASURED);
  // What was read before is enough to decide on: how late ends come is only shown.
  return longer.ok ? longer : sight;
}

/** Whether there is nothing older than what was read. */
function isWhole({ commit, state }: Ledger): boolean {
  return commit === undefined || state.first !== undefined;
}

function monthBefore({ now }: Asking, period: number): string {
  return monthOf((now - period) as Instant);
}

/** How late ends by our run came of late, by cloud, as far as the ledger was read. */
export function latenessIn(sight: LedgerSight, { now }: Pick<Context, 'now'>): (cloud: string) => Lateness | undefined {
  const measured = sight.ok ? measuredLateness(sight.ledger.entries, (now - MEASURED) as Instant) : new Map<string, Lateness>();
  return (cloud) => measured.get(cloud);
}

/** The same for a page: of each cloud that leaves ends to our run, where something lives or has ended. */
export function latenessOnPage({ entries, state }: Ledger, context: Asking): ReadonlyMap<string, Lateness | undefined> {
  const measured = measuredLateness(entries, (context.now - MEASURED) as Instant);
  const clouds = new Set([...[...state.open.values()].map(({ cloud = '' }) => cloud), ...measured.keys()]);
  return new Map([...clouds].filter((cloud) => endsBy(context)(cloud) === 'run').map((cloud) => [cloud, measured.get(cloud)]));
}

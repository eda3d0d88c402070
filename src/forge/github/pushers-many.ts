import type { Instant } from '../../domain/instant.ts';
import type { Client } from './client.ts';
import { pages } from './pages.ts';
import { type Activity, isUntold, type Pushed, pushersAmong, pushersTo } from './pushers.ts';
import { instantOf } from './reviews.ts';

/** Up to so many branches are asked for one by one, more of them by the lists of the whole repository. */
const FEW = 8;

type Found = Map<Pushed, readonly string[]>;

/**
 * Who pushed to each of many branches: of the whole repository one list for each kind of push, instead of one for each branch. Goes
 * back in time, and ends with what it has when no more may be asked in this hour.
 */
export async function pushersToEach(client: Client, all: readonly Pushed[]): Promise<ReadonlyMap<Pushed, readonly string[]>> {
  const found: Found = new Map();
  try {
    if (all.length <= FEW) for (const one of all) found.set(one, await pushersTo(client, one));
    else await readBack(client, all, found);
  } catch (error) {
    if (isUntold(client, error)) for (const one of all) found.set(one, []);
  }
  return found;
}

async function readBack(client: Client, all: readonly Pushed[], found: Found): Promise<void> {
  const known = new Map<string, Activity[]>(all.map((one) => [one.ref, []]));
  const births = strandOf(client, 'branch_creation', known);
  const pushes = [strandOf(client, 'push', known), strandOf(client, 'force_push', known)];
  for (const one of all.toSorted((a, b) => b.mergedAt - a.mergedAt)) {
    while (birthOf(one, known) === undefined && (await births.more()));
    const born = birthOf(one, known);
    for (const strand of pushes) while (!strand.isPast(born) && (await strand.more()));
    found.set(one, pushersAmong(one, known.get(one.ref) ?? []));
  }
}

/** The newest birth of the branch before the merge; none while the list was not read that far. */
function birthOf({ ref, mergedAt }: Pushed, known: ReadonlyMap<string, readonly Activity[]>): Instant | undefined {
  const births = (known.get(ref) ?? []).filter((one) => one.activity_type === 'branch_creation').map((one) => instantOf(one.timestamp));
  return births.find((at) => at <= mergedAt);
}

/** One kind of activity of the whole repository, newest first, read page by page as far as somebody wants it. */
interface Strand {
  /** Reads the next page; false at the end. */
  more(): Promise<boolean>;
  /** Whether everything since an instant was read; since the beginning where there is none. */
  isPast(since: Instant | undefined): boolean;
}

function strandOf(client: Client, kind: string, known: ReadonlyMap<string, Activity[]>): Strand {
  const query = { ...client.at, activity_type: kind as 'push', per_page: 100 };
  const reader = pages<Activity>(client, async () => client.octokit.rest.repos.listActivities(query));
  let oldest: Instant | undefined;
  const more = async (): Promise<boolean> => {
    const { done, value } = await client.budget.within('core', 1, async () => reader.next());
    if (done === true) return false;
    for (const one of value) known.get(one.ref)?.push(one);
    const last = value.at(-1);
    if (last !== undefined) oldest = instantOf(last.timestamp);
    return true;
  };
  return { more, isPast: (since) => since !== undefined && oldest !== undefined && oldest < since };
}

import type { Change } from '../domain/change.ts';
import { type Entry, recordKey } from '../domain/entry.ts';
import type { Instant } from '../domain/instant.ts';
import type { Lateness } from '../domain/lateness.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Period } from '../domain/period.ts';
import { GONE } from './facts.ts';

/** Of how long, in milliseconds, ends are looked at. */
export const MEASURED: Period = 30 * 24 * 3600_000;

/**
 * How late what was over was taken away since then, by cloud; a cloud without such an end is not there. Of what was only found gone
 * nobody knows when that was, and of a line without an end not by how much: neither counts. An end that is told again is one end.
 */
export function measuredLateness(entries: readonly Entry[], since: Instant): ReadonlyMap<string, Lateness> {
  const seen = new Map<string, { readonly cloud: string; readonly late: Period }>();
  for (const entry of entries) {
    const { access = '', condition, until, at, cloud = '' } = entry;
    if (until === undefined || at <= since || at < until || !isMeasured(entry)) continue;
    seen.set(`${recordKey(access, condition)}\n${until}`, { cloud, late: at - until });
  }
  const byCloud = Map.groupBy(seen.values(), ({ cloud }) => cloud);
  return new Map([...byCloud].map(([cloud, ends]) => [cloud, summed(ends.map(({ late }) => late))]));
}

function isMeasured({ kind, because, carried, reason }: Entry): boolean {
  return kind === 'ended' && because === 'lapsed' && carried !== true && reason !== GONE;
}

function summed(periods: readonly Period[]): Lateness {
  const sorted = periods.toSorted((a, b) => a - b);
  return { count: sorted.length, p50: ranked(sorted, 50), p90: ranked(sorted, 90), max: ranked(sorted, 100) };
}

/** By nearest rank: the smallest that so many of a hundred do not exceed. */
function ranked(sorted: readonly Period[], percent: number): Period {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? 0;
}

/**
 * How late, in milliseconds, each end by our run came in this run; one that is still open counts up to now. What the cloud ends was no
 * access any more, and of what somebody else took away nobody knows when.
 */
export function latenessOf(outcomes: readonly Outcome[], endsBy: (cloud: string, change: Change) => 'cloud' | 'run'): readonly Period[] {
  return outcomes.flatMap(({ change, status, at }) => {
    if (change.verb !== 'revoke' || change.because !== 'lapsed' || status === 'already-so') return [];
    const { mark, binding } = change.live;
    const until = mark?.until ?? Infinity;
    return endsBy(binding.scope.cloud, change) === 'cloud' || at < until ? [] : [at - until];
  });
}

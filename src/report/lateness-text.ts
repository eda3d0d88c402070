import { bindingOf, type Change, newEnd } from '../domain/change.ts';
import type { Lateness } from '../domain/lateness.ts';
import type { Period } from '../domain/period.ts';
import type { Plan } from '../domain/plan.ts';
import { count } from './columns.ts';

type EndsBy = (cloud: string, change?: Change) => 'cloud' | 'run';

/** What is measured of a cloud whose ends are ours to bring; undefined where no end of it was seen in 30 days. */
export type LatenessBy = (cloud: string) => Lateness | undefined;

/** `p50 4, p90 12, max 31 min late in 12 ends of 30 days` */
export function latenessText(lateness: Lateness | undefined): string {
  if (lateness === undefined) return 'how late is not measured yet';
  return `${lateByText(lateness)} in ${count(lateness.count, 'end')} of 30 days`;
}

/** `p50 4, p90 12, max 31 min late` */
export function lateByText({ p50, p90, max }: Lateness): string {
  return `p50 ${minutes(p50)}, p90 ${minutes(p90)}, max ${minutes(max)} min late`;
}

function minutes(period: Period): number {
  return Math.ceil(period / 60_000);
}

/** What has no bound, and so has to be said wherever an end by our run is told. */
export const NO_BOUND = 'no bound while runs stop';

/** One line for each cloud in which our run is to end what a plan gives. */
export function endingText(plan: Plan, endsBy: EndsBy, lateness: LatenessBy): readonly string[] {
  return cloudsByRun(plan, endsBy).map((cloud) => `ends by our run in ${cloud}: ${latenessText(lateness(cloud))}; ${NO_BOUND}`);
}

/** Clouds in which our run is to end what a plan gives, lengthens or shortens, each once. */
function cloudsByRun({ changes, held }: Pick<Plan, 'changes' | 'held'>, endsBy: EndsBy): readonly string[] {
  const ending = [...changes, ...held].filter((change) => newEnd(change) !== undefined);
  const byRun = ending.filter((change) => endsBy(bindingOf(change).scope.cloud, change) === 'run');
  return [...new Set(byRun.map((change) => bindingOf(change).scope.cloud))];
}

/** In seconds; a cloud without an end that was seen has no numbers. */
export function latenessJson(plan: Plan, endsBy: EndsBy, lateness: LatenessBy): readonly object[] {
  return cloudsByRun(plan, endsBy).map((cloud) => {
    const seen = lateness(cloud);
    return {
      cloud,
      count: seen?.count ?? 0,
      p50: secondsOf(seen?.p50),
      p90: secondsOf(seen?.p90),
      max: secondsOf(seen?.max),
    };
  });
}

function secondsOf(period: Period | undefined): number | null {
  return period === undefined ? null : seconds(period);
}

/** Whole seconds, rounded up: late by a little is late. */
export function seconds(period: Period): number {
  return Math.ceil(period / 1000);
}

/** One line for the end of a run; none where no end was due by it. */
export function lateText(late: readonly Period[]): string {
  if (late.length === 0) return '';
  return `ended by our run: ${late.length}, the latest ${minutes(Math.max(...late))} min after its time\n`;
}

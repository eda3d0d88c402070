import { type Instant, parseInstant } from '../../src/domain/instant.ts';
import type { ApplyJson, Change, PlanJson, TestWorld } from './world.ts';

/** `12:00` on the day of the scenarios, or a whole instant. */
export function at(text: string): Instant {
  const found = parseInstant(text.length === 5 ? `2026-11-23T${text}:00Z` : text);
  if (found === undefined) throw new Error(`no instant: ${text}`);
  return found;
}

/** Time goes on to `12:00`, or to a whole instant. */
export function until(world: Pick<TestWorld, 'clock'>, text: string): void {
  world.clock.set(at(text));
}

/** `extend renewed ada roles/logging.viewer 15:00`, in the order of the plan. */
export function planned({ changes }: Pick<PlanJson, 'changes'>): readonly string[] {
  return changes.map(lineOf);
}

/** What was held back, as `planned` spells it. */
export function held({ held: all }: Pick<PlanJson, 'held'>): readonly string[] {
  return all.map(lineOf);
}

/** What became of each change: `applied extend renewed ada roles/logging.viewer 15:00`. */
export function done({ outcomes }: Pick<ApplyJson, 'outcomes'>): readonly string[] {
  return outcomes.map(({ status, change }) => `${status} ${lineOf(change)}`);
}

function lineOf({ verb, because, principal, role, until: end }: Change): string {
  return [verb, because, principal, role, end === null ? 'none' : end.replace(/^2026-11-23T(\d\d:\d\d):00Z$/, '$1')].join(' ');
}

/** `GK3101 the-grant`: every refusal, in the order of the plan. */
export function refused({ refusals }: Pick<PlanJson, 'refusals'>): readonly string[] {
  return refusals.map(({ code, grant }) => (grant === null ? code : `${code} ${grant}`));
}

/** The whole text of all refusals. */
export function reasons({ refusals }: Pick<PlanJson, 'refusals'>): string {
  return refusals.map(({ message }) => message).join('\n');
}

/** Observations of one kind, by grant or by role and member. */
export function seen({ observations }: Pick<PlanJson, 'observations'>, kind: string): readonly string[] {
  return observations
    .filter((one) => one.kind === kind)
    .map(({ grant, member, role }) => [...(member === undefined ? [] : [role, member]), ...(grant === undefined ? [] : [grant])].join(' '));
}

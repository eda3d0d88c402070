import type { Instant } from '../../domain/instant.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Planned } from '../../reconcile/plan.ts';
import type { Proof, Version } from '../../reconcile/timeline.ts';

/** An approval that an earlier run has proved and written down. */
export interface Remembered {
  readonly landed: Instant;
  readonly by: readonly string[];
  readonly request?: number;
}

/** By grant and commit. */
export type Memory = ReadonlyMap<string, Remembered>;

export function memoryKey({ id, commit }: Pick<Version, 'id' | 'commit'>): string {
  return `${id}\n${commit}`;
}

/** The version as it was proved then. By a clock that is behind the one of that run it has landed now, and not in a while. */
export function asRemembered(version: Version, { landed, by, request }: Remembered, now: Instant): Version {
  const proof: Proof = { kind: 'proved', by, ...(request === undefined ? {} : { request }) };
  return { ...version, at: Math.min(landed, now) as Instant, proof };
}

/**
 * The grants for which only a record speaks and that do not simply stand: something would be written or taken away, or nothing is asked
 * for. A record decides none of that: they are to be proved, and the plan made anew. Else a forged one could keep access from somebody.
 */
export function restingOnRecord(
  { plan: { changes, held }, desired }: Pick<Planned, 'desired'> & { readonly plan: Pick<Plan, 'changes' | 'held'> },
  remembered: ReadonlySet<string>,
): readonly string[] {
  const touched = [...changes, ...held].flatMap((change) => (change.verb === 'revoke' ? [change.grant] : change.desired.because));
  const moved = new Set(touched);
  const asked = new Set([...desired.values()].flatMap(({ because }) => because));
  return [...remembered].filter((id) => moved.has(id) || !asked.has(id));
}

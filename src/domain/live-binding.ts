import type { Binding } from './access.ts';
import type { Instant } from './instant.ts';
import type { Mark } from './mark.ts';

/** Why a binding is known to belong to somebody else's machinery. */
export type Origin = 'service-agent' | 'pim' | 'pam' | 'inherited' | 'jit';

/** A binding as found. `handle` is for its provider alone: enough to find this very binding again. */
export interface LiveBinding {
  readonly binding: Binding;
  readonly mark?: Mark;
  readonly conditional: boolean;
  readonly origin?: Origin;
  readonly handle: string;
  /** The end that the cloud itself keeps for a binding that can carry no mark, such as a time-bound assignment of PIM. */
  readonly end?: Instant;
  /** The start that the cloud keeps likewise, while it lies ahead. */
  readonly starts?: Instant;
  /** Gives nothing yet: what its holder may wake, a request that waits, or what begins later. Told and ended at a recall alone. */
  readonly standby?: Standby;
}

export type Standby = 'eligible' | 'requested' | 'later';

/** By how much a cloud may move such an end and it still is the one that was asked for, in milliseconds. */
const SLACK = 600_000;

/** Whether a start that the cloud keeps is the one that was asked for; what has begun is compared with none. */
export function keepsStart({ starts }: Pick<LiveBinding, 'starts'>, wished: Instant | undefined): boolean {
  return starts === undefined || (wished !== undefined && Math.abs(starts - wished) <= SLACK);
}

/** Whether the cloud itself keeps this end for the binding, give or take ten minutes. */
export function keepsEnd({ end }: Pick<LiveBinding, 'end'>, until: Instant): boolean {
  return end !== undefined && Math.abs(end - until) <= SLACK;
}

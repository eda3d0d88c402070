import type { Period } from './period.ts';

/** How long after their time the ends by our run came, as far as that was seen. */
export interface Lateness {
  /** How many ends were seen; at least one. */
  readonly count: number;
  readonly p50: Period;
  readonly p90: Period;
  readonly max: Period;
}

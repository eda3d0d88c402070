import type { Instant } from '../domain/instant.ts';

/** How a moment reads on the wall of a place. */
export interface LocalTime {
  /** 0 to 23. */
  readonly hour: number;
  /** Saturday or Sunday. */
  readonly weekend: boolean;
}

/** By the clock of an IANA zone such as `Europe/Berlin`, summer time included. Throws a RangeError for an unknown zone. */
export function localTime(at: Instant, zone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return { hour: Number(parts.get('hour')), weekend: parts.get('weekday')?.startsWith('S') === true };
}

import type { Instant } from '../domain/instant.ts';
import type { Weekday } from '../domain/policy.ts';

/** How a moment reads on the wall of a place. */
export interface LocalTime {
  /** 0 to 23. */
  readonly hour: number;
  /** Saturday or Sunday. */
  readonly weekend: boolean;
  readonly weekday: Weekday;
  /** Whole minutes since midnight, 0 to 1439; around a change of the clocks one may come twice. */
  readonly minute: number;
  /** The day, such as `2026-11-23`. */
  readonly date: string;
}

/** By the clock of an IANA zone such as `Europe/Berlin`, summer time included. Throws a RangeError for an unknown zone. */
export function localTime(at: Instant, zone: string): LocalTime {
  const clock = clockOf(zone);
  const known = clock.times.get(at) ?? read(clock.format, at);
  if (clock.times.size >= MOST) clock.times.clear();
  clock.times.set(at, known);
  return known;
}

function read(format: Intl.DateTimeFormat, at: Instant): LocalTime {
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(at)) parts[type] = value;
  const { year, month, day } = parts;
  const hour = Number(parts['hour']);
  const weekday = String(parts['weekday']).toLowerCase() as Weekday;
  const weekend = weekday === 'sat' || weekday === 'sun';
  return { hour, weekend, weekday, minute: hour * 60 + Number(parts['minute']), date: `${year}-${month}-${day}` };
}

/** A format, which takes a hundred times as long to make as to use, and what it gave: many rules ask about the same few moments. */
interface Clock {
  readonly format: Intl.DateTimeFormat;
  readonly times: Map<Instant, LocalTime>;
}

const MOST = 1000;

/** An organisation has few zones. */
const clocks = new Map<string, Clock>();

function clockOf(timeZone: string): Clock {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', ...digits, hourCycle: 'h23' });
  const made: Clock = { format, times: new Map() };
  clocks.set(timeZone, made);
  return made;
}

import type { Instant } from '../domain/instant.ts';

/** `21 Nov 18:04 Berlin (17:04Z)`: the moment as a team reads it, with UTC beside it; `21 Nov 17:04Z` in UTC. */
export function momentText(at: Instant, zone: string): string {
  return `${dayText(at, zone)} ${besideUtc(at, zone, cityOf(zone))}`;
}

/** `22:03 (21:03Z)`, with the day before it unless it is the day of `now`. */
export function endText(at: Instant, zone: string, now: Instant): string {
  const day = dayText(at, zone) === dayText(now, zone) ? '' : `${dayText(at, zone)} `;
  return `${day}${besideUtc(at, zone, '')}`;
}

/** `in 3 h 12 m`, `4 min ago`: for a glance, never for the record. */
export function distanceText(at: Instant, now: Instant): string {
  const minutes = Math.floor(Math.abs(at - now) / 60_000);
  return at > now ? `in ${lengthText(minutes)}` : `${lengthText(minutes)} ago`;
}

function lengthText(minutes: number): string {
  if (minutes < 1) return 'under 1 min';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 2 * 24 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} m`;
  return `${Math.floor(minutes / (24 * 60))} days`;
}

/** The local clock and UTC, which has its own day beside it where that is another one. */
function besideUtc(at: Instant, zone: string, city: string): string {
  const utc = `${clockText(at, 'UTC')}Z`;
  if (zone === 'UTC') return utc;
  const day = dayText(at, zone) === dayText(at, 'UTC') ? '' : `${dayText(at, 'UTC')} `;
  return `${clockText(at, zone)}${city} (${day}${utc})`;
}

function dayText(at: Instant, zone: string): string {
  if (zone === 'UTC') return `${new Date(at).getUTCDate()} ${MONTHS[new Date(at).getUTCMonth()]}`;
  return format(at, zone, { day: 'numeric', month: 'short' }, days);
}

function clockText(at: Instant, zone: string): string {
  if (zone === 'UTC') return new Date(at).toISOString().slice(11, 16);
  return format(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, clocks);
}

/** As a formatter for British English has them, which takes longer to make than all of a short run's other work. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** By zone: a formatter takes far longer to make than to use, and the moments of one report are few. */
const days: Formatters = new Map();
const clocks: Formatters = new Map();

type Formatters = Map<string, { readonly formatter: Intl.DateTimeFormat; at?: Instant; text: string }>;

function format(at: Instant, zone: string, parts: Intl.DateTimeFormatOptions, known: Formatters): string {
  const one = known.get(zone) ?? { formatter: new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: zone }), text: '' };
  known.set(zone, one);
  if (one.at !== at) one.text = one.formatter.format(at);
  one.at = at;
  return one.text;
}

/** ` Berlin` for `Europe/Berlin`, ` New York` for `America/New_York`. */
function cityOf(zone: string): string {
  return ` ${zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')}`;
}

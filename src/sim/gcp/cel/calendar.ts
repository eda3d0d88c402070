/** The parts of a moment by the clocks and calendars of a zone. */
interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What CEL's timestamp functions count from: months, days of the month and of the week from 0, dates from 1 (CEL language definition, timestamp functions). */
const READINGS: Readonly<Record<string, (parts: Parts) => number>> = {
  getFullYear: (parts) => parts.year,
  getMonth: (parts) => parts.month - 1,
  getDate: (parts) => parts.day,
  getDayOfMonth: (parts) => parts.day - 1,
  getDayOfWeek: (parts) => parts.weekday,
  getHours: (parts) => parts.hour,
  getMinutes: (parts) => parts.minute,
  getSeconds: (parts) => parts.second,
};

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The number that a function such as `getHours` tells at `ms`, in an IANA zone; undefined for what is not known here. */
export function readCalendar(name: string, ms: number, zone: string): number | undefined {
  const reading = READINGS[name];
  if (reading === undefined || !isZone(zone)) return undefined;
  return reading(partsOf(ms, zone));
}

function isZone(zone: string): boolean {
  return zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone);
}

function partsOf(ms: number, zone: string): Parts {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const found = new Map(format.formatToParts(ms).map((part) => [part.type, part.value]));
  const read = (part: Intl.DateTimeFormatPartTypes): number => Number(found.get(part));
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    weekday: WEEKDAYS.indexOf(found.get('weekday') ?? ''),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
}

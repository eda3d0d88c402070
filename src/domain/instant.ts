/** A moment in UTC, in milliseconds since 1970; written `2026-11-23T17:00:00Z` and no other way. */
export type Instant = number & { readonly __brand: 'Instant' };

const FORM = /^(20\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/;

/** The instant that `text` spells, or undefined when it is not exactly one real second of this century. */
export function parseInstant(text: string): Instant | undefined {
  if (!FORM.test(text)) return undefined;
  const ms = Date.parse(text);
  // V8 reads 2026-02-30 as 2 March and 24:00:00 as the next day, so only what survives a round trip is taken.
  return !Number.isNaN(ms) && formatInstant(ms as Instant) === text ? (ms as Instant) : undefined;
}

/** `2026-11-23T17:00:00Z`; parts of a second are cut off. */
export function formatInstant(at: Instant): string {
  const known = spelled.get(at);
  if (known !== undefined) return known;
  const iso = new Date(at).toISOString();
  const text = `${iso.slice(0, iso.indexOf('.'))}Z`;
  if (spelled.size >= MOST_SPELLED) spelled.clear();
  spelled.set(at, text);
  return text;
}

/** Grants share their starts and ends, so a run spells few instants, and each of them thousands of times. */
const spelled = new Map<Instant, string>();
const MOST_SPELLED = 2000;

/** The same moment with the parts of a second cut off: marks and files know whole seconds only. */
export function wholeSecond(ms: number): Instant {
  return (Math.floor(ms / 1000) * 1000) as Instant;
}

export function later(a: Instant, ms: number): Instant {
  return (a + ms) as Instant;
}

/** A length of time in milliseconds, written `30m`, `4h`, `2d`, `1w` or a sum such as `1d12h`. */
export type Period = number;

const UNITS = [
  ['w', 7 * 24 * 3600_000],
  ['d', 24 * 3600_000],
  ['h', 3600_000],
  ['m', 60_000],
] as const;

const FORM = /^(?:(\d{1,4})w)?(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,5})m)?$/;

/** Undefined for anything but a sum of weeks, days, hours and minutes in that order. A day is 24 hours. */
export function parsePeriod(text: string): Period | undefined {
  const match = FORM.exec(text);
  if (match === null || text === '') return undefined;
  return UNITS.reduce((sum, [, ms], at) => sum + Number(match[at + 1] ?? 0) * ms, 0);
}

/** The shortest spelling: `1d12h`; `0m` for nothing. Parts of a minute are cut off. */
export function formatPeriod(period: Period): string {
  let rest = period;
  let text = '';
  for (const [unit, ms] of UNITS) {
    const count = Math.floor(rest / ms);
    rest -= count * ms;
    if (count > 0) text += `${count}${unit}`;
  }
  return text === '' ? '0m' : text;
}

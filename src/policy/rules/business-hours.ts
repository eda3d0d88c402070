import type { Instant } from '../../domain/instant.ts';
import type { Hours, Weekday } from '../../domain/policy.ts';
import { type Asked, beginsAt, endPointer, type Use } from '../asked.ts';
import { localTime } from '../calendar.ts';
import { spotOf } from '../modes.ts';
import type { Problem, Rule } from '../rule.ts';
import { isReached } from '../where.ts';

/** Of several entries that fit an access one must hold. */
export const businessHours: Rule = {
  id: 'business-hours',
  code: 'GK2116',
  severity: 'error',
  summary: 'Access lies in the hours that policy allows, by the clock of the team or of the entry',
  key: '/hours',
  example: 'hours: [{ where: { env: [prod] }, days: [mon, tue, wed, thu, fri], from: 08:00, to: 18:00, zone: Europe/Berlin }]',
  judge,
};

type Broken = 'begin' | 'end';

function judge(asked: Asked): readonly Problem[] {
  const { hours = [] } = asked.control.policy;
  const problems = new Map<string, Problem>();
  for (const use of hours.length === 0 ? [] : asked.uses) {
    const spot = spotOf(asked, use);
    const own = hours.filter(({ where }) => isReached(where, spot, asked.control.directory));
    const broken = own.map((one) => breaks(asked, one));
    const [first] = broken;
    if (first === undefined || broken.includes(undefined)) continue;
    const at = asked.control.policy.source.place(`/hours/${hours.indexOf(own[0] as Hours)}`);
    const problem = { ...problemOf(asked, use, own, first), at };
    problems.set(problem.pointer + problem.message, problem);
  }
  return [...problems.values()];
}

/** Which end of the access lies outside of the hours, or neither. */
function breaks(asked: Asked, hours: Hours): Broken | undefined {
  const zone = zoneOf(asked, hours);
  const begin = localTime(beginsAt(asked), zone);
  if (!hours.days.includes(begin.weekday) || begin.minute < hours.from || begin.minute >= hours.to) return 'begin';
  if (hours.part === 'begin') return undefined;
  // The end itself is over already, so it may be the first moment outside.
  const last = localTime((asked.end - 1) as Instant, zone);
  return last.date === begin.date && last.minute < hours.to ? undefined : 'end';
}

function zoneOf({ control, grant }: Asked, { zone }: Hours): string {
  return zone ?? control.teams.get(grant.team)?.zone ?? 'UTC';
}

function problemOf(asked: Asked, use: Use, own: readonly Hours[], broken: Broken | undefined): Problem {
  const where = use.place?.name ?? use.scope;
  const spelled = own.map((one) => spell(one, zoneOf(asked, one))).join(', or ');
  if (broken === 'begin') {
    const pointer = asked.grant.starts === undefined ? use.pointer : '/starts';
    const hint = 'Ask within these hours, or write a `starts` that lies in them';
    return { pointer, message: `access to ${where} begins outside of ${spelled}`, hint };
  }
  return { pointer: endPointer(asked), message: `access to ${where} lasts beyond ${spelled}`, hint: 'Write an end that lies in them' };
}

const ORDER: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function spell({ days, from, to }: Hours, zone: string): string {
  const sorted = ORDER.filter((day) => days.includes(day));
  return `${sorted.join(' ')} ${clock(from)} to ${clock(to)} (${zone})`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

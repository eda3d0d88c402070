import { humansBehind } from '../domain/directory.ts';
import type { Grant } from '../domain/grant.ts';
import { type Instant, later } from '../domain/instant.ts';
import type { Control } from '../domain/policy.ts';
import type { AccessFacts, HoldingFacts } from '../report/request-facts.ts';
import { spansOf } from './reading/judge.ts';
import type { Ground } from './request-check-grants.ts';

const DAYS_90 = 90 * 24 * 3600_000;

/** What each person behind a grant holds by other grants of the default branch, and held in the last 90 days. */
export function holdingsOf(grant: Grant, ground: Ground): readonly HoldingFacts[] {
  return holdersOf(grant, ground.control).map((person) => holdingOf(person, grant.id, ground));
}

function holdingOf(person: string, id: string, ground: Ground): HoldingFacts {
  const { control, now } = ground;
  const spans = [...ground.timelines.values()].flatMap((timeline) => {
    const own = timeline.standing?.grant;
    if (own === undefined || !holdersOf(own, control).includes(person)) return [];
    return [{ id: timeline.id, grant: own, spans: spansOf(timeline, now) }];
  });
  const from = later(now, -DAYS_90);
  const past = spans.map((one) => ({ id: one.id, time: timeSince(one.spans, from, now) })).filter(({ time }) => time > 0);
  const current = spans.flatMap((one) => {
    const until = Math.max(0, ...one.spans.map(({ to }) => to)) as Instant;
    return one.id !== id && until > now ? [{ grant: one.id, access: accessOf(one.grant, control), until }] : [];
  });
  const fullName = control.directory.get(person)?.fullName;
  return {
    person,
    ...(fullName === undefined ? {} : { fullName }),
    now: current,
    past: { grants: past.length, time: past.reduce((sum, { time }) => sum + time, 0) },
  };
}

/** How much of the spans lies between two instants, in milliseconds. */
function timeSince(spans: ReturnType<typeof spansOf>, from: Instant, to: Instant): number {
  return spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0);
}

/** The entries of a file, one for each place. */
export function accessOf(grant: Grant, { roles }: Control): readonly AccessFacts[] {
  return grant.access.flatMap((entry): readonly AccessFacts[] => {
    if (entry.kind === 'cloud') return [{ role: entry.role, at: entry.target }];
    const description = roles.get(entry.role)?.description;
    return entry.places.map((at) => ({ role: entry.role, at, ...(description === undefined ? {} : { description }) }));
  });
}

/** The people behind a grant; a service stands for itself. */
export function holdersOf(grant: Pick<Grant, 'principals'>, { directory }: Control): readonly string[] {
  const people = grant.principals.flatMap((name) => {
    const humans = humansBehind(directory, name);
    return humans.length > 0 ? humans : [name];
  });
  return [...new Set(people)];
}

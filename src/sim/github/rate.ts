import { later } from '../../domain/instant.ts';
import { problem, Refused } from './answer.ts';
import type { Ask, Caller } from './call.ts';
import { pointsOf } from './graphql.ts';
import type { Rate } from './state.ts';

const WINDOW = 3600_000;

/** Counts a call against its token's hour; GraphQL has an hour of its own, in which a query costs points. */
export function count(ask: Omit<Ask, 'caller'>, caller: Caller): Readonly<Record<string, string>> {
  const points = ask.url.pathname === '/graphql' ? pointsOf(ask) : undefined;
  const rate = spend(ask, caller, points);
  const headers = rateHeaders(rate, caller.token.limit, points === undefined ? 'core' : 'graphql');
  if (rate.used <= caller.token.limit) return headers;
  const whom = caller.token.kind === 'installation' ? 'installation' : `user ID ${caller.account.id}`;
  throw new Refused(problem(403, `API rate limit exceeded for ${whom}.`, headers));
}

/** The rate headers of every answer (REST API: rate limits for the REST API); the reset is in seconds since 1970. */
export function rateHeaders(rate: Rate, limit: number, resource = 'core'): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, limit - rate.used)),
    'x-ratelimit-used': String(rate.used),
    'x-ratelimit-reset': String(rate.reset / 1000),
    'x-ratelimit-resource': resource,
  };
}

function spend({ state, now }: Omit<Ask, 'caller'>, caller: Caller, points: number | undefined): Rate {
  const key = points === undefined ? caller.token.value : `${caller.token.value} graphql`;
  const known = state.rates[key];
  const used = points ?? 1;
  const rate =
    known === undefined || known.reset <= now
      ? { reset: later(now, WINDOW - (now % 1000)), used }
      : { reset: known.reset, used: known.used + used };
  state.rates[key] = rate;
  return rate;
}

import { later } from '../../domain/instant.ts';
import { problem, Refused } from './answer.ts';
import type { Ask, Caller } from './call.ts';
import type { GithubState, Rate } from './state.ts';

const WINDOW = 3600_000;

/** Counts a call against its token's hour. */
export function count(ask: Omit<Ask, 'caller'>, caller: Caller): Readonly<Record<string, string>> {
  const rate = spend(ask.state, caller, ask.now);
  const headers = rateHeaders(rate, caller.token.limit);
  if (rate.used <= caller.token.limit) return headers;
  const whom = caller.token.kind === 'installation' ? 'installation' : `user ID ${caller.account.id}`;
  throw new Refused(problem(403, `API rate limit exceeded for ${whom}.`, headers));
}

/** The rate headers of every answer (REST API: rate limits for the REST API); the reset is in seconds since 1970. */
export function rateHeaders(rate: Rate, limit: number): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, limit - rate.used)),
    'x-ratelimit-used': String(rate.used),
    'x-ratelimit-reset': String(rate.reset / 1000),
    'x-ratelimit-resource': 'core',
  };
}

function spend(state: GithubState, caller: Caller, now: Ask['now']): Rate {
  const known = state.rates[caller.token.value];
  const fresh = known === undefined || known.reset <= now;
  const rate = fresh ? { reset: later(now, WINDOW - (now % 1000)), used: 1 } : { reset: known.reset, used: known.used + 1 };
  state.rates[caller.token.value] = rate;
  return rate;
}

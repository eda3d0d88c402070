import { accountOf } from './accounts.ts';
import { notFound, ok, problem, Refused, type Said } from './answer.ts';
import { type Ask, param } from './call.ts';
import { rateHeaders } from './rate.ts';
import { showProfile } from './show-account.ts';

/** GET /user: an installation token has no user behind it and is refused. */
export function getOwnUser(ask: Ask): Said {
  if (ask.caller.token.kind === 'installation') throw new Refused(problem(403, 'Resource not accessible by integration'));
  return ok(showProfile(ask.caller.account, true));
}

/** GET /users/{username}. */
export function getUser(ask: Ask): Said {
  const account = accountOf(ask.state, param(ask, 'username'));
  if (account === undefined) throw notFound();
  return ok(showProfile(account, false));
}

/** GET /rate_limit. */
export function getRateLimit(ask: Ask): Said {
  const { token } = ask.caller;
  const rate = ask.state.rates[token.value] ?? { reset: ask.now, used: 0 };
  const headers = rateHeaders(rate, token.limit);
  const core = { limit: token.limit, remaining: Number(headers['x-ratelimit-remaining']), used: rate.used, reset: rate.reset / 1000 };
  return ok({ resources: { core, search: { ...core, limit: 30, remaining: 30, used: 0 } }, rate: core });
}

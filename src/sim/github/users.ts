import { accountOf } from './accounts.ts';
import { notFound, ok, problem, Refused, type Said } from './answer.ts';
import { type Ask, param, textField } from './call.ts';
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

/**
 * POST /graphql, for one question only: who am I. It is answered to installation tokens too, with the app's login.
 * Anything else is refused the way GraphQL refuses: 200 with errors.
 */
export function graphql(ask: Ask): Said {
  const query = (textField(ask, 'query') ?? '').replace(/\s+/g, ' ').trim();
  if (/^(?:query )?\{ ?viewer ?\{ ?login ?\} ?\}$/.test(query)) return ok({ data: { viewer: { login: ask.caller.account.login } } });
  return ok({ errors: [{ type: 'NOT_SIMULATED', message: 'The simulated GitHub answers { viewer { login } } and nothing else.' }] });
}

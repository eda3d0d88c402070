import { type Answer, type Asked, simulated } from '../faults.ts';
import type { SimClock, SimService, Store } from '../service.ts';
import { callerOf, demand, visible } from './access.ts';
import { problem, Refused, refused, type Said } from './answer.ts';
import type { Ask } from './call.ts';
import { count } from './rate.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { type GithubState, nextId } from './state.ts';

export interface SimulatedGithub {
  readonly store: Store<GithubState>;
  readonly clock: SimClock;
}

/**
 * GitHub's REST API at api.github.com, as its OpenAPI description publishes it, with real Git objects behind it.
 * Calls carry `Authorization: token <value>` of a token that the state knows.
 */
export function simulateGithub({ store, clock }: SimulatedGithub): SimService {
  return simulated<GithubState>({
    name: 'github',
    hosts: ['api.github.com'],
    store,
    clock,
    handle: (asked, state, now) => written(answer(asked, state, now), nextId(state)),
    failure: (status) => written(problem(status, FAILURES.get(status) ?? 'Unavailable'), status),
  });
}

/** How GitHub words failures of its own. */
const FAILURES: ReadonlyMap<number, string> = new Map([
  [403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'],
  [429, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'],
  [500, 'Server Error'],
  [502, 'Server Error'],
  [503, 'No server is currently available to service your request. Sorry about that.'],
]);

type Now = Ask['now'];

function answer(asked: Asked, state: GithubState, now: Now): Said {
  let limits: Readonly<Record<string, string>> = {};
  try {
    const caller = callerOf(state, asked.headers.get('authorization'));
    const call = { state, now, url: asked.url, params: {}, body: bodyOf(asked) };
    limits = asked.url.pathname === '/rate_limit' ? {} : count(call, caller);
    const said = dispatch(asked, { ...call, caller });
    return { ...said, headers: { ...limits, ...said.headers } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...error.said, headers: { ...limits, ...error.said.headers } };
  }
}

function dispatch(asked: Asked, ask: Ask): Said {
  for (const route of ROUTES) {
    const match = route.method === asked.method ? route.path.exec(asked.url.pathname) : null;
    if (match !== null) return run(route, { ...ask, params: decoded(match.groups ?? {}) });
  }
  throw refused(404, 'Not Found');
}

function run(route: Route, ask: Ask): Said {
  if (route.kind === 'plain') return route.handle(ask);
  const repository = visible(ask.state, ask.caller, ask.params['owner'] ?? '', ask.params['repo'] ?? '');
  demand(repository, ask.caller, route.needs, route.speaking);
  return route.handle({ ...ask, repository });
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}

function bodyOf(asked: Asked): Readonly<Record<string, unknown>> {
  if (asked.body === '') return {};
  try {
    const value: unknown = JSON.parse(asked.body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below, in GitHub's words.
  }
  throw refused(400, 'Problems parsing JSON');
}

function written(said: Said, serial: number): Answer {
  const own = { 'x-github-request-id': `SIM:${serial.toString(16).toUpperCase()}`, 'x-github-api-version-selected': '2022-11-28' };
  if (said.body === undefined) return { status: said.status, headers: { ...own, ...said.headers } };
  const headers = { 'content-type': 'application/json; charset=utf-8', ...own, ...said.headers };
  return { status: said.status, headers, body: JSON.stringify(said.body) };
}

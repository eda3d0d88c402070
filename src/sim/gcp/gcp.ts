import type { Instant } from '../../domain/instant.ts';
import { type Answer, type Asked, simulated } from '../faults.ts';
import type { SimClock, SimService, Store } from '../service.ts';
import { type GcpCall, isJson, type Json, NOTHING } from './call.ts';
import { identify, scopeProblem } from './caller.ts';
import { delegatedToken, OAUTH } from './delegation.ts';
import { exchange, STS } from './federation.ts';
import { errorAnswer, failure, type GoogleError, invalid, json, type Layout, noSuchPage } from './google-error.ts';
import { quotaProblem } from './quota.ts';
import { HOSTS, type Route, ROUTES } from './routes.ts';
import type { GcpState, GcpToken } from './state.ts';

/** Cloud Resource Manager, IAM, Cloud Asset Inventory and the policies of things in projects, of a Google Cloud that lives in `store` and by `clock`. */
export function simulateGcp(world: { readonly store: Store<GcpState>; readonly clock: SimClock }): SimService {
  return simulated({ name: 'gcp', hosts: HOSTS, ...world, handle, failure });
}

function handle(asked: Asked, state: GcpState, now: Instant): Answer {
  if (asked.url.hostname === STS && asked.method === 'POST' && asked.url.pathname === '/v1/token') return exchange(asked, state, now);
  if (asked.url.hostname === OAUTH && asked.method === 'POST' && asked.url.pathname === '/token') return delegatedToken(asked, state, now);
  const found = matching(asked);
  if (found === undefined) return noSuchPage(asked.url.pathname);
  const layout = layoutOf(asked.url);
  const reply = replyTo(asked, found, state, now);
  if ('error' in reply) return errorAnswer(reply.error, layout);
  return reply.value === NOTHING ? { status: 204 } : json(reply.value, layout);
}

const BY_DOOR: ReadonlyMap<string, readonly Route[]> = Map.groupBy(ROUTES, ({ method, host }) => doorOf(method, host));

function doorOf(method: string, host: string): string {
  return `${method} ${host}`;
}

type Matched = { readonly route: Route; readonly path: GcpCall['path'] };

function matching(asked: Asked): Matched | undefined {
  const pathname = decoded(asked.url.pathname);
  for (const route of BY_DOOR.get(doorOf(asked.method, asked.url.hostname)) ?? []) {
    const match = pathname === undefined ? null : route.path.exec(pathname);
    if (match !== null) return { route, path: { ...match.groups } };
  }
  return undefined;
}

/** Clients may write `projects%2Fx%3AgetIamPolicy`; a path that does not decode is no method's. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** `prettyPrint=false` or `$prettyPrint=false` asks for one line (Google APIs: system parameters). */
function layoutOf(url: URL): Layout {
  const pretty = url.searchParams.get('prettyPrint') ?? url.searchParams.get('$prettyPrint');
  return pretty === 'false' ? 'compact' : 'pretty';
}

type Replied = ReturnType<Route['answer']>;

function replyTo(asked: Asked, { route, path }: Matched, state: GcpState, now: Instant): Replied {
  const caller = identify(asked.headers, state, now);
  if ('error' in caller) return caller;
  const { token } = caller;
  const problem =
    scopeProblem(token, route.writes, route.host, route.scope) ?? quotaProblem(state, route.quota, consumerOf(asked, state, token), now);
  if (problem !== undefined) return { error: problem };
  const body = bodyOf(asked);
  return 'error' in body ? body : route.answer({ asked, path, body: body.value, state, now, token });
}

/** Who pays: the project that the header names, else the caller's own (Google Cloud: quota project). */
function consumerOf(asked: Asked, state: GcpState, token: GcpToken): string {
  const own = /@([^.]+)\.iam\.gserviceaccount\.com$/.exec(token.member)?.[1] ?? token.member;
  const project = asked.headers.get('x-goog-user-project') ?? own;
  return state.projects[project]?.number ?? project;
}

function bodyOf(asked: Asked): { readonly value: Json } | { readonly error: GoogleError } {
  if (asked.method === 'GET' || asked.body.trim() === '') return { value: {} };
  const value = parsed(asked.body);
  if (isJson(value)) return { value };
  const problem = value === undefined ? 'Unexpected token.' : 'Unknown name "": Root element must be a message.';
  return { error: invalid(`Invalid JSON payload received. ${problem}`) };
}

/** Undefined for text that is not JSON, which can itself never be undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

import { fixedClock, type FixedClock } from '../../../src/sim/clock.ts';
import { parseInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { type Push, push, seedAccount, seedRepository, seedToken } from '../../../src/sim/github/seed.ts';
import { simulateGithub } from '../../../src/sim/github/service.ts';
import { emptyGithub, type GithubState, type Repository } from '../../../src/sim/github/state.ts';
import type { SimService } from '../../../src/sim/service.ts';
import { memoryStore } from '../../../src/sim/store.ts';

export const BOT_TOKEN = 'ghs_botbotbotbotbotbot';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // A test looks into it freely; what it must be is said by its expectations.
  readonly body: ReturnType<typeof JSON.parse>;
}

/** A GitHub with acme/access in it, the people of the example organisation and the token of a workflow. */
export interface World {
  readonly state: GithubState;
  readonly repository: Repository;
  readonly clock: FixedClock;
  readonly service: SimService;
  /** Goes through this; tests may put a checker in front. */
  fetch: typeof fetch;
  /** A call as somebody; their token is `token-<login>`. A minute passes before it. */
  as(login: string, method: string, path: string, body?: unknown): Promise<Answered>;
  /** A push with git. A minute passes before it. */
  push(what: Omit<Push, 'at' | 'message'> & { readonly message?: string }): string;
  tip(branch?: string): string;
}

export const BASE = {
  'README.md': 'Grants of acme\n',
  'grants/payments/old.yaml': 'principal: ada\n',
  'policy/policy.yaml': 'stamp: acme-access\n',
};

export function instant(text: string): Instant {
  const at = parseInstant(text);
  if (at === undefined) throw new Error(`not an instant: ${text}`);
  return at;
}

export function world(files: Readonly<Record<string, string>> = BASE): World {
  const state = emptyGithub();
  seedAccount(state, { login: 'acme', type: 'Organization' });
  for (const login of ['ada-b', 'bo-s', 'chi-p', 'sam-o', 'mallory']) {
    seedAccount(state, { login });
    seedToken(state, `token-${login}`, login);
  }
  seedAccount(state, { login: 'github-actions[bot]', name: 'github-actions[bot]' });
  seedToken(state, BOT_TOKEN, 'github-actions[bot]', { contents: 'write', pull_requests: 'write', issues: 'write', metadata: 'read' });
  const clock = fixedClock(instant('2026-11-21T09:00:00Z'));
  const collaborators = { 'ada-b': 'write', 'bo-s': 'write', 'chi-p': 'write', 'sam-o': 'admin' } as const;
  const repository = seedRepository(state, { owner: 'acme', name: 'access', files, at: clock.now(), collaborators });
  const service = simulateGithub({ store: memoryStore(state), clock });
  const made: World = {
    state,
    repository,
    clock,
    service,
    fetch: service.fetch,
    as: async (login, method, path, body) => {
      clock.advance(60_000);
      return call(made.fetch, `token-${login}`, method, path, body);
    },
    push: (what) => push(state, repository, { message: 'A change', ...what, at: clock.advance(60_000) }),
    tip: (branch = 'main') => repository.refs[`refs/heads/${branch}`] ?? '',
  };
  return made;
}

export async function call(fetch: World['fetch'], token: string, method: string, path: string, body?: unknown): Promise<Answered> {
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' };
  const url = path.startsWith('https:') ? path : `https://api.github.com${path}`;
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

export const REPO = '/repos/acme/access';

/** Opens a pull request from a branch that is pushed first, and answers its number. */
export async function ask(on: World, login: string, branch: string, files: Push['files']): Promise<number> {
  on.push({ branch, files, by: login, from: on.tip() });
  const opened = await on.as(login, 'POST', `${REPO}/pulls`, { title: `Change ${branch}`, head: branch, base: 'main', body: 'Please.' });
  return opened.body.number as number;
}

export async function review(on: World, login: string, number: number, event: string): Promise<Answered> {
  return on.as(login, 'POST', `${REPO}/pulls/${number}/reviews`, { event, body: 'Looked at it.' });
}

/** Merges and answers the commit that it made. */
export async function merge(on: World, login: string, number: number, method: 'merge' | 'squash' | 'rebase'): Promise<string> {
  const merged = await on.as(login, 'PUT', `${REPO}/pulls/${number}/merge`, { merge_method: method });
  if (merged.status !== 200) throw new Error(`not merged: ${JSON.stringify(merged.body)}`);
  return merged.body.sha as string;
}

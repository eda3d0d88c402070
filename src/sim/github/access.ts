import { accountOf } from './accounts.ts';
import { notFound, problem, Refused } from './answer.ts';
import type { Caller } from './call.ts';
import type { GithubState, Level, Repository } from './state.ts';

/** One right, such as `contents:write`; an endpoint takes any one of those it lists. */
export type Need = `${string}:${'read' | 'write'}`;

/** Who the Authorization header is; 401 without a token or with one that GitHub does not know. */
export function callerOf(state: GithubState, authorization: string | null): Caller {
  if (authorization === null) throw new Refused(problem(401, 'Requires authentication'));
  const value = /^(?:token|bearer) (\S+)$/i.exec(authorization)?.[1];
  const token = state.tokens.find((one) => one.value === value);
  const account = token === undefined ? undefined : accountOf(state, token.login);
  if (token === undefined || account === undefined) throw new Refused(problem(401, 'Bad credentials'));
  return { account, token };
}

/** The repository, if the caller may know of it: a private one that it may not is not there at all. */
export function visible(state: GithubState, caller: Caller, owner: string, name: string): Repository {
  const wanted = `${owner}/${name}`.toLowerCase();
  const repository = state.repositories.find((one) => `${one.owner}/${one.name}`.toLowerCase() === wanted);
  if (repository === undefined || (repository.private && levelOf(repository, caller) === undefined)) throw notFound();
  return repository;
}

/**
 * Refuses with 403 and the header that names the missing rights (REST API: troubleshooting, insufficient permissions).
 * `speaking` is for comments and reviews: whoever can read may speak.
 */
export function demand(repository: Repository, caller: Caller, needs: readonly Need[], speaking: boolean): void {
  if (needs.some((need) => holds(repository, caller, need, speaking))) return;
  const accepted = needs.map((need) => need.replace(':', '=')).join('; ');
  const whose = caller.token.kind === 'installation' ? 'integration' : 'personal access token';
  throw new Refused(problem(403, `Resource not accessible by ${whose}`, { 'x-accepted-github-permissions': accepted }));
}

/** The same for what belongs to an organization; a person may look as far as the simulated world goes. */
export function demandOrganization({ token }: Caller, need: Need): void {
  const [right = '', level = ''] = need.split(':');
  if (token.kind === 'user' || allows(token.permissions[right], level)) return;
  const accepted = { 'x-accepted-github-permissions': need.replace(':', '=') };
  throw new Refused(problem(403, 'Resource not accessible by integration', accepted));
}

export function levelOf(repository: Repository, caller: Caller): Level | undefined {
  return caller.token.kind === 'installation' ? 'read' : levelHeld(repository, caller.account.login);
}

/** What somebody may do in a repository; its owner may do everything. */
export function levelHeld(repository: Repository, login: string): Level | undefined {
  if (repository.owner.toLowerCase() === login.toLowerCase()) return 'admin';
  const found = Object.entries(repository.collaborators).find(([known]) => known.toLowerCase() === login.toLowerCase());
  return found?.[1];
}

function holds(repository: Repository, caller: Caller, need: Need, speaking: boolean): boolean {
  const [right = '', level = 'write'] = need.split(':');
  if (right === 'metadata') return true;
  if (caller.token.kind === 'installation') return allows(caller.token.permissions[right], level);
  const own = levelOf(repository, caller);
  if (right === 'administration') return own === 'admin';
  if (level === 'read' || speaking) return own !== undefined || !repository.private;
  return own === 'write' || own === 'admin';
}

function allows(given: 'read' | 'write' | undefined, level: string): boolean {
  return given === 'write' || (given !== undefined && level === 'read');
}

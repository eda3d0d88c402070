import type { Instant } from '../../domain/instant.ts';
import { invalid, refused, type Said } from './answer.ts';
import type { Account, GithubState, Repository, Token } from './state.ts';

/** One call, with who makes it and what the path named. */
export interface Ask {
  readonly state: GithubState;
  readonly now: Instant;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  /** The JSON object that was sent; empty when there was none. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
}

export interface Caller {
  readonly account: Account;
  readonly token: Token;
}

/** A call below /repos/{owner}/{repo} that the caller may make. */
export interface RepositoryAsk extends Ask {
  readonly repository: Repository;
}

export type Handler = (ask: RepositoryAsk) => Said;

/** A value of the path; endpoints ask only for what their path names. */
export function param(ask: Ask, name: string): string {
  const value = ask.params[name];
  if (value === undefined) throw new Error(`the path of this endpoint has no {${name}}`);
  return value;
}

/** A number of the path; what is none names nothing. */
export function numberParam(ask: Ask, name: string): number {
  const value = Number(param(ask, name));
  if (!Number.isSafeInteger(value)) throw refused(404, 'Not Found');
  return value;
}

export function textField(ask: Ask, name: string): string | undefined {
  const value = ask.body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string')
    throw refused(422, `Invalid request.\n\nFor 'properties/${name}', ${JSON.stringify(value)} is not a string.`);
  return value;
}

export function needed(ask: Ask, name: string, resource: string): string {
  const value = textField(ask, name);
  if (value === undefined || value === '') throw invalid({ resource, field: name, code: 'missing_field' });
  return value;
}

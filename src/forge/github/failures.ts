import { formatInstant, type Instant, later, wholeSecond } from '../../domain/instant.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { Answer } from '../forge.ts';

/** Thrown inside the forge with what its caller is told. */
export class ForgeFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** We refuse to conclude or to write on what GitHub answered. */
export function unsafe(message: string, hint?: string): ForgeFailure {
  return new ForgeFailure({ kind: 'unsafe', message, ...(hint === undefined ? {} : { hint }) });
}

/** What Octokit throws for an answer of 400 and above, and for a call that got none (`@octokit/request-error`). */
interface RequestError extends Error {
  readonly status: number;
  readonly request: { readonly method: string; readonly url: string };
  readonly response?: { readonly headers: Readonly<Record<string, string | undefined>>; readonly data: unknown };
}

export interface Circumstances {
  readonly token: string;
  readonly now: () => Instant;
}

/** Runs one piece of work of the forge; whatever it throws becomes a failure, and no message ever holds the token. */
export async function answered<T>(around: Circumstances, work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, failure: discreet(failureOf(error, around.now()), around.token) };
  }
}

function isRequestError(error: unknown): error is RequestError {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && 'request' in error;
}

/** Whether GitHub itself answered with this status. */
export function hasStatus(error: unknown, ...statuses: readonly number[]): error is RequestError {
  return isRequestError(error) && error.response !== undefined && statuses.includes(error.status);
}

export function failureOf(error: unknown, now: Instant): Failure {
  if (error instanceof ForgeFailure) return error.failure;
  if (!isRequestError(error)) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'unsafe', message: `GitHub's answer could not be understood: ${reason}` };
  }
  const call = `${error.request.method} ${pathOf(error.request.url)}`;
  if (error.response === undefined) return { kind: 'transient', message: `no whole answer from GitHub to ${call}: ${error.message}` };
  const again = limitedUntil(error.status, error.response, now);
  if (again !== undefined) {
    return { kind: 'transient', message: `GitHub's rate limit is used up for ${call}; it opens again at ${formatInstant(again)}` };
  }
  return { ...kindOf(error.status, error.response), message: `GitHub answered ${error.status} to ${call}: ${saidBy(error.response.data)}` };
}

type Response = NonNullable<RequestError['response']>;

function kindOf(status: number, response: Response): Pick<Failure, 'kind' | 'hint'> {
  if (status === 401) return { kind: 'forbidden', hint: 'The token is wrong, has expired or was revoked; give a valid one.' };
  if (status === 403) return { kind: 'forbidden', ...rightsHint(response.headers['x-accepted-github-permissions']) };
  if (status === 404) return { kind: 'not-found', hint: 'GitHub answers 404 also where the token may not look.' };
  if (status === 409) return { kind: 'conflict' };
  if (status === 422) return { kind: /already exists|not a fast.forward/i.test(saidBy(response.data)) ? 'conflict' : 'invalid' };
  return { kind: status >= 500 || status === 429 ? 'transient' : 'invalid' };
}

/** The header names what would have been enough (GitHub REST API: troubleshooting, insufficient permissions). */
function rightsHint(header: string | undefined): Pick<Failure, 'hint'> {
  return header === undefined ? {} : { hint: `The token needs one of these permissions: ${header}.` };
}

/** When a rate limit opens again (GitHub REST API: rate limits): seconds from now, or the second of the reset. */
function limitedUntil(status: number, { headers, data }: Response, now: Instant): Instant | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const wait = headers['retry-after'];
  if (wait !== undefined && /^\d+$/.test(wait)) return later(now, Number(wait) * 1000);
  const reset = headers['x-ratelimit-reset'];
  if (headers['x-ratelimit-remaining'] === '0' && reset !== undefined) return wholeSecond(Number(reset) * 1000);
  // GitHub asks for a minute at least where a secondary limit names no time.
  return /secondary rate limit/i.test(saidBy(data)) ? later(now, 60_000) : undefined;
}

/** GitHub's own words and those of each error it lists, without the link to its documentation. */
function saidBy(data: unknown): string {
  if (typeof data !== 'object' || data === null) return 'no reason given';
  const { message, errors } = data as { readonly message?: unknown; readonly errors?: unknown };
  const listed = Array.isArray(errors) ? errors.map(wordsOf).filter((words) => words !== '') : [];
  const whole = typeof message === 'string' ? message : 'no reason given';
  return listed.length === 0 ? whole : `${whole}: ${listed.join('; ')}`;
}

function wordsOf(error: unknown): string {
  if (typeof error === 'string') return error;
  const { message, field, code } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof message === 'string') return message;
  return [field, code].filter((part) => typeof part === 'string').join(' ');
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url.replace(/\?.*$/, '');
}

const LONGEST = 400;

/** The forms of GitHub's own tokens, should one other than ours ever come back in an answer. */
const TOKENS = /\b(?:gh[opusr]_\w{8,}|github_pat_\w{8,})/g;

function discreet(failure: Failure, token: string): Failure {
  const clean = (text: string): string => {
    const shown = (token === '' ? text : text.replaceAll(token, '***')).replace(TOKENS, '***');
    return shown.replace(new RegExp(String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+`, 'gu'), ' ').slice(0, LONGEST);
  };
  return { ...failure, message: clean(failure.message), ...(failure.hint === undefined ? {} : { hint: clean(failure.hint) }) };
}

import type { Instant } from '../domain/instant.ts';
import type { Failure } from '../domain/outcome.ts';
import { dateOf, describeError, kindOfStatus, oneLine, parseBody, retryAfterOf } from './answer.ts';
import type { Access } from './provider.ts';

/** One HTTP request for JSON. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** For people, read after "could not": `read the policy of projects/payments-prod`. */
  readonly purpose: string;
  /** Milliseconds until the call is given up; 30 s when absent. */
  readonly deadline?: number;
}

/** An answer with a 2xx status and a whole body, or what went wrong. `status` is absent where no answer came. */
export type Reply =
  | { readonly ok: true; readonly status: number; readonly body: unknown; readonly headers: Headers; readonly time?: Instant }
  | Failed;

export interface Failed {
  readonly ok: false;
  readonly failure: Failure;
  readonly status?: number;
  /** The cloud's own word, such as `ABORTED` or `RoleAssignmentExists`. */
  readonly code?: string;
  /** Milliseconds that the cloud asks to wait. */
  readonly retryAfter?: number;
  /** The Date header of the answer. */
  readonly time?: Instant;
}

const DEADLINE = 30_000;
const TRIES = 6;
const LONGEST_WAIT = 32_000;
/** A cloud may ask for an hour; a run cannot wait for it, and says so by failing. */
const LONGEST_RETRY_AFTER = 60_000;

/** Sends once. Never throws and never tries again, so it is fit for writes: what became of one that failed is the caller's to find out. */
export async function send(access: Access, call: Call): Promise<Reply> {
  try {
    const response = await access.fetch(call.url, {
      method: call.method,
      headers: { accept: 'application/json', ...(call.body === undefined ? {} : { 'content-type': 'application/json' }), ...call.headers },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      // An API never redirects, and a token must not follow one to another host.
      redirect: 'manual',
      signal: AbortSignal.timeout(call.deadline ?? DEADLINE),
    });
    return replyOf(call, response, await response.text(), access.clock());
  } catch (error) {
    return { ok: false, failure: { kind: 'transient', message: `could not ${call.purpose}: ${reasonOf(error)}` } };
  }
}

/** Sends a call that changes nothing, and again while the failure may pass by itself. */
export function read(access: Access, call: Call, budget?: number): Promise<Reply> {
  return patiently(access, () => send(access, call), budget);
}

/**
 * Does `once` up to six times, as long as its failure is transient; for calls that change nothing. `budget` is what one call is worth
 * in milliseconds, its waits included, after which no further try begins.
 */
export async function patiently(access: Access, once: () => Promise<Reply>, budget = Infinity): Promise<Reply> {
  const began = access.clock();
  for (let attempt = 0; ; attempt += 1) {
    const reply = await once();
    if (reply.ok || reply.failure.kind !== 'transient' || attempt + 1 >= TRIES) return reply;
    const wait = waitBefore(attempt, access.random(), reply.retryAfter);
    if (access.clock() + wait - began > budget) return reply;
    await access.sleep(wait);
  }
}

/**
 * Milliseconds to wait after the failed try number `attempt`, from 0: 1, 2, 4 … 32 s, or what the cloud asks for up to 60 s,
 * and up to a second more, so that many runs do not come back at once.
 */
export function waitBefore(attempt: number, random: number, retryAfter?: number): number {
  const wait = retryAfter === undefined ? Math.min(2 ** attempt * 1000, LONGEST_WAIT) : Math.min(retryAfter, LONGEST_RETRY_AFTER);
  return wait + Math.floor(random * 1000);
}

function replyOf(call: Call, response: Response, text: string, now: Instant): Reply {
  const { status, headers } = response;
  const time = dateOf(headers);
  const seen = time === undefined ? {} : { time };
  const body = parseBody(text);
  if (body.ok && status >= 200 && status < 300) return { ok: true, status, body: body.value, headers, ...seen };
  const retryAfter = retryAfterOf(headers, now);
  const wait = retryAfter === undefined ? {} : { retryAfter };
  if (!body.ok) return { ok: false, status, ...seen, ...wait, failure: notJson(call, status) };
  const { code, message } = describeError(body.value);
  const said = `${status}${code === undefined ? '' : ` ${code}`}${message === undefined ? '' : `: ${message}`}`;
  const failure: Failure = { kind: kindOfStatus(status), message: `could not ${call.purpose}: ${said}` };
  return { ok: false, status, ...(code === undefined ? {} : { code }), ...seen, ...wait, failure };
}

/** A proxy's page or half a body says nothing of the cloud, whatever its status. */
function notJson(call: Call, status: number): Failure {
  return { kind: 'transient', message: `could not ${call.purpose}: the answer (${status}) is not whole JSON` };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection failed';
  if (error.name === 'TimeoutError') return 'no answer in time';
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `the connection failed (${oneLine(error.message + cause)})`;
}

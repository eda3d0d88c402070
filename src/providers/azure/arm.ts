import type { Instant } from '../../domain/instant.ts';
import { dateOf, field, parseBody } from '../answer.ts';
import type { Access } from '../provider.ts';
import { type Failed, waitBefore } from '../transport.ts';
import { failedAnswer, failedBy, type RawAnswer } from './failures.ts';

/** What one call of the SDK came to: never thrown, and a success only with a whole body. */
export type Answer<T> = Got<T> | Failed;

export interface Got<T> {
  readonly ok: true;
  readonly value: T;
  readonly body: unknown;
  readonly status: number;
  /** The Date header of the answer. */
  readonly time?: Instant;
  /** What the activity log of Azure knows the call by. */
  readonly request?: string;
}

/** What every operation of the SDK takes. */
export interface Options {
  readonly onResponse: (raw: SdkResponse) => void;
}

interface SdkResponse {
  readonly status: number;
  readonly headers: { toJSON(): Record<string, string> };
  readonly bodyAsText?: string | null;
}

/** The pager of an operation that lists. */
export interface Pages<T> {
  byPage(settings: { readonly continuationToken?: string }): AsyncIterableIterator<T[]>;
}

const TRIES = 6;
/**
 * Milliseconds. A run has other scopes to see to: what one call is worth, its waits included, after which no further try begins. Three
 * of the longest waits fit in.
 */
export const BUDGET = 195_000;

/** Calls once. `purpose` is read after "could not". */
export async function ask<T>(access: Access, purpose: string, call: (options: Options) => Promise<T>): Promise<Answer<T>> {
  const seen: RawAnswer[] = [];
  const onResponse = ({ status, headers, bodyAsText }: SdkResponse) => {
    seen.push({ status, headers: new Headers(headers.toJSON()), text: bodyAsText ?? '' });
  };
  try {
    const value = await call({ onResponse });
    const raw = seen.at(-1);
    if (raw === undefined) throw new TypeError('the call has no answer');
    return gotBy(raw, value) ?? failedAnswer(raw, purpose, access.clock());
  } catch (error) {
    return failedBy(error, purpose, access.clock());
  }
}

function gotBy<T>(raw: RawAnswer, value: T): Got<T> | undefined {
  const body = parseBody(raw.text);
  if (raw.status < 200 || raw.status >= 300) return undefined;
  // The SDK takes a page of HTML with status 200 for an answer without properties.
  if (!body.ok || (body.value === undefined && raw.status !== 204)) return undefined;
  const time = dateOf(raw.headers);
  const request = raw.headers.get('x-ms-correlation-request-id') ?? raw.headers.get('x-ms-request-id');
  const known = { ...(time === undefined ? {} : { time }), ...(request === null ? {} : { request }) };
  return { ok: true, value, body: body.value, status: raw.status, ...known };
}

/** Calls, and again while the failure may pass by itself: for calls that change nothing. */
export async function askPatiently<T>(access: Access, purpose: string, call: (options: Options) => Promise<T>): Promise<Answer<T>> {
  return insist(
    access,
    () => ask(access, purpose, call),
    (failed) => failed.failure.kind === 'transient',
  );
}

/** Calls, and again only while Azure answers that it did not look at the call, because there were too many. */
export async function askOnce<T>(access: Access, purpose: string, call: (options: Options) => Promise<T>): Promise<Answer<T>> {
  return insist(
    access,
    () => ask(access, purpose, call),
    (failed) => failed.status === 429,
  );
}

async function insist<T>(access: Access, once: () => Promise<Answer<T>>, worthIt: (failed: Failed) => boolean): Promise<Answer<T>> {
  const began = access.clock();
  for (let attempt = 0; ; attempt += 1) {
    const answer = await once();
    if (answer.ok || !worthIt(answer) || attempt + 1 >= TRIES) return answer;
    const wait = waitBefore(attempt, access.random(), answer.retryAfter);
    if (access.clock() + wait - began > BUDGET) return answer;
    await access.sleep(wait);
  }
}

/** How a call is made: once, or patiently. */
export type Asking = typeof ask;

/** All pages of a list, or a failure: never the pages that could be had. */
export async function askAll<T>(
  access: Access,
  purpose: string,
  list: (options: Options) => Pages<T>,
  how: Asking = askPatiently,
): Promise<Answer<readonly T[]>> {
  const items: T[] = [];
  const seen = new Set<string>();
  for (let next: string | undefined; ;) {
    const token = next === undefined ? {} : { continuationToken: next };
    const page = await how(access, purpose, (options) => pageOf(list(options).byPage(token)));
    if (!page.ok) return page;
    const link = field(page.body, 'nextLink') ?? undefined;
    const rows = field(page.body, 'value');
    if (!Array.isArray(rows) || (link !== undefined && typeof link !== 'string')) return broken(purpose, 'a page of the list is not one');
    // The SDK passes on what Azure sent, whatever its types promise.
    if (rows.some((row) => typeof row !== 'object' || row === null)) return broken(purpose, 'a row of the list is not one');
    for (const item of page.value) items.push(item);
    if (!link) return { ...page, value: items };
    if (seen.has(link)) return broken(purpose, 'the pages of the list lead in a circle');
    seen.add(link);
    next = link;
  }
}

async function pageOf<T>(pages: AsyncIterableIterator<T[]>): Promise<readonly T[]> {
  const page = await pages.next();
  return page.done === true ? [] : page.value;
}

/** For an answer that came, and is not what the API describes. */
export function broken(purpose: string, why: string): Failed {
  return { ok: false, failure: { kind: 'transient', message: `could not ${purpose}: ${why}` } };
}

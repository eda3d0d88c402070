import { type Instant, wholeSecond } from '../domain/instant.ts';
import type { FailureKind } from '../domain/outcome.ts';

/** Longer texts of a cloud say no more than their beginning, and nobody reads them in a log. */
const LONGEST_MESSAGE = 500;

/** What an HTTP status means for whoever asked (RFC 9110, section 15). A redirect is a portal in the way: no API sends one. */
export function kindOfStatus(status: number): FailureKind {
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 408 || status === 425 || status === 429 || status >= 500 || status < 400) return 'transient';
  return 'invalid';
}

/** The body as JSON; undefined for an empty one. `ok: false` is HTML, a cut-off body, anything that is not JSON. */
export function parseBody(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  if (text.trim() === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** `{error: {status | code, message}}` as Google and Azure send it, or `{error, error_description}` of OAuth. */
export function describeError(body: unknown): { readonly code?: string; readonly message?: string } {
  const error = field(body, 'error');
  if (typeof error === 'string') return named(error, field(body, 'error_description'));
  const code = field(error, 'status') ?? field(error, 'code');
  return named(code, field(error, 'message') ?? field(body, 'message'));
}

function named(code: unknown, message: unknown): { readonly code?: string; readonly message?: string } {
  return {
    ...(typeof code === 'string' ? { code: oneLine(code) } : {}),
    ...(typeof message === 'string' ? { message: oneLine(message) } : {}),
  };
}

/** A property of what may be anything. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** Who may not send a header is told its value (Fetch standard: header values), and that may be a token. */
const HEADER_VALUE = /"[^]*"(?= is an invalid header value)/;

/** A cloud's own words, fit for one line: no control characters, no line breaks, no value of a header, cut at 500 characters. */
export function oneLine(text: string): string {
  const flat = text
    .replace(HEADER_VALUE, 'what is to be sent')
    .replace(new RegExp(String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+`, 'gu'), ' ')
    .trim();
  return flat.length > LONGEST_MESSAGE ? `${flat.slice(0, LONGEST_MESSAGE)}…` : flat;
}

/** The moment that a Date header names, or undefined. */
export function dateOf(headers: Headers): Instant | undefined {
  const ms = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(ms) ? undefined : wholeSecond(ms);
}

/** Retry-After in milliseconds: seconds, or a date against the answer's own Date (RFC 9110, section 10.2.3). */
export function retryAfterOf(headers: Headers, now: Instant): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - (dateOf(headers) ?? now));
}

/** A field that holds a text; empty where it does not. */
export function textField(value: unknown, name: string): string {
  const found = field(value, name);
  return typeof found === 'string' ? found : '';
}

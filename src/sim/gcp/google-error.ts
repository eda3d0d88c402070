import type { Answer } from '../faults.ts';

/** An error as Google APIs tell it (google.rpc.Status in JSON; Google APIs: errors, HTTP mapping). */
export interface GoogleError {
  /** The HTTP status. */
  readonly code: number;
  /** The name of the google.rpc.Code; empty for services that answer in the older format alone. */
  readonly status: string;
  readonly message: string;
  /** The word of the older error format, which answers still carry in `errors[]`. */
  readonly reason: string;
  readonly details?: readonly Readonly<Record<string, unknown>>[];
  /** The older format's list, where it says something else. */
  readonly errors?: readonly Readonly<Record<string, unknown>>[];
}

/** The form that asks for another shape of the JSON text only: pretty by default, one line with `prettyPrint=false`. */
export type Layout = 'pretty' | 'compact';

export function invalid(message: string, details?: GoogleError['details']): GoogleError {
  return { code: 400, status: 'INVALID_ARGUMENT', message, reason: 'badRequest', ...(details === undefined ? {} : { details }) };
}

/** What is said when nothing better is said (terraform-provider-google issues 4276 and 7354, which keep whole answers). */
export function invalidArgument(details?: GoogleError['details']): GoogleError {
  return invalid('Request contains an invalid argument.', details);
}

export function notFound(message: string): GoogleError {
  return { code: 404, status: 'NOT_FOUND', message, reason: 'notFound' };
}

/** Headers that answers of these APIs carry (terraform-provider-google issue 7354). */
const HEADERS = {
  'content-type': 'application/json; charset=UTF-8',
  vary: 'Origin, X-Origin, Referer',
  server: 'ESF',
  'cache-control': 'private',
  'x-content-type-options': 'nosniff',
};

export function json(value: unknown, layout: Layout, status = 200): Answer {
  return { status, headers: HEADERS, body: JSON.stringify(value, undefined, layout === 'pretty' ? 2 : undefined) + '\n' };
}

export function errorAnswer(error: GoogleError, layout: Layout): Answer {
  const { code, message, status, reason, details } = error;
  const errors = error.errors ?? [{ message, domain: 'global', reason }];
  return json(
    { error: { code, message, errors, ...(status === '' ? {} : { status }), ...(details === undefined ? {} : { details }) } },
    layout,
    code,
  );
}

/** A path that no API has is answered by the web server before them, in HTML. */
export function noSuchPage(path: string): Answer {
  const body = `<!DOCTYPE html>\n<html lang=en>\n<title>Error 404 (Not Found)</title>\n<p>The requested URL <code>${escaped(path)}</code> was not found.\n`;
  return { status: 404, headers: { 'content-type': 'text/html; charset=UTF-8' }, body };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const FAILURES: Readonly<Record<number, readonly [status: string, reason: string, message: string]>> = {
  429: ['RESOURCE_EXHAUSTED', 'rateLimitExceeded', 'Resource has been exhausted (e.g. check quota).'],
  500: ['INTERNAL', 'backendError', 'Internal error encountered.'],
  502: ['UNAVAILABLE', 'backendError', 'Bad Gateway'],
  503: ['UNAVAILABLE', 'backendError', 'The service is currently unavailable.'],
  504: ['DEADLINE_EXCEEDED', 'backendError', 'Deadline expired before operation could complete.'],
};

/** How these APIs word a failure that has nothing to do with the request. */
export function failure(code: number): Answer {
  const [status, reason, message] = FAILURES[code] ?? ['UNKNOWN', 'unknown', `Error ${code}`];
  return errorAnswer({ code, status, message, reason }, 'pretty');
}

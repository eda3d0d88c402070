import type { GcpCall } from './call.ts';
import { query } from './call.ts';
import { type GoogleError, invalid } from './google-error.ts';

export type Page<T> = { readonly items: readonly T[]; readonly nextPageToken?: string } | { readonly error: GoogleError };

/**
 * The asked-for piece of a list. A token is opaque, belongs to the call that it came from, and is refused elsewhere
 * (Google AIP-158: pagination). A page may be smaller than asked for, never larger than `most`.
 */
export function pageOf<T>(call: GcpCall, all: readonly T[], most: number): Page<T> {
  const size = Number(query(call, 'pageSize') ?? 0);
  if (!Number.isInteger(size) || size < 0) return { error: invalid('The page size must not be negative.') };
  const start = startOf(call);
  if (start === undefined || start > all.length) return { error: invalid('The page token is invalid.') };
  const end = start + (size === 0 ? most : Math.min(size, most));
  return { items: all.slice(start, end), ...(end < all.length ? { nextPageToken: tokenOf(call, end) } : {}) };
}

function startOf(call: GcpCall): number | undefined {
  const token = query(call, 'pageToken') ?? '';
  if (token === '') return 0;
  const [start = '', of] = Buffer.from(token, 'base64url').toString().split(' ', 2);
  return of === fingerprint(call) && /^\d+$/.test(start) ? Number(start) : undefined;
}

function tokenOf(call: GcpCall, start: number): string {
  return Buffer.from(`${start} ${fingerprint(call)}`).toString('base64url');
}

/** Path and parameters but those that turn the page. */
function fingerprint(call: GcpCall): string {
  const parameters = [...call.asked.url.searchParams].filter(([name]) => name !== 'pageToken' && name !== 'pageSize');
  return encodeURIComponent(JSON.stringify([call.asked.url.pathname, ...parameters]));
}

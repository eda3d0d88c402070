import { type Answer, ok, refusal } from './answer.ts';
import { query } from './call.ts';
import type { Manner } from './manner.ts';

/** An item of a list and the key that the next page goes on behind; only what is on the page is worded. */
export interface Item {
  readonly key: string;
  readonly show: () => unknown;
}

/** Where a list goes on: behind this key, and whether the empty page was already given. */
interface Mark {
  readonly behind: string;
  readonly empty: boolean;
}

/**
 * One page of a list. Azure REST API guidelines: a nextLink is a whole URL that the client follows unread, and a page may be
 * empty and still have one. Pages go on behind a key and not at a number, so that what is deleted meanwhile skips nothing.
 */
export function pageOf(items: readonly Item[], url: URL, manner: Manner, first: Readonly<Record<string, unknown>> = {}): Answer {
  const mark = markOf(query(url, '$skiptoken'));
  if (mark === undefined) return refusal(400, 'InvalidSkipToken', 'The skip token is not one that this service gave.');
  const rest = items.filter((item) => item.key > mark.behind).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const last = rest.length <= manner.pageSize;
  if (last && manner.emptyPage && !mark.empty) return answered([], url, { ...mark, empty: true }, first);
  const page = rest.slice(0, manner.pageSize);
  return answered(page, url, last ? undefined : { ...mark, behind: page.at(-1)?.key ?? '' }, first);
}

function answered(page: readonly Item[], url: URL, next: Mark | undefined, first: Readonly<Record<string, unknown>>): Answer {
  const value = page.map((item) => item.show());
  return ok(next === undefined ? { ...first, value } : { ...first, value, nextLink: linkTo(url, next) });
}

function linkTo(url: URL, mark: Mark): string {
  const next = new URL(url);
  const others = [...url.searchParams].filter(([key]) => key.toLowerCase() !== '$skiptoken');
  const token = Buffer.from(JSON.stringify(mark)).toString('base64url');
  next.search = new URLSearchParams([...others, ['$skiptoken', token]]).toString();
  return next.href;
}

function markOf(token: string | undefined): Mark | undefined {
  if (token === undefined) return { behind: '', empty: false };
  try {
    const mark: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return isMark(mark) ? mark : undefined;
  } catch {
    return undefined;
  }
}

function isMark(value: unknown): value is Mark {
  return typeof value === 'object' && value !== null && 'behind' in value && typeof value.behind === 'string' && 'empty' in value;
}

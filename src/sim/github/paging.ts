import { ok, type Said } from './answer.ts';
import type { Ask } from './call.ts';

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

/** One page of a list with its Link header (REST API: using pagination in the REST API): 30 items, at most 100. */
export function paged<T>(ask: Ask, items: readonly T[], show: (item: T) => unknown): Said {
  const size = sizeOf(ask.url);
  const page = Math.max(1, Number(ask.url.searchParams.get('page') ?? '1') || 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const body = items.slice((page - 1) * size, page * size).map(show);
  const links = [
    ...(page > 1 ? [link(ask.url, 'prev', page - 1), link(ask.url, 'first', 1)] : []),
    ...(page < last ? [link(ask.url, 'next', page + 1), link(ask.url, 'last', last)] : []),
  ];
  return { ...ok(body), headers: links.length === 0 ? {} : { link: links.join(', ') } };
}

/** One page of a list that is walked by cursor: `after` names the last item seen. */
export function cursored<T extends { readonly id: number }>(ask: Ask, items: readonly T[], show: (item: T) => unknown): Said {
  const after = ask.url.searchParams.get('after');
  const start = after === null ? 0 : items.findIndex((item) => String(item.id) === after) + 1;
  const page = items.slice(start, start + sizeOf(ask.url));
  const last = page.at(-1);
  const more = last !== undefined && start + page.length < items.length;
  const next = new URL(ask.url);
  if (more) next.searchParams.set('after', String(last.id));
  return { ...ok(page.map(show)), headers: more ? { link: `<${next.href}>; rel="next"` } : {} };
}

function sizeOf(url: URL): number {
  const wanted = Number(url.searchParams.get('per_page') ?? DEFAULT_PER_PAGE);
  return Number.isSafeInteger(wanted) && wanted > 0 ? Math.min(wanted, MAX_PER_PAGE) : DEFAULT_PER_PAGE;
}

function link(url: URL, rel: string, page: number): string {
  const other = new URL(url);
  other.searchParams.set('page', String(page));
  return `<${other.href}>; rel="${rel}"`;
}

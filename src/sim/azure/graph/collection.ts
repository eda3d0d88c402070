import type { Answer } from '../answer.ts';
import { query } from '../call.ts';
import { termsOf } from '../filter.ts';
import type { AzureState } from '../state.ts';
import { badRequest, type GraphCall, withContext } from './graph-call.ts';

/** An object as Graph shows it; its id orders the list. */
export type Shown = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * A list of Graph: `$filter` with equalities, `$top`, `$select`, and a whole `@odata.nextLink` where more follows
 * (Microsoft Graph, paging: the link is opaque and the size of a page is the service's to choose).
 */
export function collection(state: AzureState, call: GraphCall, kind: string, all: readonly Shown[]): Answer {
  const filter = query(call.url, '$filter');
  const kept = filter === undefined ? all : filtered(all, filter);
  if (kept === undefined) return badRequest(call, 'Invalid filter clause');
  const behind = query(call.url, '$skiptoken') ?? '';
  const size = Math.min(Number(query(call.url, '$top') ?? state.manner.pageSize), state.manner.pageSize);
  const rest = kept.toSorted((a, b) => (a.id < b.id ? -1 : 1)).filter((one) => one.id > behind);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const next = last === undefined || rest.length <= size ? {} : { '@odata.nextLink': linkBehind(call.url, last.id) };
  return withContext(kind, { ...next, value: page.map((one) => selected(call, one)) });
}

/** The one object, with the properties of `$select` alone where that is given. */
export function selected(call: GraphCall, one: Shown): Readonly<Record<string, unknown>> {
  const names = query(call.url, '$select')?.split(',');
  return names === undefined ? one : Object.fromEntries(Object.entries(one).filter(([name]) => names.includes(name)));
}

function linkBehind(url: URL, id: string): string {
  const next = new URL(url);
  next.searchParams.set('$skiptoken', id);
  return next.href;
}

function filtered(all: readonly Shown[], filter: string): readonly Shown[] | undefined {
  const terms = termsOf(filter);
  if (terms === undefined || terms.some((term) => term.kind === 'call')) return undefined;
  return all.filter((one) => terms.every((term) => term.kind === 'equals' && equal(one, term.field, term.value)));
}

/** Text comparisons of directory objects ignore case (Microsoft Graph, advanced queries on directory objects). */
function equal(one: Shown, field: string, value: string): boolean {
  const found = Object.entries(one).find(([name]) => name.toLowerCase() === field)?.[1];
  return typeof found === 'string' && found.toLowerCase() === value.toLowerCase();
}

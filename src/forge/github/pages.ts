import type { Client } from './client.ts';
import { unsafe } from './failures.ts';

/** More pages than any list of one pull request or repository has; beyond it a server leads us on for ever. */
const MOST_PAGES = 300;

interface Page {
  readonly data: unknown;
  readonly headers: { readonly link?: string | undefined };
}

/**
 * Every item of a list, in the order of its pages. Octokit's own paging takes a 409 and an empty body for an empty page;
 * here they are failures, as is a page that is no list or that leads back to one already read.
 */
export async function everyPage<T>(client: Client, first: () => Promise<Page & { readonly data: readonly T[] }>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages(client, first)) all.push(...page);
  return all;
}

/** The pages one by one, for lists that need not be read to their end. */
export async function* pages<T>(
  client: Client,
  first: () => Promise<Page & { readonly data: readonly T[] }>,
): AsyncGenerator<readonly T[]> {
  const seen = new Set<string>();
  let page: Page = await first();
  for (;;) {
    if (!Array.isArray(page.data)) throw unsafe('GitHub answered a list with something that is no list');
    yield page.data as readonly T[];
    const next = /<([^<>]+)>;\s*rel="next"/.exec(page.headers.link ?? '')?.[1];
    if (next === undefined) return;
    if (seen.has(next) || seen.size >= MOST_PAGES) throw unsafe('GitHub sends the pages of a list round in a circle');
    seen.add(next);
    page = (await client.octokit.request({ method: 'GET', url: next })) as Page;
  }
}

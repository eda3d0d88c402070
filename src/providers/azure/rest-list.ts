import { field } from '../answer.ts';
import type { Failed } from '../transport.ts';
import { broken } from './arm.ts';
import { ARM, type Connection } from './client.ts';
import { readArm } from './rest.ts';

/** All pages of a list that the SDK has no operation for, or a failure: never the pages that could be had. `path` has its query. */
export async function listArm(
  connection: Connection,
  purpose: string,
  path: string,
): Promise<Failed | { readonly ok: true; readonly value: readonly unknown[] }> {
  const items: unknown[] = [];
  const host = `https://${ARM}`;
  const seen = new Set<string>();
  for (let next = path; ;) {
    seen.add(next);
    const page = await readArm(connection, purpose, 'GET', next);
    if (!page.ok) return page;
    const [value, link] = [field(page.body, 'value'), field(page.body, 'nextLink') ?? undefined];
    if (!Array.isArray(value)) return broken(purpose, 'a page of the list is not one');
    items.push(...(value as readonly unknown[]));
    if (link === undefined || link === '') return { ok: true, value: items };
    if (typeof link !== 'string' || !link.startsWith(`${host}/`)) return broken(purpose, 'the next page lies elsewhere');
    next = link.slice(host.length);
    if (seen.has(next)) return broken(purpose, 'the pages of the list lead in a circle');
  }
}

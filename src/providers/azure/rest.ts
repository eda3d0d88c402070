import { createHttpHeaders, createPipelineRequest, type PipelineResponse } from '@azure/core-rest-pipeline';
import { field } from '../answer.ts';
import { type Answer, askOnce, askPatiently, broken } from './arm.ts';
import { ARM, type Connection } from './client.ts';

/** A call that the SDK has no operation for, through the same pipeline, so with the same token and to the same host. `path` has its query. */
export function sendArm(client: Connection['client'], method: Method, path: string, body?: unknown): Promise<PipelineResponse> {
  const headers = createHttpHeaders({ accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) });
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return client.sendRequest(createPipelineRequest({ url: `https://${ARM}${path}`, method, headers, ...sent }));
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** It must change nothing, since it is tried again. The answer is in `body`. */
export function readArm({ access, client }: Connection, purpose: string, method: 'GET' | 'POST', path: string): Promise<Answer<void>> {
  return askPatiently(access, purpose, async ({ onResponse }) => {
    onResponse(await sendArm(client, method, path, method === 'POST' ? {} : undefined));
  });
}

/** The same for a call that changes something: again only where Azure did not look at it. An answer without a body is whole. */
export function writeArm(
  { access, client }: Connection,
  purpose: string,
  method: 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer<void>> {
  return askOnce(access, purpose, async ({ onResponse }) => {
    onResponse(await sendArm(client, method, path, body));
  });
}

/** The path of the next page; nothing where there is none, or where it lies on another host. */
export function nextPath(body: unknown): string {
  const link = field(body, 'nextLink');
  const host = `https://${ARM}/`;
  return typeof link === 'string' && link.startsWith(host) ? link.slice(host.length - 1) : '';
}

/** All pages of a list that the SDK has no operation for, or a failure: never the pages that could be had. */
export async function readList(connection: Connection, purpose: string, path: string): Promise<Answer<readonly unknown[]>> {
  const items: unknown[] = [];
  const seen = new Set<string>();
  for (let next = path; ;) {
    seen.add(next);
    const page = await readArm(connection, purpose, 'GET', next);
    if (!page.ok) return page;
    const value: unknown = field(page.body, 'value');
    const link: unknown = field(page.body, 'nextLink') ?? '';
    if (!Array.isArray(value) || typeof link !== 'string') return broken(purpose, 'a page of the list is not one');
    for (const item of value) items.push(item);
    if (link === '') return { ...page, value: items };
    const host = `https://${ARM}/`;
    if (!link.startsWith(host)) return elsewhere(purpose, link);
    next = link.slice(host.length - 1);
    if (seen.has(next)) return broken(purpose, 'the pages of the list lead in a circle');
  }
}

function elsewhere(purpose: string, link: string): Answer<never> {
  const host = URL.canParse(link) ? new URL(link).host : 'what is no address';
  return {
    ok: false,
    failure: { kind: 'unsafe', message: `could not ${purpose}: the list goes on at ${host}, and no token is sent there` },
  };
}

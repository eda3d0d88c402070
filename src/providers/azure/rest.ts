import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { field } from '../answer.ts';
import { type Answer, askOnce, askPatiently } from './arm.ts';
import { ARM, type Connection } from './client.ts';

/**
 * A call that the SDK has no operation for, through the same pipeline, so with the same token and to the same host. It must
 * change nothing, since it is tried again. `path` has its query; the answer is in `body`.
 */
export function readArm({ access, client }: Connection, purpose: string, method: 'GET' | 'POST', path: string): Promise<Answer<void>> {
  const headers = createHttpHeaders({ accept: 'application/json', ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) });
  return askPatiently(access, purpose, async ({ onResponse }) => {
    const request = createPipelineRequest({ url: `https://${ARM}${path}`, method, headers, ...(method === 'POST' ? { body: '{}' } : {}) });
    onResponse(await client.sendRequest(request));
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
  const headers = createHttpHeaders({ accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) });
  return askOnce(access, purpose, async ({ onResponse }) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    onResponse(await client.sendRequest(createPipelineRequest({ url: `https://${ARM}${path}`, method, headers, ...sent })));
  });
}

/** The path of the next page; nothing where there is none, or where it lies on another host. */
export function nextPath(body: unknown): string {
  const link = field(body, 'nextLink');
  const host = `https://${ARM}/`;
  return typeof link === 'string' && link.startsWith(host) ? link.slice(host.length - 1) : '';
}

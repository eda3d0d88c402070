import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { type Answer, askPatiently } from './arm.ts';
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

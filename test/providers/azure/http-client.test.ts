import { createPipelineRequest } from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import { httpClientOver } from '../../../src/providers/azure/http-client.ts';
import { json, scripted } from './scripted.ts';

const ARM = 'https://management.azure.com';

function over(...lines: Parameters<typeof scripted>[0]) {
  const { access, requests } = scripted(lines);
  return { client: httpClientOver(access, ['management.azure.com']), requests };
}

describe('httpClientOver', () => {
  it('sends method, headers and body, and brings the answer back', async () => {
    const { client, requests } = over(json({ a: 1 }, 201, { 'x-ms-request-id': 'r1' }));
    const request = createPipelineRequest({ url: `${ARM}/x?y=1`, method: 'PUT', body: '{"b":2}' });
    request.headers.set('authorization', 'Bearer t');
    const response = await client.sendRequest(request);
    expect([response.status, response.bodyAsText, response.headers.get('x-ms-request-id'), response.request]).toEqual([
      201,
      '{"a":1}',
      'r1',
      request,
    ]);
    const [sent] = requests;
    expect([sent?.method, sent?.url, sent?.headers.get('authorization'), sent?.redirect]).toEqual([
      'PUT',
      `${ARM}/x?y=1`,
      'Bearer t',
      'manual',
    ]);
    expect(await sent?.text()).toBe('{"b":2}');
  });

  it('makes one slash of two, as the root of the tenant is spelled', async () => {
    const { client, requests } = over(json({}));
    await client.sendRequest(createPipelineRequest({ url: `${ARM}//providers/x//y?z=//` }));
    expect(requests[0]?.url).toBe(`${ARM}/providers/x/y?z=//`);
  });

  it.each([
    'https://example.com/x',
    'http://management.azure.com/x',
    'https://management.azure.com.example.com/x',
    'https://management.azure.com:8443/x',
  ])('sends nothing to %s', async (url) => {
    const { client, requests } = over(json({}));
    await expect(client.sendRequest(createPipelineRequest({ url, allowInsecureConnection: true }))).rejects.toThrow(
      'no token is sent there',
    );
    expect(requests).toEqual([]);
  });

  it('gives up with the caller', async () => {
    const { client } = over(
      (request) => new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason))),
    );
    const abort = new AbortController();
    const pending = client.sendRequest(createPipelineRequest({ url: `${ARM}/x`, abortSignal: abort.signal }));
    abort.abort(new Error('enough'));
    await expect(pending).rejects.toThrow('enough');
  });

  it('sends text only', async () => {
    const { client } = over(json({}));
    await expect(client.sendRequest(createPipelineRequest({ url: `${ARM}/x`, method: 'PUT', body: new Uint8Array([1]) }))).rejects.toThrow(
      'only text',
    );
    expect((await client.sendRequest(createPipelineRequest({ url: `${ARM}/x`, method: 'POST', body: null }))).status).toBe(200);
  });
});

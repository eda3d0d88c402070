import { createHttpHeaders, type HttpClient, type PipelineRequest, RestError } from '@azure/core-rest-pipeline';

/** The transport of the real Azure clients, over a fetch function: everything above it stays as it is. */
export function httpClientOver(fetchLike: typeof fetch): HttpClient {
  return {
    async sendRequest(request) {
      const response = await answered(fetchLike, request);
      const headers = createHttpHeaders(Object.fromEntries(response.headers));
      return { request, status: response.status, headers, bodyAsText: await response.text() };
    },
  };
}

async function answered(fetchLike: typeof fetch, request: PipelineRequest): Promise<Response> {
  const body = typeof request.body === 'string' ? { body: request.body } : {};
  const signal = request.abortSignal instanceof AbortSignal ? { signal: request.abortSignal } : {};
  try {
    return await fetchLike(request.url, { method: request.method, headers: request.headers.toJSON(), ...body, ...signal });
  } catch (error) {
    throw Object.assign(new RestError('the connection was cut', { code: 'ECONNRESET', request }), { cause: error });
  }
}

import { createHttpHeaders, type HttpClient, type PipelineRequest, type PipelineResponse } from '@azure/core-rest-pipeline';
import type { Access } from '../provider.ts';
import { Refused } from './failures.ts';
import { paced } from './pace.ts';

const DEADLINE = 30_000;

/**
 * The way of the SDKs to the network: the given `fetch`, and these hosts only. The pager of the SDK sends the token to whatever
 * host a nextLink names, so the last step before the network says no to all others.
 */
export function httpClientOver(access: Access, hosts: readonly string[]): HttpClient {
  return { sendRequest: (request) => send(access, hosts, request) };
}

async function send(access: Access, hosts: readonly string[], request: PipelineRequest): Promise<PipelineResponse> {
  const url = new URL(request.url);
  if (url.protocol !== 'https:' || !hosts.includes(url.host)) {
    throw new Refused({ kind: 'unsafe', message: `the answer pointed to ${url.protocol}//${url.host}, and no token is sent there` });
  }
  // The SDK spells the root of the tenant as an empty part of the path.
  if (url.pathname.includes('//')) url.pathname = url.pathname.replace(/\/{2,}/g, '/');
  // What waits for its turn is not yet sent, so its deadline has not begun.
  await paced(access, url, request.method);
  const signal = signalOf(request);
  signal.throwIfAborted();
  const response = await access.fetch(url.href, {
    method: request.method,
    headers: request.headers.toJSON({ preserveCase: true }),
    redirect: 'manual',
    signal,
    ...bodyOf(request),
  });
  return {
    request,
    status: response.status,
    headers: createHttpHeaders(Object.fromEntries(response.headers)),
    bodyAsText: await response.text(),
  };
}

function signalOf(request: PipelineRequest): AbortSignal {
  const deadline = AbortSignal.timeout(DEADLINE);
  return request.abortSignal instanceof AbortSignal ? AbortSignal.any([request.abortSignal, deadline]) : deadline;
}

function bodyOf(request: PipelineRequest): { readonly body?: string } {
  if (request.body === undefined || request.body === null) return {};
  if (typeof request.body === 'string') return { body: request.body };
  throw new TypeError('only text is sent to Azure');
}

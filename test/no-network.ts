import { isLoopback } from './loopback.ts';

// Tests never leave the machine: the global fetch and Node's own client answer loopback addresses only, and say so for all others.
const real = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  assertLoopback(new URL(input instanceof Request ? input.url : input));
  return real(input, init);
};

const https = process.getBuiltinModule('node:https');
const request = https.request.bind(https) as (...args: readonly unknown[]) => unknown;
https.request = ((...args: readonly unknown[]) => {
  const [url] = args;
  if (url instanceof URL) assertLoopback(url);
  return request(...args);
}) as typeof https.request;

function assertLoopback(url: URL): void {
  if (!isLoopback(url.hostname)) throw new Error(`a test tried to reach ${url.host}`);
}

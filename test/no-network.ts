import { isLoopback } from './loopback.ts';

// Tests never leave the machine: the global fetch answers loopback addresses only, and says so for all others.
const real = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (!isLoopback(url.hostname)) throw new Error(`a test tried to reach ${url.host}`);
  return real(input, init);
};

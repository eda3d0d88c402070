import { setTimeout as wait } from 'node:timers/promises';
import { NOW } from '../fixtures/grants.ts';
import { type Answerer, googleOver } from './google.ts';

/** A cloud within the process, and what it took itself. */
export interface CloudWithin {
  readonly fetch: typeof fetch;
  readonly calls: () => Readonly<Record<string, number>>;
  readonly ms: () => number;
}

/** What it costs to take an address apart is the cloud's, and so as little as can be. */
const ADDRESS = /^https:\/\/[^/]+([^?]*)\??(.*)$/;

/** Answers over a folder of policies; every call takes `latency` milliseconds, of which the process may make use. */
export function cloudWithin(dir: string, latency: number): CloudWithin {
  let google: Answerer | undefined;
  const opened = () => (google ??= googleOver(dir));
  const calls: Record<string, number> = {};
  let ms = 0;
  return {
    fetch: async (input, init) => {
      const waited = latency > 0 ? wait(latency) : undefined;
      // What the cloud holds is read while the first calls wait: a cloud has it before anybody asks.
      if (google === undefined) setImmediate(opened);
      await waited;
      const answer = opened();
      const began = performance.now();
      const [, path = '', query] = ADDRESS.exec(typeof input === 'string' ? input : addressOf(input)) ?? [];
      const { status, body } = answer(path, typeof init?.body === 'string' ? init.body : '', new URLSearchParams(query));
      const response = answered(status, body);
      const kind = kindOf(path);
      calls[kind] = (calls[kind] ?? 0) + 1;
      ms += performance.now() - began;
      return response;
    },
    calls: () => calls,
    ms: () => ms,
  };
}

/** As the product's own client answers (src/plain-fetch.ts): the Response that Node brings takes longer to load than a call may take here. */
function answered(status: number, text: string): Response {
  return { ok: status < 300, status, headers: HEADERS, text: () => Promise.resolve(text) } as unknown as Response;
}

const SENT = new Date(NOW).toUTCString();
const HEADERS = { get: (name: string) => (name.toLowerCase() === 'date' ? SENT : null) };

/** To ask for Node's own Request by name would load all that it comes with. */
function addressOf(input: URL | Request): string {
  return 'url' in input ? input.url : input.href;
}

/** `getIamPolicy`; `list` and `getRole` for what is read by its bare name. */
export function kindOf(path: string): string {
  if (path.endsWith('/projects')) return 'list';
  return path.includes(':') ? path.slice(path.lastIndexOf(':') + 1) : 'getRole';
}

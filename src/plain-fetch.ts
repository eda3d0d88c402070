import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';

type Init = NonNullable<Parameters<typeof fetch>[1]>;
type Plain = Omit<Init, 'headers' | 'body'> & { readonly headers: Readonly<Record<string, string>>; readonly body?: string };

/** As many as the built-in one follows (Fetch standard: HTTP-redirect fetch). */
const HOPS = 20;

/**
 * A `fetch` for short texts both ways, which is all that the APIs need: the built-in one takes longer to load than Node takes to start,
 * and ten times as long for each call. Whatever asks for more than that goes to the built-in one: streams, forms, other protocols.
 */
export const plainFetch: typeof fetch = async (input, init = {}) => {
  const url = typeof input === 'string' ? URL.parse(input) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || !isPlain(init)) return globalThis.fetch(input, init);
  try {
    return await follow(url, init, HOPS);
  } catch (error) {
    // Who set the limit knows its own reason.
    if (init.signal?.aborted === true) throw init.signal.reason;
    throw new TypeError('fetch failed', { cause: error });
  }
};

function isPlain(init: Init): init is Plain {
  const { headers = {}, body } = init;
  const plain = !Array.isArray(headers) && !(Symbol.iterator in headers);
  return plain && (body === undefined || typeof body === 'string');
}

async function follow(url: URL, init: Plain, hops: number): Promise<Response> {
  const message = await asked(url, init);
  const { statusCode: status = 0, headers } = message;
  const isAway = [301, 302, 303, 307, 308].includes(status) && headers.location !== undefined && init.redirect !== 'manual';
  const text = await textOf(message);
  if (!isAway) return answer(url, message, text);
  const next = new URL(headers.location ?? '', url);
  // What proves us is for the host that was asked, and for no other.
  if (next.origin !== url.origin || hops === 0) throw new Error(`redirected to ${next.host}`);
  return follow(next, redirected(init, status), hops - 1);
}

/** A 303, and what was posted to an address that moved, is fetched from where it leads (Fetch standard: HTTP-redirect fetch). */
function redirected({ body, ...init }: Plain, status: number): Plain {
  const { method = 'GET' } = init;
  const becomesGet = (status === 303 && method !== 'HEAD') || (status < 303 && method === 'POST');
  if (becomesGet) return { ...init, method: 'GET' };
  return body === undefined ? init : { ...init, body };
}

async function asked(url: URL, { method = 'GET', headers, body, signal }: Plain): Promise<IncomingMessage> {
  const { request } = process.getBuiltinModule(url.protocol === 'https:' ? 'node:https' : 'node:http');
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const sized = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const options: RequestOptions = { method, headers: { 'accept-encoding': 'gzip', ...headers, ...sized } };
  const call = request(url, options, resolve).on('error', reject);
  if (signal !== undefined && signal !== null) untilAborted(call, signal);
  call.end(body);
  return promise;
}

/** The request's own way to listen to a signal watches every end that a stream can come to, on each of hundreds of calls. */
function untilAborted(call: ClientRequest, signal: AbortSignal): void {
  const stop = () => void call.destroy(signal.reason as Error);
  if (signal.aborted) return stop();
  signal.addEventListener('abort', stop, { once: true });
  call.once('close', () => signal.removeEventListener('abort', stop));
}

/** All of it: an answer that breaks off is an error. */
async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  message
    .on('data', (part: Buffer) => parts.push(part))
    .on('end', resolve)
    .on('error', reject)
    .on('close', () => reject(new Error('the answer breaks off')));
  await promise;
  const bytes = Buffer.concat(parts);
  const isPacked = message.headers['content-encoding'] === 'gzip' && bytes.length > 0;
  return (isPacked ? process.getBuiltinModule('node:zlib').gunzipSync(bytes) : bytes).toString('utf8');
}

/** The part of a Response that readers of short texts use; to make a real one would load all of the built-in client. */
function answer(url: URL, { statusCode: status = 0, statusMessage: statusText = '', headers }: IncomingMessage, text: string): Response {
  const named = new Map(Object.entries(headers).map(([name, value = '']) => [name, String(value)] as const));
  const own = {
    url: url.href,
    ok: status >= 200 && status < 300,
    status,
    statusText,
    headers: { get: (name: string) => named.get(name.toLowerCase()) ?? null, [Symbol.iterator]: () => named[Symbol.iterator]() },
    text: async () => text,
    json: async () => JSON.parse(text) as unknown,
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  };
  return own as unknown as Response;
}

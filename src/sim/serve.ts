import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import type { SimService } from './service.ts';

/** A service and the port it wants; any free port when absent or 0. */
export interface Offer {
  readonly service: SimService;
  readonly port?: number;
}

export interface Served {
  /** By the name of the service: `http://127.0.0.1:<port>`. */
  readonly urls: Readonly<Record<string, string>>;
  /** Stops listening and cuts what is still open. May be called twice. */
  close(): Promise<void>;
}

/** Headers that concern one connection and not the request (RFC 9110, section 7.6.1), and those that a new request makes itself. */
const OWN_OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'expect', 'host', 'content-length']);

/**
 * Serves each service on a port of its own, on loopback only, until `close` is called or `until` is aborted.
 *
 * A request is handed on as it is, to the service's first host. For another of its hosts a client either sends the header
 * `x-forwarded-host: <host>`, or begins the path with it: `http://127.0.0.1:<port>/iam.googleapis.com/v1/roles/viewer`.
 */
export async function serve(offers: readonly Offer[], until?: AbortSignal): Promise<Served> {
  const servers = new Map<string, Server>();
  const close = async (): Promise<void> => {
    await Promise.all([...servers.values()].map(stopped));
  };
  try {
    for (const { service, port } of offers) servers.set(service.name, await listening(service, port ?? 0));
  } catch (error) {
    await close();
    throw error;
  }
  const urls = Object.fromEntries([...servers].map(([name, server]) => [name, addressOf(server)]));
  until?.addEventListener('abort', () => void close());
  if (until?.aborted === true) await close();
  return { urls, close };
}

async function listening(service: SimService, port: number): Promise<Server> {
  const server = createServer((incoming, outgoing) => void forward(service, incoming, outgoing));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', resolve);
  await promise;
  return server;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stopped(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}

async function forward(service: SimService, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const body = await buffer(incoming);
    const method = incoming.method ?? 'GET';
    const init = { method, headers: headersOf(incoming), ...(body.length > 0 && method !== 'GET' && method !== 'HEAD' ? { body } : {}) };
    const response = await service.fetch(realUrl(service, incoming), init);
    outgoing.writeHead(response.status, [...response.headers].flat());
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  } catch (error) {
    broken(outgoing, error);
  }
}

/** A scripted cut becomes a real one; whatever else fails is a mistake of the simulator, and said aloud. */
function broken(outgoing: ServerResponse, error: unknown): void {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause && cause.code === 'ECONNRESET') {
    outgoing.socket?.resetAndDestroy();
    return;
  }
  outgoing.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
  outgoing.end(`the simulated service failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    if (OWN_OF_THE_CONNECTION.has(name)) continue;
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}

function realUrl(service: SimService, incoming: IncomingMessage): string {
  const path = incoming.url ?? '/';
  const first = path.split('/', 2)[1] ?? '';
  if (service.hosts.includes(first)) return `https://${first}${path.slice(first.length + 1) || '/'}`;
  const named = incoming.headers['x-forwarded-host'];
  const host = typeof named === 'string' && service.hosts.includes(named) ? named : service.hosts[0];
  if (host === undefined) throw new Error(`${service.name} has no host`);
  return `https://${host}${path}`;
}

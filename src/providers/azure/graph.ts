import type { Failure } from '../../domain/outcome.ts';
import { field } from '../answer.ts';
import type { Access } from '../provider.ts';
import { type Call, type Failed, read, type Reply, send } from '../transport.ts';
import { BUDGET } from './arm.ts';
import { credentialOf } from './credentials.ts';
import { failedBy } from './failures.ts';

/** The one host of Microsoft Graph in the public cloud. */
const GRAPH = 'https://graph.microsoft.com';
const SCOPE = `${GRAPH}/.default`;

export interface Graph {
  /** For what changes nothing: tried again while the failure may pass. */
  read(call: GraphCall): Promise<Reply>;
  /** Sent once. */
  send(call: GraphCall): Promise<Reply>;
}

export interface GraphCall extends Pick<Call, 'method' | 'body' | 'purpose'> {
  /** Behind `/v1.0`, with its query. */
  readonly path: string;
}

/** Microsoft Graph v1.0 over the given fetch, with the waits and the words of every other call; no SDK of its own. */
export async function graphOf(access: Access): Promise<Graph> {
  const credential = await credentialOf(access);
  const through = async (how: typeof send, { path, ...call }: GraphCall): Promise<Reply> => {
    try {
      const token = await credential.getToken(SCOPE);
      const headers = { authorization: `Bearer ${token?.token ?? ''}` };
      return explained(await how(access, { ...call, url: `${GRAPH}/v1.0${path}`, headers }));
    } catch (error) {
      return failedBy(error, call.purpose, access.clock());
    }
  };
  const readOn: typeof send = (on, call) => read(on, call, BUDGET);
  return { read: (call) => through(readOn, call), send: (call) => through(send, call) };
}

/** Microsoft Graph error responses: what a refusal there is about. */
const HINTS: ReadonlyMap<string, string> = new Map([
  [
    'Authorization_RequestDenied',
    'Give the application the permission on Microsoft Graph that the call needs, with the consent of an administrator.',
  ],
  ['Request_ResourceNotFound', 'Nobody has this id in the tenant any more, or nobody ever had.'],
]);

function explained(reply: Reply): Reply {
  const hint = reply.ok ? undefined : HINTS.get(reply.code ?? '');
  return reply.ok || hint === undefined ? reply : { ...reply, failure: { ...reply.failure, hint } };
}

/** Most requests in one batch (Microsoft Graph: "Combine multiple HTTP requests using JSON batching"). */
const MOST_STEPS = 20;
/** Most ids in one call (directoryObject: getByIds). */
const MOST_IDS = 1000;

/** All objects that have these ids, in as few calls as there may be; an id that nobody has is not among them. */
export async function objectsById(graph: Graph, ids: readonly string[], types: readonly string[]): Promise<Listed> {
  const found: unknown[] = [];
  for (const part of inParts(ids, MOST_IDS)) {
    const call = { method: 'POST', path: '/directoryObjects/getByIds', body: { ids: part, types }, purpose: 'look principals up' } as const;
    const reply = await graph.read(call);
    if (!reply.ok) return reply;
    const value = field(reply.body, 'value');
    if (!Array.isArray(value)) return broken('look principals up');
    found.push(...(value as unknown[]));
  }
  return { ok: true, value: found };
}

export type Listed = { readonly ok: true; readonly value: readonly unknown[] } | Failed;

/** The answers to paths that are only read, in their order; undefined where the one answer is that nothing is there. */
export async function batched(graph: Graph, paths: readonly string[], purpose: string): Promise<Listed> {
  const found: unknown[] = [];
  for (const part of inParts(paths, MOST_STEPS)) {
    const requests = part.map((url, at) => ({ id: String(at), method: 'GET', url }));
    const reply = await graph.read({ method: 'POST', path: '/$batch', body: { requests }, purpose });
    if (!reply.ok) return reply;
    const responses = field(reply.body, 'responses');
    if (!Array.isArray(responses)) return broken(purpose);
    // Answers come in any order.
    const byId = new Map((responses as readonly unknown[]).map((one) => [field(one, 'id'), one]));
    for (const { id } of requests) {
      const step = byId.get(id);
      const status = field(step, 'status');
      if (status !== 200 && status !== 404) return broken(`${purpose} (a step was answered ${String(status)})`);
      found.push(status === 200 ? field(step, 'body') : undefined);
    }
  }
  return { ok: true, value: found };
}

function broken(purpose: string): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { kind: 'transient', message: `could not ${purpose}: the answer is not what Microsoft Graph sends whole` } };
}

function inParts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

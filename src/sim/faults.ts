import { setTimeout as sleep } from 'node:timers/promises';

import type { Instant } from '../domain/instant.ts';
import { Answered } from './answered.ts';
import type { Call, Fault, SimClock, SimService, Store } from './service.ts';

/** A request as a simulated service is handed it. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

/** What a service says to it. A Date header is added where none is given. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Simulated<State> {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly store: Store<State>;
  readonly clock: SimClock;
  /** Runs alone on the state, with the one instant of this call. */
  readonly handle: (asked: Asked, state: State, now: Instant) => Answer | Promise<Answer>;
  /** How this service words a failure of the given status; for faults that bring no body of their own. */
  readonly failure?: (status: number) => Answer;
}

type Effect = Fault['effect'];

/** Makes a fetch function of a handler: counts calls, lets scripted faults spoil them, and dates each answer. */
export function simulated<State>(service: Simulated<State>): SimService {
  const calls: Call[] = [];
  const faults: Fault[] = [];
  const dueFault = schedule(faults);
  const answer = async (asked: Asked): Promise<Response> => {
    const { method, url, body } = asked;
    // Few look at the headers of a call, and a record of them takes longer than the call.
    const call: Call = {
      method,
      url: url.href,
      body,
      get headers() {
        return Object.fromEntries(asked.headers);
      },
    };
    calls.push(call);
    const response = responseTo(asked, await spoiled(service, dueFault(asked), asked), service.clock.now());
    call.status = response.status;
    return response;
  };
  const fetch: SimService['fetch'] = async (input, init) => {
    const plain = plainly(input, init);
    if (plain !== undefined) return unlessAborted(init?.signal ?? undefined, () => answer(plain));
    const request = new Request(input, init);
    return unlessAborted(request.signal, async () => answer(await askedBy(request)));
  };
  return { name: service.name, hosts: service.hosts, fetch, calls, faults };
}

async function askedBy(request: Request): Promise<Asked> {
  return { method: request.method, url: new URL(request.url), headers: request.headers, body: await request.text() };
}

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** What a Request would say of an address, a method and a text, without making one: that takes longer than most answers. */
function plainly(input: Parameters<typeof globalThis.fetch>[0], init: RequestInit = {}): Asked | undefined {
  const { method = 'GET', body = null } = init;
  if (input instanceof Request || !METHODS.has(method)) return undefined;
  if (body === null) return { method, url: new URL(input), headers: new Headers(init.headers), body: '' };
  if (typeof body !== 'string' || method === 'GET') return undefined;
  const headers = new Headers(init.headers);
  if (!headers.has('content-type')) headers.set('content-type', 'text/plain;charset=UTF-8');
  return { method, url: new URL(input), headers, body };
}

async function spoiled<State>(service: Simulated<State>, effect: Effect | undefined, asked: Asked): Promise<Answer> {
  if (effect?.kind === 'answer') return scripted(effect, service.failure?.(effect.status));
  if (effect?.kind === 'cut-before') throw cutConnection();
  const answer = await service.store.update((state) => {
    if (effect?.kind === 'meanwhile') (effect.act as (state: State) => void)(state);
    return service.handle(asked, state, service.clock.now());
  });
  if (effect?.kind === 'cut-after') throw cutConnection();
  if (effect?.kind === 'slow') await sleep(effect.ms);
  return effect?.kind === 'truncate' ? { ...answer, body: (answer.body ?? '').slice(0, effect.length) } : answer;
}

/** The script wins; what it leaves out is as the service itself would say it. */
function scripted(effect: Answer, usual: Answer | undefined): Answer {
  const body = effect.body ?? usual?.body;
  return { status: effect.status, headers: { ...usual?.headers, ...effect.headers }, ...(body === undefined ? {} : { body }) };
}

/**
 * Which effect a call meets: of the faults that fit it, the first that has let enough calls pass. Every fault counts every
 * call that fits it, also one that another fault spoils. A fault that is used up leaves the list.
 */
function schedule(faults: Fault[]): (asked: Asked) => Effect | undefined {
  const progress = new WeakMap<Fault, { seen: number; spoiled: number }>();
  return (asked) => {
    let due: Fault | undefined;
    for (const fault of faults.filter((one) => fits(one, asked))) {
      const known = progress.get(fault) ?? { seen: 0, spoiled: 0 };
      progress.set(fault, known);
      known.seen += 1;
      if (due !== undefined || known.seen <= (fault.after ?? 0)) continue;
      due = fault;
      known.spoiled += 1;
      if (known.spoiled < (fault.times ?? 1)) continue;
      faults.splice(faults.indexOf(fault), 1);
      progress.delete(fault);
    }
    return due?.effect;
  };
}

function fits(fault: Fault, asked: Asked): boolean {
  // A pattern with the flag g or y would remember where it stood; match() of a copy without them does not.
  const pattern = new RegExp(fault.path.source, fault.path.flags.replace(/[gy]/g, ''));
  return (fault.method ?? asked.method).toUpperCase() === asked.method && pattern.test(asked.url.pathname + asked.url.search);
}

/** The very form in which Node's own fetch tells that the other side hung up. */
function cutConnection(): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });
}

/** Statuses that never carry a body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
const BODILESS = new Set([204, 205, 304]);

function responseTo(asked: Asked, answer: Answer, now: Instant): Response {
  const headers = { date: httpDate(now), ...answer.headers };
  const init = { status: answer.status, headers };
  const { href } = asked.url;
  if (!BODILESS.has(answer.status) && asked.method !== 'HEAD') return new Answered(answer.body ?? '', init, href);
  return Object.defineProperty(new Response(null, init), 'url', { value: href });
}

/** IMF-fixdate of RFC 7231, section 7.1.1.1: `Sun, 22 Nov 2026 09:00:00 GMT`. */
export function httpDate(at: Instant): string {
  return new Date(at).toUTCString();
}

/** Like a real fetch, an aborted one is over at once for the caller, whatever the service still does. */
async function unlessAborted<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  if (signal === undefined) return work();
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

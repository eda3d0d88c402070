/** One network call on its way, and what a fault may do with it. */
export interface Passing {
  readonly url: string;
  readonly method: string;
  /** Hands the call on; each time it takes effect. */
  pass(): Promise<Response>;
  /** The world's clock goes on, in milliseconds. */
  readonly late: (ms: number) => void;
  readonly now: () => number;
  /** What the same read answered the first time in this run. */
  readonly earlier: () => string | undefined;
  /** Somebody else writes to the same place. */
  readonly meanwhile: () => void;
  /** The run is dead from here on: nothing of it is sent or answered. */
  readonly die: () => Promise<never>;
  /** Readers of both clouds see older states for the rest of the run. */
  readonly lag: () => void;
}

type Fault = (call: Passing) => Promise<Response>;

const OK_HEADERS = { 'content-type': 'application/json' };

const answered =
  (status: number, headers: Readonly<Record<string, string>> = {}, body?: string): Fault =>
  (call) => {
    const words = body ?? JSON.stringify({ error: { code: status, status: 'SPOILED', message: 'spoiled' } });
    return Promise.resolve(
      new Response(words, { status, headers: { date: new Date(call.now()).toUTCString(), ...OK_HEADERS, ...headers } }),
    );
  };

const broken = (name: string, code: string): Error =>
  name === 'TimeoutError'
    ? new DOMException('The operation was aborted due to timeout', name)
    : Object.assign(new TypeError('fetch failed'), { cause: new Error(code) });

const cut =
  (when: 'before' | 'after', name: string, code: string): Fault =>
  async (call) => {
    if (when === 'after') await call.pass();
    throw broken(name, code);
  };

/** The call takes effect, and its answer comes back changed; undefined where the change does not apply to it. */
const rewritten =
  (change: (text: string, headers: Headers, call: Passing) => string | undefined): Fault =>
  async (call) => {
    const response = await call.pass();
    const headers = new Headers(response.headers);
    const text = response.status === 204 ? '' : await response.text();
    const spoiled = response.ok && response.status !== 204 ? change(text, headers, call) : undefined;
    const next = new Response(response.status === 204 ? null : (spoiled ?? text), { status: response.status, headers });
    return spoiled === undefined ? Object.assign(next, { unspoiled: true }) : next;
  };

type Json = Record<string, unknown>;

const object = (text: string): Json | undefined => {
  const value: unknown = text === '' ? undefined : JSON.parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
};

const edited = (change: (body: Json, call: Passing) => Json | undefined): Fault =>
  rewritten((text, _, call) => {
    const body = object(text);
    const next = body === undefined ? undefined : change(body, call);
    return next === undefined ? undefined : JSON.stringify(next);
  });

const dated = (ms: number): Fault =>
  rewritten((text, headers, call) => {
    headers.set('date', new Date(call.now() + ms).toUTCString());
    return text;
  });

const rows = (body: Json): readonly unknown[] | undefined => (Array.isArray(body['value']) ? body['value'] : undefined);

/**
 * Everything that goes wrong between a run and a cloud. What a cloud could lie about without any sign, such as a policy that lacks
 * a binding and still has a good etag, is not here: nobody can see it.
 */
export const FAULTS = {
  'bad-request': answered(400),
  unauthorized: answered(401),
  forbidden: answered(403),
  'not-found': answered(404),
  'request-timeout': answered(408),
  conflict: answered(409),
  'precondition-failed': answered(412),
  throttled: answered(429),
  'throttled-seconds': answered(429, { 'retry-after': '7' }),
  'throttled-date': answered(429, { 'retry-after': 'Mon, 23 Nov 2026 23:00:00 GMT' }),
  'server-error': answered(500),
  'bad-gateway': answered(502, { 'content-type': 'text/html' }, '<html>bad gateway</html>'),
  unavailable: answered(503),
  'gateway-timeout': answered(504, {}, ''),
  redirect: answered(302, { location: 'https://elsewhere.example/' }, ''),
  portal: answered(200, { 'content-type': 'text/html' }, '<html>sign in</html>'),
  'cut-before': cut('before', 'TypeError', 'read ECONNRESET'),
  'cut-after': cut('after', 'TypeError', 'read ECONNRESET'),
  'timeout-before': cut('before', 'TimeoutError', ''),
  'timeout-after': cut('after', 'TimeoutError', ''),
  'body-cut': rewritten((text) => (text.length < 2 ? undefined : text.slice(0, Math.floor(text.length / 2)))),
  'body-empty': rewritten((text) => (text === '' ? undefined : '')),
  'body-null': rewritten(() => 'null'),
  'body-list': rewritten(() => '[]'),
  'body-empty-object': rewritten(() => '{}'),
  'fields-added': edited((body) => ({ ...body, novelty: { since: 2027 } })),
  'page-link-lost': edited((body) => {
    if (body['nextLink'] === undefined) return undefined;
    const { nextLink: _lost, ...rest } = body;
    return rest;
  }),
  'page-circle': edited((body, { url }) => (rows(body) === undefined ? undefined : { ...body, nextLink: url })),
  'page-elsewhere': edited((body) => (rows(body) === undefined ? undefined : { ...body, nextLink: 'https://elsewhere.example/next' })),
  'rows-doubled': edited((body) => {
    const value = rows(body);
    return value === undefined || value.length === 0 ? undefined : { ...body, value: [...value, ...value] };
  }),
  'rows-lost': edited((body) => {
    const value = rows(body);
    return value === undefined || value.length === 0 ? undefined : { ...body, value: value.slice(1) };
  }),
  'rows-reversed': edited((body) => {
    const value = rows(body);
    return value === undefined || value.length < 2 ? undefined : { ...body, value: value.toReversed() };
  }),
  'rows-broken': edited((body) => {
    const value = rows(body);
    return value === undefined || value.length === 0 ? undefined : { ...body, value: [{ id: 'x' }, ...value.slice(1)] };
  }),
  'stale-answer': async (call) => {
    const text = call.earlier();
    if (text === undefined) return Object.assign(await call.pass(), { unspoiled: true });
    return new Response(text, { status: 200, headers: { ...OK_HEADERS, date: new Date(call.now()).toUTCString() } });
  },
  'lagging-readers': async (call) => {
    call.lag();
    return call.pass();
  },
  'etag-lost': edited((body) => {
    if (body['etag'] === undefined) return undefined;
    const { etag: _lost, ...rest } = body;
    return rest;
  }),
  'conditions-hidden': edited((body) => {
    const bindings = body['bindings'];
    if (!Array.isArray(bindings) || !bindings.some((one: Json) => one['condition'] !== undefined)) return undefined;
    const masked = bindings.map(({ condition, ...one }: Json) =>
      condition === undefined ? one : { ...one, role: `${String(one['role'])}_withcond_0a1b2c` },
    );
    return { ...body, version: 1, bindings: masked };
  }),
  'version-unknown': edited((body) => (body['bindings'] === undefined ? undefined : { ...body, version: 7 })),
  'wrong-tenant': edited((body) => {
    const value = rows(body);
    if (value === undefined || !JSON.stringify(value).includes('tenantId')) return undefined;
    return { ...body, value: value.map((one) => ({ ...(one as Json), tenantId: '99999999-2222-4333-8444-555555555555' })) };
  }),
  'date-ahead': dated(3600_000),
  'date-behind': dated(-3600_000),
  'date-lost': rewritten((text, headers) => {
    headers.delete('date');
    return text;
  }),
  'date-garbage': rewritten((text, headers) => {
    headers.set('date', 'yesterday');
    return text;
  }),
  slow: async (call) => {
    call.late(45_000);
    return call.pass();
  },
  'slow-answer': async (call) => {
    const response = await call.pass();
    call.late(20 * 60_000);
    return response;
  },
  meanwhile: async (call) => {
    call.meanwhile();
    return call.pass();
  },
  'death-before': (call) => call.die(),
  'death-during': async (call) => {
    await call.pass();
    return call.die();
  },
  'death-after': async (call) => {
    const response = await call.pass();
    void call.die();
    return response;
  },
} satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as [FaultName, ...FaultName[]];

/** Whether an answer came back as it was, because the fault did not apply to it. */
export function isUnspoiled(response: Response): boolean {
  return 'unspoiled' in response;
}

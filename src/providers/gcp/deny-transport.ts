import type { Failure } from '../../domain/outcome.ts';
import { headerText } from './api.ts';
import { paced } from './pace.ts';
import type { Session } from './session.ts';
import type { Headers as Signed } from './sign-in.ts';

/** Milliseconds for one call. */
const DEADLINE = 60_000;

/** What the SDK's REST transport asks of its sign-in (google-gax 5, fallbackServiceStub): a fetch that adds what proves us. */
export interface DenyTransport {
  readonly universeDomain: string;
  getRequestHeaders(): Promise<Headers>;
  fetch(url: string | URL, init: RequestInit): Promise<Response>;
}

/** The given fetch in the SDK's hands: signed in and paced as all other calls are, and with our reason on each write. */
export function denyTransport(session: Session): DenyTransport {
  return {
    universeDomain: 'googleapis.com',
    getRequestHeaders: async () => new Headers(await signed(session)),
    fetch: async (url, init) => {
      const first = await signed(session);
      const response = await sent(session, url, init, first);
      if (response.status !== 401 || !session.credential.renew(first)) return response;
      return sent(session, url, init, await signed(session));
    },
  };
}

async function signed({ credential }: Session): Promise<Signed> {
  const headers = await credential.headers();
  if (headers.ok) return headers.headers;
  const { failure }: { readonly failure: Failure } = headers;
  throw Object.assign(new Error(failure.message), { failure });
}

async function sent({ access }: Session, url: string | URL, init: RequestInit, proof: Signed): Promise<Response> {
  const { method = 'GET', body } = init;
  await paced(access, { url: String(url), method: method === 'GET' ? 'GET' : 'PUT' });
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(proof)) headers.set(name, value);
  if (method !== 'GET') headers.set('x-goog-request-reason', headerText(access.reason));
  // An API never redirects, and a token must not follow one to another host.
  const signal = AbortSignal.timeout(DEADLINE);
  return access.fetch(String(url), { method, headers, redirect: 'manual', signal, ...(body ? { body } : {}) });
}

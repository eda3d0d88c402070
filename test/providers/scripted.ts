import type { Instant } from '../../src/domain/instant.ts';
import type { Access, Identity } from '../../src/providers/provider.ts';

/** What a scripted service answers to one call: JSON with a status, a text as it is, or a dropped connection. */
export type Scripted =
  | { readonly status?: number; readonly json?: unknown; readonly text?: string; readonly headers?: Record<string, string> }
  | 'cut';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

export interface ScriptedAccess extends Access {
  readonly seen: readonly Seen[];
  readonly waits: readonly number[];
}

/** A world that answers what a test says, call by call; a call too many throws. Waits move its clock. */
export function scripted(
  answers: readonly Scripted[] | ((seen: Seen) => Scripted),
  identity: Identity = { kind: 'token', token: 't0' },
): ScriptedAccess {
  const seen: Seen[] = [];
  const waits: number[] = [];
  let now = Date.UTC(2026, 10, 23, 9);
  const next = (call: Seen): Scripted => {
    if (typeof answers === 'function') return answers(call);
    const answer = answers[seen.length - 1];
    if (answer === undefined) throw new Error(`no answer is left for ${call.method} ${call.url}`);
    return answer;
  };
  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const call = { method: request.method, url: request.url, headers: request.headers, body: await request.text() };
      seen.push(call);
      const answer = next(call);
      if (answer === 'cut') throw new TypeError('fetch failed', { cause: new Error('read ECONNRESET') });
      return new Response(answer.text ?? JSON.stringify(answer.json ?? {}), {
        status: answer.status ?? 200,
        headers: { 'content-type': 'application/json', ...answer.headers },
      });
    },
    identity,
    clock: () => now as Instant,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    random: () => 0.25,
    reason: 'run 1',
    stamp: 'acme-access',
    formerStamps: [],
    seen,
    waits,
  };
}

import type { Access } from '../../../src/providers/provider.ts';
import { NOW } from './samples.ts';

export interface Scripted {
  readonly access: Access;
  readonly requests: readonly Request[];
  readonly waits: readonly number[];
}

export type Line = Response | Error | ((request: Request) => Response | Promise<Response>);

/** An access whose network says the given lines, one for each call and the last one for ever. */
export function scripted(lines: readonly Line[], more: Partial<Access> = {}): Scripted {
  const requests: Request[] = [];
  const waits: number[] = [];
  const fetch: Access['fetch'] = async (input, init) => {
    const request = new Request(input, init);
    const line = lines[Math.min(requests.length, lines.length - 1)];
    requests.push(request);
    if (line === undefined) throw new Error('the script is empty');
    if (line instanceof Error) throw line;
    return line instanceof Response ? line.clone() : line(request);
  };
  const access: Access = {
    fetch,
    identity: { kind: 'token', token: 'secret-token' },
    clock: () => NOW,
    sleep: async (ms) => void waits.push(ms),
    random: () => 0,
    reason: 'run 1',
    stamp: 'acme-access',
    formerStamps: [],
    ...more,
  };
  return { access, requests, waits };
}

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(status === 204 ? null : text, {
    status,
    headers: { 'content-type': 'application/json', date: 'Mon, 23 Nov 2026 09:00:00 GMT', ...headers },
  });
}

export function refusal(status: number, code: string, message = 'no'): Response {
  return json({ error: { code, message } }, status);
}

import { type Instant, parseInstant } from '../../src/domain/instant.ts';
import { fixedClock } from '../../src/sim/clock.ts';
import { simulated } from '../../src/sim/faults.ts';
import type { SimService } from '../../src/sim/service.ts';
import { memoryStore } from '../../src/sim/store.ts';

export const NOON = parseInstant('2026-11-22T12:00:00Z') as Instant;

export interface Heard {
  heard: string[];
}

/** A service that writes down what it hears and says it back, as small as one can be. */
export function echo(hosts: readonly string[] = ['echo.example'], state: Heard = { heard: [] }): SimService {
  return simulated<Heard>({
    name: hosts[0] ?? 'echo',
    hosts,
    store: memoryStore(state),
    clock: fixedClock(NOON),
    handle: ({ method, url, headers, body }, { heard }) => {
      heard.push(body);
      const text = `${method} ${url.href} ${headers.get('x-note') ?? '-'} ${body}`;
      return { status: 200, headers: { 'content-type': 'text/plain' }, body: text };
    },
    failure: (status) => ({ status, headers: { 'content-type': 'text/usual' }, body: `usual ${status}` }),
  });
}

import { simulateAzure } from '../../src/sim/azure/azure.ts';
import type { AzureState } from '../../src/sim/azure/state.ts';
import { simulateGcp } from '../../src/sim/gcp/gcp.ts';
import type { GcpState } from '../../src/sim/gcp/state.ts';
import { simulatedNetwork } from '../../src/sim/network.ts';
import type { SimClock, Store } from '../../src/sim/service.ts';
import type { Spoil } from './deeds.ts';
import { type FaultName, FAULTS, isUnspoiled } from './fault-kinds.ts';
import { watchAzure, watchGcp, type Write } from './watch.ts';

/** The way of one run of ours to the clouds: counted, watched, and spoiled by its script. */
export interface Gate {
  readonly fetch: typeof fetch;
  /** Settles when the run is dead. */
  readonly death: Promise<'died'>;
  /** What the run does beside calls to clouds, such as to wait or to write into the ledger: a dead one does nothing any more. */
  alive<T>(act: () => Promise<T>): Promise<T>;
  /** Settles when no call of it, nor the second run, is on its way any more: that one outlives it if it dies. */
  landed(): Promise<void>;
}

export interface GateInput {
  readonly stores: { readonly gcp: Store<GcpState>; readonly azure: Store<AzureState> };
  readonly clock: SimClock;
  readonly spoils: readonly Spoil[];
  readonly wrote: (write: Write) => void;
  readonly called: (call: string, status: number) => void;
  readonly reach: (kind: FaultName) => void;
  readonly late: (ms: number) => void;
  readonly meanwhile: () => void;
  readonly lag: () => void;
  /** Another run, whole, before the call of this number. */
  readonly second?: { readonly before: number; readonly run: () => Promise<void> };
}

/**
 * How many turns a call to Azure takes more than one to Google, and its answer: seeds were drawn with this order of calls that are on
 * their way at the same time.
 */
const ON_THE_WAY = 2;
const ON_THE_WAY_BACK = 10;
const TURN = Promise.resolve();

/** One for each who waits: what waits for one that outlives its world would outlive it, too. */
const never = (): Promise<never> => new Promise(() => undefined);

export function gateOver(input: GateInput): Gate {
  const { stores, clock } = input;
  const network = simulatedNetwork([
    simulateGcp({ store: watchGcp(stores.gcp, input.wrote), clock }),
    simulateAzure({ store: watchAzure(stores.azure, input.wrote), clock }),
  ]);
  const { promise: death, resolve } = Promise.withResolvers<'died'>();
  const flying = new Set<Promise<unknown>>();
  const firsts = new Map<string, string>();
  const remembers = input.spoils.some(({ kind }) => kind === 'stale-answer');
  let dead = false;
  let count = 0;
  let writes = 0;
  const die = (): Promise<never> => {
    dead = true;
    resolve('died');
    return never();
  };
  const fetch: Gate['fetch'] = async (target, init) => {
    const url = target instanceof Request ? target.url : target instanceof URL ? target.href : target;
    const isAzure = url.startsWith('https://management.azure.com/');
    for (let left = isAzure ? ON_THE_WAY : 0; left > 0; left -= 1) await TURN;
    if (dead) return die();
    const number = count;
    count += 1;
    const method = init?.method ?? 'GET';
    const isWrite = method === 'PUT' || method === 'DELETE' || url.endsWith(':setIamPolicy');
    const write = isWrite ? writes : -1;
    if (isWrite) writes += 1;
    if (input.second?.before === number) {
      const other = input.second.run();
      flying.add(other);
      await other;
      flying.delete(other);
    }
    const key = `${method} ${url}`;
    const pass = async (): Promise<Response> => {
      // Nothing in a world takes real time, so nothing is ever given up; listening for it takes its own.
      const { signal: _patience, ...rest } = init ?? {};
      const sent = network(target, rest);
      flying.add(sent);
      const response = await sent;
      flying.delete(sent);
      if (remembers && !isWrite && response.ok && !firsts.has(key)) firsts.set(key, await response.clone().text());
      return response;
    };
    const spoil = input.spoils.find((one) => isDue(one, one.on === 'write' ? write : number));
    try {
      const response = spoil === undefined ? await pass() : await spoiled(spoil.kind);
      input.called(key, response.status);
      return response;
    } finally {
      for (let left = isAzure ? ON_THE_WAY_BACK : 0; left > 0; left -= 1) await TURN;
    }

    async function spoiled(kind: FaultName): Promise<Response> {
      let hit = true;
      try {
        const answer = await FAULTS[kind]({
          url,
          method,
          pass,
          late: input.late,
          now: () => clock.now(),
          earlier: () => (isWrite ? undefined : firsts.get(key)),
          meanwhile: input.meanwhile,
          die: () => {
            input.reach(kind);
            hit = false;
            return die();
          },
          lag: input.lag,
        });
        hit &&= !isUnspoiled(answer);
        return answer;
      } finally {
        if (hit) input.reach(kind);
      }
    }
  };
  return {
    fetch,
    death,
    alive: (act) => (dead ? never() : act()),
    landed: async () => {
      while (flying.size > 0) await Promise.allSettled(flying);
    },
  };
}

function isDue({ at, times = 1 }: Spoil, number: number): boolean {
  return number >= at && number < at + times;
}

import { simulateGcp } from '../../src/sim/gcp/gcp.ts';
import type { GcpState } from '../../src/sim/gcp/state.ts';
import { simulatedNetwork } from '../../src/sim/network.ts';
import { memoryStore } from '../../src/sim/store.ts';
import { hash } from 'node:crypto';
import { seenInPolicy } from './eyes.ts';
import { type Breach, isOurs, judgeEnd, judgeWrite, type Told, type Watched } from './observer.ts';
import { PROJECTS } from './organisation.ts';
import { HANDS, NOW, smallBooks, smallRun, smallTruth } from './small-world.ts';
import { watchGcp } from './watch.ts';

/** What happens next: a call of a run goes through, a run dies before its call or while it is under way, the other writer acts. */
export type Step = { readonly run: number; readonly do: 'go' | 'die' | 'go-and-die' } | { readonly do: 'hand' };

/** How much of the small worlds is explored. */
export interface Extent {
  readonly runs: number;
  readonly hands: number;
  /** How many runs may die. */
  readonly deaths: number;
  /** Changes what a run sends, to see that a fault of ours would be found. */
  readonly spoil?: (body: string) => string;
}

export const WHOLE: Extent = { runs: 2, hands: HANDS.length, deaths: 2 };

export interface Explored {
  readonly states: number;
  /** Steps that led to a state that was known. */
  readonly pruned: number;
  readonly steps: number;
  /** States in which nobody has anything left to do, after each of which the next run must converge. */
  readonly ends: number;
  readonly crashes: number;
  readonly breach?: Breach & { readonly history: readonly Step[] };
}

const TRUTH = smallTruth();

class Broken extends Error {
  readonly breach: Breach;
  constructor(breach: Breach) {
    super(`${breach.promise}: ${breach.what}`);
    this.breach = breach;
  }
}

const broken = (breach: Breach | undefined): void => {
  if (breach !== undefined) throw new Broken(breach);
};

/** One run in a world, which stands still at each of its calls until it is told to go on. */
interface Runner {
  is: 'waiting' | 'done' | 'dead';
  readonly watched: Watched;
  /** Every answer so far: with them, what the run is about to do is settled. */
  readonly heard: string[];
  call?: { readonly isWrite: boolean; readonly send: () => Promise<Response>; readonly answer: (response: Response) => void };
  /** Settles when the run stands at its next call, or has ended. */
  arrived: Promise<void>;
  arrive: () => void;
  failed?: unknown;
}

function depart(runner: Runner): void {
  const { promise, resolve } = Promise.withResolvers<void>();
  runner.arrived = promise;
  runner.arrive = resolve;
}

function watching(live: Watched['ours'], clean: boolean): Watched {
  const ours = live.filter((one) => isOurs(one, TRUTH));
  const common = { now: NOW, skew: 0, behind: 0, confirmed: true, clean, calm: clean, ours, limit: 3, planning: false, gave: false };
  return { ...common, withdrawn: new Set(), written: [] };
}

function liveIn(state: GcpState): Watched['ours'] {
  return seenInPolicy(PROJECTS.main, state.policies[PROJECTS.main]?.bindings ?? []);
}

/** A world that has begun: all runs stand at their first call. */
async function begin(extent: Extent, state: GcpState, clean: boolean) {
  let current: Runner | undefined;
  const store = watchGcp(memoryStore(state), (write) => {
    if (current !== undefined) broken(judgeWrite(current.watched, write, TRUTH, NOW));
  });
  const network = simulatedNetwork([simulateGcp({ store, clock: { now: () => NOW } })]);
  const runners = Array.from({ length: extent.runs }, () => runner());
  await Promise.all(runners.map(({ arrived }) => arrived));
  let hands = 0;

  function runner(): Runner {
    const one: Runner = {
      is: 'waiting',
      watched: watching(liveIn(state), clean),
      heard: [],
      arrived: Promise.resolve(),
      arrive: () => undefined,
    };
    depart(one);
    const fetch: typeof globalThis.fetch = (target, init) => {
      const { promise, resolve } = Promise.withResolvers<Response>();
      const isWrite = (target instanceof Request ? target.url : target.toString()).endsWith(':setIamPolicy');
      const body = isWrite && extent.spoil !== undefined && typeof init?.body === 'string' ? { body: extent.spoil(init.body) } : {};
      one.call = { isWrite, send: () => network(target, { ...init, ...body }), answer: resolve };
      one.arrive();
      return promise;
    };
    smallRun(fetch)
      .then((told: Told) => {
        one.is = 'done';
        broken(judgeEnd(one.watched, told, liveIn(state), TRUTH));
      })
      .catch((error: unknown) => void (one.failed = error))
      .finally(() => one.arrive());
    return one;
  }

  /** Sends the call that a run stands at; the run has not heard the answer yet. */
  async function sent({ call, heard }: Runner): Promise<() => void> {
    if (call === undefined) throw new Error('the run stands at no call');
    const response = await call.send();
    const text = await response.text();
    heard.push(`${response.status} ${text}`);
    return () => call.answer(new Response(text, { status: response.status, headers: response.headers }));
  }

  return {
    state,
    runners,
    async take(step: Step): Promise<void> {
      if (step.do === 'hand') {
        HANDS[hands]?.(state);
        hands += 1;
        return;
      }
      const one = runners[step.run] as Runner;
      current = one;
      const answer = step.do === 'die' ? undefined : await sent(one);
      if (answer === undefined || step.do !== 'go') {
        one.is = 'dead';
        return;
      }
      depart(one);
      answer();
      await one.arrived;
      if (one.failed !== undefined) throw one.failed;
    },
    choices(): readonly Step[] {
      const dead = runners.filter(({ is }) => is === 'dead').length;
      const own = runners.flatMap(({ is, call }, run): Step[] => {
        if (is !== 'waiting') return [];
        const deaths: Step[] = [{ run, do: 'die' }, ...(call?.isWrite === true ? [{ run, do: 'go-and-die' } as const] : [])];
        return [{ run, do: 'go' }, ...(dead < extent.deaths ? deaths : [])];
      });
      return hands < extent.hands ? [...own, { do: 'hand' }] : own;
    },
    /** Two worlds with one key go on alike. Both runs do the same, so which is which does not matter; nor do the words of an etag. */
    key(): string {
      const lines = runners.map((one) => (one.is === 'waiting' ? one.heard.join('\n') : one.is)).sort();
      const names = new Map<string, number>();
      const text = JSON.stringify([state.policies[PROJECTS.main], hands, lines]).replaceAll(
        /etag\\*": ?\\*"([^"\\]+)/g,
        (_, etag: string) => {
          names.set(etag, names.get(etag) ?? names.size);
          return `etag ${names.get(etag)}`;
        },
      );
      return hash('sha256', text);
    },
  };
}

/** Every order of calls and every death, to the end of each. Ends at the first promise that is broken. */
export async function explore(extent: Extent = WHOLE): Promise<Explored> {
  const known = new Set<string>();
  const rested = new Set<string>();
  const open: (readonly Step[])[] = [[]];
  const sum = { states: 0, pruned: 0, steps: 0, ends: 0, crashes: 0 };
  for (let history = open.pop(); history !== undefined; history = open.pop()) {
    const steps = [...history];
    try {
      const world = await begin(extent, smallBooks(), false);
      for (const step of steps) await world.take(step);
      for (;;) {
        const key = world.key();
        if (known.has(key)) {
          sum.pruned += 1;
          break;
        }
        known.add(key);
        sum.states += 1;
        const [first, ...others] = world.choices();
        if (first === undefined) {
          sum.ends += 1;
          await rest(extent, world.state, rested);
          break;
        }
        sum.steps += 1 + others.length;
        sum.crashes += [first, ...others].filter((step) => step.do === 'die' || step.do === 'go-and-die').length;
        open.push(...others.map((step) => [...steps, step]));
        steps.push(first);
        await world.take(first);
      }
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      return { ...sum, breach: { ...error.breach, history: steps } };
    }
  }
  return sum;
}

/** The next run, which nothing disturbs, makes it right; the one after it has nothing to do. */
async function rest(extent: Extent, state: GcpState, rested: Set<string>): Promise<void> {
  const key = JSON.stringify(state.policies[PROJECTS.main]?.bindings);
  if (rested.has(key)) return;
  rested.add(key);
  for (const writes of [Infinity, 0]) {
    const world = await begin({ ...extent, runs: 1, hands: 0, deaths: 0 }, state, true);
    for (let [next] = world.choices(); next !== undefined; [next] = world.choices()) await world.take(next);
    const written = world.runners[0]?.watched.written.length ?? 0;
    if (written > writes) throw new Broken({ promise: 'P6', what: `${written} changes were left after a whole run` });
  }
}

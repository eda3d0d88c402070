import { hash } from 'node:crypto';
import { setImmediate as drained } from 'node:timers/promises';
import type { Access } from '../../src/providers/provider.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { type Breach, isOurs, judgeEnd, judgeWrite, type Told, type Watched } from './observer.ts';
import type { Truth } from './truth.ts';
import type { Write } from './watch.ts';

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

/** One scope of one cloud, what is there, what is wanted there, and who else writes there. */
export interface Ground<State> {
  readonly truth: Truth;
  /** The instant of every run. */
  readonly now: Instant;
  /** The cloud's books before anybody does anything. */
  books(): State;
  /** What of the books a run can see or change, and more that was said of them, in an order of its own: books with one text go on alike. */
  text(state: State, more: readonly string[]): string;
  live(state: State): Watched['ours'];
  /** What the other writer does, one after the other, at any moment. */
  readonly hands: readonly ((state: State) => void)[];
  network(state: State, told: (write: Write) => void): Access['fetch'];
  /** One run of ours: reads, plans, takes, gives and looks again, as the commands do. */
  run(fetch: Access['fetch']): Promise<Told>;
  isWrite(url: string, method: string): boolean;
  /** A call whose answer nothing here changes, and which changes nothing: it commutes with every other. */
  commutes(url: string, method: string): boolean;
  /**
   * A run that dies before a read or a write leaves what one leaves that died right after its write before it, or never began. True where
   * it is therefore let die only there.
   */
  readonly mergesDeaths: boolean;
}

export interface Explored {
  readonly states: number;
  /** Steps that led to a state that was known. */
  readonly pruned: number;
  /** Calls that were made at once, because they commute with all others, and deaths that leave what another leaves. */
  readonly merged: number;
  readonly steps: number;
  /** States in which nobody has anything left to do, after each of which the next run must converge. */
  readonly ends: number;
  readonly crashes: number;
  readonly breach?: Breach & { readonly history: readonly Step[] };
}

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

/** A call of a run that nobody has let through yet. */
interface Call {
  readonly isWrite: boolean;
  readonly commutes: boolean;
  readonly send: () => Promise<Response>;
  readonly answer: (response: Response) => void;
}

/** One run in a world, which stands still at its calls until it is told to go on. */
interface Runner {
  is: 'waiting' | 'done' | 'dead';
  readonly watched: Watched;
  /** Every answer so far: with them, what the run is about to do is settled. */
  readonly heard: string[];
  /** In the order in which it made them. */
  readonly calls: Call[];
  failed?: unknown;
}

function watching<State>({ truth, now }: Ground<State>, live: Watched['ours'], clean: boolean): Watched {
  const ours = live.filter((one) => isOurs(one, truth));
  const common = { now, skew: 0, behind: 0, confirmed: true, clean, calm: clean, ours, limit: 3, planning: false, gave: false };
  return { ...common, withdrawn: new Set(), written: [] };
}

/** A world that has begun: all runs stand at their first call that does not commute with all others. */
async function begin<State>(ground: Ground<State>, extent: Extent, state: State, clean: boolean, merge: () => void) {
  let current: Runner | undefined;
  const network = ground.network(state, (write) => {
    if (current !== undefined) broken(judgeWrite(current.watched, write, ground.truth, ground.now));
  });
  const runners = Array.from({ length: extent.runs }, () => runner());
  await settled();
  let hands = 0;

  function runner(): Runner {
    const one: Runner = { is: 'waiting', watched: watching(ground, ground.live(state), clean), heard: [], calls: [] };
    const fetch: typeof globalThis.fetch = (target, init) => {
      const { promise, resolve } = Promise.withResolvers<Response>();
      const url = target instanceof Request ? target.url : target.toString();
      const method = init?.method ?? 'GET';
      const isWrite = ground.isWrite(url, method);
      const body = isWrite && extent.spoil !== undefined && typeof init?.body === 'string' ? { body: extent.spoil(init.body) } : {};
      const { signal: _patience, ...rest } = init ?? {};
      one.calls.push({
        isWrite,
        commutes: ground.commutes(url, method),
        send: () => network(target, { ...rest, ...body }),
        answer: resolve,
      });
      return promise;
    };
    ground
      .run(fetch)
      .then((told: Told) => {
        one.is = 'done';
        broken(judgeEnd(one.watched, told, ground.live(state), ground.truth));
      })
      .catch((error: unknown) => void (one.failed = error));
    return one;
  }

  /** Until every run stands at a call that others could meet, or has ended: what commutes with all calls is made at once. */
  async function settled(): Promise<void> {
    await drained();
    for (const one of runners) {
      for (let call = apart(one); call !== undefined; call = apart(one)) {
        merge();
        (await sent(one, call))();
        await drained();
      }
      if (one.failed !== undefined) throw one.failed;
    }
  }

  function apart({ is, calls, failed }: Runner): Call | undefined {
    return is === 'waiting' && failed === undefined ? calls.find(({ commutes }) => commutes) : undefined;
  }

  /** Sends a call that a run stands at; the run has not heard the answer yet. */
  async function sent(one: Runner, call: Call): Promise<() => void> {
    one.calls.splice(one.calls.indexOf(call), 1);
    const response = await call.send();
    const text = await response.text();
    if (!call.commutes) one.heard.push(`${response.status} ${text}`);
    return () => call.answer(new Response(response.status === 204 ? null : text, { status: response.status, headers: response.headers }));
  }

  return {
    state,
    runners,
    async take(step: Step): Promise<void> {
      if (step.do === 'hand') {
        ground.hands[hands]?.(state);
        hands += 1;
        return;
      }
      const one = runners[step.run] as Runner;
      current = one;
      const [call] = one.calls;
      if (call === undefined) throw new Error('the run stands at no call');
      const answer = step.do === 'die' ? undefined : await sent(one, call);
      if (answer === undefined || step.do !== 'go') {
        one.is = 'dead';
        return;
      }
      answer();
      await settled();
    },
    choices(): readonly Step[] {
      const dead = runners.filter(({ is }) => is === 'dead').length;
      const own = runners.flatMap(({ is, calls: [call], heard }, run): Step[] => {
        if (is !== 'waiting') return [];
        const early = !ground.mergesDeaths || heard.length === 0;
        if (!early && dead < extent.deaths) merge();
        const deaths: Step[] = [
          ...(early ? [{ run, do: 'die' } as const] : []),
          ...(call?.isWrite === true ? [{ run, do: 'go-and-die' } as const] : []),
        ];
        return [{ run, do: 'go' }, ...(dead < extent.deaths ? deaths : [])];
      });
      return hands < extent.hands ? [...own, { do: 'hand' }] : own;
    },
    /** Two worlds with one key go on alike. Both runs do the same, so which is which does not matter. */
    key(): string {
      const lines = runners.map((one) => (one.is === 'waiting' ? one.heard.join('\n') : one.is)).sort();
      return hash('sha256', ground.text(state, [String(hands), ...lines]));
    },
  };
}

/** Every order of calls and every death, to the end of each. Ends at the first promise that is broken. */
export async function explore<State>(ground: Ground<State>, extent: Extent): Promise<Explored> {
  const known = new Set<string>();
  const rested = new Set<string>();
  const open: (readonly Step[])[] = [[]];
  const sum = { states: 0, pruned: 0, merged: 0, steps: 0, ends: 0, crashes: 0 };
  for (let history = open.pop(); history !== undefined; history = open.pop()) {
    const steps = [...history];
    try {
      let replayed = 0;
      const world = await begin(ground, extent, ground.books(), false, () => void (sum.merged += replayed < history.length ? 0 : 1));
      for (const step of history) {
        replayed += 1;
        await world.take(step);
      }
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
          await rest(ground, extent, world.state, rested);
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
async function rest<State>(ground: Ground<State>, extent: Extent, state: State, rested: Set<string>): Promise<void> {
  const key = ground.text(state, []);
  if (rested.has(key)) return;
  rested.add(key);
  for (const writes of [Infinity, 0]) {
    const world = await begin(ground, { ...extent, runs: 1, hands: 0, deaths: 0 }, state, true, () => undefined);
    for (let [next] = world.choices(); next !== undefined; [next] = world.choices()) await world.take(next);
    const written = world.runners[0]?.watched.written.length ?? 0;
    if (written > writes) throw new Broken({ promise: 'P6', what: `${written} changes were left after a whole run` });
  }
}

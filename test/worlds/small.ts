import { hash } from 'node:crypto';
import type { Access } from '../../src/providers/provider.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { type Breach, isOurs, judgeEnd, judgeWrite, type Told, type Watched } from './observer.ts';
import { type Answer, type Call, lives, type Lives, type Stop } from './small-life.ts';
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
  /**
   * What the other writer does, one after the other, at any moment. Each is one step: whoever writes with an etag, or one assignment by
   * one call, has an effect at one moment only, whatever it read before.
   */
  readonly hands: readonly ((state: State) => void)[];
  network(state: State, told: (write: Write) => void): Access['fetch'];
  /** One run of ours: reads, plans, takes, gives and looks again, as the commands do. */
  run(fetch: Access['fetch']): Promise<Told>;
  isWrite(url: string, method: string): boolean;
  /** A call that changes nothing, and of whose answer nothing here changes what a run takes from it: it commutes with every other. */
  commutes(url: string, method: string): boolean;
  /** What a run takes from the answer to such a call. That it is always the same is looked at, and not believed. */
  taken(text: string): string;
}

export interface Explored {
  readonly states: number;
  /** Steps that led to a state that was known. */
  readonly pruned: number;
  /** Calls that were made at once, because they commute with all others. */
  readonly merged: number;
  readonly steps: number;
  /** States in which nobody has anything left to do, after each of which the next run must converge. */
  readonly ends: number;
  readonly crashes: number;
  /** How often the engine was carried out. */
  readonly runs: number;
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

/** One run in a world, which stands still at its calls until it is told to go on. */
interface Runner {
  readonly is: 'waiting' | 'done' | 'dead';
  readonly stop: Stop;
  readonly watched: Watched;
}

/** A state of a small world. Nothing of it ever changes: each step makes another. */
interface World<State> {
  readonly books: State;
  readonly hands: number;
  readonly runners: readonly Runner[];
}

/** How a world was come to: its last step, and those before. */
interface Trail {
  readonly step: Step;
  readonly before: Trail | undefined;
}

function watching<State>({ truth, now }: Ground<State>, live: Watched['ours'], clean: boolean): Watched {
  const ours = live.filter((one) => isOurs(one, truth));
  const common = { now, skew: 0, behind: 0, confirmed: true, clean, calm: clean, ours, limit: 3, planning: false, gave: false };
  return { ...common, withdrawn: new Set(), written: [] };
}

const copyOf = (watched: Watched): Watched => ({ ...watched, withdrawn: new Set(watched.withdrawn), written: [...watched.written] });

/** The steps of one ground, over runs that were carried out once for each history of answers. */
function stepsOf<State>(ground: Ground<State>, extent: Extent, known: Lives, merge: () => void) {
  const stood = new Map<string, string>();

  return { begin, after, choices, key };

  async function begin(books: State, runs: number, clean: boolean): Promise<World<State>> {
    const stop = await known.begin(still(books));
    const live = ground.live(books);
    return {
      books,
      hands: 0,
      runners: Array.from({ length: runs }, () => ({ is: 'waiting', stop, watched: watching(ground, live, clean) })),
    };
  }

  /** Answers what nothing here changes, and sees that nothing has changed it. */
  function still(books: State) {
    return async (call: Call): Promise<Answer> => {
      merge();
      const before = ground.text(books, []);
      const answer = await answered(
        ground.network(books, () => undefined),
        call,
      );
      if (ground.text(books, []) !== before) throw new Error(`a read changed something: ${call.url}`);
      const taken = ground.taken(answer.text);
      if ((stood.get(call.url) ?? taken) !== taken) throw new Error(`it does not commute: ${call.url}`);
      stood.set(call.url, taken);
      return answer;
    };
  }

  async function after(world: World<State>, step: Step): Promise<World<State>> {
    if (step.do === 'hand') {
      const books = structuredClone(world.books);
      ground.hands[world.hands]?.(books);
      return { ...world, books, hands: world.hands + 1 };
    }
    const one = world.runners[step.run] as Runner;
    if (step.do === 'die') return { ...world, runners: world.runners.with(step.run, { ...one, is: 'dead' }) };
    // What reads leave behind, such as the number of the next answer, is nothing that a run can see.
    const { call } = one.stop;
    const books = call !== undefined && ground.isWrite(call.url, call.method) ? structuredClone(world.books) : world.books;
    return { ...world, books, runners: world.runners.with(step.run, await went(one, books, step.do)) };
  }

  /** Sends the call that a run stands at; who dies under way does not hear the answer. */
  async function went({ stop, watched: before }: Runner, books: State, how: 'go' | 'go-and-die'): Promise<Runner> {
    const { call } = stop;
    if (call === undefined) throw new Error('the run stands at no call');
    const watched = copyOf(before);
    const network = ground.network(books, (write) => broken(judgeWrite(watched, write, ground.truth, ground.now)));
    const answer = await answered(network, spoiled(call));
    if (how === 'go-and-die') return { is: 'dead', stop, watched };
    const next = await known.next(stop, answer, still(books));
    if (next.told === undefined) return { is: 'waiting', stop: next, watched };
    broken(judgeEnd(watched, next.told, ground.live(books), ground.truth));
    return { is: 'done', stop: next, watched };
  }

  function spoiled(call: Call): Call {
    const { spoil } = extent;
    const { body } = call.init;
    if (spoil === undefined || typeof body !== 'string' || !ground.isWrite(call.url, call.method)) return call;
    return { ...call, init: { ...call.init, body: spoil(body) } };
  }

  function choices({ runners, hands }: World<State>): readonly Step[] {
    const dead = runners.filter(({ is }) => is === 'dead').length;
    const own = runners.flatMap(({ is, stop: { call } }, run): Step[] => {
      if (is !== 'waiting' || call === undefined) return [];
      // Who dies after a call has died before the next one; who dies while a read is under way, before it, as a read leaves nothing.
      const during: Step[] = ground.isWrite(call.url, call.method) ? [{ run, do: 'go-and-die' }] : [];
      return [{ run, do: 'go' }, ...(dead < extent.deaths ? [{ run, do: 'die' } as const, ...during] : [])];
    });
    return hands < extent.hands ? [...own, { do: 'hand' }] : own;
  }

  /** Two worlds with one key go on alike, and are judged alike. Both runs do the same, so which is which does not matter. */
  function key({ books, hands, runners }: World<State>): string {
    const lines = runners.map(({ is, stop: { heard }, watched: { gave, withdrawn, written } }) =>
      is === 'waiting' ? JSON.stringify([gave, [...withdrawn], written, ...heard]) : is,
    );
    return hash('sha256', ground.text(books, [String(hands), ...lines.sort()]));
  }
}

async function answered(network: Access['fetch'], { url, init }: Call): Promise<Answer> {
  const response = await network(url, init);
  return { status: response.status, text: await response.text(), headers: [...response.headers] };
}

/** Every order of calls and every death, to the end of each. Ends at the first promise that is broken. */
export async function explore<State>(ground: Ground<State>, extent: Extent): Promise<Explored> {
  const runs = lives(
    (fetch) => ground.run(fetch),
    (url, method) => ground.commutes(url, method),
  );
  const sum = { states: 0, pruned: 0, merged: 0, steps: 0, ends: 0, crashes: 0 };
  const steps = stepsOf(ground, extent, runs, () => void (sum.merged += 1));
  const known = new Set<string>();
  const rested = new Set<string>();
  const open: { readonly world: World<State>; readonly trail: Trail | undefined }[] = [];

  let trail: Trail | undefined;
  try {
    meet(await steps.begin(ground.books(), extent.runs, false));
    for (let here = open.pop(); here !== undefined; here = open.pop()) {
      const choices = steps.choices(here.world);
      sum.steps += choices.length;
      sum.crashes += choices.filter((step) => step.do === 'die' || step.do === 'go-and-die').length;
      for (const step of choices) {
        trail = { step, before: here.trail };
        meet(await steps.after(here.world, step));
      }
      trail = here.trail;
      if (choices.length > 0) continue;
      sum.ends += 1;
      await rest(here.world.books);
    }
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { ...sum, runs: runs.begun(), breach: { ...error.breach, history: historyOf(trail) } };
  }
  return { ...sum, runs: runs.begun() };

  function meet(world: World<State>): void {
    const key = steps.key(world);
    if (known.has(key)) {
      sum.pruned += 1;
      return;
    }
    known.add(key);
    sum.states += 1;
    open.push({ world, trail });
  }

  /** The next run, which nothing disturbs, makes it right; the one after it has nothing to do. */
  async function rest(books: State): Promise<void> {
    const key = ground.text(books, []);
    if (rested.has(key)) return;
    rested.add(key);
    let left = books;
    for (const writes of [Infinity, 0]) {
      let world = await steps.begin(left, 1, true);
      while (world.runners[0]?.is === 'waiting') world = await steps.after(world, { run: 0, do: 'go' });
      left = world.books;
      const written = world.runners[0]?.watched.written.length ?? 0;
      if (written > writes) throw new Broken({ promise: 'P6', what: `${written} changes were left after a whole run` });
    }
  }
}

function historyOf(last: Trail | undefined): readonly Step[] {
  const steps: Step[] = [];
  for (let at = last; at !== undefined; at = at.before) steps.push(at.step);
  return steps.toReversed();
}

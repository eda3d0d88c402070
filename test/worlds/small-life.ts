import { setImmediate as drained } from 'node:timers/promises';
import type { Access } from '../../src/providers/provider.ts';
import type { Told } from './observer.ts';

// What a run of ours does next is settled by what it was told so far: it has no dice, one instant and no other input. So every history of
// answers is carried out by the real engine once, and worlds in which a run has heard the same share what came of it.

/** What a run was told. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** A call as it was made: what it asks cannot change any more. */
export interface Call {
  readonly url: string;
  readonly method: string;
  readonly init: RequestInit;
}

/** A run at a call that it waits for, or at its end. */
export interface Stop {
  /** Absent at the end. */
  readonly call?: Call;
  readonly told?: Told;
  /** All answers so far that tell it from other runs, in their order. */
  readonly heard: readonly string[];
}

interface Known extends Stop {
  /** Every answer so far, those to calls that commute too, so that it can be carried out again to here. */
  readonly tape: readonly Answer[];
  readonly after: Map<string, Known>;
  /** The very run that has come here, until one goes on with it. */
  live?: Carried | undefined;
}

/** A run that is carried out: its calls stand until they are answered. */
interface Carried {
  readonly calls: { readonly call: Call; readonly answer: (answer: Answer) => void }[];
  told?: Told;
  failed?: { readonly error: unknown };
}

/** How the runs of a small world are carried out. */
export interface Lives {
  /** A run at its first call. `still` answers what commutes with all calls. */
  begin(still: (call: Call) => Promise<Answer>): Promise<Stop>;
  /** The same run once its call was answered. */
  next(stop: Stop, answer: Answer, still: (call: Call) => Promise<Answer>): Promise<Stop>;
  /** How often the engine was begun. */
  begun(): number;
}

export function lives(run: (fetch: Access['fetch']) => Promise<Told>, commutes: (url: string, method: string) => boolean): Lives {
  let begun = 0;
  let first: Known | undefined;

  return {
    begun: () => begun,
    async begin(still) {
      first ??= await standing(carry(), [], [], still);
      return first;
    },
    async next(stop, answer, still) {
      const from = stop as Known;
      const said = `${answer.status} ${answer.text}`;
      const known = from.after.get(said);
      if (known !== undefined) return known;
      const one = from.live ?? (await again(from));
      from.live = undefined;
      one.calls.shift()?.answer(answer);
      const next = await standing(one, [...from.tape, answer], [...from.heard, said], still);
      from.after.set(said, next);
      return next;
    },
  };

  function carry(): Carried {
    begun += 1;
    const one: Carried = { calls: [] };
    const fetch: typeof globalThis.fetch = (target, init) => {
      const { promise, resolve } = Promise.withResolvers<Response>();
      const { signal: _patience, ...rest } = init ?? {};
      const call = { url: target instanceof Request ? target.url : target.toString(), method: rest.method ?? 'GET', init: rest };
      one.calls.push({ call, answer: (answer) => resolve(responseOf(answer)) });
      return promise;
    };
    run(fetch)
      .then((told) => void (one.told = told))
      .catch((error: unknown) => void (one.failed = { error }));
    return one;
  }

  /** Carries a run out as before, up to a stop at which it has been. */
  async function again({ tape, call: wanted }: Known): Promise<Carried> {
    const one = carry();
    const left = [...tape];
    for (;;) {
      await quiet(one);
      const [answer] = left;
      if (answer === undefined) break;
      left.shift();
      taken(one)?.answer(answer);
    }
    const [here] = one.calls;
    if (here?.call.url !== wanted?.url || here?.call.method !== wanted?.method)
      throw new Error('a run that heard the same did something else');
    return one;
  }

  /** Until the run stands at a call that others could meet, or has ended: what commutes with all calls is made at once. */
  async function standing(one: Carried, tape: Answer[], heard: readonly string[], still: (call: Call) => Promise<Answer>): Promise<Known> {
    await quiet(one);
    for (let place = apart(one); place >= 0; place = apart(one)) {
      const [waiting] = one.calls.splice(place, 1);
      if (waiting === undefined) break;
      const answer = await still(waiting.call);
      tape.push(answer);
      waiting.answer(answer);
      await quiet(one);
    }
    const [here, other] = one.calls;
    // Two calls at once could be answered in either order, and only one order would be tried.
    if (other !== undefined) throw new Error(`a run makes two calls at once: ${here?.call.url} and ${other.call.url}`);
    const common = { tape, heard, after: new Map<string, Known>() };
    if (here !== undefined) return { ...common, call: here.call, live: one };
    if (one.told === undefined) throw new Error('a run stands at no call');
    return { ...common, told: one.told };
  }

  function apart({ calls }: Carried): number {
    return calls.findIndex(({ call }) => commutes(call.url, call.method));
  }

  /** The next call that was answered when the run was here before. */
  function taken(one: Carried): Carried['calls'][number] | undefined {
    const place = Math.max(0, apart(one));
    return one.calls.splice(place, 1)[0];
  }
}

/** Until the run does nothing any more but wait. */
async function quiet(one: Carried): Promise<void> {
  await drained();
  for (let turn = 0; turn < 100 && one.calls.length === 0 && one.told === undefined && one.failed === undefined; turn += 1) await drained();
  if (one.failed !== undefined) throw one.failed.error;
}

function responseOf({ status, text, headers }: Answer): Response {
  return new Response(status === 204 ? null : text, { status, headers: headers.map(([name, value]): [string, string] => [name, value]) });
}

import { setTimeout as wait } from 'node:timers/promises';

type Work = (...args: readonly unknown[]) => Promise<unknown>;
type Listener = (...args: readonly unknown[]) => unknown;

/** Bottleneck's way to be told of what happens (Bottleneck 2.19: Events). */
class Events {
  readonly listeners = new Map<string, Listener>();

  constructor(told: object) {
    Object.assign(told, { on: (name: string, listener: Listener) => void this.listeners.set(name, listener) });
  }

  /** What the listener answers. One that fails answers nothing, and is told of as an `error`, so that what it was told of counts. */
  async trigger(name: string, ...args: readonly unknown[]): Promise<unknown> {
    try {
      return await this.listeners.get(name)?.(...args);
    } catch (error) {
      this.listeners.get('error')?.(error);
      return undefined;
    }
  }
}

/** Stands where a plugin makes groups of its own, of which none is used: the client gives all of them. */
class Group {
  key(): never {
    throw new Error('a call without a pace');
  }
}

/**
 * What the retry and throttling plugins of Octokit ask of Bottleneck, and no more: work that is done again after as many milliseconds as
 * a listener of `failed` answers. Bottleneck itself passes each call through a dozen timers, which takes longer than most answers. How
 * many calls run at once, and the gaps between them, are the affair of the groups that the client gives.
 */
export default class Limiter extends Events {
  static readonly Events = Events;
  static readonly Group = Group;

  constructor() {
    super({});
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, listener);
  }

  /** Options of a job, which may come first, weigh nothing here. */
  async schedule(first: Work | object, ...rest: readonly unknown[]): Promise<unknown> {
    const [work, args] = typeof first === 'function' ? [first as Work, rest] : [rest[0] as Work, rest.slice(1)];
    for (let retryCount = 0; ; retryCount += 1) {
      try {
        return await work(...args);
      } catch (error) {
        const again = await this.trigger('failed', error, { args, retryCount });
        if (typeof again !== 'number') throw error;
        if (again > 0) await wait(again);
      }
    }
  }
}

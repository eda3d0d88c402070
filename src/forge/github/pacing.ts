type Sleep = (ms: number) => Promise<void>;

type Work<T> = (...args: readonly unknown[]) => Promise<T>;

/** When pieces of work begin. Has the form of a Bottleneck group. */
export interface Pace {
  key(): { schedule<T>(options: unknown, work: Work<T>, ...args: readonly unknown[]): Promise<T> };
}

/** At most so many at once. */
export function lanes(most: number): Pace {
  let running = 0;
  const waiting: (() => void)[] = [];
  const schedule = async <T>(_: unknown, work: Work<T>, ...args: readonly unknown[]): Promise<T> => {
    // Whoever ends hands its place on, so that nobody who comes meanwhile takes it.
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    try {
      return await work(...args);
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
  return { key: () => ({ schedule }) };
}

/** One begins at a time, with a pause before each but the first. Pauses go through the given sleep, so that whoever owns the time owns them too. */
export function pace(gap: number, sleep: Sleep): Pace {
  let last: Promise<void> | undefined;
  const schedule = async <T>(_: unknown, work: Work<T>, ...args: readonly unknown[]): Promise<T> => {
    const turn = last === undefined ? Promise.resolve() : last.then(async () => sleep(gap));
    last = turn;
    await turn;
    return work(...args);
  };
  return { key: () => ({ schedule }) };
}

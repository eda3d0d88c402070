type Sleep = (ms: number) => Promise<void>;

/** Lets one piece of work begin at a time, with a pause before each but the first. Has the form of a Bottleneck group. */
export interface Pace {
  key(): { schedule<T>(options: unknown, work: () => Promise<T>): Promise<T> };
}

/** Pauses go through the given sleep, so that whoever owns the time owns them too. */
export function pace(gap: number, sleep: Sleep): Pace {
  let last: Promise<void> | undefined;
  const schedule = async <T>(_: unknown, work: () => Promise<T>): Promise<T> => {
    const turn = last === undefined ? Promise.resolve() : last.then(async () => sleep(gap));
    last = turn;
    await turn;
    return work();
  };
  return { key: () => ({ schedule }) };
}

/** One run of a whole process: how long it took, and how long the processors worked for it, in milliseconds. */
export interface Sample {
  readonly ms: number;
  /** Hardly changes when others keep the machine busy; NaN where the system does not tell. */
  readonly cpuMs: number;
}

/** Milliseconds of several runs, or what `unit` says: the one in the middle, the shortest and the longest, and the middle one of the processors' time. */
export interface Times {
  readonly runs: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly cpu?: number;
  readonly unit?: 'requests';
}

/** One figure of the report: what was measured, against what, and how many times as long it took. */
export interface Result {
  readonly name: string;
  readonly ours: Times;
  readonly against: Times & { readonly name: string };
  /** The middle one of the ratios of neighbouring runs, so that a machine that slows down slows down both. */
  readonly ratio: number;
  /** The same of the processors' time, which tells more where the machine is busy with other things; no goal is set for it. */
  readonly cpuRatio?: number;
  /** What the ratio may be at most; absent where it is only told. */
  readonly goal?: number;
  /** What else was seen: counts of calls, sizes. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Something that can be run again and again. */
export type Subject = () => Sample | Promise<Sample>;

/** Runs the subjects in turn, A B A B …, after one round that warms caches and does not count. One list for each subject. */
export async function interleaved<Name extends string>(
  rounds: number,
  subjects: Readonly<Record<Name, Subject>>,
): Promise<Readonly<Record<Name, readonly Sample[]>>> {
  const names = Object.keys(subjects) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<Name, Sample[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const sample = await subjects[name]();
      if (round > 0) samples[name].push(sample);
    }
  }
  return samples;
}

function timesOf(samples: readonly Sample[]): Times {
  const ms = samples.map((sample) => sample.ms);
  const cpu = rounded(median(samples.map((sample) => sample.cpuMs)));
  const times = { runs: ms.length, median: rounded(median(ms)), min: rounded(Math.min(...ms)), max: rounded(Math.max(...ms)) };
  return Number.isNaN(cpu) ? times : { ...times, cpu };
}

/** The middle one of the ratios, run by run, to two places. */
function ratioOf(ours: readonly Sample[], theirs: readonly Sample[], of: (sample: Sample) => number): number {
  const ratios = ours.map((sample, at) => of(sample) / of(theirs[at] ?? NOTHING));
  return Math.round(median(ratios) * 100) / 100;
}

const NOTHING: Sample = { ms: Number.NaN, cpuMs: Number.NaN };

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/** A result with its ratios, from the runs of both. */
export function compared(
  name: string,
  ours: readonly Sample[],
  against: { readonly name: string; readonly samples: readonly Sample[] },
  more: Pick<Result, 'goal' | 'more'> = {},
): Result {
  const peer = { name: against.name, ...timesOf(against.samples) };
  const cpuRatio = ratioOf(ours, against.samples, ({ cpuMs }) => cpuMs);
  return {
    name,
    ours: timesOf(ours),
    against: peer,
    ratio: ratioOf(ours, against.samples, ({ ms }) => ms),
    ...(Number.isFinite(cpuRatio) ? { cpuRatio } : {}),
    ...more,
  };
}

/** Whether a ratio is above its goal; one that could not be worked out is, too. */
export function isAbove({ ratio, goal }: Pick<Result, 'ratio' | 'goal'>): boolean {
  return goal !== undefined && !(ratio <= goal);
}

import type { Importers, Known } from './bench.ts';

/** A stretch of a source file, and whether it ran. Stretches lie within one another; the innermost tells. */
export type Stretch = readonly [start: number, end: number, ran: boolean];

/** By path of a source file what of it ran. */
export type Ran = Readonly<Record<string, readonly Stretch[]>>;

/** What one test file runs. */
export interface Surveyed {
  readonly known: Known;
  /** While its cases ran. */
  readonly ran: Ran;
}

/** Which test files run which code: a mutant is asked about only to those that come by it. */
export interface Survey {
  readonly tests: readonly Surveyed[];
  /** What ran while modules were loaded, by whichever test file first. */
  readonly loading: readonly Ran[];
  readonly importers: Importers;
}

/** Whether a place of a file is passed while a test's cases run, or is part of what every load of the file runs. */
export function comesBy({ loading }: Survey, test: Surveyed, file: string, at: number): boolean {
  return passes(test.ran[file], at) || loading.some((one) => passes(one[file], at));
}

function passes(stretches: readonly Stretch[] | undefined, at: number): boolean {
  let innermost: Stretch | undefined;
  for (const one of stretches ?? []) {
    const around = one[0] <= at && at < one[1];
    if (around && (innermost === undefined || one[1] - one[0] <= innermost[1] - innermost[0])) innermost = one;
  }
  return innermost?.[2] === true;
}

import type { Importers, Known } from './bench.ts';

/** A stretch of a source file, and whether it ran. Stretches lie within one another; the innermost tells. */
export type Stretch = readonly [start: number, end: number, ran: boolean];

/** By path of a source file the places that are asked about. */
export type Places = Readonly<Record<string, readonly number[]>>;

export interface Asked {
  readonly tests: readonly string[];
  readonly places: Places;
}

/** What one test file runs. */
export interface Surveyed {
  readonly known: Known;
  /** Places that are passed while its cases run. */
  readonly passed: Places;
  /** The same for each case, of a file that takes long. */
  readonly cases?: readonly Places[];
}

/** Which test files run which code: a mutant is asked about only to those that come by it. */
export interface Survey {
  readonly tests: readonly Surveyed[];
  /** What ran while modules were loaded, by whichever test file first. */
  readonly loading: readonly Places[];
  readonly importers: Importers;
}

/** What of a test file may notice a change at a place: all of it, some cases by their numbers, or nothing. */
export function comingBy({ loading }: Survey, { passed, cases }: Surveyed, file: string, at: number): 'all' | 'none' | readonly number[] {
  const has = (places: Places) => places[file]?.includes(at) === true;
  if (loading.some(has)) return 'all';
  if (!has(passed)) return 'none';
  return cases === undefined ? 'all' : cases.flatMap((one, number) => (has(one) ? [number] : []));
}

/** Of some places those that ran. */
export function passedOf(stretches: readonly Stretch[], places: readonly number[]): readonly number[] {
  return places.filter((at) => {
    let innermost: Stretch | undefined;
    for (const one of stretches) {
      const around = one[0] <= at && at < one[1];
      if (around && (innermost === undefined || one[1] - one[0] <= innermost[1] - innermost[0])) innermost = one;
    }
    return innermost?.[2] === true;
  });
}

/** A mutant that no test can kill, because the program does the same with it, and why. */
export interface Equivalent {
  readonly file: string;
  /** What stands in the source, with runs of blanks as one. */
  readonly was: string;
  readonly put: string;
  readonly why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [];

import type { Programs } from '../build.ts';
import type { Result } from '../measure.ts';

/** What every part of the bench is given. */
export interface Ground {
  /** A folder that Git ignores, for whatever is made on the way. */
  readonly work: string;
  readonly programs: Programs;
  /** Progress, for people. */
  readonly say: (line: string) => void;
}

export type Part = (ground: Ground) => Promise<readonly Result[]>;

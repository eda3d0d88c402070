/** What one part of the deep tests has come to. */
export interface Outcome {
  readonly part: string;
  readonly ok: boolean;
  /** For the report of machines. */
  readonly figures: object;
  /** For people: one line for each figure that counts. */
  readonly lines: readonly string[];
  readonly seconds: number;
}

export interface Wish {
  readonly count: number | undefined;
  readonly seed: number;
  readonly sample: number | undefined;
  /** After which no further world is begun. */
  readonly minutes: number | undefined;
  /** How many workers, where a machine is to have less to do than it could. */
  readonly hands: number | undefined;
  /** Narrows a part: to planted faults of these numbers, or to files of the core whose path holds this. */
  readonly pick: string | undefined;
  /** A report of an earlier night, of whose mutants only those that lived are tried again. */
  readonly again: string | undefined;
}

export type Part = (wish: Wish) => Promise<Omit<Outcome, 'part' | 'seconds'>>;

/** A mutant that no test can kill, because the program does the same with it, and why. */
export interface Equivalent {
  readonly file: string;
  /** What stands in the source, with runs of blanks as one. */
  readonly was: string;
  readonly put: string;
  /** Something that its line holds, where the same change elsewhere in the file is no such mutant. */
  readonly on?: string;
  readonly why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: 'src/ledger/chain.ts',
    was: "''",
    put: "'another'",
    why: 'a line that does not match is known by the missing number, and the other parts are then not used; those that match are never missing',
  },
];

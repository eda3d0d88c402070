import type { Location } from './finding.ts';

/** A JSON pointer such as `/access/0/role`; the empty string is the whole file. */
export type Pointer = string;

/** Where a thing was written: its file, and the place of every value in it. */
export interface Source {
  readonly file: string;
  /** The place of the value at a pointer, or of the nearest value above it. */
  place(pointer: Pointer): Location;
  /** The place of the key at a pointer, or of the value where it has no key. */
  key(pointer: Pointer): Location;
}

import type { CloudName } from './access.ts';
import type { Instant } from './instant.ts';
import type { Period } from './period.ts';
import type { Source } from './source.ts';
import type { Terms } from './terms.ts';

/** One wish of a grant, as written: a role of the catalogue at places, or one role of one cloud. */
export type AccessEntry = CatalogueEntry | CloudEntry;

export interface CatalogueEntry extends Terms {
  readonly kind: 'catalogue';
  readonly role: string;
  readonly places: readonly string[];
}

/** `target` is a place, a place and what lies below it, or a raw scope; its cloud tells which. */
export interface CloudEntry extends Terms {
  readonly kind: 'cloud';
  readonly cloud: CloudName;
  readonly target: string;
  readonly role: string;
  readonly condition?: string;
}

/** A grant file, read and checked for form; its names are not yet looked up. */
export interface Grant {
  readonly id: string;
  /** The folder below `grants/`: the team that owns it. */
  readonly team: string;
  readonly principals: readonly string[];
  readonly requestedBy?: string;
  readonly reason?: string;
  readonly ticket?: string;
  readonly access: readonly AccessEntry[];
  readonly starts?: Instant;
  readonly expires: Instant;
  readonly duration?: Period;
  readonly grace: Period;
  readonly source: Source;
}

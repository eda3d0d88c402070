import type { Instant } from './instant.ts';
import type { Source } from './source.ts';

/** policy/overrides/<name>.yaml: lets exactly what the guard held back through, until its end. */
export interface Override {
  readonly name: string;
  readonly withdraws: readonly string[];
  readonly grants: readonly string[];
  readonly expires: Instant;
  readonly reason: string;
  readonly source: Source;
}

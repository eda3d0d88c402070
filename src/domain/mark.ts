import type { Instant } from './instant.ts';

/**
 * What the tool writes beside a binding to know it again. How each cloud spells it is the matter of its provider.
 * `until` is absent when the cloud's record can no longer be read as ours: somebody changed it.
 */
export interface Mark {
  readonly stamp: string;
  readonly grant: string;
  readonly until?: Instant;
  readonly starts?: Instant;
}

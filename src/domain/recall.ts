import type { Instant } from './instant.ts';
import type { Source } from './source.ts';

/** recalls/<name>.yaml: while it stands its principal holds nothing of ours and gets nothing. */
export interface Recall {
  /** The file's stem. */
  readonly name: string;
  /** A name of policy/people, or a raw identity of a stranger. */
  readonly principal: string;
  /** A record, never a delay. */
  readonly since: Instant;
  readonly reason: string;
  readonly source: Source;
}

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
  /** Whether its principal is locked out of what others gave, too; that needs approval, or a confirmation in the command itself. */
  readonly lockdown?: boolean;
  readonly source: Source;
}

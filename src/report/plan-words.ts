import type { Binding } from '../domain/access.ts';
import type { Change } from '../domain/change.ts';
import type { LatenessBy } from './lateness-text.ts';

/** What a plan does not hold but a reader wants: how a team reads the clock, who approved, who ends it. */
export interface PlanWords {
  readonly zone: (grant: string) => string;
  /** `#412, bo`; empty where nobody knows. */
  readonly approval: (grant: string) => string;
  /** The place over a scope and its cloud, `payments-prod gcp`; the bare scope where no place is over it. */
  readonly where: (binding: Binding) => string;
  /** Without a change: what is so for most of the cloud. */
  readonly endsBy: (cloud: string, change?: Change) => 'cloud' | 'run';
  /** How late ends by our run came of late; absent where nobody has measured. */
  readonly lateness?: LatenessBy;
  /** The name of policy/people that a live binding's member goes by; undefined for strangers. */
  readonly nameOf: (binding: Binding) => string | undefined;
  readonly verbose: boolean;
  /** Whether the reader is to be told what to type next. */
  readonly next: boolean;
  /** The zone of the first line. */
  readonly home: string;
  /** How many characters wide the reader's terminal is; absent where lines may be as long as they are. */
  readonly width?: number;
}

export const SYMBOLS: Record<Change['verb'], string> = { revoke: '-', shorten: '-', restore: '!', extend: '~', retitle: '~', grant: '+' };

import type { Location, Severity } from '../domain/finding.ts';
import type { Pointer } from '../domain/source.ts';
import type { Asked } from './asked.ts';

/** What one rule finds wrong with one grant: where in its file, what, and how to put it right. */
export interface Problem {
  readonly pointer: Pointer;
  readonly message: string;
  readonly hint: string;
  /** Where the demand itself stands, where that is more exact than the rule's `key`. */
  readonly at?: Location;
}

/** A demand on every grant. A problem of severity `error` refuses the grant. */
export interface Rule {
  readonly id: string;
  /** `GK2` and three digits; the rules of policy.yaml's own share one. */
  readonly code: string;
  readonly severity: Severity;
  /** What holds when the rule holds, in one sentence. */
  readonly summary: string;
  /** Where policy.yaml sets it; absent for what no setting changes. */
  readonly key?: Pointer;
  /** How to set it, as a line of policy.yaml. */
  readonly example?: string;
  judge(asked: Asked): readonly Problem[];
}

import { compare } from '../domain/finding.ts';
import type { Approval } from '../domain/policy.ts';
import type { MergedRequest } from '../domain/request.ts';

/** Whether what landed was approved, with the evidence or with the way out. */
export type Verdict = Approved | Refused;

interface Approved {
  readonly approved: true;
  /** Names of people, sorted; empty only where branch protection is trusted. */
  readonly by: readonly string[];
  /** Absent only for a commit without a request, where branch protection is trusted. */
  readonly request?: { readonly number: number; readonly url: string };
  /** What would have been refused under `enforce`. */
  readonly warnings: readonly string[];
}

interface Refused {
  readonly approved: false;
  /** `GK20` and two digits. */
  readonly code: string;
  readonly reason: string;
  readonly hint: string;
}

/** One thing that stands against the approval; `bends` names the mildest mode that makes a warning of it. */
export interface Fault {
  readonly code: string;
  readonly reason: string;
  readonly hint: string;
  readonly bends: 'never' | 'trust-branch-protection' | 'warn';
}

export interface Case {
  readonly mode: Approval['mode'];
  readonly request?: MergedRequest | undefined;
  readonly faults: readonly Fault[];
  readonly by: readonly string[];
}

/** The first fault gives code and hint, all of them the reason. */
export function settle({ mode, request, faults, by }: Case): Verdict {
  const held = faults.filter((fault) => !isBent(fault, mode));
  const [first] = held;
  if (first !== undefined) {
    return { approved: false, code: first.code, reason: held.map((fault) => fault.reason).join('; '), hint: first.hint };
  }
  const warnings = faults.map((fault) => fault.reason);
  const seen = request === undefined ? {} : { request: { number: request.number, url: request.url } };
  return { approved: true, by: [...by].sort(compare), ...seen, warnings };
}

function isBent(fault: Fault, mode: Approval['mode']): boolean {
  if (mode === 'trust-branch-protection') return fault.bends !== 'never';
  return mode === 'warn' && fault.bends === 'warn';
}

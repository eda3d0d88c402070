import type { Scope } from '../../domain/access.ts';
import type { Change } from '../../domain/change.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { Failure, Outcome, OutcomeStatus } from '../../domain/outcome.ts';
import type { Readable } from '../provider.ts';
import type { Draft, Task } from './draft.ts';
import { shows } from './edit.ts';
import type { Policy } from './policy.ts';
import type { PolicyReading } from './reader.ts';
import type { Session } from './session.ts';

/** The changes of one scope on their way, and what became of them. */
export interface Work {
  readonly session: Session;
  readonly scope: Scope;
  readonly again: (live: readonly LiveBinding[]) => readonly Change[];
  /** By the place of the change in what was asked for. */
  readonly outcomes: Outcome[];
  /** When it began, in milliseconds. */
  readonly began: number;
  /** The state as it was last seen. */
  reading: Readable;
  /** How often a write had to be begun anew. */
  setbacks: number;
}

/** The answer to a write is the policy that stands: each change is checked against it. */
export function concludeWritten(work: Work, draft: Draft, after: PolicyReading): void {
  work.reading = after;
  const evidence = evidenceOf(after.basis);
  for (const { task, edit } of draft.pending) {
    if (shows(after.basis, edit)) conclude(work, task, 'applied', { evidence });
    else conclude(work, task, 'unverified', { evidence, failure: notShown(work, task.change) });
  }
}

/** Google may answer with another spelling of a principal, such as the first address of an alias. */
function notShown({ scope, reading }: Work, change: Change): Failure {
  const message = `${scope.path} was written, but its policy does not show the change`;
  const twin = reading.live.find(
    ({ mark }) => change.verb !== 'revoke' && mark?.grant === change.grant && mark.until === change.desired.until,
  );
  if (twin === undefined) return { kind: 'unsafe', message };
  const hint = `write the principal in policy/people as Google spells it, if ${twin.binding.member.shown} is the same`;
  return { kind: 'unsafe', message: `${message}: ${twin.binding.member.shown} stands there instead`, hint };
}

/** What stands as we sent it, after a write without an answer, is ours in all likelihood; what nobody sent was made so by others. */
export function concludeStanding(work: Work, tasks: readonly Task[], policy: Policy): void {
  for (const task of tasks) conclude(work, task, task.sent ? 'applied' : 'already-so', { evidence: evidenceOf(policy) });
}

export function concludeFailed(work: Work, tasks: readonly Task[], failure: Failure): void {
  for (const task of tasks) conclude(work, task, 'failed', { failure });
}

/** A write that nobody could read back may have happened: that is not the same as one that failed. */
export function concludeUnread(work: Work, tasks: readonly Task[], failure: Failure): void {
  for (const task of tasks) conclude(work, task, task.sent ? 'unverified' : 'failed', { failure });
}

function conclude(work: Work, task: Task, status: OutcomeStatus, more: Pick<Outcome, 'evidence' | 'failure'>): void {
  work.outcomes[task.at] = { status, change: task.asked, at: work.session.access.clock(), ...more };
}

function evidenceOf({ etag }: Policy): string {
  return `etag ${etag ?? 'none'}`;
}

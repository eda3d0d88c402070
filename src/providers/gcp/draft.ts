import type { Scope } from '../../domain/access.ts';
import type { Change } from '../../domain/change.ts';
import type { Failure } from '../../domain/outcome.ts';
import { type Edit, edited, editOf } from './edit.ts';
import { breach } from './limits.ts';
import { lockout } from './lockout.ts';
import type { Policy } from './policy.ts';

/** One change that was asked for, on its way. */
export interface Task {
  /** Its place in what was asked for, and so in the outcomes. */
  readonly at: number;
  readonly asked: Change;
  /** The same on the last reading, where what it alters may have moved. */
  readonly change: Change;
  /** Whether a write with it was sent of which nobody knows what became. */
  readonly sent: boolean;
}

/** What is to be written for some tasks, and what need not or cannot be. */
export interface Draft {
  readonly policy: Policy;
  readonly pending: readonly { readonly task: Task; readonly edit: Edit }[];
  /** Already as they ask. */
  readonly standing: readonly Task[];
  readonly refused: readonly { readonly task: Task; readonly failure: Failure }[];
}

/**
 * The policy that makes the tasks true. Each is judged alone, so that one that would break a limit or cannot be written does not
 * keep the others back.
 */
export function draftOf(scope: Scope, policy: Policy, tasks: readonly Task[], stamp: string, self?: string): Draft {
  const known = drafts.get(policy);
  if (known?.stamp === stamp && known.self === self && known.scope === scope && areSame(known.tasks, tasks)) return known.draft;
  const draft = newDraft(scope, policy, tasks, stamp, self);
  drafts.set(policy, { scope, tasks, stamp, self, draft });
  return draft;
}

interface Drafted {
  readonly scope: Scope;
  readonly tasks: readonly Task[];
  readonly stamp: string;
  readonly self: string | undefined;
  readonly draft: Draft;
}

/** The last of each policy that was read: what was foreseen is what is written, if nothing came between. */
const drafts = new WeakMap<Policy, Drafted>();

function areSame(some: readonly Task[], others: readonly Task[]): boolean {
  const isSame = (one: Task, other: Task | undefined) =>
    one.at === other?.at && one.asked === other.asked && one.change === other.change && one.sent === other.sent;
  return some.length === others.length && some.every((one, at) => isSame(one, others[at]));
}

function newDraft(scope: Scope, policy: Policy, tasks: readonly Task[], stamp: string, self: string | undefined): Draft {
  let drafted = policy;
  const pending: { task: Task; edit: Edit }[] = [];
  const standing: Task[] = [];
  const refused: { task: Task; failure: Failure }[] = [];
  for (const task of tasks) {
    const edit = editOf(task.change, stamp);
    const next = edit.ok ? edited(drafted, edit.value) : drafted;
    const failure = edit.ok ? (lockout(scope, drafted, next, self) ?? breach(scope, drafted, next, edit.value.add)) : unwritable(edit);
    // Judged on what stands, not on the draft: a task that another one makes needless is not so until that one is written.
    if (edit.ok && edited(policy, edit.value) === policy) standing.push(task);
    else if (failure !== undefined) refused.push({ task, failure });
    else if (edit.ok) {
      drafted = next;
      pending.push({ task, edit: edit.value });
    }
  }
  return { policy: drafted, pending, standing, refused };
}

function unwritable({ problem, hint }: { readonly problem: string; readonly hint?: string }): Failure {
  return { kind: 'invalid', message: problem, ...(hint === undefined ? {} : { hint }) };
}

/**
 * What of the tasks is still to do, by what `again` answered on a new reading: the same digest, and of several with one digest
 * the one with the same handle. An answer that nobody asked for is left out.
 */
export function stillToDo(tasks: readonly Task[], answer: readonly Change[]): readonly Task[] {
  const open = [...answer];
  const exact = tasks.map((task) =>
    takeFrom(open, (change) => change.digest === task.change.digest && handleOf(change) === handleOf(task.change)),
  );
  return tasks.flatMap((task, at) => {
    const change = exact[at] ?? takeFrom(open, ({ digest }) => digest === task.change.digest);
    return change === undefined ? [] : [{ ...task, change }];
  });
}

function takeFrom(open: Change[], fits: (change: Change) => boolean): Change | undefined {
  const at = open.findIndex(fits);
  return at < 0 ? undefined : open.splice(at, 1)[0];
}

function handleOf(change: Change): string | undefined {
  return change.verb === 'grant' ? undefined : change.live.handle;
}

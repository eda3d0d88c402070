import { bindingOf, takes } from '../../domain/change.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { Access, CloudWriter } from '../provider.ts';
import { type Failed, waitBefore } from '../transport.ts';
import { explained, setPolicy } from './api.ts';
import { type Draft, draftOf, stillToDo, type Task } from './draft.ts';
import { memberOf } from './member.ts';
import { parsePolicy } from './policy.ts';
import { readingOf, readScope } from './reader.ts';
import { sessionFor } from './session.ts';
import { concludeFailed, concludeStanding, concludeUnread, concludeWritten, type Work } from './work.ts';

/** Google's advice for a policy that others write too: the whole cycle again, with growing waits (allow policies: "etag"). */
const TRIES = 8;
/** Milliseconds for one scope. */
const DEADLINE = 300_000;

/** Writes allow policies: one read-modify-write for all changes of a scope. */
export function gcpWriter(access: Access): CloudWriter {
  const session = sessionFor(access);
  return {
    apply: async (reading, changes, again) => {
      const work: Work = { session, scope: reading.scope, again, outcomes: [], began: access.clock(), reading, setbacks: 0 };
      const tasks = changes.map((change, at) => ({ at, asked: change, change, sent: false }));
      await settle(work, [...tasks.filter(({ change }) => takes(change)), ...tasks.filter(({ change }) => !takes(change))]);
      return { outcomes: work.outcomes, reading: work.reading };
    },
  };
}

/**
 * One write for all tasks, again and again until each has an outcome:
 *
 *     written              verified against the answer, which is the policy that stands
 *     somebody was faster  read anew, ask what is still to do, write that
 *     no clear answer      the same: only a reading tells what became of it
 *     refused              the tasks are parted, so that the good ones go through
 */
async function settle(work: Work, tasks: readonly Task[]): Promise<void> {
  for (let open = tasks; open.length > 0;) {
    const draft = drafted(work, open);
    if (draft === undefined || draft.pending.length === 0) return;
    const pending = draft.pending.map(({ task }) => task);
    const reply = await setPolicy(work.session, work.scope, { ...draft.policy, version: 3 });
    const after = reply.ok ? readingOf(work.scope, reply.body, reply.time) : undefined;
    if (after?.ok === true) return concludeWritten(work, draft, after);
    const failed = reply.ok ? notPolicy(work) : reply;
    const { kind } = failed.failure;
    const stale = isStale(draft, failed);
    if (kind !== 'conflict' && kind !== 'transient' && !stale) return refused(work, pending, failed);
    open = await renewed(work, kind === 'transient' ? pending.map((task) => ({ ...task, sent: true })) : pending, failed);
    if (isRefusal(work, draft, failed, stale)) return refused(work, open, { ...failed, failure: { ...failed.failure, kind: 'invalid' } });
  }
}

/**
 * Cloud Storage answers 412 both where somebody was faster and where a policy of the organization or a setting of the bucket forbids
 * the change (Cloud Storage: "HTTP status and error codes for JSON"). Where nobody wrote meanwhile, it was the change.
 */
function isRefusal({ reading }: Work, draft: Draft, { status }: Failed, stale: boolean): boolean {
  const now = parsePolicy(reading.basis);
  return (status === 412 || stale) && now.ok && now.value.etag === draft.policy.etag;
}

/**
 * An account of others that was deleted after we read: the policy has it as `deleted:` now, and the old spelling is refused by name
 * instead of by etag (terraform-provider-google: "Service account … does not exist").
 */
function isStale({ pending }: Draft, { failure }: Failed): boolean {
  const address = /Service account (\S+) does not exist/.exec(failure.message)?.[1];
  if (failure.kind !== 'invalid' || address === undefined) return false;
  const account = memberOf(`serviceAccount:${address}`).id;
  return pending.every(({ edit }) => edit.add === undefined || memberOf(edit.add.member).id !== account);
}

/** What to write now; tasks that need no write get their outcome. Undefined where nothing may be written on this reading. */
function drafted(work: Work, tasks: readonly Task[]): Draft | undefined {
  const policy = parsePolicy(work.reading.basis);
  if (!policy.ok || policy.value.etag === undefined) {
    const why = policy.ok ? 'it has no etag, so the writes of others could be lost' : policy.problem;
    concludeFailed(work, tasks, { kind: 'unsafe', message: `the policy of ${work.scope.path} is not safe to write: ${why}` });
    return undefined;
  }
  const draft = draftOf(work.scope, policy.value, tasks, work.session.access.stamp, work.session.credential.self());
  for (const { task, failure } of draft.refused) concludeFailed(work, [task], failure);
  concludeStanding(work, draft.standing, policy.value);
  return draft;
}

function notPolicy({ scope }: Work): Failed {
  return { ok: false, failure: { kind: 'transient', message: `the answer to the write of ${scope.path} is no policy` } };
}

/** A write that will not go through as it is. */
async function refused(work: Work, tasks: readonly Task[], failed: Failed): Promise<void> {
  const parts = parted(tasks, failed.failure);
  if (parts.length === 1) return concludeFailed(work, tasks, explained(failed, work.scope, 'setIamPolicy'));
  for (const part of parts) await settle(work, part);
}

/**
 * Google refuses a policy as a whole. Halves find the bad change among many; what takes access goes before what gives it. A right
 * to write may be limited to some roles, so changes that are forbidden are parted by role.
 */
function parted(tasks: readonly Task[], { kind }: Failure): readonly (readonly Task[])[] {
  if (kind === 'forbidden') return [...Map.groupBy(tasks, ({ change }) => bindingOf(change).role.id).values()];
  if (kind !== 'invalid' || tasks.length === 1) return [tasks];
  const taking = tasks.filter(({ change }) => takes(change)).length;
  const middle = taking > 0 && taking < tasks.length ? taking : Math.ceil(tasks.length / 2);
  return [tasks.slice(0, middle), tasks.slice(middle)];
}

/** After somebody else's write or an unclear answer: waits, reads anew, and answers what is still to do. */
async function renewed(work: Work, tasks: readonly Task[], failed: Failed): Promise<readonly Task[]> {
  const { access } = work.session;
  await access.sleep(waitBefore(work.setbacks, access.random(), failed.retryAfter));
  work.setbacks += 1;
  const reading = await readScope(work.session, work.scope);
  if (!reading.ok) {
    concludeUnread(work, tasks, reading.failure);
    return [];
  }
  work.reading = reading;
  const open = stillToDo(tasks, work.again(reading.live));
  const left = new Set(open.map(({ at }) => at));
  concludeStanding(
    work,
    tasks.filter(({ at }) => !left.has(at)),
    reading.basis,
  );
  if (work.setbacks < TRIES && access.clock() - work.began < DEADLINE) return open;
  concludeFailed(work, open, failed.failure);
  return [];
}

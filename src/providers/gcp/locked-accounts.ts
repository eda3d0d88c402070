import type { Measure, MeasureOutcome, RecallMeans } from '../../domain/measure.ts';
import type { Failure } from '../../domain/outcome.ts';
import type { LockWish } from '../provider.ts';
import type { DenyPolicy } from './deny-client.ts';
import { denyPrincipal, memberDenied } from './deny-principal.ts';
import { lockMark } from './deny-rule.ts';
import { type LiftedLock, type LockdownDraft, measureOf } from './lockdown-draft.ts';
import { accountState, turn } from './service-account.ts';
import type { Session } from './session.ts';

/** Accounts that their lock is to say that we disabled them, and those that could not be looked up. */
export interface Disabling {
  readonly marks: ReadonlyMap<string, string>;
  readonly failed: readonly MeasureOutcome[];
}

/** Which service accounts are enabled and not yet marked: what somebody else disabled is not ours to enable again. */
export async function accountsToDisable(
  session: Session,
  stamp: string,
  means: RecallMeans,
  standing: DenyPolicy | undefined,
  { locked }: LockWish,
): Promise<Disabling> {
  const marked = new Set(
    (standing?.rules ?? [])
      .flatMap((rule) => lockMark(stamp, rule) ?? [])
      .flatMap((mark) => (mark.disabled === undefined ? [] : [mark.principal])),
  );
  const marks = new Map<string, string>();
  const failed: MeasureOutcome[] = [];
  for (const { member } of means.disables ? locked : []) {
    const principal = denyPrincipal(member.id) ?? '';
    if (member.kind !== 'service' || marked.has(principal)) continue;
    const found = await accountState(session, member.id);
    if (!found.ok) failed.push(outcomeOf(session, { kind: 'disable', cloud: 'gcp', member: member.shown }, found.failure));
    else if (!found.state.disabled) marks.set(principal, found.state.uniqueId);
  }
  return { marks, failed };
}

/** Disables what the locks that stand say; what is disabled already is left out. */
export async function disableLocked(session: Session, { ours }: LockdownDraft): Promise<readonly MeasureOutcome[]> {
  const outcomes: MeasureOutcome[] = [];
  for (const { principal, disabled } of ours) {
    const member = memberDenied(principal);
    const now = disabled === undefined ? undefined : await accountState(session, member);
    // An account of the same name that was made since is another one, and locked out all the same.
    if (now === undefined || (now.ok && now.state.disabled)) continue;
    const done = now.ok ? await turn(session, member, 'disable') : now;
    outcomes.push(outcomeOf(session, measureOf('disable', principal), done.ok ? undefined : done.failure));
  }
  return outcomes;
}

/** Enables what we disabled before its lock, and with it the mark, goes; a lock whose account cannot be enabled stays for the next run. */
export async function enableLifted(
  session: Session,
  draft: LockdownDraft,
): Promise<{ readonly draft: LockdownDraft; readonly outcomes: readonly MeasureOutcome[] }> {
  const outcomes: MeasureOutcome[] = [];
  const stuck: LiftedLock[] = [];
  for (const mark of draft.lifted) {
    const member = memberDenied(mark.principal);
    const now = mark.disabled === undefined ? undefined : await accountState(session, member);
    const isOurs = now?.ok === true && now.state.disabled && now.state.uniqueId === mark.disabled;
    const isGone = now?.ok === false && now.failure.kind === 'not-found';
    if (now === undefined || isGone || (now.ok && !isOurs)) continue;
    const done = now.ok ? await turn(session, member, 'enable') : now;
    outcomes.push(outcomeOf(session, measureOf('enable', mark.principal), done.ok ? undefined : done.failure));
    if (!done.ok) stuck.push(mark);
  }
  return { draft: stuck.length === 0 ? draft : keeping(draft, stuck), outcomes };
}

function keeping(draft: LockdownDraft, stuck: readonly LiftedLock[]): LockdownDraft {
  const members = new Set(stuck.map(({ principal }) => memberDenied(principal)));
  return {
    ...draft,
    kept: [...draft.kept, ...stuck.map(({ rule }) => rule)],
    lifted: draft.lifted.filter((mark) => !stuck.includes(mark)),
    measures: draft.measures.filter(({ kind, member }) => kind !== 'unlock' || !members.has(member)),
  };
}

function outcomeOf({ access }: Session, measure: Measure, failure: Failure | undefined): MeasureOutcome {
  const at = access.clock();
  return failure === undefined ? { measure, status: 'applied', at, evidence: 'read back' } : { measure, status: 'failed', at, failure };
}

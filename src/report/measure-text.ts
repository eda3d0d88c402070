import type { Measure, MeasureKind, MeasureOutcome } from '../domain/measure.ts';
import type { Failure } from '../domain/outcome.ts';
import { printable } from './printable.ts';

/** Of a measure that was taken, and of one that was not. */
const WORDS: Readonly<Record<MeasureKind, readonly [done: string, undone: string]>> = {
  lock: ['locked out of what others gave', 'not locked out'],
  unlock: ['not locked out any more', 'still locked out'],
  disable: ['disabled', 'not disabled'],
  enable: ['enabled again', 'still disabled'],
  'sign-out': ['signed out', 'not signed out'],
  'revoke-sessions': ['sessions revoked', 'sessions not revoked'],
};

/** What is to be done. */
const PLANS: Readonly<Record<MeasureKind, string>> = {
  lock: 'lock out of what others gave',
  unlock: 'lock out no more',
  disable: 'disable',
  enable: 'enable again',
  'sign-out': 'sign out',
  'revoke-sessions': 'revoke the sessions of',
};

/** What a plan found of the lockdown of one cloud. */
export interface PlannedMeasures {
  readonly cloud: string;
  /** Where it stands, as files write scopes. */
  readonly at: string;
  readonly measures: readonly Measure[];
  /** Why it is not known. */
  readonly failure?: Failure;
}

/** One line for each measure that is to be taken. */
export function plannedMeasuresText(planned: readonly PlannedMeasures[]): string {
  const lines = planned.flatMap(({ cloud, at, measures, failure }) => [
    ...(failure === undefined ? [] : [`lockdown at ${printable(at)} ${cloud}: not known: ${saidOf(failure)}`]),
    ...measures.map(({ kind, member }) => `lockdown at ${printable(at)} ${cloud}: ${PLANS[kind]}: ${printable(member)}`),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

/** One line for each measure that was taken, or was not, with what the cloud answered. */
export function measureLines(outcomes: readonly MeasureOutcome[]): readonly string[] {
  return outcomes.map(({ measure: { kind, cloud, member }, status, evidence, failure }) => {
    const [done, undone] = WORDS[kind];
    const isDone = status === 'applied' || status === 'already-so';
    const said = failure === undefined ? (evidence ?? '') : saidOf(failure);
    return `${cloud}: ${printable(member)} ${isDone ? done : undone}: ${status}${said === '' ? '' : `  ${printable(said)}`}`;
  });
}

function saidOf({ message, hint }: Failure): string {
  return printable(hint === undefined ? message : `${message} (${hint})`);
}

/** Whether something that was to be done is not; what policy does not ask for is no part of it. */
export function areOpen(outcomes: readonly MeasureOutcome[]): boolean {
  return outcomes.some(({ status }) => status === 'failed' || status === 'unverified');
}

export function measureJson({ measure, status, evidence, failure }: MeasureOutcome): object {
  const said = failure === undefined ? null : { kind: failure.kind, message: failure.message, hint: failure.hint ?? null };
  return { ...measure, status, evidence: evidence ?? null, failure: said };
}

export function plannedMeasureJson({ cloud, at, measures, failure }: PlannedMeasures): object {
  return { cloud, at, measures: measures.map(({ kind, member }) => ({ kind, member })), failure: failure?.message ?? null };
}

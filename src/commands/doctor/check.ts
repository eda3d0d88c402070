import type { Failure } from '../../domain/outcome.ts';
import type { Told } from '../../forge/settings.ts';
import type { Check, Verdict } from '../../report/doctor.ts';

/** A check before anybody looked. */
export interface Question {
  readonly id: string;
  readonly family: string;
  readonly wanted: string;
  /** What mends it when it fails. */
  readonly fix: string;
  /** The permission that a token needs to look, such as `Administration: read`. */
  readonly right?: string;
}

/** What a look showed; `fix` where another remedy than the question's fits. */
export interface Finding {
  readonly verdict: Verdict;
  readonly found: string;
  readonly fix?: string;
}

export const pass = (found: string): Finding => ({ verdict: 'pass', found });
export const fail = (found: string, fix?: string): Finding =>
  fix === undefined ? { verdict: 'fail', found } : { verdict: 'fail', found, fix };
export const unknown = (found: string, fix?: string): Finding =>
  fix === undefined ? { verdict: 'unknown', found } : { verdict: 'unknown', found, fix };

/** What a look at the source showed. A pass needs no remedy. */
export function checkOf(question: Question, source: string, { verdict, found, fix }: Finding): Check {
  const { id, family, wanted } = question;
  const remedy = verdict === 'pass' ? {} : { fix: fix ?? question.fix };
  return { id, family, wanted, verdict, found, source, ...remedy };
}

/** The judgement of what a forge told; unknown where it did not. */
export function judged<T>(question: Question, told: Told<T>, judge: (value: T) => Finding): Check {
  const { call, answer } = told;
  return checkOf(question, call, answer.ok ? judge(answer.value) : notTold(answer.failure, question));
}

/** Why it is not known, and how to get to know. */
export function notTold({ kind, message }: Failure, { right }: Pick<Question, 'right'>): Finding {
  if (kind === 'transient' || right === undefined) return unknown(message, 'Run doctor again when GitHub answers.');
  return unknown(message, `Run doctor with a token that has ${right}.`);
}

import type { FailureKind } from '../../domain/outcome.ts';
import { GitProblem } from '../../git/problem.ts';
import type { Answer } from '../forge.ts';

export function yes<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function no(kind: FailureKind, message: string, hint?: string): { readonly ok: false } & Answer<never> {
  return { ok: false, failure: hint === undefined ? { kind, message } : { kind, message, hint } };
}

/** What goes wrong with the repository is an answer too; only errors of this program itself are thrown. */
export async function answered<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GitProblem)) throw error;
    return no('transient', error.finding.message, error.finding.hint);
  }
}

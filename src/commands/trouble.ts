import { GitProblem } from '../git/problem.ts';
import { printable } from '../report/printable.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { UsageProblem } from './usage.ts';

/** What was thrown, for a person: what is wrong and, where it is known, what to do. Ends with a line end. */
export function troubleText(error: unknown): string {
  if (error instanceof GitProblem) {
    const { code, message, hint } = error.finding;
    return `${code}  ${printable(message)}\n${hint === undefined ? '' : `  ${printable(hint)}\n`}`;
  }
  return `error: ${printable(error instanceof Error ? error.message : String(error))}\n`;
}

export function troubleExit(error: unknown): ExitCode {
  return exitCode(error instanceof UsageProblem ? 'usage' : 'error');
}

/** The text itself says what to do; of anything else only the place in the program can tell more. */
export function isForeseen(error: unknown): boolean {
  return error instanceof GitProblem || error instanceof UsageProblem;
}

import type { Context } from './context.ts';
import type { ExitCode } from './exit.ts';
import type { OutputName, Outputs } from './outputs.ts';

/** One option, from which the command line, the help, the Action's inputs and the docs are made. */
export interface Option {
  /** Long name without dashes, such as `working-tree`. */
  readonly name: string;
  /** What stands for the value in the help; absent for a switch. */
  readonly value?: string;
  readonly summary: string;
  /** Also an input of the Action. */
  readonly input?: boolean;
  readonly choices?: readonly string[];
}

export interface Argument {
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
  readonly many?: boolean;
}

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** What a command answers: data for stdout, in both forms, and how the process ends. */
export interface Report {
  readonly exit: ExitCode;
  /** For people; ends with a line end unless it is empty. */
  readonly text: string;
  /** The same as Markdown in which no data acts, for the summary of a step; `text` in a frame where there is none. */
  readonly page?: string;
  /** For machines: what `--json` prints. */
  readonly json: object;
  /** Single values for the Action's outputs. */
  readonly outputs?: Outputs;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly arguments?: readonly Argument[];
  readonly options: readonly Option[];
  /** In the Action too. */
  readonly action: boolean;
  /** What it sets of the Action's outputs, beside those that every command has. */
  readonly outputs?: readonly OutputName[];
  run(context: Context, options: Options, args: readonly string[]): Promise<Report>;
}

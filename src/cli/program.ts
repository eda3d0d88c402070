import { Command as Program, CommanderError, Option as ProgramOption } from 'commander';
import type { Command, Option, Options } from '../commands/command.ts';
import { COMMANDS, everyCommand, GLOBAL_OPTIONS } from '../commands/commands.ts';
import { EXITS } from '../commands/exit.ts';

export interface Invocation {
  readonly command: Command;
  readonly options: Options;
  readonly args: readonly string[];
}

/** What a line of arguments asks for; `shown` when commander has answered it already: help, version, or a mistake. */
export type Parsed = { readonly kind: 'run'; readonly invocation: Invocation } | { readonly kind: 'shown'; readonly exit: 0 | 64 };

/** Where help and mistakes go. */
export interface Write {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export async function parseArguments(argv: readonly string[], version: string, write: Write): Promise<Parsed> {
  let invocation: Invocation | undefined;
  const program = new Program('grantkeeper').description('Access to production as code that ends by itself.').version(version);
  program.usage('<command> [options]').exitOverride().configureOutput({ writeOut: write.out, writeErr: write.err });
  program.showHelpAfterError('Options stand behind the command; grantkeeper <command> --help lists them.');
  program.addHelpText(
    'after',
    () => `\nExit codes:\n${EXITS.map((exit) => `  ${String(exit.code).padStart(3)}  ${exit.meaning}`).join('\n')}\n`,
  );
  for (const command of await commandsFor(argv)) {
    const sub = subCommand(program, command);
    sub.action((...given: unknown[]) => {
      const args = given.slice(0, command.arguments?.length ?? 0).filter((one) => typeof one === 'string');
      invocation = { command, options: kebab(sub.opts()), args };
    });
  }
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return { kind: 'shown', exit: error.exitCode === 0 ? 0 : 64 };
    throw error;
  }
  return invocation === undefined ? { kind: 'shown', exit: 64 } : { kind: 'run', invocation };
}

/** The one that is named; all of them for the help, and to say which one a mistyped name may mean. */
async function commandsFor([name = '']: readonly string[]): Promise<readonly Command[]> {
  if (name === '--version' || name === '-V') return [];
  const load = COMMANDS.get(name);
  return load === undefined ? everyCommand() : [await load()];
}

function subCommand(program: Program, command: Command): Program {
  const sub = program.command(command.name).description(command.summary);
  for (const argument of command.arguments ?? [])
    sub.argument(argument.required ? `<${argument.name}>` : `[${argument.name}]`, argument.summary);
  for (const option of [...command.options, ...GLOBAL_OPTIONS]) sub.addOption(programOption(option));
  return sub;
}

function programOption(option: Option): ProgramOption {
  const value = option.value === undefined ? '' : option.value.startsWith('[') ? ` ${option.value}` : ` <${option.value}>`;
  const made = new ProgramOption(`--${option.name}${value}`, option.summary);
  return option.choices === undefined ? made : made.choices([...option.choices]);
}

/** `workingTree` back to `working-tree`; `--no-color` arrives as `color: false`. */
function kebab(options: Record<string, unknown>): Options {
  const entries = Object.entries(options).flatMap(([name, value]): (readonly [string, string | boolean])[] => {
    const long = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if ((long === 'color' || long === 'input') && typeof value === 'boolean') return value ? [] : [[`no-${long}`, true]];
    return typeof value === 'string' || typeof value === 'boolean' ? [[long, value]] : [];
  });
  return Object.fromEntries(entries);
}

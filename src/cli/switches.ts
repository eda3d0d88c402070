import { COMMANDS, GLOBAL_OPTIONS } from '../commands/commands.ts';
import type { Invocation } from './program.ts';

/**
 * What a line asks for that holds a command and whole switches of it and nothing else, which cannot be read in two ways. Undefined
 * for every other line: what reads them takes as long to load as a few files take to check.
 */
export async function switchesAlone([name = '', ...rest]: readonly string[]): Promise<Invocation | undefined> {
  const command = await COMMANDS.get(name)?.();
  if (command === undefined || command.arguments?.some(({ required }) => required) === true) return undefined;
  const switches = new Set(
    [...command.options, ...GLOBAL_OPTIONS].filter(({ value }) => value === undefined).map((one) => `--${one.name}`),
  );
  if (!rest.every((arg) => switches.has(arg))) return undefined;
  return { command, options: Object.fromEntries(rest.map((arg) => [arg.slice('--'.length), true])), args: [] };
}

import type { Command, Option, Options } from '../commands/command.ts';
import { COMMANDS, everyCommand, GLOBAL_OPTIONS } from '../commands/commands.ts';
import { UsageProblem } from '../commands/usage.ts';

/** Everything an action is told, read once; nothing else reads its environment. */
export interface Inputs {
  readonly command: Command;
  readonly options: Options;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Commands that the Action has, in the order of the table. */
export async function actionCommands(): Promise<readonly Command[]> {
  return (await everyCommand()).filter((command) => command.action);
}

/** The options of a command that are inputs too. */
export function inputsOf(command: Command): readonly Option[] {
  return [...command.options, ...GLOBAL_OPTIONS].filter((option) => option.input === true);
}

/** The runner hands inputs over as INPUT_<NAME>, in capitals (GitHub Actions: metadata syntax, inputs). */
export async function readInputs(env: Environment): Promise<Inputs> {
  const name = inputOf(env, 'command');
  const command = await COMMANDS.get(name)?.();
  if (command?.action !== true) {
    const names = (await actionCommands()).map((one) => one.name);
    throw new UsageProblem(`the input command is one of ${names.join(', ')}, not "${name}"`);
  }
  await refuseOthers(env, command);
  const given = inputsOf(command).map((option) => [option.name, valueOf(option, inputOf(env, option.name))] as const);
  const switches: Record<string, boolean> = { 'no-input': true, ...(command.name === 'apply' ? { yes: true } : {}) };
  return { command, options: { ...Object.fromEntries(given.filter(([, value]) => value !== undefined)), ...switches } };
}

/** An input that does nothing for this command would look as if it did. */
async function refuseOthers(env: Environment, command: Command): Promise<void> {
  const own = new Set(inputsOf(command).map((option) => option.name));
  for (const other of await actionCommands()) {
    const idle = inputsOf(other).find((option) => !own.has(option.name) && valueOf(option, inputOf(env, option.name)) !== undefined);
    if (idle !== undefined) throw new UsageProblem(`the input ${idle.name} is for ${other.name}, not for ${command.name}`);
  }
}

/** The three spellings of each that YAML 1.2 has, which is what the toolkit takes for a boolean too. */
const TRUE = new Set(['true', 'True', 'TRUE']);
const FALSE = new Set(['false', 'False', 'FALSE']);

function valueOf({ name, value, choices }: Option, text: string): string | true | undefined {
  if (text === '') return undefined;
  const isSwitch = value === undefined;
  if ((isSwitch || value.startsWith('[')) && TRUE.has(text)) return true;
  if ((isSwitch || value.startsWith('[')) && FALSE.has(text)) return undefined;
  if (isSwitch) throw new UsageProblem(`the input ${name} is true or false, not "${text}"`);
  if (choices?.includes(text) === false) throw new UsageProblem(`the input ${name} is one of ${choices.join(', ')}, not "${text}"`);
  return text;
}

function inputOf(env: Environment, name: string): string {
  return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}

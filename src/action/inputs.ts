import type { Argument, Command, Option, Options } from '../commands/command.ts';
import { COMMANDS, everyCommand, GLOBAL_OPTIONS } from '../commands/commands.ts';
import { UsageProblem } from '../commands/usage.ts';

/** Everything an action is told, read once; nothing else reads its environment. */
export interface Inputs {
  readonly command: Command;
  readonly options: Options;
  readonly args: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Commands that the Action has, in the order of the table. */
export async function actionCommands(): Promise<readonly Command[]> {
  return (await everyCommand()).filter((command) => command.action);
}

/** The options of a command that are inputs too, and before them its arguments, which all are. */
export function inputsOf(command: Command): readonly Option[] {
  return [...(command.arguments ?? []).map(asOption), ...[...command.options, ...GLOBAL_OPTIONS].filter((option) => option.input === true)];
}

function asOption({ name, summary, many }: Argument): Option {
  return { name, value: name.toUpperCase(), summary: many === true ? `${summary}; one on a line` : summary, input: true };
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
  const given = [...command.options, ...GLOBAL_OPTIONS]
    .filter((option) => option.input === true)
    .map((option) => [option.name, valueOf(option, inputOf(env, option.name))] as const);
  const chosen = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  return { command, options: { ...chosen, ...switchesOf(command) }, args: argumentsOf(env, command) };
}

/** Nobody can be asked in a workflow; what was merged, or typed into its form, is what is meant. */
function switchesOf(command: Command): Readonly<Record<string, boolean>> {
  return { 'no-input': true, ...(command.options.some((option) => option.name === 'yes') ? { yes: true } : {}) };
}

/** The runner enforces no `required` (GitHub Actions: metadata syntax, inputs), so this does. */
function argumentsOf(env: Environment, command: Command): readonly string[] {
  return (command.arguments ?? []).flatMap(({ name, required, many }) => {
    const text = inputOf(env, name);
    if (text === '' && required) throw new UsageProblem(`${command.name} needs the input ${name}`);
    const values = many === true ? text.split('\n').map((line) => line.trim()) : [text];
    return values.filter((value) => value !== '');
  });
}

/** An input that does nothing for this command would look as if it did. The other commands load only where there is one. */
async function refuseOthers(env: Environment, command: Command): Promise<void> {
  const own = new Set(['command', 'token', ...inputsOf(command).map((option) => option.name)].map(variableOf));
  const others = Object.keys(env).filter((name) => name.startsWith(PREFIX) && !own.has(name) && (env[name] ?? '').trim() !== '');
  if (others.length === 0) return;
  const known = await actionCommands();
  for (const name of others) {
    const takers = known.flatMap((other) =>
      inputsOf(other).flatMap((option) => (variableOf(option.name) === name ? [{ other, option }] : [])),
    );
    const [taker] = takers;
    if (taker === undefined) throw new UsageProblem(`there is no input ${name.slice(PREFIX.length).toLowerCase()}`);
    const { other, option } = taker;
    if (valueOf(option, inputOf(env, option.name)) === undefined) continue;
    throw new UsageProblem(`the input ${option.name} is for ${other.name}, not for ${command.name}`);
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

const PREFIX = 'INPUT_';

function variableOf(name: string): string {
  return `${PREFIX}${name.replaceAll(' ', '_').toUpperCase()}`;
}

function inputOf(env: Environment, name: string): string {
  return (env[variableOf(name)] ?? '').trim();
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';
import { stringify } from 'yaml';
import { actionCommands, inputsOf } from '../src/action/inputs.ts';
import type { Command, Option } from '../src/commands/command.ts';
import { OUTPUTS, OUTPUTS_OF_ALL, type OutputName } from '../src/commands/outputs.ts';
import { outdatedWorkflows, writeWorkflows } from './workflows.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Every file that is made from the table of commands, by its path: the action with `command`, and one action for each verb. */
export async function actionFiles(): Promise<ReadonlyMap<string, string>> {
  const commands = await actionCommands();
  const files = [rootAction(commands), ...commands.map((command) => subAction(command))];
  return new Map(await Promise.all(files.map(async ([path, value]) => [path, await formatted(path, value)] as const)));
}

/** Paths whose file is not what would be written, or is missing. */
export async function outdatedActions(): Promise<readonly string[]> {
  return [...(await actionFiles())].filter(([path, text]) => standing(path) !== text).map(([path]) => path);
}

type File = readonly [path: string, value: object];

function rootAction(commands: readonly Command[]): File {
  return [
    'action.yml',
    {
      name: 'Grantkeeper',
      description: 'Access to production as code that ends by itself: grants in Git, applied to Google Cloud IAM and Azure RBAC',
      branding: BRANDING,
      inputs: {
        command: { description: `What to do: ${oneOf(commands.map((command) => command.name))}`, required: true },
        ...allInputs(commands),
        ...TOKEN,
      },
      outputs: described(Object.keys(OUTPUTS) as readonly OutputName[]),
      runs: { using: 'node24', main: 'dist/action.js' },
    },
  ];
}

/**
 * The verb is the default of an input, so that one entry serves all and a sub-action is nothing but this file. Whoever overrides it
 * gets another command in the very same job: rights belong to the job and its identities, never to the file that is called.
 */
function subAction(command: Command): File {
  const own = Object.fromEntries(inputsOf(command).map((option) => [option.name, inputOf(command, option, '')]));
  return [
    `actions/${command.name}/action.yml`,
    {
      name: `Grantkeeper ${command.name}`,
      description: command.summary,
      branding: BRANDING,
      inputs: {
        ...own,
        ...TOKEN,
        command: { description: 'Leave this out: it is what makes this action what it is', default: command.name },
      },
      outputs: described([...OUTPUTS_OF_ALL, ...(command.outputs ?? [])]),
      runs: { using: 'node24', main: '../../dist/action.js' },
    },
  ];
}

const BRANDING = { icon: 'key', color: 'green' };

const TOKEN = {
  token: {
    description: 'Reads pull requests and their reviews; prune and recall also write a branch and a pull request with it',
    default: '${{ github.token }}',
  },
};

function described(names: readonly OutputName[]): Readonly<Record<string, { readonly description: string }>> {
  return Object.fromEntries(names.map((name) => [name, { description: OUTPUTS[name] }]));
}

/** Each option once, with the commands that take it, where not all do. */
function allInputs(commands: readonly Command[]): Readonly<Record<string, object>> {
  const options = new Map(commands.flatMap(inputsOf).map((option) => [option.name, option]));
  return Object.fromEntries(
    [...options.values()].map((option) => {
      const takers = commands.filter((command) => inputsOf(command).some(({ name }) => name === option.name));
      const of = takers.length === commands.length ? '' : ` (${takers.map((command) => command.name).join(', ')})`;
      return [option.name, { description: `${text(option)}${of}` }];
    }),
  );
}

function inputOf(command: Command, option: Option, of: string): object {
  const required = command.arguments?.some((argument) => argument.name === option.name && argument.required) === true;
  return { description: `${text(option)}${of}`, ...(required ? { required } : {}) };
}

function text({ summary, value, choices }: Option): string {
  if (value === undefined) return `${summary}: true or false`;
  return choices === undefined ? summary : `${summary}: ${oneOf(choices)}`;
}

function oneOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

function standing(path: string): string | undefined {
  return existsSync(ROOT + path) ? readFileSync(ROOT + path, 'utf8') : undefined;
}

/** As the formatter of the repository would have it, so that the two never fight. */
async function formatted(path: string, value: object): Promise<string> {
  const text = `# Written by \`npm run generate\` from the table of commands.\n${stringify(value, { lineWidth: 0 })}`;
  const options = JSON.parse(readFileSync(`${ROOT}.oxfmtrc.json`, 'utf8')) as Parameters<typeof format>[2];
  const { code, errors } = await format(path, text, options);
  if (errors.length > 0) throw new Error(errors.map((error) => error.message).join('\n'));
  return code;
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const old = [...(await outdatedActions()), ...outdatedWorkflows()];
    if (old.length > 0) console.error(`not what \`npm run generate\` writes: ${old.join(', ')}`);
    process.exitCode = old.length > 0 ? 1 : 0;
  } else {
    writeWorkflows();
    for (const [path, written] of await actionFiles()) {
      mkdirSync(dirname(ROOT + path), { recursive: true });
      writeFileSync(ROOT + path, written);
    }
  }
}

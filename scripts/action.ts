import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';
import { stringify } from 'yaml';
import { actionCommands, inputsOf } from '../src/action/inputs.ts';
import type { Command, Option } from '../src/commands/command.ts';
import { OUTPUTS } from '../src/commands/outputs.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILE = 'action.yml';

/** The text of action.yml, made from the table of commands. */
export async function actionText(): Promise<string> {
  const commands = await actionCommands();
  const action = {
    name: 'Grantkeeper',
    description: 'Access to production as code that ends by itself: grants in Git, applied to Google Cloud IAM and Azure RBAC',
    branding: { icon: 'key', color: 'green' },
    inputs: {
      command: { description: `What to do: ${oneOf(commands.map((command) => command.name))}`, required: true },
      ...inputs(commands),
      'github-token': {
        description: 'Reads pull requests and their reviews; prune also writes a branch and a pull request with it',
        default: '${{ github.token }}',
      },
    },
    outputs: Object.fromEntries(Object.entries(OUTPUTS).map(([name, description]) => [name, { description }])),
    runs: { using: 'node24', main: 'dist/action.js' },
  };
  return formatted(`# Written by \`npm run generate\` from the table of commands.\n${stringify(action, { lineWidth: 0 })}`);
}

/** Each option once, with the commands that take it, where not all do. */
function inputs(commands: readonly Command[]): Readonly<Record<string, { readonly description: string }>> {
  const options = new Map(commands.flatMap(inputsOf).map((option) => [option.name, option]));
  return Object.fromEntries(
    [...options.values()].map((option) => {
      const takers = commands.filter((command) => inputsOf(command).some(({ name }) => name === option.name));
      const of = takers.length === commands.length ? '' : ` (${takers.map((command) => command.name).join(', ')})`;
      return [option.name, { description: `${described(option)}${of}` }];
    }),
  );
}

function described({ summary, value, choices }: Option): string {
  if (value === undefined) return `${summary}: true or false`;
  return choices === undefined ? summary : `${summary}: ${oneOf(choices)}`;
}

function oneOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

/** As the formatter of the repository would have it, so that the two never fight. */
async function formatted(text: string): Promise<string> {
  const { code, errors } = await format(
    FILE,
    text,
    JSON.parse(readFileSync(`${ROOT}.oxfmtrc.json`, 'utf8')) as Parameters<typeof format>[2],
  );
  if (errors.length > 0) throw new Error(errors.map((error) => error.message).join('\n'));
  return code;
}

if (import.meta.main) {
  const text = await actionText();
  if (!process.argv.includes('--check')) writeFileSync(ROOT + FILE, text);
  else if (readFileSync(ROOT + FILE, 'utf8') !== text) {
    console.error(`${FILE} is not what \`npm run generate\` writes`);
    process.exitCode = 1;
  }
}

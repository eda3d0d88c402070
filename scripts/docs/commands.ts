import type { Command, Option } from '../../src/commands/command.ts';
import { everyCommand, GLOBAL_OPTIONS } from '../../src/commands/commands.ts';
import { EXITS } from '../../src/commands/exit.ts';
import { code, page, prose, table, WRITTEN } from './markdown.ts';

/** What `--json` prints, by command; the others print an object of their own without a published schema. */
const OUTPUT: Readonly<Record<string, string>> = { validate: 'findings', plan: 'plan', apply: 'apply' };

export async function commandsTable(): Promise<string> {
  return table(
    ['command', 'what it does'],
    (await everyCommand()).map(({ name, summary }) => [`[${code(name)}](docs/reference/commands.md#${name})`, prose(summary)]),
  );
}

export function exitsTable(): string {
  return table(
    ['exit', 'meaning'],
    EXITS.map((exit) => [String(exit.code), exit.meaning]),
  );
}

export async function commandsPage(): Promise<string> {
  return page(
    WRITTEN,
    '# Commands',
    'What is printed on stdout is data, what is printed on stderr is talk. `grantkeeper COMMAND --help` shows the same as this page.',
    ...(await everyCommand()).flatMap(commandParts),
    '## Options of every command',
    options(GLOBAL_OPTIONS),
    '## Exit codes',
    'The first that fits, from the top.',
    exitsTable(),
  );
}

function commandParts(command: Command): readonly string[] {
  const given = command.arguments ?? [];
  const places = given.map(({ name, required }) => (required ? `<${name}>` : `[${name}]`));
  return [
    `## ${command.name}`,
    `${prose(command.summary)}.`,
    `\`\`\`text\n${['grantkeeper', command.name, ...places, '[options]'].join(' ')}\n\`\`\``,
    ...(given.length === 0
      ? []
      : [
          table(
            ['argument', 'what it is'],
            given.map(({ name, summary }) => [code(name), prose(summary)]),
          ),
        ]),
    ...(command.options.length === 0 ? [] : [options(command.options)]),
    outputText(command),
  ];
}

function options(all: readonly Option[]): string {
  return table(
    ['option', 'what it does'],
    all.map(({ name, value, summary, choices }) => [
      code(`--${name}${value === undefined ? '' : ` ${value}`}`),
      choices === undefined ? prose(summary) : `${prose(summary)}: ${choices.map(code).join(' or ')}`,
    ]),
  );
}

function outputText({ name, action }: Command): string {
  const schema = OUTPUT[name];
  const json =
    schema === undefined
      ? 'What `--json` prints has no published schema yet.'
      : `\`--json\` prints an object of [${schema}.schema.json](../../schemas/${schema}.schema.json)${
          schema === 'findings' ? '' : ', or findings where the control files do not read'
        }.`;
  return `${json} ${action ? 'The [Action](action.md) has it too.' : 'It is not in the Action.'}`;
}

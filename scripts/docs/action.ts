import { parse } from 'yaml';
import { actionText } from '../action.ts';
import { code, page, table, WRITTEN } from './markdown.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly required?: boolean; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

export async function actionPage(): Promise<string> {
  const { inputs, outputs } = parse(await actionText()) as ActionFile;
  return page(
    WRITTEN,
    '# The Action',
    'One action with a `command`; inputs that the command does not have are refused. What the exit code is on the command line is the output `exit-code` here; a step fails for every code but 0 and 2. `apply` does not ask: what was merged is what is meant.',
    '## Inputs',
    table(
      ['input', 'what it is', 'left out'],
      Object.entries(inputs).map(([name, { description, required, default: otherwise }]) => [
        code(name),
        description,
        required === true ? 'must be there' : otherwise === undefined ? '' : code(otherwise),
      ]),
    ),
    '## Outputs',
    table(
      ['output', 'what it is'],
      Object.entries(outputs).map(([name, { description }]) => [code(name), description]),
    ),
    'An output is set by the commands that have it to tell, and empty otherwise. How to use the action: [set up a repository](../how-to/set-up-a-repository.md).',
  );
}

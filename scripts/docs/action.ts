import { parse } from 'yaml';
import { actionFiles } from '../action.ts';
import { code, page, table, WRITTEN } from './markdown.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly required?: boolean; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

export async function actionPage(): Promise<string> {
  const { inputs, outputs } = parse((await actionFiles()).get('action.yml') ?? '') as ActionFile;
  return page(
    WRITTEN,
    '# The Action',
    "One action with a `command`, and one for each command in `actions/<command>/`, which take that command's inputs alone; all run the same bundle. Inputs that the command does not have are refused. What the exit code is on the command line is the output `exit-code` here; a step fails for every code but 0 and 2. `apply` and `recall` do not ask: what was merged, or typed into the form of the workflow, is what is meant. `apply`, `prune`, `recall` and `request` refuse to run on a pull request.",
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
    'An output is set by the commands that have it to tell, and empty otherwise. The summary of a step holds the report up to 900,000 bytes; `report-path` names a file with all of it when that is too little. Of each kind of annotation at most eight findings are shown and the rest counted. On GitHub Enterprise Server the address of the API comes from `GITHUB_API_URL`, which the runner sets. How to use it all: [workflows](../how-to/workflows.md).',
  );
}

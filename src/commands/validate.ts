import { headOf } from '../git/repository.ts';
import type { Command } from './command.ts';
import { readFound } from './reading/checkout.ts';

export const validate: Command = {
  name: 'validate',
  summary: 'Check grants, roles and policy; every error with its line',
  options: [
    { name: 'working-tree', summary: 'Read the folder as it is, not the commit that is checked out', input: true },
    { name: 'sarif', value: 'FILE', summary: 'Also write the findings to this file, as SARIF 2.1.0 for code scanning', input: true },
  ],
  action: true,
  async run(context, options) {
    const commit = async () => (options['working-tree'] === true ? undefined : headOf(await context.checkout()));
    // Git answers while the readers load: each takes about a third of a short run.
    const asked = Promise.all([context.checkout(), commit()]).then(([checkout, at]) => readFound(checkout, at));
    const [{ validation }, found] = await Promise.all([import('./validation.ts'), asked]);
    return validation(found, context, options['sarif']);
  },
};

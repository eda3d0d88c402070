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
    const checkout = await context.checkout();
    // Git answers while the readers load, which keeps this process busy: it is asked first.
    const asked = readFound(checkout, options['working-tree'] === true ? undefined : headOf(checkout));
    const [{ validation }, found] = await Promise.all([import('./validation.ts'), asked]);
    return validation(found, context, options['sarif']);
  },
};

import { printable } from '../report/printable.ts';
import type { Command, Report } from './command.ts';
import { exitCode } from './exit.ts';
import { checkPolicy } from './policy-check.ts';
import { comparePolicies } from './policy-compare.ts';
import { explainGrant } from './policy-explain.ts';
import { testPolicy } from './policy-test.ts';

export const policy: Command = {
  name: 'policy',
  summary: 'Check the rules of the folder as it is; `policy test`, `policy explain ID` and `policy compare COMMIT` try them',
  arguments: [
    { name: 'what', summary: '`check`, `test`, `explain` or `compare`; `check` when absent', required: false },
    {
      name: 'name',
      summary: 'With `explain`: the id or the path of a grant; with `compare`: a commit, `HEAD` when absent',
      required: false,
    },
  ],
  options: [],
  action: true,
  async run(context, _, [what = 'check', name]) {
    if (what === 'explain') return name === undefined ? said('policy explain takes the id of a grant') : explainGrant(context, name);
    if (what === 'compare') return comparePolicies(context, name ?? 'HEAD');
    if (name !== undefined) return said(`policy ${printable(what)} takes nothing more`);
    if (what === 'check') return checkPolicy(context);
    if (what === 'test') return testPolicy(context);
    return said(`policy knows check, test, explain and compare, not ${printable(what)}`);
  },
};

function said(message: string): Report {
  return { exit: exitCode('usage'), text: `${message}\n`, json: { message } };
}

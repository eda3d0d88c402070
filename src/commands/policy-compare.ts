import { commitOf } from '../git/repository.ts';
import { changedGrants, policyEffectLines } from '../report/policy-effect-text.ts';
import { printable } from '../report/printable.ts';
import type { Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { readFiles, textsOf } from './reading/files.ts';
import { type PolicyEffects, policyEffects } from './reading/policy-effects.ts';
import { syntaxesOf } from './reading/syntaxes.ts';

/** What control files of the folder do to the grants of a commit that have not ended, against the control files of that commit. */
export async function comparePolicies(context: Context, named: string): Promise<Report> {
  const repository = await context.repository();
  const commit = await commitOf(repository, named);
  if (commit === undefined) return said(`${printable(named)} is no commit`);
  const [before, after] = [await readFiles(context, commit), await readFiles(context)];
  const broken = after.findings.filter(({ at, severity }) => severity === 'error' && at?.file.startsWith('policy/') === true);
  if (after.control === undefined || broken.length > 0) return findingsReport(broken, textsOf(after.raw, broken));
  if (before.control === undefined)
    return said(`the control files of ${printable(named)} do not read, so there is nothing to compare with`);
  const clouds = new Map(syntaxesOf(context).map((syntax) => [syntax.name, syntax]));
  return listed(await policyEffects(before.grants, before.control, after.control, { clouds, now: context.now }), named);
}

function listed({ effects, open }: PolicyEffects, named: string): Report {
  const lines = [...policyEffectLines(effects).map(printable), `${changedGrants(effects, open)} against ${printable(named)}`];
  return { exit: exitCode('ok'), text: `${lines.join('\n')}\n`, json: { effects, open } };
}

function said(message: string): Report {
  return { exit: exitCode('usage'), text: `${message}\n`, json: { message } };
}

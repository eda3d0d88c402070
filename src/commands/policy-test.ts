import { byPlace } from '../domain/finding.ts';
import { readFolder } from '../git/folder.ts';
import { printable } from '../report/printable.ts';
import type { Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { permissionTables } from './reading/effect.ts';
import { readFiles, textsOf } from './reading/files.ts';
import { CASES, type CaseResult, judgeCases, readAllCases } from './reading/policy-cases.ts';
import { syntaxesOf } from './reading/syntaxes.ts';

/** Runs the cases of policy-tests/ against policy/ of the folder as it is. */
export async function testPolicy(context: Context): Promise<Report> {
  const syntaxes = syntaxesOf(context);
  const files = await readFiles(context);
  const raw = readFolder((await context.repository()).root, [CASES]);
  const { cases, findings } = readAllCases(raw, syntaxes);
  const broken = files.findings.filter(({ at, severity }) => severity === 'error' && at?.file.startsWith('policy/') === true);
  if (files.control === undefined || broken.length + findings.length > 0) {
    const all = [...broken, ...findings].sort(byPlace);
    return findingsReport(all, textsOf([...files.raw, ...raw], all));
  }
  return resultsReport(await judgeCases(cases, files.control, syntaxes, await permissionTables(context)));
}

function resultsReport(results: readonly CaseResult[]): Report {
  const failed = results.filter(({ faults }) => faults.length > 0);
  const count = `${results.length - failed.length} of ${results.length} cases hold`;
  const none = `There are no cases: write some in ${CASES}/, as docs/how-to/policy.md shows.`;
  return {
    exit: exitCode(failed.length > 0 || results.length === 0 ? 'refused' : 'ok'),
    text: `${[...failed.map(paragraph), results.length === 0 ? none : count].join('\n')}\n`,
    json: { cases: results.map(({ one, faults }) => ({ ...placeOf(one), name: one.name, holds: faults.length === 0, faults })) },
  };
}

function paragraph({ one, faults }: CaseResult): string {
  const { file, line } = placeOf(one);
  return [`${file}:${line}  ${printable(one.name)}`, ...faults.map((fault) => `  ${printable(fault)}`)].join('\n');
}

function placeOf({ source, pointer }: CaseResult['one']): { readonly file: string; readonly line: number } {
  const { file, line } = source.place(`${pointer}/name`);
  return { file, line };
}

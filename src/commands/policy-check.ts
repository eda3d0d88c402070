import { byPlace } from '../domain/finding.ts';
import { RULES } from '../policy/rules.ts';
import type { Report } from './command.ts';
import type { Context } from './context.ts';
import { findingsReport } from './findings-report.ts';
import { readFiles, textsOf } from './reading/files.ts';

/** Control files alone, rules compiled and their types checked: what somebody wants to know who is writing them. */
export async function checkPolicy(context: Context): Promise<Report> {
  const { raw, control, findings: all } = await readFiles(context);
  const files = raw.filter(({ path }) => path.startsWith('policy/'));
  const findings = all.filter(({ at }) => at === undefined || at.file.startsWith('policy/')).sort(byPlace);
  const report = findingsReport(findings, textsOf(files, findings));
  if (control === undefined) return report;
  const { rules, modes = [] } = control.policy;
  const loosened = new Set(modes.filter(({ mode }) => mode !== 'deny').map(({ rule }) => rule)).size;
  const counts = { typed: RULES.length, own: rules.length, loosened };
  const line = `${counts.typed} typed rules, ${counts.own} in CEL, ${counts.loosened} of them loosened somewhere`;
  return { ...report, text: `${report.text}${line}\n`, json: { ...report.json, rules: counts } };
}

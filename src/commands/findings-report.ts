import type { Finding } from '../domain/finding.ts';
import { findingsJson, findingsText } from '../report/findings.ts';
import type { Report } from './command.ts';
import { exitCode } from './exit.ts';

/** Files as text, so that a finding can show the line it is about. */
export interface FileText {
  readonly path: string;
  readonly text: string;
}

/** All findings, not the first; ends with 3 when one of them is an error. */
export function findingsReport(findings: readonly Finding[], files: readonly FileText[]): Report {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  return {
    exit: exitCode(errors > 0 ? 'refused' : 'ok'),
    text: findingsText(findings, texts, files.length),
    json: findingsJson(findings),
    outputs: { errors, warnings: findings.length - errors },
  };
}

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sarifOf } from '../report/sarif.ts';
import { checkFound } from './checked-files.ts';
import type { Options, Report } from './command.ts';
import type { Context } from './context.ts';
import { findingsReport } from './findings-report.ts';
import type { Found } from './reading/checkout.ts';
import { textsOf } from './reading/files.ts';

/** Every finding of the files that were found, as the report of `validate`. It loads while Git is asked for them. */
export async function validation(found: Found, context: Context, sarif: Options[string]): Promise<Report> {
  const { files, findings } = await checkFound(found, context);
  const texts = textsOf(files.raw, findings);
  if (typeof sarif === 'string') writeFileSync(resolve(sarif), sarifOf(findings, texts, context.hash));
  if (found.dirty) context.say('The folder has changes that are not committed; they were not read. --working-tree reads them.');
  return findingsReport(findings, texts);
}

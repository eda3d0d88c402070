import { byPlace, type Finding } from '../domain/finding.ts';
import { writeCodeowners } from '../grants/codeowners.ts';
import type { Context } from './context.ts';
import { CODEOWNERS, type Found, readFound } from './reading/checkout.ts';
import { conditionFindings } from './reading/conditions.ts';
import { type Files, filesFrom } from './reading/files.ts';
import { proposalFindings } from './reading/proposals.ts';

/** The files of a commit, or of the folder as it is, with everything that is wrong with them. */
export interface CheckedFiles {
  readonly files: Files;
  /** By place. */
  readonly findings: readonly Finding[];
}

export async function checkFiles(context: Context, commit: string | undefined): Promise<CheckedFiles> {
  return checkFound(await readFound(await context.checkout(), commit), context);
}

export async function checkFound(found: Found, context: Context): Promise<CheckedFiles> {
  const files = await filesFrom(found.raw, context);
  const more = [
    ...(await conditionFindings(files, context)),
    ...(await proposalFindings(files, found.landed, await context.repository(), context)),
    ...codeownersFindings(files, found.owners),
  ];
  return { files, findings: [...files.findings, ...more].sort(byPlace) };
}

/** CODEOWNERS is written from teams and policy; by hand it could let the wrong people approve. */
function codeownersFindings(files: Files, text: string | undefined): readonly Finding[] {
  if (files.control === undefined || text === writeCodeowners(files.control)) return [];
  const message = text === undefined ? `${CODEOWNERS} is missing` : `${CODEOWNERS} is not what teams and policy make of it`;
  const at = { file: CODEOWNERS, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return [{ code: 'GK1501', severity: 'error', message, hint: 'Run grantkeeper codeowners and commit what it writes.', at }];
}

import { byPlace, type Finding } from '../domain/finding.ts';
import { headCommit, isDirty } from '../git/repository.ts';
import { writeCodeowners } from '../grants/codeowners.ts';
import { CODEOWNERS } from './codeowners.ts';
import type { Command } from './command.ts';
import { findingsReport } from './findings-report.ts';
import { codeownersText } from './reading/codeowners-file.ts';
import { conditionFindings } from './reading/conditions.ts';
import { type Files, readFiles, textsOf } from './reading/files.ts';
import { FOLDERS } from './reading/history.ts';
import { landedAt, proposalFindings } from './reading/proposals.ts';

export const validate: Command = {
  name: 'validate',
  summary: 'Check grants, roles and policy; every error with its line',
  options: [{ name: 'working-tree', summary: 'Read the folder as it is, not the commit that is checked out', input: true }],
  action: true,
  async run(context, options) {
    const workingTree = options['working-tree'] === true;
    const repository = await context.repository();
    const commit = workingTree ? undefined : await headCommit(repository);
    // Each of these asks Git, and children that run side by side are half of what a short run takes.
    const [files, owners, dirty, landed] = await Promise.all([
      readFiles(context, commit),
      codeownersText(repository, commit),
      commit !== undefined && isDirty(repository, FOLDERS),
      landedAt(repository),
    ]);
    const more = [
      ...(await conditionFindings(files, context)),
      ...(await proposalFindings(files, landed, repository, context)),
      ...codeownersFindings(files, owners),
    ];
    const findings = [...files.findings, ...more].sort(byPlace);
    const report = findingsReport(findings, textsOf(files.raw, findings), context);
    if (dirty) context.say('The folder has changes that are not committed; they were not read. --working-tree reads them.');
    return report;
  },
};

/** CODEOWNERS is written from teams and policy; by hand it could let the wrong people approve. */
function codeownersFindings(files: Files, text: string | undefined): readonly Finding[] {
  if (files.control === undefined || text === writeCodeowners(files.control)) return [];
  const message = text === undefined ? `${CODEOWNERS} is missing` : `${CODEOWNERS} is not what teams and policy make of it`;
  const at = { file: CODEOWNERS, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return [{ code: 'GK1501', severity: 'error', message, hint: 'Run grantkeeper codeowners and commit what it writes.', at }];
}

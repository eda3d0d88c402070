import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from '../git/folder.ts';
import { currentBranch, remoteUrl, type Repository } from '../git/repository.ts';
import type { TreeFile } from '../git/tree.ts';
import { writeCodeowners } from '../grants/codeowners.ts';
import { count } from '../report/columns.ts';
import type { Command, Report } from './command.ts';
import { exitCode } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { type Answers, answersFrom, OPTIONS } from './init/answers.ts';
import { firstFiles, type Ground } from './init/files.ts';
import { landed, type Landing } from './init/landing.ts';
import { nextSteps } from './init/next-steps.ts';
import { CODEOWNERS } from './reading/checkout.ts';
import { filesFrom } from './reading/files.ts';
import { FOLDERS } from './reading/folders.ts';

export const init: Command = {
  name: 'init',
  summary: 'Set a repository up: policy, one team, CODEOWNERS and workflows',
  options: OPTIONS,
  action: false,
  async run(context, options) {
    const answers = await answersFrom(options, context);
    const checkout = await context.checkout();
    const { root } = checkout.repository;
    const ground = await groundOf(checkout.repository);
    const first = firstFiles(answers, ground);
    const isThere = (path: string) => existsSync(join(root, path));
    const fresh = new Map([...first].filter(([path]) => !isThere(path)));
    const together = await filesFrom([...readFolder(root, FOLDERS), ...asTree(fresh)], context);
    if (together.control === undefined || together.findings.some(({ severity }) => severity === 'error'))
      return findingsReport(together.findings, together.texts);
    if (!isThere(CODEOWNERS)) fresh.set(CODEOWNERS, writeCodeowners(together.control));
    const kept = [...first.keys(), CODEOWNERS].filter(isThere);
    if (fresh.size === 0)
      return { exit: exitCode('ok'), text: 'Nothing to write: every file is there already.\n', json: jsonOf(fresh, kept) };
    return told(await landed(context, checkout, fresh), fresh, kept, answers, ground);
  },
};

/** Hosts of GitHub itself: a server of one's own may be older, and know no `queue`. */
const GITHUB = /^(?:[^/]*[/@.])?(?:github\.com|[\w-]+\.ghe\.com)[/:]/;
/** What stands in YAML without quotes and is still a text. */
const PLAIN_BRANCH = /^[A-Za-z][\w./-]*$/;

async function groundOf(repository: Repository): Promise<Ground> {
  const [branch = 'main', remote] = await Promise.all([currentBranch(repository), remoteUrl(repository)]);
  const queue = remote === undefined || GITHUB.test(remote.replace(/^\w+:\/\//, ''));
  return { branch: PLAIN_BRANCH.test(branch) ? branch : 'main', queue };
}

/** Those among them whose content decides, as if they lay in the folder. */
function asTree(files: ReadonlyMap<string, string>): readonly TreeFile[] {
  const encoder = new TextEncoder();
  return [...files]
    .filter(([path]) => FOLDERS.some((folder) => path.startsWith(folder)))
    .map(([path, text]) => ({ path, mode: '100644', bytes: encoder.encode(text) }));
}

function told(landing: Landing, fresh: ReadonlyMap<string, string>, kept: readonly string[], answers: Answers, ground: Ground): Report {
  const json = { ...jsonOf(fresh, kept), ...landing };
  if (landing.kind === 'nowhere') return { exit: exitCode('refused'), text: `Nothing was written: ${landing.why}.\n`, json };
  const where =
    landing.kind === 'request'
      ? `Opened request #${landing.number} with ${count(fresh.size, 'file')}: ${landing.url}`
      : `Committed ${count(fresh.size, 'file')} to the branch ${landing.name}; there is no request (${landing.why}).`;
  const lines = [
    where,
    ...[...fresh.keys()].map((path) => `  + ${path}`),
    ...kept.map((path) => `  = ${path}  was there, and is kept`),
    '',
    'Next:',
    ...nextSteps(landing, answers, ground).map((step, at) => `  ${at + 1}. ${step}`),
  ];
  return { exit: exitCode('ok'), text: `${lines.join('\n')}\n`, json };
}

function jsonOf(fresh: ReadonlyMap<string, string>, kept: readonly string[]): object {
  return { written: [...fresh.keys()], kept };
}

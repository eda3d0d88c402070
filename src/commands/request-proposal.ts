import type { Finding } from '../domain/finding.ts';
import type { Control } from '../domain/policy.ts';
import { headOf } from '../git/repository.ts';
import { sourceOf } from '../git/source.ts';
import { inert } from '../report/markdown.ts';
import { checkFound } from './checked-files.ts';
import type { Options, Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { readFound } from './reading/checkout.ts';
import { filesFrom, textsOf } from './reading/files.ts';
import { type History, readHistory } from './reading/history.ts';
import { syntaxesOf } from './reading/syntaxes.ts';

/** What a request is made in: the policy of the commit that is checked out, and every id there ever was. */
export interface Desk {
  readonly control: Control;
  readonly history: History;
}

/** A report where the policy itself does not read. */
export async function openDesk(context: Context): Promise<Desk | Report> {
  const checkout = await context.checkout();
  const commit = headOf(checkout);
  const [found, history] = await Promise.all([
    readFound(checkout, commit),
    readHistory(sourceOf(checkout.repository), commit, syntaxesOf(context), context.now),
  ]);
  const files = await filesFrom(found.raw, context);
  return files.control === undefined ? findingsReport(files.findings, files.texts) : { control: files.control, history };
}

/** One grant file that is to be asked for. */
export interface Proposal {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  /** Of the pull request, and of its commit. */
  readonly title: string;
  /** One sentence of plain words; data in it must be inert already. */
  readonly sentence: string;
}

/** Judged by the checks of `validate` before anybody is bothered; then shown, agreed to, and opened as a pull request. */
export async function propose(proposal: Proposal, options: Options, context: Context): Promise<Report> {
  const { findings, shown } = await judged(proposal, context);
  if (findings.some((finding) => finding.severity === 'error')) return shown;
  for (const finding of findings) context.say(`${finding.code}  ${finding.message}`);
  const text = `${proposal.path}\n${proposal.text}`;
  if (options['yes'] !== true) {
    if (context.ask === undefined)
      return {
        exit: exitCode('usage'),
        text: `${text}Nothing was asked for: say --yes to open the pull request.\n`,
        json: jsonOf(proposal),
      };
    for (const line of text.trimEnd().split('\n')) context.print(line);
    if ((await context.ask('Open a pull request for it? Type yes')).trim() !== 'yes')
      return { exit: exitCode('ok'), text: 'Nothing was asked for.\n', json: jsonOf(proposal) };
  }
  return opened(proposal, context);
}

async function judged(
  { path, text }: Proposal,
  context: Context,
): Promise<{ readonly findings: readonly Finding[]; readonly shown: Report }> {
  const checkout = await context.checkout();
  const found = await readFound(checkout, headOf(checkout));
  const raw = [...found.raw.filter((file) => file.path !== path), { path, mode: '100644' as const, bytes: new TextEncoder().encode(text) }];
  const checked = await checkFound({ ...found, raw }, context);
  const findings = checked.findings.filter(({ at }) => at?.file === path);
  return {
    findings,
    shown: findingsReport(
      findings,
      textsOf(
        raw.filter((file) => file.path === path),
        findings,
      ),
    ),
  };
}

async function opened(proposal: Proposal, context: Context): Promise<Report> {
  const forge = await context.forge();
  if (typeof forge === 'string') return failed(proposal, forge);
  const { id, path, text, title, sentence } = proposal;
  const answer = await forge.proposeFile(`grantkeeper/request/${id}`, path, text, {
    title,
    body: `${sentence}\n\nThe file: ${inert(path)}`,
  });
  if (!answer.ok) return failed(proposal, answer.failure.message);
  const { number, url } = answer.value;
  return {
    exit: exitCode('ok'),
    text: `Request #${number} asks for it: ${url}\n`,
    json: { ...jsonOf(proposal), number, url },
    outputs: { 'pull-request-number': number, 'pull-request-url': url },
  };
}

function failed(proposal: Proposal, why: string): Report {
  return {
    exit: exitCode('error'),
    text: `The request could not be opened: ${why}. Commit this file on a branch and open a pull request:\n${proposal.path}\n${proposal.text}`,
    json: { ...jsonOf(proposal), why },
  };
}

function jsonOf({ id, path, text }: Proposal): object {
  return { id, path, text };
}

import { plannedMeasuresText } from '../report/measure-text.ts';
import { planText } from '../report/plan-text.ts';
import { applySituation } from './apply.ts';
import type { Command, Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { recorder } from './ledger/record.ts';
import { keepRecall } from './reading/kept-recalls.ts';
import { endSessions, keepLocks, lockPlaces, orderedLocks } from './reading/locks.ts';
import { prepare } from './reading/prepare.ts';
import { subjectOf } from './reading/recall-subject.ts';
import { wordsOf } from './reading/words.ts';
import { lookedAgain, lookerFor, type Looked, narrowed, only } from './recall/look.ts';
import { type Order, orderedBy, recallFile } from './recall/order.ts';
import { publish } from './recall/publish.ts';
import { receipt } from './recall/receipt.ts';
import { sweepUntilQuiet } from './recall/sweeps.ts';

export const recall: Command = {
  name: 'recall',
  summary: 'End everything of ours that a principal holds now',
  arguments: [{ name: 'principal', summary: 'A name, login, mail address or object id', required: true }],
  options: [
    { name: 'reason', value: 'TEXT', summary: 'Why; it stands in the recall file', input: true },
    { name: 'yes', summary: 'Do not ask; needed where nobody can be asked' },
    { name: 'foreign', summary: 'Take bindings that are not ours, and protected principals, too; needs --confirm' },
    { name: 'lockdown', summary: 'Lock the principal out of what others gave, where policy has a lockdown; needs --confirm' },
    { name: 'confirm', value: 'NAME', summary: 'The principal once more, to confirm --foreign or --lockdown' },
  ],
  action: true,
  outputs: ['revoked', 'ledger-head', 'pull-request-number', 'pull-request-url'],
  async run(context, options, [principal = '']) {
    const prepared = await prepare(context);
    if (!prepared.ok) return findingsReport(prepared.findings, []);
    const order = orderedBy(principal, options, prepared.basis, prepared.control, context);
    if (typeof order === 'string') return { exit: exitCode('usage'), text: `${order}\n`, json: { message: order } };
    const look = await lookerFor(context, order);
    const before = await look?.();
    if (look === undefined || before === undefined) return { exit: exitCode('error'), text: 'There is no readable policy.\n', json: {} };
    const shown = shownBefore(before, order, context);
    const refused = options['yes'] === true ? undefined : await refusedAt(shown, order, context);
    return refused ?? carryOut(before, look, order, context, shown);
  },
};

/** What the recall would take and lock, before it does. */
function shownBefore(before: Looked, order: Order, context: Context): string {
  const locks = orderedLocks(lockPlaces(before, before.ledger), order.stem);
  return `${planText(only(before), { ...wordsOf(before, context), next: false })}${plannedMeasuresText(locks)}`;
}

/** Shows it and asks; undefined where the answer is yes. */
async function refusedAt(shown: string, order: Order, context: Context): Promise<Report | undefined> {
  if (context.ask === undefined)
    return { exit: exitCode('usage'), text: `${shown}Nothing was changed: nobody can be asked here. Say --yes.\n`, json: {} };
  for (const line of shown.trimEnd().split('\n')) context.say(line);
  const answer = await context.ask(`Recall ${order.principal} now? Type yes`);
  return answer.trim() === 'yes' ? undefined : { exit: exitCode('ok'), text: 'Nothing was changed.\n', json: {} };
}

async function carryOut(before: Looked, look: () => Promise<Looked>, order: Order, context: Context, shown: string): Promise<Report> {
  const file = recallFile(order);
  const situation = narrowed(before);
  const book = recorder(before.ledger, situation, context);
  const [record] = await Promise.all([publish(context, file, order), book.recall({ ...order, file: file.path })]);
  const { members } = subjectOf(order.principal, before);
  const reason = `grantkeeper ${before.control.policy.stamp} ${before.basis.history.commit}`;
  // What others gave, and sessions, wait for no scope that is slow to answer.
  const [taken, ended, locked] = await Promise.all([
    applySituation(situation, context, 'revocations'),
    endSessions(context, before, members, reason),
    keepLocks(context, before.control, lockPlaces(before, before.ledger), reason),
  ]);
  const again = async () => lookedAgain(narrowed(await look()), context);
  const { outcomes, sweeps } = taken.length === 0 ? { outcomes: taken } : await sweepUntilQuiet(taken, again, context);
  const recorded = await book.run(outcomes, [...ended, ...locked]);
  // Not before the revocations: a remote may keep us waiting.
  const unsent = record.ok ? undefined : await keepRecall(await context.repository(), { ...order, ...file }, order.since);
  const written = { ...file, record, recorded, ...(unsent === undefined ? {} : { unsent }), ...(sweeps && { sweeps }) };
  return receipt(before, { outcomes, measures: [...ended, ...locked] }, order, written, context, shown);
}

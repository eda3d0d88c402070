import { formatInstant, type Instant, wholeSecond } from '../domain/instant.ts';
import { NAME } from '../domain/name.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { MeasureOutcome } from '../domain/measure.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Plan } from '../domain/plan.ts';
import type { Control } from '../domain/policy.ts';
import { memberKey } from '../domain/access.ts';
import { isIdentity } from '../grants/read-recall.ts';
import { ownerOf } from '../reconcile/ownership.ts';
import type { RecallState } from '../reconcile/recalls.ts';
import { inert } from '../report/markdown.ts';
import type { LedgerOutcome } from '../report/ledger-text.ts';
import { plannedMeasuresText } from '../report/measure-text.ts';
import { planText } from '../report/plan-text.ts';
import { printable } from '../report/printable.ts';
import { isOpen, recallJson, type RecallReceipt, recallText, type Sweeps } from '../report/recall-receipt.ts';
import { applySituation } from './apply.ts';
import type { Command, Options, Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode, type ExitName } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { recorder } from './ledger/record.ts';
import type { LedgerSight } from './ledger/sight.ts';
import { namesFor } from './names-for.ts';
import { RECALL_BRANCHES } from './reading/basis.ts';
import { keepRecall } from './reading/kept-recalls.ts';
import { type Look, sweepUntilQuiet } from './recall-sweeps.ts';
import { prepare } from './reading/prepare.ts';
import { knownScopes, readBounds, searchBounds } from './reading/recall-scopes.ts';
import { groupHoldings, liveKey, onceEach, type Subject, subjectOf } from './reading/recall-subject.ts';
import { syntaxesOf } from './reading/syntaxes.ts';
import { endSessions, keepLocks, lockPlaces, orderedLocks } from './reading/locks.ts';
import { type Situation, surveyAndPlan } from './reading/situation.ts';
import { wordsOf } from './reading/words.ts';

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
    const names = everMatched(prepared.basis.control.states, principal);
    if (names.length > 1) return usage(`${printable(principal)} fits several: ${names.join(', ')}. Say which.`);
    const name = names[0] ?? principal;
    if (names.length === 0 && !isIdentity(principal, syntaxesOf(context)))
      return usage(`nobody is called ${printable(principal)}; a stranger is recalled by the raw identity, such as user:name@example.com`);
    const foreign = options['foreign'] === true;
    if (foreign && options['confirm'] !== principal)
      return usage(`--foreign takes what is not ours: confirm it with --confirm ${principal}`);
    const lockdown = options['lockdown'] === true;
    if (lockdown && options['confirm'] !== principal)
      return usage(`--lockdown keeps from what is not ours: confirm it with --confirm ${principal}`);
    if (lockdown && !hasLockdown(prepared.control))
      return usage('policy has no lockdown: recall.lockdown below a cloud in policy/policy.yaml says where it stands');
    const stem = freeStem(name, prepared.basis.recalls);
    const order = { principal: name, stem, since: wholeSecond(context.now), reason: textOf(options['reason']), foreign, lockdown };
    return carryOut(context, order, options);
  },
};

interface Order {
  readonly principal: string;
  /** Of its recall file. */
  readonly stem: string;
  readonly since: Instant;
  readonly reason: string;
  readonly foreign: boolean;
  readonly lockdown: boolean;
}

function hasLockdown({ policy }: Control): boolean {
  return [...policy.clouds.values()].some(({ recall: means }) => means?.lockdown !== undefined);
}

function textOf(value: Options[string]): string {
  return typeof value === 'string' && value.trim() !== '' ? value : 'Recalled by hand';
}

/** Whom the newest control files that know the text mean by it: who was taken out of them may still hold what they were given. */
function everMatched(states: readonly Control[], text: string): readonly string[] {
  const found = states.toReversed().map(({ directory }) => namesFor(directory, text));
  return found.find((names) => names.length > 0) ?? [];
}

async function carryOut(context: Context, order: Order, options: Options): Promise<Report> {
  const file = recallFile(order);
  const look = await lookerFor(context, order);
  const before = await look?.();
  if (look === undefined || before === undefined) return { exit: exitCode('error'), text: 'There is no readable policy.\n', json: {} };
  const { ledger } = before;
  const reason = `grantkeeper ${before.control.policy.stamp} ${before.basis.history.commit}`;
  const places = lockPlaces(before, ledger);
  const shown = `${planText(only(before), { ...wordsOf(before, context), next: false })}${plannedMeasuresText(orderedLocks(places, order.stem))}`;
  if (options['yes'] !== true) {
    if (context.ask === undefined)
      return { exit: exitCode('usage'), text: `${shown}Nothing was changed: nobody can be asked here. Say --yes.\n`, json: {} };
    for (const line of shown.trimEnd().split('\n')) context.say(line);
    if ((await context.ask(`Recall ${order.principal} now? Type yes`)).trim() !== 'yes')
      return { exit: exitCode('ok'), text: 'Nothing was changed.\n', json: {} };
  }
  const situation = narrowed(before);
  const book = recorder(ledger, situation, context);
  const [record] = await Promise.all([publish(context, file, order), book.recall({ ...order, file: file.path })]);
  const { members } = subjectOf(order.principal, before);
  // What others gave, and sessions, wait for no scope that is slow to answer.
  const [taken, ended, locked] = await Promise.all([
    applySituation(situation, context, 'revocations'),
    endSessions(context, before, members, reason),
    keepLocks(context, before.control, places, reason),
  ]);
  const again = async () => lookedAgain(narrowed(await look()), context);
  const { outcomes, sweeps } = taken.length === 0 ? { outcomes: taken } : await sweepUntilQuiet(taken, again, context);
  const recorded = await book.run(outcomes, [...ended, ...locked]);
  // Not before the revocations: a remote may keep us waiting.
  const unsent = record.ok ? undefined : await keepRecall(await context.repository(), { ...order, ...file }, order.since);
  const written = { ...file, record, recorded, ...(unsent === undefined ? {} : { unsent }), ...(sweeps && { sweeps }) };
  return receipt(before, { outcomes, measures: [...ended, ...locked] }, order, written, context, shown);
}

/** One sweep: what is there is taken, and what could not be read is told apart from what is not there. */
async function lookedAgain(situation: Situation, context: Context): Promise<Look> {
  const { planned, found } = situation;
  const whole = planned.plan.basis.unread.length === 0 && (found?.failed.length ?? 0) === 0;
  return { outcomes: await applySituation(situation, context, 'revocations'), whole };
}

/** With nothing in the plan but what is recalled. */
function narrowed(situation: Situation): Situation {
  return { ...situation, planned: { ...situation.planned, plan: only(situation) } };
}

type Looked = Situation & { readonly ledger: LedgerSight };

/** The situation with this recall standing, whatever the forge knows of it, read anew with each call; nothing without a readable policy. */
async function lookerFor(context: Context, order: Order): Promise<(() => Promise<Looked>) | undefined> {
  const prepared = await prepare(context, [
    {
      name: order.stem,
      recall: {
        name: order.stem,
        principal: order.principal,
        since: order.since,
        reason: order.reason,
        lockdown: order.lockdown,
        source: NOWHERE,
      },
      at: order.since,
      confirmed: order.lockdown,
    },
  ]);
  if (!prepared.ok) return undefined;
  const { basis, control, ledger } = prepared;
  const clouds = new Map(syntaxesOf(context).map((syntax) => [syntax.name, syntax]));
  const { members, groups } = subjectOf(order.principal, { basis, control, clouds });
  const options = {
    recallsForeign: order.foreign && order.principal,
    also: knownScopes(control, clouds),
    search: { members: new Set([...members, ...groups.flatMap((group) => [...group.members])]), bounds: searchBounds(control, clouds) },
    ledger,
  };
  return async () => ({ ...(await surveyAndPlan(context, basis, control, options)), ledger });
}

const SPOT = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
const NOWHERE = { file: '', place: () => SPOT, key: () => SPOT };

/** The recalled principal's part of a plan. */
function only({ planned, basis }: Situation): Plan {
  const { plan } = planned;
  const changes = plan.changes.filter((change) => change.because === 'recalled');
  const theirs = plan.observations.filter(
    (one) => 'live' in one && basis.recalled.members.has(memberKey(one.live.binding.scope.cloud, one.live.binding.member)),
  );
  return { ...plan, changes, held: [], refusals: [], observations: theirs };
}

/** A file that recalls somebody else is not written over: that one would be free. */
function freeStem(principal: string, recalls: readonly RecallState[]): string {
  const stem = stemFor(principal);
  const isFree = (one: string) => recalls.every(({ name, standing, principal: other }) => name !== one || !standing || other === principal);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem.slice(0, 56)}-${number}`;
    if (isFree(name)) return name;
  }
}

function stemFor(principal: string): string {
  if (NAME.test(principal)) return principal;
  return principal
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}

function recallFile(order: Order): { readonly path: string; readonly text: string } {
  const text = `principal: ${JSON.stringify(order.principal)}\nsince: ${formatInstant(order.since)}\nreason: ${JSON.stringify(order.reason)}\n${order.lockdown ? 'lockdown: true\n' : ''}`;
  return { path: `recalls/${order.stem}.yaml`, text };
}

type Published = { readonly ok: true; readonly number: number; readonly url: string } | { readonly ok: false; readonly why: string };

async function publish(context: Context, file: { readonly path: string; readonly text: string }, order: Order): Promise<Published> {
  const forge = await context.forge();
  if (typeof forge === 'string') return { ok: false, why: forge };
  const body = `While this file stands, ${inert(order.principal)} holds nothing of ours and gets nothing. It counts already, from its branch.`;
  const answer = await forge.proposeFile(`${RECALL_BRANCHES}${order.stem}`, file.path, file.text, {
    title: `Recall ${order.principal}`,
    body,
  });
  return answer.ok ? { ok: true, ...answer.value } : { ok: false, why: answer.failure.message };
}

/** Where a recall is written down: its file, the request for it, and the ledger. */
interface Written {
  readonly path: string;
  readonly text: string;
  readonly record: Published;
  readonly recorded: LedgerOutcome;
  /** Why also the branch did not get to the remote; only where there is no request. */
  readonly unsent?: string;
  readonly sweeps?: Sweeps;
}

/** What became of bindings, and of sessions and lockdowns. */
interface Done {
  readonly outcomes: readonly Outcome[];
  readonly measures: readonly MeasureOutcome[];
}

function receipt(
  situation: Situation,
  { outcomes, measures }: Done,
  order: Order,
  { record, recorded, unsent, sweeps, ...file }: Written,
  context: Context,
  shown: string,
): Report {
  const subject = subjectOf(order.principal, situation);
  const { left, spared } = leftOver(situation, subject);
  const told: RecallReceipt = {
    principal: order.principal,
    foreign: order.foreign,
    plan: only(situation),
    outcomes,
    measures,
    left,
    spared,
    groups: groupHoldings(situation, subject),
    unread: situation.planned.plan.basis.unread.length,
    search: searchText(situation),
    clouds: Object.values(context.clouds).map(({ syntax }) => ({ ...syntax, kinds: subject.kinds.get(syntax.name) ?? new Set() })),
    record: { ...file, branch: `${RECALL_BRANCHES}${order.stem}`, ...(unsent === undefined ? {} : { unsent }), published: record },
    recorded,
    ...(sweeps === undefined ? {} : { sweeps }),
  };
  const names: ExitName[] = [
    context.stopping() ? 'interrupted' : 'ok',
    isOpen(told) || !record.ok || recorded.trouble !== undefined ? 'partly' : 'ok',
  ];
  const words = wordsOf(situation, context);
  return {
    exit: exitCode(...names),
    text: recallText(told, words, shown),
    json: recallJson(told, words),
    outputs: {
      'ledger-head': recorded.head ?? '',
      revoked: outcomes.filter((one) => one.status === 'applied').length,
      'pull-request-number': record.ok ? record.number : '',
      'pull-request-url': record.ok ? record.url : '',
    },
  };
}

/** By title of the cloud which of its indexes were asked, and what came of it. */
function searchText({ found, clouds, control }: Situation): RecallReceipt['search'] {
  const searched = (found?.searched ?? []).map((cloud) => ({
    title: clouds.get(cloud)?.title ?? cloud,
    below: readBounds(control, cloud),
  }));
  return { searched, beyond: found?.beyond ?? [], failed: found?.failed ?? [] };
}

/** What they still hold that is not ours, as far as this run read, and how many bindings of ours policy protects. */
function leftOver({ planned, survey }: Situation, { members }: Subject): { left: readonly LiveBinding[]; spared: number } {
  const { stamps, asked } = planned.context;
  const taken = new Set(
    planned.plan.changes.flatMap((change) => ('live' in change && change.because === 'recalled' ? [liveKey(change.live)] : [])),
  );
  const theirs = [...survey.readings.values()]
    .flatMap((reading) => reading.live)
    .filter((one) => !taken.has(liveKey(one)) && members.has(memberKey(one.binding.scope.cloud, one.binding.member)));
  const isOurs = (one: LiveBinding) => ownerOf(one, stamps, asked).kind === 'ours';
  return { left: onceEach(theirs.filter((one) => !isOurs(one))), spared: theirs.filter(isOurs).length };
}

function usage(message: string): Report {
  return { exit: exitCode('usage'), text: `${message}\n`, json: { message } };
}

import type { Directory } from '../domain/directory.ts';
import { formatInstant, type Instant, wholeSecond } from '../domain/instant.ts';
import { NAME } from '../domain/name.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { Plan } from '../domain/plan.ts';
import type { Control } from '../domain/policy.ts';
import type { Scope } from '../domain/access.ts';
import { memberKey } from '../domain/access.ts';
import { isIdentity } from '../grants/read-recall.ts';
import { ownerOf } from '../reconcile/ownership.ts';
import { scopeOf } from '../reconcile/place.ts';
import { recalled, type RecallState } from '../reconcile/recalls.ts';
import { count } from '../report/columns.ts';
import { inert } from '../report/markdown.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { outcomeJson, planJson } from '../report/plan-json.ts';
import { planText } from '../report/plan-text.ts';
import { printable } from '../report/printable.ts';
import { applySituation } from './apply.ts';
import type { Command, Options, Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode, type ExitName } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { RECALL_BRANCHES } from './reading/basis.ts';
import { prepare } from './reading/prepare.ts';
import { syntaxesOf } from './reading/syntaxes.ts';
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
    { name: 'confirm', value: 'NAME', summary: 'The principal once more, to confirm --foreign' },
  ],
  action: false,
  async run(context, options, [principal = '']) {
    const prepared = await prepare(context);
    if (!prepared.ok) return findingsReport(prepared.findings, [], context);
    const names = everMatched(prepared.basis.control.states, principal);
    if (names.length > 1) return usage(`${printable(principal)} fits several: ${names.join(', ')}. Say which.`);
    const name = names[0] ?? principal;
    if (names.length === 0 && !isIdentity(principal, syntaxesOf(context)))
      return usage(`nobody is called ${printable(principal)}; a stranger is recalled by the raw identity, such as user:name@example.com`);
    const foreign = options['foreign'] === true;
    if (foreign && options['confirm'] !== principal)
      return usage(`--foreign takes what is not ours: confirm it with --confirm ${principal}`);
    const stem = freeStem(name, prepared.basis.recalls);
    const order = { principal: name, stem, since: wholeSecond(context.now), reason: textOf(options['reason']), foreign };
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
}

function textOf(value: Options[string]): string {
  return typeof value === 'string' && value.trim() !== '' ? value : 'Recalled by hand';
}

/** Whom the newest control files that know the text mean by it: who was taken out of them may still hold what they were given. */
function everMatched(states: readonly Control[], text: string): readonly string[] {
  const found = states.toReversed().map(({ directory }) => matches(directory, text));
  return found.find((names) => names.length > 0) ?? [];
}

/** Names that a text may mean: a name, a login, an identity or its part behind the colon; one for each human. */
function matches(directory: Directory, text: string): readonly string[] {
  if (directory.has(text)) return [text];
  const folded = text.toLowerCase();
  const found = [...directory.values()].filter((one) => {
    const words = [one.github, one.fullName, ...[...one.identities.values()].flatMap((id) => [id, id.slice(id.indexOf(':') + 1)])];
    return words.some((word) => word?.toLowerCase() === folded);
  });
  return [...new Set(found.map((one) => one.person ?? one.name))];
}

async function carryOut(context: Context, order: Order, options: Options): Promise<Report> {
  const file = recallFile(order);
  const before = await planFor(context, order);
  if (before === undefined) return { exit: exitCode('error'), text: 'There is no readable policy.\n', json: {} };
  const shown = planText(only(before), { ...wordsOf(before, context), next: false });
  if (options['yes'] !== true) {
    if (context.ask === undefined)
      return { exit: exitCode('usage'), text: `${shown}Nothing was changed: nobody can be asked here. Say --yes.\n`, json: {} };
    for (const line of shown.trimEnd().split('\n')) context.say(line);
    if ((await context.ask(`Recall ${order.principal} now? Type yes`)).trim() !== 'yes')
      return { exit: exitCode('ok'), text: 'Nothing was changed.\n', json: {} };
  }
  const record = await publish(context, file, order);
  const outcomes = await applySituation({ ...before, planned: { ...before.planned, plan: only(before) } }, context, 'revocations');
  return receipt(before, outcomes, order, file, record, context, shown);
}

/** The situation with this recall standing, whatever the forge knows of it. */
async function planFor(context: Context, order: Order): Promise<Situation | undefined> {
  const prepared = await prepare(context, [
    {
      name: order.stem,
      recall: { name: order.stem, principal: order.principal, since: order.since, reason: order.reason, source: NOWHERE },
      at: order.since,
    },
  ]);
  if (!prepared.ok) return undefined;
  return surveyAndPlan(context, prepared.basis, prepared.control, {
    recallsForeign: order.foreign && order.principal,
    also: knownScopes(prepared.control, context),
  });
}

const SPOT = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
const NOWHERE = { file: '', place: () => SPOT, key: () => SPOT };

/** Every place of every team, and what policy lets us look at: where a recall searches beside what history names. */
function knownScopes(control: Control, context: Context): readonly Scope[] {
  const clouds = new Map(Object.entries(context.clouds).map(([name, cloud]) => [name, cloud.syntax]));
  const places = [...control.teams.values()]
    .flatMap((team) => [...team.places.values()])
    .flatMap((place) => [...place.scopes.keys()].flatMap((cloud) => scopeOf(place, cloud, clouds) ?? []));
  const bounds = [...control.policy.clouds].flatMap(([cloud, { reads, manages }]) =>
    [...reads, ...manages].flatMap((text) => {
      const parsed = clouds.get(cloud)?.scope(text);
      return parsed?.ok === true ? [parsed.value] : [];
    }),
  );
  return [...places, ...bounds].filter((scope) => control.policy.clouds.has(scope.cloud));
}

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
  const text = `principal: ${JSON.stringify(order.principal)}\nsince: ${formatInstant(order.since)}\nreason: ${JSON.stringify(order.reason)}\n`;
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

function receipt(
  situation: Situation,
  outcomes: Awaited<ReturnType<typeof applySituation>>,
  order: Order,
  file: { readonly path: string; readonly text: string },
  record: Published,
  context: Context,
  shown: string,
): Report {
  const words = wordsOf(situation, context);
  const { left, spared } = leftOver(situation, order);
  const unread = situation.planned.plan.basis.unread.length;
  const open = unread + spared > 0 || outcomes.some((one) => one.status !== 'applied' && one.status !== 'already-so');
  const names: ExitName[] = [context.stopping() ? 'interrupted' : 'ok', open || !record.ok ? 'partly' : 'ok'];
  const lines = [
    shown.trimEnd(),
    outcomes.length > 0
      ? outcomeText(outcomes, words).trimEnd()
      : spared > 0
        ? 'Nothing was taken.'
        : `${order.principal} held nothing of ours.`,
    ...left.map(
      (one) =>
        `left: ${printable(one.binding.member.shown)}  ${printable(one.binding.role.name)}  ${words.where(one.binding)}  not ours${one.origin === undefined ? '' : ` (${one.origin})`}`,
    ),
    ...(left.length > 0 && !order.foreign
      ? [`${left.length} bindings that are not ours are left; --foreign --confirm ${order.principal} takes the direct ones too.`]
      : []),
    ...(spared === 0
      ? []
      : [
          `NOT FINISHED: ${count(spared, 'binding')} of ours left, since policy protects it; --foreign --confirm ${order.principal} takes it too.`,
        ]),
    ...sessionsText(context),
    ...(unread === 0
      ? []
      : [`NOT FINISHED: ${count(unread, 'scope')} not read, so what ${order.principal} holds there is not known. Run it again.`]),
    record.ok
      ? `Recorded in ${file.path}: request #${record.number}, ${record.url}. It counts already; merge it.`
      : `NOT FINISHED: the record could not be written (${record.why}). This file must land:\n${file.path}\n${file.text.trimEnd()}`,
  ];
  const json = {
    ...planJson(only(situation), words.endsBy),
    outcomes: outcomes.map((one) => outcomeJson(one, words.endsBy)),
    left: left.length,
    record: record.ok ? { path: file.path, number: record.number, url: record.url } : { path: file.path, text: file.text, why: record.why },
  };
  return {
    exit: exitCode(...names),
    text: `${lines.join('\n')}\n`,
    json,
    outputs: {
      revoked: outcomes.filter((one) => one.status === 'applied').length,
      'pull-request-number': record.ok ? record.number : '',
    },
  };
}

/** What they still hold that is not ours, as far as this run read, and how many bindings of ours policy protects. */
function leftOver({ planned, basis, clouds, survey }: Situation, order: Order): { left: readonly LiveBinding[]; spared: number } {
  const { stamps, asked } = planned.context;
  const directories = basis.control.states.map(({ directory }) => directory);
  const { members } = recalled([{ name: order.stem, principal: order.principal, standing: true }], directories, clouds);
  const taken = new Set(planned.plan.changes.flatMap((change) => ('live' in change && change.because === 'recalled' ? [change.live] : [])));
  const theirs = [...survey.readings.values()]
    .flatMap((reading) => reading.live)
    .filter((one) => !taken.has(one) && members.has(memberKey(one.binding.scope.cloud, one.binding.member)));
  const left = theirs.filter((one) => ownerOf(one, stamps, asked).kind !== 'ours');
  return { left, spared: theirs.length - left.length };
}

function sessionsText(context: Context): readonly string[] {
  return Object.values(context.clouds).map(({ syntax }) => {
    const { endsSessions } = syntax.capabilities;
    return `${syntax.title}: ${endsSessions.can ? `sessions were ended ${endsSessions.how}` : `sessions and tokens were not ended: ${endsSessions.why}`}`;
  });
}

function usage(message: string): Report {
  return { exit: exitCode('usage'), text: `${message}\n`, json: { message } };
}

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { memberKey, type Scope, scopeKey } from '../domain/access.ts';
import type { Drift, Drifted } from '../domain/drift.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import { sourceAt } from '../git/source.ts';
import type { Baseline } from '../reconcile/baseline.ts';
import { acceptedFrom, driftOf } from '../reconcile/drift.ts';
import { count } from '../report/columns.ts';
import { driftJson } from '../report/drift-json.ts';
import { driftPage } from '../report/drift-page.ts';
import { driftSarif } from '../report/drift-sarif.ts';
import { driftText } from '../report/drift-text.ts';
import { driftTotals, type DriftWords } from '../report/drift-words.ts';
import type { Command, Options, Report } from './command.ts';
import type { Context } from './context.ts';
import { BASELINE, baselineAt, writeBaseline } from './drift-baseline.ts';
import { exitCode, type ExitName } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import type { LedgerSight } from './ledger/sight.ts';
import { prepare } from './reading/prepare.ts';
import { knownScopes, searchBounds } from './reading/recall-scopes.ts';
import { type Situation, surveyAndPlan } from './reading/situation.ts';
import { lookUpRoles, newLine, type RoleAsk } from './reading/survey.ts';
import { syntaxesOf } from './reading/syntaxes.ts';
import { wordsOf } from './reading/words.ts';

export const drift: Command = {
  name: 'drift',
  summary: 'Show access that no grant explains, against a baseline',
  options: [
    { name: 'accept', summary: `Write what is there now to ${BASELINE}, for a pull request` },
    { name: 'sarif', value: 'FILE', summary: 'Also write the findings to this file, as SARIF 2.1.0 for code scanning', input: true },
    { name: 'detailed-exitcode', summary: 'End with 2 when something is new since the baseline' },
  ],
  action: true,
  outputs: ['unmanaged', 'has-changes', 'summary'],
  async run(context, options) {
    const source = context.source ?? sourceAt(await context.checkout());
    if (await source.isCutOff()) return refused(CUT_OFF);
    const prepared = await prepare(context);
    if (!prepared.ok) return findingsReport(prepared.findings, []);
    const { basis, control, ledger } = prepared;
    if (options['accept'] === true && control.policy.unmanaged.mode === 'ignore') return refused(SILENT);
    const also = knownScopes(control, new Map(syntaxesOf(context).map((syntax) => [syntax.name, syntax])));
    const baseline = await baselineAt(context, basis.history.commit);
    const sweep = {
      bounds: searchBounds(control, new Map(syntaxesOf(context).map((syntax) => [syntax.name, syntax]))),
      confirm: async (situation: Situation) => toConfirm(await compared(situation, context, baseline), situation),
    };
    const situation = await surveyAndPlan(context, basis, control, { recallsForeign: false, also, ledger, sweep });
    const found = await withOrphans(await compared(situation, context, baseline), situation);
    // Unproved policy says what is read and what is left out; with nobody to ask at all, a reader is told and that is all.
    const unproved = basis.control.doubt !== undefined && typeof (await context.forge()) !== 'string';
    return reportOf(found, wordsFor(situation, ledger, baseline, context), context, options, unproved);
  },
};

const CUT_OFF =
  'this is a shallow clone, whose history is cut off, so nobody can tell which bindings are ours (git fetch --unshallow, or fetch-depth: 0, gets the rest)';
const SILENT = 'policy/policy.yaml has unmanaged: { mode: ignore }, so there is nothing to accept';

async function compared(situation: Situation, context: Context, baseline: Baseline | undefined): Promise<Drift> {
  const { survey, planned, clouds, control } = situation;
  const readings = [...survey.readings.values()];
  return driftOf({
    observations: planned.plan.observations,
    live: readings.flatMap((reading) => reading.live),
    read: readings.map((reading) => reading.scope),
    unread: survey.unread,
    // Where only alarms are spoken of, nothing that was accepted matters.
    baseline: control.policy.unmanaged.mode === 'report' ? (baseline?.entries ?? []) : [],
    unmanaged: control.policy.unmanaged,
    clouds,
    privileged: await judgeOf(situation, context),
    names: planned.context.names,
    hash: context.hash,
  });
}

/**
 * Where an index tells of something that is new, or leaves out what the baseline has: it may be late. What it says that is known already
 * needs no second look.
 */
function toConfirm({ found, gone, unseen }: Drift, { told, clouds, survey }: Situation): readonly Scope[] {
  const fresh = found.filter((one) => one.fresh).map(({ seen }) => seen.live.binding.scope);
  const absent = [...gone, ...unseen].flatMap(({ cloud, scope }) => {
    const parsed = told.tellers.has(cloud) ? clouds.get(cloud)?.scope(scope) : undefined;
    return parsed?.ok === true ? [parsed.value] : [];
  });
  const tried = new Set(survey.unread.map(({ scope }) => scopeKey(scope)));
  const open = new Map([...fresh, ...absent].map((scope) => [scopeKey(scope), scope]));
  // What was read in this run already is known for certain.
  return [...open].filter(([key]) => !tried.has(key) && (told.readings.has(key) || !survey.readings.has(key))).map(([, scope]) => scope);
}

/** Marks what is held by principals that their directory does not know any more; where it may not be asked, nobody is taken for deleted. */
async function withOrphans(drift: Drift, { readers }: Situation): Promise<Drift> {
  const gone = new Set<string>();
  for (const [cloud, reader] of readers) {
    const members = drift.found.map(({ seen }) => seen.live.binding).filter(({ scope }) => scope.cloud === cloud);
    if (reader.identify === undefined || members.length === 0) continue;
    const answer = await reader.identify(members.map(({ member }) => member));
    for (const one of answer.ok ? answer.known : []) if (one.gone === true) gone.add(memberKey(cloud, { ...NOBODY, id: one.id }));
  }
  const isGone = ({ seen: { live } }: Drifted) => gone.has(memberKey(live.binding.scope.cloud, live.binding.member));
  return { ...drift, found: drift.found.map((one) => (isGone(one) ? { ...one, orphaned: true } : one)) };
}

const NOBODY = { kind: 'other', id: '', shown: '' } as const;

/** The lists that come with the program know most roles; only of the others the clouds are asked, once each. */
async function judgeOf({ planned, readers }: Situation, context: Context): Promise<(live: LiveBinding) => boolean | undefined> {
  const tables = new Map(
    await Promise.all([...readers.keys()].map(async (name) => [name, await context.clouds[name]?.publishedRoles?.()] as const)),
  );
  const verdict = ({ binding: { scope, role } }: LiveBinding) => tables.get(scope.cloud)?.verdict(role.id).verdict ?? 'unknown';
  const seen = planned.plan.observations.flatMap((one) => ('live' in one ? [one.live] : []));
  const asks = new Map(
    seen
      .filter((live) => verdict(live) === 'unknown')
      .map(({ binding }): [string, RoleAsk] => [roleKey(binding), { scope: binding.scope, role: binding.role.id }]),
  );
  const facts = await lookUpRoles([...asks.values()], readers, newLine());
  return (live) => {
    const published = verdict(live);
    if (published !== 'unknown') return published === 'escalates';
    const ask = asks.get(roleKey(live.binding));
    const told = ask === undefined ? undefined : facts(ask.scope, ask.role);
    return told?.ok === true ? told.privileged : undefined;
  };
}

function roleKey({ scope, role }: LiveBinding['binding']): string {
  return `${scope.cloud}\n${role.id}`;
}

function wordsFor(situation: Situation, ledger: LedgerSight, baseline: Baseline | undefined, context: Context): DriftWords {
  const { basis, control } = situation;
  return {
    stamp: control.policy.stamp,
    commit: basis.history.commit,
    baseline: { path: BASELINE, exists: baseline !== undefined, unreadable: baseline?.unreadable ?? [] },
    speaks: control.policy.unmanaged.mode === 'report',
    where: wordsOf(situation, context).where,
    doubts: [
      ...(basis.unconfirmed === undefined ? [] : [`Not confirmed: ${basis.unconfirmed}.`]),
      ...sweepDoubts(situation),
      ...(ledger.ok ? [] : [`The ledger could not be read, so what escaped looks like any other access: ${ledger.why}.`]),
    ],
    verbose: context.verbose,
  };
}

function sweepDoubts({ told, survey }: Situation): readonly string[] {
  const { pages, readings, beyond, failed, unconfirmed } = told;
  const read = [...survey.readings.values()].filter(({ scope }) => !readings.has(scopeKey(scope))).length;
  return [
    ...(pages === 0
      ? []
      : [
          `${count(readings.size, 'scope')} as an index has them, in ${count(pages, 'page')}; ${read} read anew. An index is minutes late.`,
        ]),
    ...failed.map(({ where, failure }) => `The index does not tell of ${where}: ${failure.message}.`),
    ...(unconfirmed.length === 0
      ? []
      : [`${count(unconfirmed.length, 'scope')} could not be read anew, and stands here as the index has it.`]),
    ...(beyond.length === 0
      ? []
      : [
          `${count(beyond.length, 'policy', 'policies')} of kinds that no grant can be asked at ${beyond.length === 1 ? 'was' : 'were'} not compared.`,
        ]),
  ];
}

async function reportOf(found: Drift, words: DriftWords, context: Context, options: Options, unproved: boolean): Promise<Report> {
  const { sarif } = options;
  if (typeof sarif === 'string') writeFileSync(resolve(sarif), driftSarif(found, words));
  const accepted = options['accept'] === true ? acceptedFrom(found) : undefined;
  if (accepted !== undefined) await writeBaseline(context, accepted);
  const fresh = found.found.some((one) => one.fresh);
  const written =
    accepted === undefined ? '' : `${BASELINE} was written: ${count(accepted.length, 'entry', 'entries')}. Open a pull request with it.\n`;
  return {
    exit: exitCode(
      ...exits(found),
      ...(unproved ? (['partly'] as const) : []),
      ...(fresh && options['detailed-exitcode'] === true ? (['changes'] as const) : []),
    ),
    text: driftText(found, words) + written,
    page: driftPage(found, words),
    json: { ...driftJson(found, words), ...(accepted === undefined ? {} : { accepted: accepted.length }) },
    outputs: { unmanaged: found.found.length, 'has-changes': fresh, summary: driftTotals(found) },
  };
}

/** A scope that was not read is what was wanted and not done; where none was read, nothing was. */
function exits({ scopes, unread }: Drift): readonly ExitName[] {
  if (unread.length === 0) return [];
  return [scopes === 0 ? 'error' : 'partly'];
}

function refused(message: string): Report {
  return { exit: exitCode('refused'), text: `${message}\n`, json: { message } };
}

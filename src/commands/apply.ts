import { type CloudName, scopeKey } from '../domain/access.ts';
import { takes } from '../domain/change.ts';
import type { MeasureOutcome } from '../domain/measure.ts';
import type { Outcome } from '../domain/outcome.ts';
import { formatPeriod } from '../domain/period.ts';
import type { Plan } from '../domain/plan.ts';
import { applyChanges, type ApplyInput } from '../apply/apply.ts';
import type { CloudWriter } from '../providers/provider.ts';
import { latenessOf } from '../ledger/lateness.ts';
import { diffScope } from '../reconcile/diff.ts';
import { bindingKey } from '../domain/access.ts';
import { ledgerJson, ledgerLine, type LedgerOutcome } from '../report/ledger-text.ts';
import { lateText, type LatenessBy, seconds } from '../report/lateness-text.ts';
import { areOpen, measureJson, measureLines } from '../report/measure-text.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { outcomeJson, planJson } from '../report/plan-json.ts';
import { planText } from '../report/plan-text.ts';
import { residueText } from '../report/residue-text.ts';
import type { Command, Options, Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode, type ExitName } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { latenessIn, withLateness } from './ledger/lateness.ts';
import { draftsOf } from './ledger/drafts.ts';
import { drawingOf, leavePicture } from './ledger/picture.ts';
import { recorder } from './ledger/record.ts';
import { unrecorded } from './reading/kept-recalls.ts';
import { keepLocks, lockPlaces } from './reading/locks.ts';
import { prepare } from './reading/prepare.ts';
import { cloudsIn, type Situation, surveyAndPlan } from './reading/situation.ts';
import { IN_FLIGHT } from './reading/survey.ts';
import { endsBy, wordsOf } from './reading/words.ts';

export const apply: Command = {
  name: 'apply',
  summary: 'Make the clouds match: revoke first, then grant, then verify',
  options: [
    { name: 'only', value: 'WHAT', choices: ['revocations', 'grants'], summary: 'Do only this half', input: true },
    { name: 'yes', summary: 'Do not ask; needed where nobody can be asked' },
  ],
  action: true,
  outputs: ['has-changes', 'granted', 'revoked', 'failed', 'late-seconds', 'ledger-head'],
  async run(context, options) {
    const prepared = await prepare(context, [], { begin: true });
    if (!prepared.ok) return findingsReport(prepared.findings, []);
    const situation = await surveyAndPlan(context, prepared.basis, prepared.control, {
      recallsForeign: false,
      also: [],
      ledger: prepared.ledger,
      // A reading that is compared is drawn for the snapshot, too: most of a run that reads many scopes is waiting for them.
      beside: ({ live }, ground) => void drawingOf(live, ground),
      ...(prepared.ahead === undefined ? {} : { ahead: prepared.ahead }),
    });
    const sight = await withLateness(prepared.ledger, await context.forge(), cloudsIn(situation), context);
    const lateness = latenessIn(sight, context);
    const shown = () => planText(situation.planned.plan, { ...wordsOf(situation, context), lateness, next: false });
    const agreed = await agree(shown, situation.planned.plan, options, context);
    if (agreed.exit !== undefined)
      return {
        exit: exitCode(agreed.exit),
        text: agreed.text(),
        json: { ...planJson(situation.planned.plan, endsBy(context, situation), lateness), outcomes: [] },
      };
    const only = onlyOf(options);
    const record = recorder(sight, situation, context);
    const drafted = draftsOf(record, situation, context);
    const outcomes = await applySituation(situation, context, only, {
      beforeGiving: async () => {
        await record.approvals();
        drafted.begin();
      },
      looking: drafted.rehearse,
    });
    const draft = await drafted.ready();
    const locks = only === 'grants' ? [] : lockPlaces(situation, prepared.ledger);
    const reason = `grantkeeper ${situation.planned.plan.stamp} ${situation.planned.plan.basis.commit}`;
    const measures = await keepLocks(context, situation.control, locks, reason);
    for (const order of unrecorded(prepared.kept, prepared.basis.recalls, prepared.ledger)) await record.recall(order);
    const recorded = await record.run(outcomes, measures);
    await leavePicture(situation, outcomes, context, draft);
    return applyReport(situation, outcomes, context, {
      shown: agreed.text,
      recorded,
      lateness,
      measures,
      ...(only === undefined ? {} : { only }),
    });
  },
};

function onlyOf(options: Options): ApplyInput['only'] {
  const only = options['only'];
  return only === 'revocations' || only === 'grants' ? only : undefined;
}

/** Whether to go on; `exit` says that not, and with what. `text` is what is still to be shown. */
interface Agreed {
  readonly exit?: ExitName;
  readonly text: () => string;
}

/** Nothing is written by surprise: the plan is shown, and a person agrees, or `--yes` does. */
async function agree(shown: () => string, plan: Plan, options: Options, context: Context): Promise<Agreed> {
  if (plan.changes.length === 0 || options['yes'] === true) return { text: shown };
  if (context.ask === undefined)
    return { exit: 'usage', text: () => `${shown()}Nothing was changed: nobody can be asked here. Say --yes to apply this plan.\n` };
  context.progress('');
  for (const line of shown().trimEnd().split('\n')) context.print(line);
  const answer = await context.ask(`Apply these ${plan.changes.length} changes? Type yes`);
  if (answer.trim() !== 'yes') return { exit: 'ok', text: () => 'Nothing was changed.\n' };
  if (context.clock() - context.now <= FRESH) return { text: () => '' };
  return { exit: 'refused', text: () => `Nothing was changed: the plan is more than ${formatPeriod(FRESH)} old. Run it again.\n` };
}

/** How old, in milliseconds, a plan may be when a person agrees to it: what it was made on may be another by then. */
const FRESH = 10 * 60_000;

/** Carries a plan out. Also the engine of `recall`, which has revocations only. */
export async function applySituation(
  situation: Situation,
  context: Context,
  only?: ApplyInput['only'],
  meanwhile: Pick<ApplyInput, 'beforeGiving' | 'looking'> = {},
): Promise<readonly Outcome[]> {
  const { planned, readers, survey, control } = situation;
  const { plan, desired, context: decisions } = planned;
  const clouds = new Set(plan.changes.map((change) => (change.verb === 'revoke' ? change.live : change.desired).binding.scope.cloud));
  const reason = `grantkeeper ${plan.stamp} ${plan.basis.commit}`;
  const writers = new Map<CloudName, CloudWriter>();
  for (const cloud of clouds) {
    const found = context.clouds[cloud];
    if (found !== undefined) writers.set(cloud, await found.writer(context.access(cloud, control.policy, reason)));
  }
  const wishes = (scope: string) =>
    new Map([...desired.values()].filter((one) => scopeKey(one.binding.scope) === scope).map((one) => [bindingKey(one.binding), one]));
  return applyChanges({
    changes: plan.changes.filter((change) => only === undefined || takes(change) === (only === 'revocations')),
    held: plan.held,
    readings: survey.readings,
    readers,
    writers,
    again: (scope, live) => diffScope(live, wishes(scope), decisions).changes,
    ...(only === undefined ? {} : { only }),
    ...meanwhile,
    clock: context.clock,
    sleep: context.sleep,
    stopping: context.stopping,
    progress: (done, all) => context.progress(`${done} of ${all} scopes done`),
    concurrency: IN_FLIGHT,
    patience: context.patience,
  });
}

/** What else a report tells: the text before it, what was written down, and which half was done. */
interface Around {
  readonly shown: () => string;
  readonly recorded: LedgerOutcome;
  readonly lateness: LatenessBy;
  readonly measures: readonly MeasureOutcome[];
  readonly only?: ApplyInput['only'];
}

function applyReport(situation: Situation, outcomes: readonly Outcome[], context: Context, around: Around): Report {
  const { shown, recorded, lateness, measures } = around;
  const { plan } = situation.planned;
  const words = wordsOf(situation, context);
  const late = latenessOf(outcomes, words.endsBy);
  const done = (verb: 'grant' | 'revoke') =>
    outcomes.filter((one) => one.change.verb === verb && (one.status === 'applied' || one.status === 'already-so')).length;
  return {
    exit: exitOf(plan, outcomes, context, around),
    // Whoever asks for JSON reads no text.
    get text() {
      const done = outcomes.length === 0 ? '' : outcomeText(outcomes, words);
      const measured = measureLines(measures).map((line) => `${line}\n`);
      return `${shown()}${done}${residueText(outcomes, words)}${measured.join('')}${lateText(late)}${ledgerLine(recorded)}`;
    },
    json: {
      ...planJson(plan, words.endsBy, lateness),
      outcomes: outcomes.map((one) => outcomeJson(one, words.endsBy)),
      ...(measures.length === 0 ? {} : { measures: measures.map(measureJson) }),
      ledger: ledgerJson(recorded),
    },
    outputs: {
      granted: done('grant'),
      revoked: done('revoke'),
      failed: outcomes.filter(isOpen).length,
      'has-changes': plan.changes.length > 0,
      'late-seconds': seconds(Math.max(0, ...late)),
      'ledger-head': recorded.head ?? '',
    },
  };
}

function isOpen(outcome: Outcome): boolean {
  return outcome.status !== 'applied' && outcome.status !== 'already-so';
}

/** 4 when something was done and something due or wanted was not; 3 when refusals alone kept everything; 1 when all failed. */
function exitOf(plan: Plan, outcomes: readonly Outcome[], context: Context, { only, recorded, measures }: Around): Report['exit'] {
  const done = [...outcomes, ...measures].some((one) => one.status === 'applied' || one.status === 'unverified');
  // Of a run that only takes away, a grant that is refused is no part.
  const refused = plan.refusals.some((one) => only !== 'revocations' || one.grant === undefined);
  const open = outcomes.some(isOpen) || areOpen(measures) || refused || plan.basis.unread.length > 0;
  const failed = [...outcomes, ...measures].some((one) => one.status === 'failed') || plan.basis.unread.length > 0;
  if (context.stopping()) return exitCode('interrupted');
  if (!open && recorded.trouble === undefined) return exitCode('ok');
  if (done) return exitCode('partly');
  if (!open) return exitCode('error');
  return exitCode(failed ? 'error' : 'refused');
}

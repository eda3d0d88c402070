import { planJson } from '../report/plan-json.ts';
import { plannedMeasureJson, plannedMeasuresText } from '../report/measure-text.ts';
import { planText, totalsText } from '../report/plan-text.ts';
import type { Report } from './command.ts';
import type { Context } from './context.ts';
import { exitCode, type ExitName } from './exit.ts';
import { findingsReport } from './findings-report.ts';
import { latenessIn, withLateness } from './ledger/lateness.ts';
import type { LedgerSight } from './ledger/sight.ts';
import { foreseeLocks, type ForeseenLocks, lockPlaces } from './reading/locks.ts';
import { prepare } from './reading/prepare.ts';
import { cloudsIn, type Situation, surveyAndPlan } from './reading/situation.ts';
import { endsBy, wordsOf } from './reading/words.ts';

/** What the next run would do to the clouds as they are now. `detailed` asks for an exit code of its own where that is anything. */
export async function planClouds(context: Context, detailed: boolean): Promise<Report> {
  const prepared = await prepare(context, [], { begin: true });
  if (!prepared.ok) return findingsReport(prepared.findings, []);
  const situation = await surveyAndPlan(context, prepared.basis, prepared.control, {
    recallsForeign: false,
    also: [],
    ledger: prepared.ledger,
    ...(prepared.ahead === undefined ? {} : { ahead: prepared.ahead }),
  });
  const sight = await withLateness(prepared.ledger, await context.forge(), cloudsIn(situation), context);
  const reason = `grantkeeper ${situation.planned.plan.stamp} ${situation.planned.plan.basis.commit}`;
  const locks = await foreseeLocks(context, situation.control, lockPlaces(situation, prepared.ledger), reason);
  return planReport(situation, context, { sight, locks }, detailed);
}

/** What a plan tells beside its changes. */
interface Beside {
  readonly sight: LedgerSight;
  readonly locks: readonly ForeseenLocks[];
}

function planReport(situation: Situation, context: Context, { sight, locks }: Beside, detailed: boolean): Report {
  const lateness = latenessIn(sight, context);
  const { plan: made } = situation.planned;
  const changes = made.changes.length > 0 || locks.some(({ measures }) => measures.length > 0);
  const refused = made.refusals.length > 0 || made.basis.unread.length > 0;
  const names: ExitName[] = [
    ...(!changes && refused ? (['refused'] as const) : []),
    ...(changes && detailed ? (['changes'] as const) : []),
  ];
  return {
    exit: exitCode(...names),
    text: `${planText(made, { ...wordsOf(situation, context), lateness })}${plannedMeasuresText(locks)}`,
    json: {
      ...planJson(made, endsBy(context, situation), lateness),
      ...(locks.length === 0 ? {} : { lockdowns: locks.map(plannedMeasureJson) }),
    },
    outputs: {
      'has-changes': changes,
      summary: totalsText(made, { endsBy: endsBy(context, situation) }),
      digest: made.digest,
      refused: made.refusals.length,
    },
  };
}

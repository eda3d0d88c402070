import { memberKey } from '../../domain/access.ts';
import type { LiveBinding } from '../../domain/live-binding.ts';
import type { MeasureOutcome } from '../../domain/measure.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { ownerOf } from '../../reconcile/ownership.ts';
import type { LedgerOutcome } from '../../report/ledger-text.ts';
import { isOpen, recallJson, type RecallReceipt, recallText, type Sweeps } from '../../report/recall-receipt.ts';
import type { Report } from '../command.ts';
import type { Context } from '../context.ts';
import { exitCode, type ExitName } from '../exit.ts';
import { RECALL_BRANCHES } from '../reading/basis.ts';
import { readBounds } from '../reading/recall-scopes.ts';
import { groupHoldings, liveKey, onceEach, type Subject, subjectOf } from '../reading/recall-subject.ts';
import type { Situation } from '../reading/situation.ts';
import { wordsOf } from '../reading/words.ts';
import { only } from './look.ts';
import type { Order } from './order.ts';
import type { Published } from './publish.ts';

/** Where a recall is written down: its file, the request for it, and the ledger. */
export interface Written {
  readonly path: string;
  readonly text: string;
  readonly record: Published;
  readonly recorded: LedgerOutcome;
  /** Why also the branch did not get to the remote; only where there is no request. */
  readonly unsent?: string;
  readonly sweeps?: Sweeps;
}

/** What became of bindings, and of sessions and lockdowns. */
export interface Done {
  readonly outcomes: readonly Outcome[];
  readonly measures: readonly MeasureOutcome[];
}

/** What the run tells at its end; `shown` is what was told before it began. */
export function receipt(
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

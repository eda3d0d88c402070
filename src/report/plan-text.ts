import { bindingOf, type Change } from '../domain/change.ts';
import type { Plan } from '../domain/plan.ts';
import { changeRows } from './change-text.ts';
import { observationsText } from './observation-text.ts';
import { endingText } from './lateness-text.ts';
import type { PlanWords } from './plan-words.ts';
import { refusalsText, unreadText } from './refusal-text.ts';
import { momentText } from './time-text.ts';

/** Totals first and last, what takes away before what gives, one line a binding (plain text, no colour). */
export function planText(plan: Plan, words: PlanWords): string {
  const totals = totalsText(plan, words);
  const lines = [
    headText(plan, words),
    totals,
    ...changeRows(plan.changes, plan, words),
    ...heldText(plan, words),
    ...endingText(plan, words.endsBy, words.lateness ?? NOT_MEASURED),
    ...observationsText(plan, words),
    ...unreadText(plan.basis.unread),
    ...refusalsText(plan.refusals),
    `${totals}   ${plan.digest.slice(0, 15)}${words.next ? `   ${nextText(plan)}` : ''}`,
  ];
  return `${lines.join('\n')}\n`;
}

const NOT_MEASURED = () => undefined;

function headText(plan: Plan, words: PlanWords): string {
  const { commit, scopes, unread } = plan.basis;
  return `${plan.stamp} at ${commit.slice(0, 7)}   ${momentText(plan.at, words.home)}   ${scopes} of ${scopes + unread.length} scopes read   ${plan.kept} kept`;
}

const VERBS: readonly Change['verb'][] = ['revoke', 'shorten', 'restore', 'extend', 'retitle', 'grant'];

/** `2 revoke, 3 grant; 1 ends by our run only; nothing held back` */
export function totalsText(plan: Plan, words: Pick<PlanWords, 'endsBy'>): string {
  const verbs = VERBS.flatMap((verb) => {
    const n = plan.changes.filter((change) => change.verb === verb).length;
    return n === 0 ? [] : [`${n} ${verb}`];
  });
  const byRun = plan.changes.filter(
    (change) => change.verb === 'grant' && words.endsBy(bindingOf(change).scope.cloud, change) === 'run',
  ).length;
  return [
    verbs.length === 0 ? 'no change' : verbs.join(', '),
    ...(byRun === 0 ? [] : [`${byRun} ${byRun === 1 ? 'ends' : 'end'} by our run only`]),
    plan.held.length === 0 ? 'nothing held back' : `${plan.held.length} held back`,
    ...(plan.refusals.length === 0 ? [] : [`${plan.refusals.length} refused`]),
  ].join('; ');
}

function heldText(plan: Plan, words: PlanWords): readonly string[] {
  if (plan.held.length === 0) return [];
  return ['held back:', ...changeRows(plan.held, plan, words).map((line) => `  ${line}`)];
}

function nextText(plan: Plan): string {
  if (plan.changes.length > 0) return 'Next: grantkeeper apply';
  return plan.refusals.length > 0 || plan.basis.unread.length > 0 ? 'Next: mend what is refused' : 'Nothing to do';
}

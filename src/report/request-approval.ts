import { inert, plain, shortened } from './markdown.ts';
import type { ApprovalFacts } from './request-facts.ts';

/** Of a reason, in characters. */
const LONG = 300;

/** Of names in one list; so long a list of approvers says enough by its beginning. */
const MOST = 15;

/** Who may still approve, who may not and why, and what no approval mends: one line each (Markdown). */
export function approvalLines(approval: ApprovalFacts, refused: boolean): readonly string[] {
  // As it is, no approval helps, so none is asked for.
  if (approval.faults.length > 0) return approval.faults.slice(0, MOST).map(faultText);
  return [
    ...needText(approval, refused),
    ...notThese(approval),
    ...approval.discounted.slice(0, MOST).map((one) => inert(shortened(one, LONG))),
  ];
}

function faultText({ reason, hint }: ApprovalFacts['faults'][number]): string {
  return `**Cannot be approved as it is:** ${inert(shortened(reason, LONG))} ${inert(shortened(hint, LONG))}`;
}

function needText(approval: ApprovalFacts, refused: boolean): readonly string[] {
  const { met, by, open, against } = approval;
  if (met) return [by.length === 0 ? 'Policy asks for no approval of this.' : `**Approved by ${names(by)}:** enough.`];
  const parts = [
    ...(against.length === 0 ? [] : [`${names(against)} asked for changes.`]),
    ...(by.length === 0 ? [] : [`Approved by ${names(by)}.`]),
    ...open.map((need) => wantText(need, approval)),
  ];
  if (parts.length === 0) return [];
  const how = !refused && open.some((need) => canBe(need, approval)) ? ' Approve in Files changed; a new commit asks again.' : '';
  return [`**${parts.join(' ')}**${how}`];
}

/** Who of them is free; where they are too few, that is what has to change. */
function wantText(need: ApprovalFacts['open'][number], approval: ApprovalFacts): string {
  const { count, from } = need;
  const free = freeOf(from, approval);
  if (canBe(need, approval)) return count === free.length ? `Needs ${names(free)}.` : `Needs ${count} of ${names(free)}.`;
  const only =
    free.length === 0 ? 'nobody of those who may approve it is free' : `only ${names(free)} ${free.length === 1 ? 'is' : 'are'} free`;
  return `Blocked: needs ${count} of ${names(from)}, and ${only}. Let somebody else ask, or name more approvers in policy.`;
}

function canBe({ count, from }: ApprovalFacts['open'][number], approval: ApprovalFacts): boolean {
  return freeOf(from, approval).length >= count;
}

function freeOf(from: readonly string[], { barred }: ApprovalFacts): readonly string[] {
  return from.filter((person) => !barred.some((one) => one.person === person));
}

function notThese({ met, barred }: ApprovalFacts): readonly string[] {
  if (met || barred.length === 0) return [];
  const shown = barred.slice(0, MOST).map(({ person, why }) => `${inert(shortened(person, LONG))}, who ${plain(shortened(why, LONG))}`);
  const rest = barred.length > MOST ? `; nor ${barred.length - MOST} more` : '';
  return [`Not ${shown.join('; not ')}${rest}.`];
}

function names(all: readonly string[]): string {
  const shown = all.slice(0, MOST).map((name) => inert(shortened(name, LONG)));
  return all.length > MOST ? `${shown.join(', ')} and ${all.length - MOST} more` : shown.join(', ');
}

/** One line for the title of the check and for a log; plain text, to be made printable by whoever shows it. */
export function approvalTitle(approval: ApprovalFacts): string {
  const { met, by, open, against, faults } = approval;
  const [fault] = faults;
  if (fault !== undefined) return shortened(fault.reason, LONG);
  if (met) return by.length === 0 ? 'Policy asks for no approval' : `Approved by ${by.join(', ')}`;
  if (against.length > 0) return `${against.join(', ')} asked for changes`;
  return open
    .map((need) => {
      const free = freeOf(need.from, approval);
      return canBe(need, approval)
        ? `Needs ${need.count} of ${free.join(', ')}`
        : `Nobody is left who may approve: ${need.from.join(', ')}`;
    })
    .join('; ');
}

/** Whether no click of anybody can make it ready. */
export function isBlocked(approval: ApprovalFacts): boolean {
  return approval.faults.length > 0 || approval.open.some((need) => !canBe(need, approval));
}

import type { Instant } from '../domain/instant.ts';
import type { LiveBinding } from '../domain/live-binding.ts';
import type { Observation, Plan } from '../domain/plan.ts';
import { unreachable } from '../domain/unreachable.ts';
import { columns, count } from './columns.ts';
import type { PlanWords } from './plan-words.ts';
import { printable } from './printable.ts';
import { distanceText, endText } from './time-text.ts';

type Seen = Extract<Observation, { live: LiveBinding }>;
type Foreign = Extract<Seen, { kind: 'foreign' }>;
type Notice = Exclude<Observation, Seen>;

/** Alarms and twins, then notices, then what is foreign: that is counted, unless everything is asked for. */
export function observationsText(plan: Plan, words: PlanWords): readonly string[] {
  const seen = plan.observations.filter((one) => 'live' in one);
  const notices = plan.observations.filter((one): one is Notice => !('live' in one));
  const near = seen.filter((one) => one.kind !== 'foreign').sort((a, b) => Number(isAlarm(b)) - Number(isAlarm(a)));
  const foreign = seen.filter((one) => one.kind === 'foreign');
  const listed = words.verbose ? foreign : saysMore(plan) ? [] : standing(foreign, words).slice(0, LISTED);
  return [
    ...columns(near.map((one) => seenRow(one, words))),
    ...notices.toSorted((a, b) => Number(b.kind === 'alarm') - Number(a.kind === 'alarm')).map((one) => noticeLine(one, plan.at, words)),
    ...columns(listed.map((one) => seenRow(one, words))),
    ...restText(foreign.length - listed.length, listed.length > 0),
  ];
}

/** Whether a plan has more important things to say than what others made. */
function saysMore({ changes, held, refusals, basis }: Plan): boolean {
  return changes.length + held.length + refusals.length + basis.unread.length > 0;
}

function restText(rest: number, isMore: boolean): readonly string[] {
  if (rest === 0) return [];
  return [`? ${count(rest, isMore ? 'more binding' : 'binding')} made by others: left alone (--verbose lists them)`];
}

/** How many are listed where there is nothing else to say. */
const LISTED = 6;

/** What people of policy/people hold without an end, and by nobody's machinery: the first that a grant could take the place of. */
function standing(foreign: readonly Foreign[], words: PlanWords): readonly Foreign[] {
  return foreign.filter((one) => one.note === undefined && !one.live.conditional && words.nameOf(one.live.binding) !== undefined);
}

function isAlarm({ kind }: Seen): boolean {
  return kind !== 'foreign' && kind !== 'twin';
}

function seenRow(one: Seen, words: PlanWords): readonly string[] {
  const { binding } = one.live;
  const who = words.nameOf(binding) ?? binding.member.shown;
  return [`${isAlarm(one) ? '!' : '?'} ${who}`, binding.role.name, words.where(binding), seenText(one)];
}

function seenText(one: Seen): string {
  switch (one.kind) {
    case 'foreign':
      return `not ours${one.note === undefined ? '' : ` (${one.note})`}: left alone`;
    case 'twin':
      return `made by hand beside ${one.grant}: left alone`;
    case 'masked':
      return `masked: made by hand without an end, so the end of ${one.grant} has no effect`;
    case 'escaped':
      return 'escaped: ours lost its mark; removed only by a reviewed file or a recall';
    case 'tampered':
      return `changed by somebody; written by us for ${one.grant}`;
    case 'unrecorded':
      return `break-glass ${one.grant} that no ledger tells of: ended by its own mark, by policy or by a recall`;
    case 'forged':
      return `carries our mark for ${one.grant}, which never asked for it: left alone`;
    default:
      return unreachable(one);
  }
}

function noticeLine(one: Notice, now: Instant, words: PlanWords): string {
  return `${one.kind === 'alarm' ? '!' : ' '} ${noticeText(one, now, words)}`;
}

function noticeText(one: Notice, now: Instant, words: PlanWords): string {
  const grant = printable(one.grant);
  const zone = words.zone(one.grant);
  switch (one.kind) {
    case 'expiring':
      return `ends soon: ${grant} at ${endText(one.until, zone, now)}, ${distanceText(one.until, now)}`;
    case 'in-grace':
      return `over, in its grace: ${grant} until ${endText(one.until, zone, now)}`;
    case 'scheduled':
      return `begins ${endText(one.starts, zone, now)}, ${one.begunBy === 'run' ? 'begun by our run' : 'by the cloud'}: ${grant}`;
    case 'note':
      return `note: ${grant}: ${printable(one.text)}`;
    case 'alarm':
      return `${grant}: ${printable(one.text)}`;
    default:
      return unreachable(one);
  }
}

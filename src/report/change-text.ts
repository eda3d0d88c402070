import { bindingOf, type Change } from '../domain/change.ts';
import type { Instant } from '../domain/instant.ts';
import type { Plan } from '../domain/plan.ts';
import { unreachable } from '../domain/unreachable.ts';
import { columns } from './columns.ts';
import { lateByText } from './lateness-text.ts';
import { type PlanWords, SYMBOLS } from './plan-words.ts';
import { distanceText, endText } from './time-text.ts';

/** On a narrow terminal the grant goes first, then who approved; both are in `--json`. */
const DROP = [5, 4];

/** One line a change: who, which role, where, when it ends and by what, who approved, the grant. */
export function changeRows(changes: readonly Change[], plan: Plan, words: PlanWords): readonly string[] {
  return columns(
    changes.map((change) => changeRow(change, plan.at, words)),
    { width: words.width, drop: DROP },
  );
}

function changeRow(change: Change, now: Instant, words: PlanWords): readonly string[] {
  const binding = bindingOf(change);
  const approved = change.verb === 'grant' || change.verb === 'extend' || change.verb === 'shorten';
  return [
    `${SYMBOLS[change.verb]} ${change.principal}`,
    binding.role.name,
    words.where(binding),
    whyText(change, now, words),
    approved ? words.approval(change.grant) : '',
    change.grant,
  ];
}

function whyText(change: Change, now: Instant, words: PlanWords): string {
  const zone = words.zone(change.grant);
  if (change.verb === 'revoke') return removalText(change, now, zone);
  const end = endText(change.desired.until, zone, now);
  switch (change.verb) {
    case 'shorten':
      return `${endBefore(change, now, zone)} -> ${end}, withdrawn`;
    case 'restore':
      return `changed by somebody: back to ${end}`;
    case 'retitle':
      return `${end}, now under this grant`;
    case 'extend':
      return `${endBefore(change, now, zone)} -> ${end}, ${enderText(change, words)}`;
    case 'grant':
      return `${startText(change.desired.starts, zone, now)}${end}, ${enderText(change, words)}${takeoverText(change)}`;
    default:
      return unreachable(change);
  }
}

type Removing = Extract<Change, { verb: 'revoke' }>;

function removalText({ because, live }: Removing, now: Instant, zone: string): string {
  if (because === 'left') return 'its holder has left';
  if (because !== 'lapsed') return because;
  const until = live.mark?.until;
  if (until === undefined || until > now) return 'over, by the files';
  return `ended ${endText(until, zone, now)}, ${distanceText(until, now)}`;
}

function startText(starts: Instant | undefined, zone: string, now: Instant): string {
  return starts === undefined ? '' : `from ${endText(starts, zone, now)} to `;
}

function endBefore({ live }: Extract<Change, { verb: 'shorten' | 'extend' }>, now: Instant, zone: string): string {
  const until = live.mark?.until;
  return until === undefined ? '?' : endText(until, zone, now);
}

/** What is taken from nobody's hands by surprise: the plan says so before it is agreed to. */
function takeoverText({ over, desired }: Extract<Change, { verb: 'grant' }>): string {
  if (over === undefined) return '';
  return desired.takeover === 'adopt' ? ', adopts what was made by hand' : ', replaces what was made by hand';
}

function enderText(change: Change, words: PlanWords): string {
  const { cloud } = bindingOf(change).scope;
  if (words.endsBy(cloud, change) === 'cloud') return 'by the cloud';
  const late = words.lateness?.(cloud);
  return late === undefined ? 'by our run' : `by our run (${lateByText(late)})`;
}

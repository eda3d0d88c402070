import { formatPeriod, type Period } from '../domain/period.ts';
import { unreachable } from '../domain/unreachable.ts';
import { inert, plain, shortened } from './markdown.ts';
import type { AccessFacts, GrantFacts, PrincipalFacts } from './request-facts.ts';
import { momentText } from './time-text.ts';

/** More than these are counted instead, and listed in the table. */
const NAMED = 3;

/** Of free text in a sentence, in characters; the details have more of it. */
const LONG = 120;

/** Environment and risk first, then what would happen at the merge, in one sentence (Markdown). */
export function sentenceOf(grant: GrantFacts): string {
  const risks = [...grant.environments.map(environmentText), ...(grant.privileged ? ['PRIVILEGED'] : [])];
  return `**${risks.length === 0 ? '' : `${risks.join(', ')}:** **`}${deedText(grant)}.**`;
}

/** What ends in production is what a reviewer must not overlook; any other environment goes by its own name. */
function environmentText(env: string): string {
  if (env === 'prod') return 'PRODUCTION';
  return env === 'none' ? 'UNDER NO PLACE' : `Environment ${inert(env)}`;
}

function deedText(grant: GrantFacts): string {
  const who = whoText(grant.principals);
  const what = accessText(grant.access);
  const one = grant.principals.length === 1;
  const ticket = grant.ticket === undefined ? '' : `, for ${inert(shortened(grant.ticket, LONG))}`;
  switch (grant.change) {
    case 'new':
      return `${who} ${one ? 'gets' : 'get'} ${what} ${spanText(grant)}${ticket}`;
    case 'renewal':
      return `${who} ${one ? 'keeps' : 'keep'} ${what} ${spanText(grant)}${longerText(grant)}${ticket}`;
    case 'change':
      return `The grant of ${who} changes to ${what}, ${spanText(grant)}${ticket}`;
    case 'shortening':
      return `${who} ${one ? 'loses' : 'lose'} ${lossText(grant)}${ticket}`;
    case 'ending':
      return `${who} ${one ? 'loses' : 'lose'} ${what} at the merge${insteadText(grant)}`;
    case 'wording':
      return `${who} ${one ? 'keeps' : 'keep'} ${what} just as now; only words of the file change`;
    default:
      return unreachable(grant.change);
  }
}

function whoText(principals: readonly PrincipalFacts[]): string {
  const names = principals.slice(0, NAMED).map(principalText);
  return listed(names, principals.length - names.length, 'other');
}

/** `Ada Byron`, `Ada Byron as ada-adm`, `the group payments-oncall (ada, chi)`, `the service deployer`. */
export function principalText({ name, kind, fullName, members }: PrincipalFacts): string {
  const own = inert(shortened(name, LONG));
  const full = fullName === undefined ? own : plain(shortened(fullName, LONG));
  switch (kind) {
    case 'person':
      return full;
    case 'account':
      return `${full} as ${own}`;
    case 'group':
      return `the group ${own} (${listed(
        members.slice(0, NAMED).map((one) => inert(shortened(one, LONG))),
        members.length - NAMED,
        'other',
      )})`;
    case 'service':
      return `the service ${own}`;
    case 'unknown':
      return own;
    default:
      return unreachable(kind);
  }
}

/** `debug` at `payments-prod` and `payments-test`, and `release` at `payments-test`. */
export function accessText(access: readonly AccessFacts[]): string {
  const byRole = Map.groupBy(access, (one) => one.role);
  const texts = [...byRole].map(([role, all]) => {
    const places = all.slice(0, NAMED).map(({ at }) => inert(shortened(at, LONG)));
    return `${inert(shortened(role, LONG))} at ${listed(places, all.length - places.length, 'other place')}`;
  });
  return texts.length === 0 ? 'nothing' : listed(texts.slice(0, NAMED), texts.length - NAMED, 'other role');
}

function listed(texts: readonly string[], more: number, noun: string): string {
  const all = more > 0 ? [...texts, `${more} ${noun}${more === 1 ? '' : 's'}`] : texts;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.slice(-1).join('')}`;
}

/** `for 4 h from the merge, at the latest until 22 Nov 03:00 Berlin (02:00Z)` */
function spanText({ starts, length, latest, zone }: GrantFacts): string {
  const begin = starts === undefined ? 'from the merge' : `from ${momentText(starts, zone)}`;
  const end = momentText(latest, zone);
  return length === undefined ? `${begin} until ${end}` : `for ${periodText(length)} ${begin}, at the latest until ${end}`;
}

function longerText({ before, latest }: GrantFacts): string {
  return before === undefined || latest <= before ? '' : `, up to ${periodText(latest - before)} longer than now`;
}

/** What goes at the merge, and the sooner end of the rest. */
function lossText({ access, lost, before, latest, zone }: GrantFacts): string {
  const sooner = before !== undefined && latest < before;
  const gone = lost.length === 0 ? '' : `${accessText(lost)} at the merge`;
  if (!sooner) return gone;
  const end = `${momentText(latest, zone)} instead of ${momentText(before, zone)}`;
  return gone === '' ? `${accessText(access)} at ${end}` : `${gone}, and the rest at ${end}`;
}

function insteadText({ before, zone }: GrantFacts): string {
  return before === undefined ? '' : ` instead of ${momentText(before, zone)}`;
}

/** `1 d 12 h`; what is under a minute is `under 1 min`. */
export function periodText(period: Period): string {
  if (period < 60_000) return 'under 1 min';
  return formatPeriod(period)
    .replaceAll(/(\d+)([a-z])/g, (_, n: string, unit: string) => ` ${n} ${UNITS[unit] ?? unit}`)
    .trim();
}

const UNITS: Readonly<Record<string, string>> = { m: 'min' };

import type { Asking, Hours, MoreApproval, RuleMode, Where } from '../domain/policy.ts';
import { type Checked, note } from './checked.ts';
import type { Files } from './generated/types.ts';
import { notAZone } from './shapes.ts';
import { isZone } from './zone.ts';

type File = Files['policy'];

/** What a rule is about; each list that is left out is empty. */
function whereFrom({ folder, env, cloud, role, principal }: File['modes'][number]['where']): Where {
  return { folders: folder, environments: env, clouds: cloud, roles: role, principals: principal };
}

/** Working hours, in minutes after midnight. Hours that end before they begin are found. */
export function hoursFrom(checked: Checked<'policy'>): readonly Hours[] {
  return checked.value.hours.map(({ where, days, from, to, zone, part }, at) => {
    const [first, last] = [minutes(from), minutes(to)];
    if (last <= first) {
      const hint = 'Hours lie within one day: write a later `to`, or two entries, one for each day.';
      note(checked, `/hours/${at}/to`, { code: 'GK1223', message: `${to} does not lie after ${from}`, hint });
    }
    if (zone !== undefined && !isZone(zone)) note(checked, `/hours/${at}/zone`, notAZone());
    return { where: whereFrom(where), days, from: first, to: last, part, ...(zone === undefined ? {} : { zone }) };
  });
}

function minutes(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

export function askingFrom(asking: File['asking']): readonly Asking[] {
  return asking.map(({ for: whom, by, self }) => ({ for: whom, by, self }));
}

export function modesFrom(modes: File['modes']): readonly RuleMode[] {
  return modes.map(({ rule, mode, where }) => ({ rule, mode, where: whereFrom(where) }));
}

export function moreFrom(more: File['approval']['more']): readonly MoreApproval[] {
  return more.map(({ where, privileged, minimum, approvers }) => ({
    where: whereFrom(where),
    privileged,
    approvers,
    ...(minimum === undefined ? {} : { minimum }),
  }));
}

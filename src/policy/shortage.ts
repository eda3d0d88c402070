import type { Need } from './need.ts';
import type { Approvals } from './reviews.ts';
import type { Fault } from './verdict.ts';

type Barred = ReadonlyMap<string, string>;

/** An entitled person who asked for changes and never took it back holds the request, however many others approved. */
export function objections({ against }: Approvals, entitled: readonly string[]): readonly Fault[] {
  const people = [...new Set(entitled)].filter((person) => against.has(person));
  if (people.length === 0) return [];
  return [
    {
      code: 'GK2012',
      reason: `${people.join(' and ')} asked for changes and did not approve since`,
      hint: `Send the change again, and let ${people.join(' and ')} approve it`,
      bends: 'trust-branch-protection',
    },
  ];
}

/** What is missing of a grant's approvals. */
export function needFaults(need: Need, approvals: Approvals, barred: Barred): readonly Fault[] {
  const given = need.from.filter((person) => approvals.people.has(person));
  const missing = need.besides.filter((person) => !approvals.people.has(person));
  const faults: Fault[] = [];
  if (given.length < need.count) faults.push(tooFew(need, given, approvals, barred));
  if (missing.length > 0) faults.push(lacking(missing, approvals, barred));
  return faults;
}

/** What is missing of a control file's approval: one person of security. */
export function securityFaults(security: readonly string[], approvals: Approvals, barred: Barred): readonly Fault[] {
  if (security.some((person) => approvals.people.has(person))) return [];
  return [
    {
      code: 'GK2014',
      reason: withDiscounts(`it needs an approval of its last commit by one of ${security.join(', ')}`, approvals),
      hint: hintFor(security, 1, barred),
      bends: 'trust-branch-protection',
    },
  ];
}

/** Under `warn` too few will do, but nobody will not: else whoever can merge could give access to themselves. */
function tooFew(need: Need, given: readonly string[], approvals: Approvals, barred: Barred): Fault {
  const nobody = approvals.people.size === 0;
  const has = given.length === 0 ? 'has none' : `has ${given.join(', ')}`;
  return {
    code: nobody ? 'GK2009' : 'GK2010',
    reason: withDiscounts(`it needs ${need.count} of ${need.from.join(', ')} and ${has}`, approvals),
    hint: hintFor(need.from, need.count, barred),
    bends: nobody ? 'trust-branch-protection' : 'warn',
  };
}

function lacking(missing: readonly string[], approvals: Approvals, barred: Barred): Fault {
  return {
    code: 'GK2011',
    reason: withDiscounts(`the role that it asks for needs the approval of ${missing.join(' and ')} besides`, approvals),
    hint: hintFor(missing, missing.length, barred),
    bends: approvals.people.size === 0 ? 'trust-branch-protection' : 'warn',
  };
}

function withDiscounts(reason: string, { discounted }: Approvals): string {
  return discounted.length === 0 ? reason : `${reason} (${discounted.join('; ')})`;
}

function hintFor(people: readonly string[], count: number, barred: Barred): string {
  const free = people.filter((person) => !barred.has(person));
  if (free.length >= count) return `Touch the file in a new request, and let ${free.join(', ')} approve its last commit`;
  const held = people.filter((person) => barred.has(person)).map((person) => `; ${person} ${barred.get(person)}`);
  return `Not enough people may approve this${held.join('')}: name more approvers in policy, or let somebody else ask`;
}

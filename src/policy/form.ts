import { humansBehind } from '../domain/directory.ts';
import type { Grant } from '../domain/grant.ts';
import type { Control } from '../domain/policy.ts';
import type { MergedRequest } from '../domain/request.ts';
import { askersText, barredFromAsking } from './asking.ts';
import { isControlFile, isRecallFile } from './control-files.ts';
import { peopleOf } from './reviews.ts';
import type { Fault } from './verdict.ts';

interface Asked {
  readonly path: string;
  readonly request: MergedRequest | undefined;
  readonly grants: readonly Grant[];
  readonly control: Control;
}

/** What is wrong with a request for access before anybody approves it. */
export function formFaults({ path, request, grants, control }: Asked): readonly Fault[] {
  if (grants.length === 0) return [unreadable(path)];
  const strangers = [...new Set(grants.flatMap((grant) => unknownNames(grant, control)))];
  const faults: Fault[] = [];
  if (request?.paths.some((one) => isControlFile(one) || isRecallFile(one)) === true) faults.push(mixed(request));
  if (request?.authorIsBot === true && grants.some((grant) => grant.requestedBy === undefined)) faults.push(inNobodysName(request));
  if (strangers.length > 0) faults.push(unknownAtLanding(strangers));
  if (request?.authorIsBot === false) faults.push(...grants.flatMap((grant) => barredAsker(grant, request, control)));
  return faults;
}

/** A name that nobody knew at the time bars nobody and entitles nobody, so nothing can be judged by it. */
function unknownNames(grant: Grant, { directory, roles, teams }: Control): readonly string[] {
  const asker = grant.requestedBy === undefined || humansBehind(directory, grant.requestedBy).length > 0 ? [] : [grant.requestedBy];
  const people = grant.principals.filter((name) => !directory.has(name));
  const asked = grant.access.flatMap((entry) => (entry.kind === 'catalogue' && !roles.has(entry.role) ? [entry.role] : []));
  return [...asker, ...people, ...asked, ...(teams.has(grant.team) ? [] : [grant.team])];
}

function unreadable(path: string): Fault {
  return { code: 'GK2013', reason: `${path} cannot be read as a grant`, hint: 'Mend the file in a new request', bends: 'never' };
}

function mixed(request: MergedRequest): Fault {
  return {
    code: 'GK2006',
    reason: `request #${request.number} changes grants together with files that decide who may approve them`,
    hint: 'Send the grants in a second pull request',
    bends: 'never',
  };
}

/** Who opened the request, by login: what the file says of it anybody could write. */
function barredAsker(grant: Grant, request: MergedRequest, control: Control): readonly Fault[] {
  const [person] = peopleOf(control.directory, request.author);
  return grant.principals.flatMap((principal) => {
    const barred = barredFromAsking(control, person, principal);
    if (barred === undefined) return [];
    const reason = `${request.author} opened the request and may not ask for ${principal}`;
    return [{ code: 'GK2015', reason, hint: `Let ${askersText(barred, principal)} open it`, bends: 'trust-branch-protection' }];
  });
}

function inNobodysName(request: MergedRequest): Fault {
  return {
    code: 'GK2007',
    reason: `${request.author} is a bot, and the grant does not say in whose name it asks`,
    hint: 'Write requestedBy: with the name of the person who asks',
    bends: 'never',
  };
}

function unknownAtLanding(names: readonly string[]): Fault {
  return {
    code: 'GK2008',
    reason: `policy did not know ${names.join(', ')} when the grant landed`,
    hint: 'Touch the grant in a new request, now that policy has the name',
    bends: 'trust-branch-protection',
  };
}

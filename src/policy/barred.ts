import { type Directory, humansBehind } from '../domain/directory.ts';
import type { Grant } from '../domain/grant.ts';
import type { MergedRequest } from '../domain/request.ts';
import { peopleOf } from './reviews.ts';

/** Who opened a request, merged or still open, and who wrote a part of it: logins. */
export type Askers = Pick<MergedRequest, 'author' | 'writers'>;

/** People who asked or wrote: they cannot approve their own request. */
export function barredByRequest(directory: Directory, request: Askers): Map<string, string> {
  const barred = new Map<string, string>();
  for (const person of peopleOf(directory, request.author)) bar(barred, person, 'opened the request');
  for (const writer of request.writers) for (const person of peopleOf(directory, writer)) bar(barred, person, 'wrote a part of it');
  return barred;
}

/** Besides them, people for whom it was asked and who benefit, by whatever account, and as members of a group. */
export function barredByGrants(directory: Directory, request: Askers, grants: readonly Grant[]): Map<string, string> {
  const barred = barredByRequest(directory, request);
  for (const grant of grants) {
    const asked = grant.requestedBy === undefined ? [] : humansBehind(directory, grant.requestedBy);
    for (const person of asked) bar(barred, person, 'asked for it');
    for (const name of grant.principals) for (const person of humansBehind(directory, name)) bar(barred, person, 'would get the access');
  }
  return barred;
}

function bar(barred: Map<string, string>, person: string, why: string): void {
  if (!barred.has(person)) barred.set(person, why);
}

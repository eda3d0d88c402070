import type { Binding } from '../domain/access.ts';
import type { BaselineEntry, Drift, Drifted } from '../domain/drift.ts';
import { isAlarming } from '../domain/drift.ts';
import { compare } from '../domain/finding.ts';
import { unreachable } from '../domain/unreachable.ts';
import { count } from './columns.ts';

/** What a drift does not hold but a reader wants. */
export interface DriftWords {
  readonly stamp: string;
  readonly commit: string;
  /** Where the baseline lies, and whether there is one yet. */
  readonly baseline: { readonly path: string; readonly exists: boolean; readonly unreadable: readonly number[] };
  /** False where policy has unmanaged: { mode: ignore }, so that only alarms are spoken of. */
  readonly speaks: boolean;
  /** `payments-prod gcp`; the bare scope where no place is over it. */
  readonly where: (binding: Binding) => string;
  /** What else this run could not be sure of, one sentence each; data. */
  readonly doubts: readonly string[];
  readonly verbose: boolean;
}

/** `12 bindings that no grant explains in 14 scopes: 2 new, 10 known`. */
export function driftTotals({ found, gone, scopes, ignored }: Drift): string {
  const fresh = found.filter((one) => one.fresh).length;
  const parts = [
    `${fresh} new`,
    `${found.length - fresh} known`,
    ...(gone.length === 0 ? [] : [`${gone.length} gone`]),
    ...(ignored === 0 ? [] : [`${ignored} left out by policy`]),
  ];
  return `${count(found.length, 'binding')} that no grant explains in ${count(scopes, 'scope')}: ${parts.join(', ')}`;
}

export interface CloudTotals {
  readonly cloud: string;
  readonly found: number;
  readonly fresh: number;
  readonly privileged: number;
}

export function totalsByCloud(found: readonly Drifted[]): readonly CloudTotals[] {
  const clouds = Map.groupBy(found, ({ seen }) => seen.live.binding.scope.cloud);
  return [...clouds]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([cloud, ones]) => ({
      cloud,
      found: ones.length,
      fresh: ones.filter((one) => one.fresh).length,
      privileged: ones.filter((one) => one.privileged === true).length,
    }));
}

/** What is wrong with it, in a few words; names of grants in it are data. */
export function kindText({ seen, orphaned }: Drifted): string {
  if (orphaned === true) return 'of a deleted principal';
  switch (seen.kind) {
    case 'foreign':
      return seen.note ?? (seen.live.conditional ? 'with a condition' : 'without an end');
    case 'twin':
      return `by hand beside ${seen.grant}`;
    case 'masked':
      return `without an end, so the end of ${seen.grant} has no effect`;
    case 'escaped':
      return 'escaped: ours lost its mark';
    case 'tampered':
      return `tampered: written by us for ${seen.grant}, changed since`;
    case 'unrecorded':
      return `break-glass ${seen.grant}, of which the ledger has no line`;
    case 'forged':
      return `forged: carries our mark for ${seen.grant}, which never asked for it`;
    default:
      return unreachable(seen);
  }
}

export function weightText({ privileged, fresh, seen }: Drifted): string {
  const risk = privileged === undefined ? ['role not judged'] : privileged ? ['privileged'] : [];
  const state = isAlarming(seen.kind) ? 'to be settled' : fresh ? 'new' : 'known';
  return [state, ...risk].join(', ');
}

/** What cannot be counted upon, one sentence each. */
export function doubtsText(drift: Drift, { baseline: { path, exists, unreadable }, speaks, doubts }: DriftWords): readonly string[] {
  const { unread, unseen, misstated } = drift;
  return [
    ...doubts,
    ...(speaks
      ? []
      : ['policy/policy.yaml has unmanaged: { mode: ignore }, so only what carries, or should carry, our mark is spoken of.']),
    ...(exists || !speaks || drift.found.length === 0 ? [] : [`There is no ${path}, so all of it is new.`]),
    ...(unreadable.length === 0 ? [] : [`${path}: ${linesText(unreadable)} not read as an entry and counts for nothing.`]),
    ...misstated.map((entry) => `${path} tells something else than its digest stands for, and counts for nothing: ${entryText(entry)}`),
    ...(unread.length === 0 ? [] : [`${count(unread.length, 'scope')} could not be read; nothing is known of what is there.`]),
    ...(unseen.length === 0 ? [] : [`${count(unseen.length, 'entry', 'entries')} of the baseline out of sight: not gone, not looked at.`]),
  ];
}

export function entryText({ cloud, scope, role, member }: BaselineEntry): string {
  return [member, role, scope, cloud].join('  ');
}

function linesText(numbers: readonly number[]): string {
  return numbers.length === 1 ? `line ${numbers.join('')} does` : `lines ${numbers.join(', ')} do`;
}

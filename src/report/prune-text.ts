import { markdownTable } from 'markdown-table';

import { compare } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import { formatPeriod } from '../domain/period.ts';
import { count } from './columns.ts';
import { inert } from './markdown.ts';
import { momentText } from './time-text.ts';

/** A grant whose file is to go. */
export interface PruneItem {
  readonly grant: string;
  readonly path: string;
  /** Names of policy/people. */
  readonly principals: readonly string[];
  readonly ended: Instant;
  /** When the ledger says that its last binding was taken away; absent where only a read proves that it is gone. */
  readonly revokedAt?: Instant;
  /** How long after the end that was, in milliseconds. */
  readonly lateMs?: number;
}

export interface PruneText {
  readonly items: readonly PruneItem[];
  readonly stamp: string;
  /** An IANA zone for the times, UTC when absent; a RangeError for one that does not exist. */
  readonly zone?: string;
}

/** GitHub takes 65,536 characters; what is left is for the marker that the forge puts below. */
const LONGEST = 60_000;

const HEADER = ['grant', 'who', 'ended', 'access gone', 'late', 'file'];

/** Title and body of the pull request that removes lapsed grants: counts first, then one row a grant, by path. */
export function pruneText({ items, stamp, zone = 'UTC' }: PruneText): { readonly title: string; readonly body: string } {
  const sorted = items.toSorted((a, b) => compare(a.path, b.path));
  const head = [opening(items.length, stamp), evidence(items)].join('\n\n');
  const rows = sorted.map((item) => rowOf(item, zone));
  const room = LONGEST - [head, tableOf([]), remainder(items.length), CLOSING].join('\n\n').length - 1;
  const shown = fitting(rows, room);
  const rest = rows.length - shown.length;
  const parts = [head, tableOf(shown), ...(rest === 0 ? [] : [remainder(rest)]), CLOSING];
  return { title: `Prune ${count(items.length, 'lapsed grant')}`, body: parts.join('\n\n') };
}

const CLOSING =
  'Merging changes no access. Each file is removed only as the very content that lapsed; one that changes meanwhile stays, and so does its grant.';

function opening(grants: number, stamp: string): string {
  return `**${count(grants, 'grant')} past the end, with no access left.** Bindings of ${inert(stamp)}.`;
}

function evidence(items: readonly PruneItem[]): string {
  const recorded = items.filter((item) => item.revokedAt !== undefined).length;
  const read = items.length - recorded;
  const late = Math.max(-1, ...items.map((item) => item.lateMs ?? -1));
  const longest = late < 0 ? '' : ` The latest went ${lateText(late)} after its end.`;
  return `Proof: ${recorded} by the ledger, ${read} by a complete read of this run.${longest}`;
}

function rowOf(item: PruneItem, zone: string): readonly string[] {
  return [
    inert(item.grant),
    item.principals.map(inert).join(', '),
    momentText(item.ended, zone),
    item.revokedAt === undefined ? 'read as gone' : momentText(item.revokedAt, zone),
    item.lateMs === undefined ? '' : lateText(item.lateMs),
    inert(item.path),
  ];
}

function lateText(ms: number): string {
  return ms < 60_000 ? 'under 1m' : formatPeriod(ms);
}

/** Staggered: with aligned columns one long cell would pad every row. */
function tableOf(rows: readonly (readonly string[])[]): string {
  return markdownTable([HEADER, ...rows], { alignDelimiters: false });
}

/** As many of the first rows as the room holds, each with its line break. */
function fitting(rows: readonly (readonly string[])[], room: number): readonly (readonly string[])[] {
  let left = room;
  const end = rows.findIndex((row) => {
    left -= row.reduce((sum, cell) => sum + cell.length + 3, 1) + 1;
    return left < 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

function remainder(rest: number): string {
  return `And ${rest} more, all of them in Files changed.`;
}

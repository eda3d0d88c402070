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
  /** Whose folder it lies in, and who therefore reviews it. */
  readonly team: string;
  /** Names of policy/people. */
  readonly principals: readonly string[];
  readonly ended: Instant;
  /** When the ledger says that its last binding was taken away; absent where only a read proves that it is gone. */
  readonly revokedAt?: Instant;
  /** How long after the end that was, in milliseconds; absent where it was taken away before its end. */
  readonly lateMs?: number;
}

export interface PruneText {
  readonly items: readonly PruneItem[];
  readonly stamp: string;
  /** By team the IANA zone of its times, UTC where there is none; a RangeError for one that does not exist. */
  readonly zones: ReadonlyMap<string, string>;
  /** How many lapsed grants are left for a later request. */
  readonly waiting: number;
}

/** GitHub takes 65,536 characters; what is left is for the marker that the forge puts below. */
const LONGEST = 60_000;

const HEADER = ['grant', 'who', 'ended', 'access gone', 'late', 'file'];

/** Title and body of the pull request that removes lapsed grants: counts first, then team by team one row a grant, by path. */
export function pruneText({ items, stamp, zones, waiting }: PruneText): { readonly title: string; readonly body: string } {
  const head = [opening(items.length, stamp), evidence(items), ...(waiting === 0 ? [] : [waitingText(waiting)])];
  const room = LONGEST - [...head, remainder(items.length), CLOSING].join('\n\n').length - 2;
  const { sections, shown } = sectionsOf(items, zones, room);
  const rest = items.length - shown;
  const parts = [...head, ...sections, ...(rest === 0 ? [] : [remainder(rest)]), CLOSING];
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

function waitingText(waiting: number): string {
  return `${count(waiting, 'more lapsed grant')} wait${waiting === 1 ? 's' : ''} for the next request: this one is as large as can be reviewed.`;
}

type Rows = readonly (readonly string[])[];

/** As many rows as the room holds, each team below a heading of its own, teams by name; a team without a row is left out. */
function sectionsOf(items: readonly PruneItem[], zones: PruneText['zones'], room: number) {
  const teams = Map.groupBy(
    items.toSorted((a, b) => compare(a.team, b.team) || compare(a.path, b.path)),
    (item) => item.team,
  );
  const sections: string[] = [];
  let [left, shown] = [room, 0];
  for (const [team, own] of teams) {
    const rows = own.map((item) => rowOf(item, zones.get(team) ?? 'UTC'));
    const heading = `### ${inert(team)}: ${count(own.length, 'grant')}`;
    const fits = fitting(rows, left - heading.length - tableOf([]).length - 4);
    if (fits.length === 0) break;
    const section = `${heading}\n\n${tableOf(fits)}`;
    sections.push(section);
    left -= section.length + 2;
    shown += fits.length;
  }
  return { sections, shown };
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
function tableOf(rows: Rows): string {
  return markdownTable([HEADER, ...rows], { alignDelimiters: false });
}

/** As many of the first rows as the room holds, each with its line break. */
function fitting(rows: Rows, room: number): Rows {
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

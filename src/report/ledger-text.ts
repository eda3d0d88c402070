import { markdownTable } from 'markdown-table';
import { compare } from '../domain/finding.ts';
import type { Entry } from '../domain/entry.ts';
import { formatInstant, type Instant } from '../domain/instant.ts';
import type { Lateness } from '../domain/lateness.ts';
import { count } from './columns.ts';
import { latenessText, NO_BOUND } from './lateness-text.ts';
import { inert } from './markdown.ts';
import { momentText } from './time-text.ts';

/** What stands in a ledger, for people. */
export interface LedgerPage {
  readonly head: { readonly seq: number; readonly hash: string };
  readonly at: Instant;
  readonly run: string;
  /** Lines about bindings that were written and did not end since. */
  readonly open: readonly Entry[];
  /** By cloud how late ends by our run came in 30 days; undefined where no end of it was seen. */
  readonly lateness?: ReadonlyMap<string, Lateness | undefined>;
  /** Lines about recalls that stand. */
  readonly recalls: readonly Entry[];
}

/** GitHub shows a page of up to half a megabyte; a row takes some 300 characters. */
const MOST_ROWS = 1000;

const HOLDS = ['who', 'role', 'where', 'cloud', 'until', 'grant'];
const RECALLED = ['who', 'since', 'file'];

/** The page of the branch: who holds what until when, who is recalled, when the last run was, and how to check it. Data stays data. */
export function ledgerPage({ head, at, run, open, recalls, lateness = new Map() }: LedgerPage): string {
  const parts = [
    '# Ledger',
    'Written by `grantkeeper`, line by line, and never by hand: each line of the months beside this page holds the hash of the line before it.',
    `Last run: ${momentText(at, 'UTC')} of ${formatInstant(at).slice(0, 4)}, ${inert(run)}. ${count(head.seq, 'line')}; the last has the hash ${inert(head.hash)}.`,
    `## Who holds what`,
    ...tableOf(HOLDS, byEnd(open), holding, 'Nobody holds anything by a grant.'),
    ...[...lateness].map(([cloud, one]) => `What our run ends in ${inert(cloud)}: ${latenessText(one)}; ${NO_BOUND}.`),
    '## Who is recalled',
    ...tableOf(RECALLED, recalls, recall, 'Nobody.'),
    '## How to check it',
    '`grantkeeper verify` reads every line and finds what was changed, dropped, added or moved. With `--head` and a hash that a run or a prune commit has printed it also sees an end that was cut off.',
    'This page is made from the lines and decides nothing; what counts is in Git, in the clouds and, as a record, in the lines.',
  ];
  return `${parts.join('\n\n')}\n`;
}

function byEnd(open: readonly Entry[]): readonly Entry[] {
  const keyed = open.map((one) => ({ one, end: one.until ?? Number.MAX_VALUE, text: textOf(one) }));
  return keyed.sort((a, b) => a.end - b.end || compare(a.text, b.text)).map(({ one }) => one);
}

function textOf({ principal, role, scope }: Entry): string {
  return [principal, role, scope].join('\n');
}

function holding({ principal = '', role = '', scope = '', cloud = '', until, grant = '' }: Entry): readonly string[] {
  return [
    inert(principal),
    inert(role),
    inert(scope),
    inert(cloud),
    until === undefined ? 'not known' : formatInstant(until),
    inert(grant),
  ];
}

function recall({ principal = '', at, file = '' }: Entry): readonly string[] {
  return [inert(principal), formatInstant(at), inert(file)];
}

function tableOf(
  header: readonly string[],
  entries: readonly Entry[],
  rowOf: (entry: Entry) => readonly string[],
  none: string,
): readonly string[] {
  if (entries.length === 0) return [none];
  const table = markdownTable([header, ...entries.slice(0, MOST_ROWS).map(rowOf)], { alignDelimiters: false });
  return entries.length <= MOST_ROWS ? [table] : [table, `And ${entries.length - MOST_ROWS} more.`];
}

/** What a run did with the ledger. */
export interface LedgerOutcome {
  /** The hash of its last line after the run; absent where it was not written. */
  readonly head?: string;
  /** How many lines it has. */
  readonly lines?: number;
  /** Why it was not written, and what to do. */
  readonly trouble?: string;
}

/** One line for the end of a run. */
export function ledgerLine({ head, lines, trouble }: LedgerOutcome): string {
  if (trouble !== undefined) return `ledger: NOT WRITTEN: ${trouble}\n`;
  return `ledger: ${count(lines ?? 0, 'line')}, head ${head ?? 'none'}\n`;
}

export function ledgerJson({ head, lines, trouble }: LedgerOutcome): object {
  return { head: head ?? null, lines: lines ?? null, trouble: trouble ?? null };
}

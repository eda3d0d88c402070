import { markdownTable } from 'markdown-table';
import type { Drift, Drifted } from '../domain/drift.ts';
import { count } from './columns.ts';
import { doubtsText, driftTotals, type DriftWords, entryText, kindText, totalsByCloud, weightText } from './drift-words.ts';
import { inert } from './markdown.ts';

/** A summary of a step has room for a megabyte; a row takes some 300 characters. */
const MOST_ROWS = 1000;

/** The same as Markdown in which no data acts: new access as a table, what is known folded away. */
export function driftPage(drift: Drift, words: DriftWords): string {
  const fresh = drift.found.filter((one) => one.fresh);
  const known = drift.found.filter((one) => !one.fresh);
  const parts = [
    `**${driftTotals(drift)}.** Of ${inert(words.stamp)} at ${inert(words.commit.slice(0, 7))}.`,
    ...doubtsText(drift, words).map((line) => `- ${inert(line)}`),
    ...listOf('Not read', drift.unread, ({ scope, message }) => `- ${inert(`${scope.path} ${scope.cloud}`)}: ${inert(message)}`),
    ...(drift.found.length === 0 ? [] : [cloudsTable(drift)]),
    ...tableOf(fresh, words),
    ...listOf('Gone since the baseline', drift.gone, (entry) => `- ${inert(entryText(entry))}`),
    ...(known.length === 0
      ? []
      : [`<details><summary>${count(known.length, 'known binding')}</summary>`, ...tableOf(known, words), '</details>']),
  ];
  return `${parts.join('\n\n')}\n`;
}

function cloudsTable({ found }: Drift): string {
  const rows = totalsByCloud(found).map((one) => [inert(one.cloud), ...[one.found, one.fresh, one.privileged].map(String)]);
  return markdownTable([['cloud', 'bindings', 'new', 'of privileged roles'], ...rows], { alignDelimiters: false });
}

function tableOf(ones: readonly Drifted[], words: DriftWords): readonly string[] {
  if (ones.length === 0) return [];
  const rows = ones.slice(0, MOST_ROWS).map((one) => cells(one, words));
  const table = markdownTable([['who', 'role', 'where', 'state', 'what'], ...rows], { alignDelimiters: false });
  return [table, ...rest(ones.length)];
}

function cells(one: Drifted, words: DriftWords): readonly string[] {
  const { binding } = one.seen.live;
  const who = one.principal ?? binding.member.shown;
  return [inert(who), inert(binding.role.name), inert(words.where(binding)), weightText(one), inert(kindText(one))];
}

function listOf<T>(title: string, all: readonly T[], line: (one: T) => string): readonly string[] {
  if (all.length === 0) return [];
  return [`**${title}**`, all.slice(0, MOST_ROWS).map(line).join('\n'), ...rest(all.length)];
}

function rest(all: number): readonly string[] {
  return all <= MOST_ROWS ? [] : [`And ${all - MOST_ROWS} more, which --json has.`];
}

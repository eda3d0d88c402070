import type { Drift, Drifted } from '../domain/drift.ts';
import { isAlarming } from '../domain/drift.ts';
import { columns } from './columns.ts';
import { doubtsText, driftTotals, type DriftWords, entryText, kindText, totalsByCloud, weightText } from './drift-words.ts';
import { printable } from './printable.ts';

/** For a terminal: counts, then what is new or to be settled, what is gone, and what was not read. Known access is listed on demand. */
export function driftText(drift: Drift, words: DriftWords): string {
  const listed = words.verbose ? drift.found : drift.found.filter((one) => one.fresh);
  const lines = [
    `drift of ${words.stamp} at ${words.commit.slice(0, 7)}: ${driftTotals(drift)}`,
    ...totalsByCloud(drift.found).map(
      ({ cloud, found, fresh, privileged }) => `  ${cloud}: ${found}, of them ${fresh} new and ${privileged} of privileged roles`,
    ),
    ...columns(listed.map((one) => row(one, words))),
    ...drift.gone.map((entry) => `= gone: ${printable(entryText(entry))}`),
    ...(words.verbose ? drift.explained.map((entry) => `= explained: ${printable(entryText(entry))}`) : []),
    ...drift.unread.map(({ scope, message, hint }) =>
      printable(`NOT READ: ${scope.path} ${scope.cloud}: ${message}${hint === undefined ? '' : ` (${hint})`}`),
    ),
    ...doubtsText(drift, words).map(printable),
    ...orphansText(drift),
    ...nextText(drift, words),
  ];
  return `${lines.join('\n')}\n`;
}

function row(one: Drifted, words: DriftWords): readonly string[] {
  const { binding } = one.seen.live;
  const who = one.principal ?? binding.member.shown;
  const mark = isAlarming(one.seen.kind) ? '!' : '?';
  return [`${mark} ${who}`, binding.role.name, words.where(binding), weightText(one), kindText(one)];
}

function nextText({ found, gone, misstated }: Drift, { baseline, speaks }: DriftWords): readonly string[] {
  const open = found.some((one) => one.fresh && !isAlarming(one.seen.kind));
  if (!speaks || (!open && gone.length + misstated.length === 0)) return [];
  return [`Once looked at, grantkeeper drift --accept writes ${baseline.path}, for a pull request.`];
}

/** They give nobody anything, and fill up what a cloud lets there be. */
function orphansText({ found }: Drift): readonly string[] {
  const ids = [...new Set(found.filter(({ orphaned }) => orphaned === true).map(({ seen }) => printable(seen.live.binding.member.shown)))];
  return ids.map((id) => `${id} was deleted: grantkeeper recall ${id} --foreign --confirm ${id} takes away what is left.`);
}

import { columns, count } from './columns.ts';
import { type Check, tallyOf, type Verdict } from './doctor.ts';
import { printable } from './printable.ts';

const SIGNS: Readonly<Record<Verdict, string>> = { pass: '+', fail: 'x', unknown: '?' };

/** The checks by family, what is wrong with its remedy below it, the totals last; `verbose` names every call. Ends with a line end. */
export function doctorText(checks: readonly Check[], verbose: boolean): string {
  const families = Map.groupBy(checks, (check) => check.family);
  const parts = [...families].map(([family, own]) => [printable(family), ...familyLines(own, verbose)].join('\n'));
  return `${[...parts, totals(checks)].join('\n\n')}\n`;
}

function familyLines(checks: readonly Check[], verbose: boolean): readonly string[] {
  const heads = columns(checks.map((check) => [SIGNS[check.verdict], check.id, check.verdict === 'unknown' ? check.wanted : check.found]));
  return checks.flatMap((check, at) => [heads[at] as string, ...remedy(check, verbose).map((line) => `     ${printable(line)}`)]);
}

function remedy({ verdict, found, fix, source, notes = [] }: Check, verbose: boolean): readonly string[] {
  const why = verdict === 'unknown' ? [`not known: ${found}`] : [];
  const mend = fix === undefined ? [] : [fix];
  return [...why, ...mend, ...notes, ...(verdict !== 'pass' || verbose ? [`by ${source}`] : [])];
}

function totals(checks: readonly Check[]): string {
  const { passed, failed, unknown } = tallyOf(checks);
  return `${count(checks.length, 'check')}: ${passed} pass, ${failed} fail, ${unknown} unknown`;
}

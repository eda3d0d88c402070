import type { Finding } from '../domain/finding.ts';
import type { Hash, Link } from './chain.ts';
import { finding, isMonth, monthsIn, readMonths } from './months.ts';

/** What a check of a whole ledger has found. */
export interface Checked {
  readonly months: readonly string[];
  readonly head: Link;
  readonly findings: readonly Finding[];
}

/** Files that lie beside the months and are no part of the chain. */
const BESIDE: ReadonlySet<string> = new Set(['README.md']);

/**
 * Checks every line of every month, from the first line on. With `named`, a hash that a run or a prune commit has printed, that line
 * must be among them: what comes after it may be newer, but nothing up to it may be missing. `whole` is false where a month is looked
 * at by itself.
 */
export function checkLedger(files: ReadonlyMap<string, string>, hash: Hash, named?: string, whole = true): Checked {
  const months = monthsIn(files.keys());
  const strange = [...files.keys()].filter((name) => !isMonth(name) && !BESIDE.has(name));
  const { entries, head, findings } = readMonths(files, hash, whole);
  const last = months.at(-1) ?? '';
  const cutOff = named !== undefined && entries.every((entry) => entry.hash !== named);
  return {
    months,
    head,
    findings: [
      ...findings,
      ...strange.map((name) => finding('GK8005', name, 1, 'this is no month of a ledger')),
      ...(cutOff
        ? [
            finding(
              'GK8006',
              last,
              Math.max(1, linesOf(files.get(last))),
              `no line has the hash ${named}: the end is cut off, or it is another ledger`,
            ),
          ]
        : []),
    ],
  };
}

function linesOf(text = ''): number {
  return text.split('\n').length - 1;
}

import { compare, type Finding } from '../domain/finding.ts';
import type { Entry } from '../domain/entry.ts';
import { formatInstant, type Instant } from '../domain/instant.ts';
import { type Break, type Hash, type Link, origin, placeOf, verified } from './chain.ts';
import { readEntry } from './entry-text.ts';

const MONTH = /^20\d\d-(?:0[1-9]|1[0-2])\.jsonl$/;

export function isMonth(name: string): boolean {
  return MONTH.test(name);
}

/** `2026-11.jsonl` */
export function monthOf(at: Instant): string {
  return `${formatInstant(at).slice(0, 7)}.jsonl`;
}

/** Names of months, oldest first. */
export function monthsIn(names: Iterable<string>): readonly string[] {
  return [...names].filter(isMonth).toSorted(compare);
}

/** Months that were read, from one of them on to the newest. */
export interface Months {
  readonly entries: readonly Entry[];
  readonly head: Link;
  readonly findings: readonly Finding[];
}

/**
 * Checks and reads months, oldest first. `whole` where the oldest must begin the chain; else what it says of its first line's place
 * is taken for granted, and only what follows is checked.
 */
export function readMonths(files: ReadonlyMap<string, string>, hash: Hash, whole: boolean): Months {
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  let head: Link | undefined = whole ? origin(hash) : undefined;
  for (const name of monthsIn(files.keys())) {
    const text = files.get(name) ?? '';
    const cutOff = !text.endsWith('\n');
    const lines = (cutOff ? text : text.slice(0, -1)).split('\n');
    const checked = verified(lines, head ?? before(lines[0] ?? '', hash), hash);
    head = checked.head;
    const broken = new Set(checked.breaks.filter(({ kind }) => kind === 'form').map(({ line }) => line));
    findings.push(...checked.breaks.map((one) => findingOf(name, one)));
    for (const [index, line] of lines.entries()) {
      if (broken.has(index + 1)) continue;
      const entry = readEntry(line);
      if (typeof entry !== 'string') entries.push(entry);
      else findings.push(finding('GK8001', name, index + 1, `${entry}: this is no line of a ledger`));
    }
    if (cutOff) findings.push(finding('GK8004', name, lines.length, 'the file does not end with the end of a line: its end is cut off'));
  }
  return { entries, head: head ?? origin(hash), findings };
}

/** The link that a first line says it follows. */
function before(line: string, hash: Hash): Link {
  const place = placeOf(line);
  return place === undefined || place.own.seq === 1 ? origin(hash) : { seq: place.own.seq - 1, hash: place.prev };
}

const CODES = { form: 'GK8001', changed: 'GK8002', order: 'GK8003' } as const;

function findingOf(file: string, { kind, line, message }: Break): Finding {
  return finding(CODES[kind], file, line, message);
}

const HINT = 'Compare it with an older clone, or with the hashes that runs and prune commits have printed.';

export function finding(code: string, file: string, line: number, message: string): Finding {
  return { code, severity: 'error', message, hint: HINT, at: { file, line, column: 1, endLine: line, endColumn: 1 } };
}

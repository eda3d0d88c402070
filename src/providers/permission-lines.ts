/** As a generated module writes them: permissions once, and roles by their numbers. */
export interface PermissionLines {
  readonly source: string;
  /** A line for each beginning: what comes before the separator, a tab, and what follows it, apart by commas. */
  readonly names: string;
  /** A line for each role: its names joined by `|`, and its lists, apart by tabs. */
  readonly roles: string;
}

/** The permission of a number. There are many thousands, of which most runs need a few: only those are spelled out. */
export function namesIn({ names }: PermissionLines, separator: string): (number: number) => string {
  let known: Numbered | undefined;
  let last: Row | undefined;
  return (number) => {
    // Numbers come in runs, so the next one mostly stands in the same row.
    if (last === undefined || number < last.begin || number >= last.end) last = rowOf((known ??= numbered(names.split('\n'))), number);
    const one = last.names[number - last.begin] ?? '';
    return last.first === '' ? one : `${last.first}${separator}${one}`;
  };
}

interface Row {
  readonly begin: number;
  readonly end: number;
  readonly first: string;
  readonly names: readonly string[];
}

function rowOf({ rows, ends }: Numbered, number: number): Row {
  let [from, to] = [0, rows.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (number < (ends[middle] ?? 0)) to = middle;
    else from = middle + 1;
  }
  const [first = '', rest = ''] = (rows[from] ?? '').split('\t');
  return { begin: ends[from - 1] ?? 0, end: ends[from] ?? 0, first, names: rest.split(',') };
}

interface Numbered {
  readonly rows: readonly string[];
  /** For each row the first number behind it. */
  readonly ends: readonly number[];
}

function numbered(rows: readonly string[]): Numbered {
  let end = 0;
  const ends = rows.map((row) => {
    for (let comma = 0; comma >= 0; comma = row.indexOf(',', comma + 1)) end += 1;
    return end;
  });
  return { rows, ends };
}

/** The lists of a role, still as numbers, by any of its names; undefined for a role that is not there. Few of all roles are asked for. */
export function listsIn({ roles }: PermissionLines, folded: (text: string) => string): (role: string) => readonly string[] | undefined {
  let text: string | undefined;
  const known = new Map<string, readonly string[] | undefined>();
  return (role) => {
    if (!known.has(role)) known.set(role, listsOf(folded(role), (text ??= `\n${folded(roles)}\n`)));
    return known.get(role);
  };
}

function listsOf(name: string, text: string): readonly string[] | undefined {
  if (name === '' || /[\n\t|]/.test(name)) return undefined;
  for (let at = text.indexOf(name); at > 0; at = text.indexOf(name, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text[at + name.length]];
    if ('\n|'.includes(before) && '\t|'.includes(after)) return text.slice(at, text.indexOf('\n', at)).split('\t').slice(1);
  }
  return undefined;
}

/** Numbers as runs: how far from the last one, and how many follow it, each in base 36. */
export function numbersIn(list: string): readonly number[] {
  const numbers: number[] = [];
  let last = 0;
  for (const run of list === '' ? [] : list.split(',')) {
    const [gap = '', more = '0'] = run.split('-');
    const begin = last + Number.parseInt(gap, 36);
    last = begin + Number.parseInt(more, 36);
    for (let number = begin; number <= last; number += 1) numbers.push(number);
  }
  return numbers;
}

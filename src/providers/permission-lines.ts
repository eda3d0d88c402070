/** As a generated module writes them: permissions once, and roles by their numbers. */
export interface PermissionLines {
  readonly source: string;
  /** A line for each beginning: what comes before the separator, a tab, and what follows it, apart by commas. */
  readonly names: string;
  /** A line for each role: its names joined by `|`, and its lists, apart by tabs. */
  readonly roles: string;
}

/** Every permission, in the order of its number. A beginning that is empty stands alone. */
export function namesIn({ names }: PermissionLines, separator: string): readonly string[] {
  return names.split('\n').flatMap((line) => {
    const [first = '', rest = ''] = line.split('\t');
    return rest.split(',').map((one) => (first === '' ? one : `${first}${separator}${one}`));
  });
}

/** The lists of each role, still as numbers, by every name that it has. */
export function listsIn({ roles }: PermissionLines, folded: (role: string) => string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    roles.split('\n').flatMap((line) => {
      const [names = '', ...lists] = line.split('\t');
      return names.split('|').map((name) => [folded(name), lists] as const);
    }),
  );
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

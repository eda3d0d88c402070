import type { RoleTable, RoleVerdict } from '../domain/role-facts.ts';

/** As a generated module writes them: a line for each role, its parts apart by tabs. */
export interface RoleLines {
  readonly source: string;
  /** Reasons, which lines name by their number. */
  readonly reasons: readonly string[];
  /** Names joined by `|`, the first letter of the verdict, the deciding permission, the number of the reason. */
  readonly lines: string;
}

const VERDICTS = { e: 'escalates', w: 'writes', r: 'reads', u: 'unknown' } as const;

/** `folded`: whether case counts in a cloud's names of roles. */
export function roleTable({ source, reasons, lines }: RoleLines, folded: (role: string) => string): RoleTable {
  const all = lines.split('\n').map((line) => line.split('\t'));
  const verdicts = new Map(all.flatMap(([names = '', ...rest]) => names.split('|').map((name) => [folded(name), rest] as const)));
  return { source, size: all.length, verdict: (role) => verdictOf(verdicts.get(folded(role)), reasons) };
}

function verdictOf(parts: readonly string[] | undefined, reasons: readonly string[]): RoleVerdict {
  const [letter, decidedBy = '', number = ''] = parts ?? ['u'];
  const verdict = VERDICTS[letter as keyof typeof VERDICTS];
  const reason = number === '' ? undefined : reasons[Number(number)];
  return { verdict, ...(decidedBy === '' ? {} : { decidedBy }), ...(reason === undefined ? {} : { reason }) };
}

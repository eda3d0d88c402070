import type { Parsed } from '../../domain/cloud.ts';

// Azure role-based access control limits: a condition has 8 KB at most, of which the end that is joined to it takes some.
const LONGEST = 8192 - 256;

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const CLOSERS = new Set(Object.values(CLOSES));

/**
 * Checks the form of a role assignment condition: one line of ASCII, brackets in pairs, quotes closed, and something that a
 * condition is made of. Attributes and operators are for Azure to judge; what it refuses fails at the write.
 */
export function checkCondition(condition: string): Parsed<string> {
  const problem = wrongIn(condition);
  if (problem === undefined) return { ok: true, value: condition };
  return { ok: false, problem, hint: "Write it as Azure shows it, on one line: @Resource[<attribute>] StringEquals '<value>'." };
}

function wrongIn(condition: string): string | undefined {
  if (condition.trim() === '') return 'the condition is empty';
  if (condition.length > LONGEST) return `the condition is longer than ${LONGEST} characters`;
  if (!/^[\x20-\x7e]+$/.test(condition)) return 'the condition is not one line of ASCII characters';
  // Whether a backslash hides the quote behind it is for Azure to say: what the two read differently could get out of the brackets.
  if (condition.includes('\\')) return 'the condition has a backslash';
  const bare = condition.replace(/'[^']*'/g, "''");
  if (bare.replaceAll("''", '').includes("'")) return 'a quote is not closed';
  if (bare.includes('"')) return 'values stand in single quotes';
  if (!/@(?:Resource|Request|Principal|Environment)\[|ActionMatches\{/i.test(bare)) return 'the condition names no attribute and no action';
  return wrongBrackets(bare);
}

function wrongBrackets(bare: string): string | undefined {
  const open: string[] = [];
  for (const character of bare) {
    const closer = CLOSES[character];
    if (closer !== undefined) open.push(closer);
    else if (CLOSERS.has(character) && open.pop() !== character) return `a bracket ${character} closes nothing`;
  }
  return open.length === 0 ? undefined : `a bracket ${open.at(-1)} is missing`;
}

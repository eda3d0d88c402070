import { compare } from '../../src/domain/finding.ts';
import { GIT_CODES } from '../../src/git/codes.ts';
import { CODES } from '../../src/grants/codes.ts';
import { LEDGER_CODES } from '../../src/ledger/codes.ts';
import { POLICY_CODES } from '../../src/policy/codes.ts';
import { RULES } from '../../src/policy/rules.ts';
import { PLAN_CODES } from '../../src/reconcile/codes.ts';
import { code, page, prose, table, WRITTEN } from './markdown.ts';

/** Every code there is, with its meaning. */
export const MEANINGS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CODES).map(([id, { means }]) => [id, means] as const),
  ...RULES.map((rule) => [rule.code, `${rule.summary}.`] as const),
  ...[POLICY_CODES, PLAN_CODES, GIT_CODES, LEDGER_CODES].flatMap((table) => Object.entries(table)),
]);

/** By the first two digits. A group without codes, or codes without a group, is a mistake in this table. */
const GROUPS: Readonly<Record<string, readonly [string, string]>> = {
  10: ['The form of a file', 'These and the next five groups come from `validate`, with file, line and column.'],
  11: ['Keys and values', 'What the schemas of [files](files.md) say.'],
  12: ['Single values', ''],
  13: ['Names across files', ''],
  14: ['The tree of files', ''],
  15: ['What a change may not do', ''],
  20: ['Approval', 'From `plan` and `apply`: why approval is not proved. What is not proved grants nothing and takes nothing away.'],
  21: ['Rules of policy', 'The rule that must hold; from `validate` for what is proposed, and from `plan` before a binding is written.'],
  22: ['Rules in CEL', ''],
  30: ['The whole run', 'From `plan` and `apply`. Revocations that are due, and recalls, go on.'],
  31: ['One grant', ''],
  32: ['The guard', 'What is held back is let through by an approved override; the refused plan prints the file.'],
  33: ['One binding', ''],
  70: ['Git', ''],
  80: ['The ledger', 'From `verify`, with file and line.'],
};

export function findingsPage(): string {
  const groups = Map.groupBy(
    [...MEANINGS].sort(([a], [b]) => compare(a, b)),
    ([id]) => id.slice(2, 4),
  );
  const unknown = [...groups.keys()].filter((key) => GROUPS[key] === undefined);
  if (unknown.length > 0) throw new Error(`codes without a group: ${unknown.join(', ')}`);
  return page(
    WRITTEN,
    '# Findings and refusals',
    'Each has a code that never changes its meaning. What to do about it stands beside it where it is printed.',
    ...Object.entries(GROUPS).flatMap(([key, [title, text]]) => [
      `## GK${key}xx: ${title}`,
      ...(text === '' ? [] : [text]),
      table(
        ['code', 'meaning'],
        (groups.get(key) ?? []).map(([id, meaning]) => [code(id), prose(meaning)]),
      ),
    ]),
  );
}
